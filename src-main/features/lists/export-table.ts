import type { OutputFile, ValueOf } from '../../contract/fields.ts';
import type { exportColumn } from '../../contract/lists.ts';
import type { OperationName } from '../../contract/operations.ts';
import { ownValue } from '../../domain/own-value.ts';
import { writeWorkbook } from '../../spreadsheets/write-workbook.ts';
import type { Context } from '../context.ts';
import { wholeList } from './question.ts';

type Column = ValueOf<typeof exportColumn>;
type Row = Readonly<Record<string, unknown>>;

interface TableExport {
  readonly operation: OperationName;
  readonly title: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column[];
}

/** Widest column of an exported list, characters. */
const maxWidth = 60;

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? ownValue(value as Row, key) : undefined;

/** The value behind a dotted key, e.g. `twoWeeks.why`; a part that is empty ends the walk. */
const valueAt = (row: Row, key: string): unknown => key.split('.').reduce<unknown>(part, row);

const labelOf = (labels: Column['labels'], value: unknown): string =>
  ownValue(labels, String(value)) ?? String(value);

const cellOf = ({ key, kind, labels }: Column, row: Row): string | number | null => {
  const value = valueAt(row, key) as
    | string
    | number
    | boolean
    | null
    | undefined
    | readonly string[];
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => labelOf(labels, item)).join(', ');
  if (kind === 'choice') return labelOf(labels, value);
  return typeof value === 'number' ? value : String(value);
};

const widthOf = (title: string, values: readonly (string | number | null)[]): number =>
  Math.min(
    maxWidth,
    Math.max(8, title.length + 2, ...values.map((value) => String(value ?? '').length + 2)),
  );

/** Writes every row of a list query, not only the page on screen, to one landscape sheet. */
export const exportTable = async (
  { operation, title, input, columns }: TableExport,
  { query, files }: Context,
): Promise<OutputFile> => {
  const page = (await query(operation, { ...input, ...wholeList })) as {
    readonly rows: readonly Row[];
  };
  const rows = page.rows.map((row) => columns.map((column) => cellOf(column, row)));
  const bytes = await writeWorkbook([
    {
      name: title,
      title: [title],
      columns: columns.map((column, index) => ({
        title: column.title,
        width: widthOf(
          column.title,
          rows.slice(0, 500).map((row) => row[index] ?? null),
        ),
        kind: column.kind === 'choice' ? 'text' : column.kind,
      })),
      rows,
      orientation: 'landscape',
    },
  ]);
  return files.create(`${title}.xlsx`, bytes);
};
