import { tableFields } from '../../../../src-main/contract/table-fields.ts';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import type { Mapping } from './import-store.ts';

export type Table = OperationOutput<'marks.describeTable'>['tables'][number];
export type Kind = Mapping['kind'];
export type Columns = Mapping['columns'];
export type Field = keyof Columns;

/** Fields a kind of table may have, in the order people think of them. */
export const fieldsOf: Readonly<Record<Kind, readonly Field[]>> = tableFields;

/** Any one of each group must be told, or nothing could be read. */
const needed: Readonly<Record<Kind, readonly (readonly Field[])[]>> = {
  'mark-rows': [['student', 'lastName'], ['subject'], ['date'], ['mark']],
  'lesson-rows': [['subject'], ['date'], ['topic', 'homework']],
};

/** The first field of each group nothing was told for. */
export const missingFields = (kind: Kind, columns: Columns): readonly Field[] =>
  needed[kind].flatMap((group) =>
    group.some((field) => columns[field] !== undefined) ? [] : group.slice(0, 1),
  );

/** Only the fields of the kind: a guess for marks may hold what lessons do not have. */
export const columnsFor = (kind: Kind, columns: Columns): Columns =>
  Object.fromEntries(
    fieldsOf[kind].flatMap((field) => {
      const index = columns[field];
      return index === undefined ? [] : [[field, index]];
    }),
  );

/** What was said before, else what the program thinks. */
export const firstAnswer = ({ remembered, guess }: Table): { kind: Kind; columns: Columns } => {
  const { kind, columns } = remembered ?? guess;
  return { kind, columns: columnsFor(kind, columns) };
};

/** Text of a row of the table under a field. */
export const valueOf = (
  table: Table,
  row: readonly string[],
  index: number | undefined,
): string => {
  const at = table.columns.findIndex((column) => column.index === index);
  return at < 0 ? '' : (row[at] ?? '');
};

/** Rows with something in them: a file often ends with empty ones. */
export const filledRows = ({ rows }: Table): readonly (readonly string[])[] =>
  rows.filter((row) => row.some((text) => text !== ''));
