import { normaliseTitle, textOf } from '../cells.ts';
import { findHeader } from '../header.ts';
import { linesAbove, schoolYearOfLines } from '../school-year.ts';
import type { Row, Sheet } from '../workbook.ts';
import { classFromText } from '../people/fields.ts';
import { classInText, labelsOf } from './labels.ts';
import type { LabelKey } from './labels.ts';
import type { TableColumns, TableKind, TableMapping } from './recognised.ts';
import { asTableColumns, missingFields, WANTED } from './table-fields.ts';

/** What the lines above a table say of all its rows. */
export interface TableContext {
  /** `''`: nothing. */
  readonly className: string;
  readonly subject: string;
  readonly teacher: string;
  readonly schoolYear: number | null;
}

export interface FoundTable {
  readonly kind: TableKind;
  readonly sheet: Sheet;
  /** Zero-based row of the titles. */
  readonly headRow: number;
  readonly firstDataRow: number;
  readonly columns: TableColumns;
  /** Column of the letter where the class is only «8»; -1: there is none. */
  readonly letterCol: number;
  readonly context: TableContext;
}

/** How many rows from the top may precede the titles. */
export const HEAD_ROWS = 30;

/** One spelling of a row of titles: a mapping is remembered by it. */
export const headerKeyOf = (titles: Row): string =>
  titles
    .map((cell) => normaliseTitle(textOf(cell)))
    .join('|')
    .replace(/\|+$/u, '');

const labelled = (rows: readonly Row[], key: LabelKey): string => {
  for (const row of rows)
    for (const label of labelsOf(row))
      if (label.key === key && label.value !== '') return label.value;
  return '';
};

/** `before`: rows that stand above the sheet itself, on an HTML page. */
export const contextOf = (sheet: Sheet, headRow: number, before: readonly Row[]): TableContext => {
  const rows = [...before, ...sheet.rows.slice(0, headRow)];
  const lines = [
    ...before.map((row) => row.map((cell) => textOf(cell)).join(' ')),
    ...linesAbove(sheet, headRow),
  ];
  const written = classFromText(labelled(rows, 'className'));
  const told = lines.map(classInText).filter((name) => name !== null);
  return {
    className: written ?? (new Set(told).size === 1 ? (told[0] ?? '') : ''),
    subject: labelled(rows, 'subject'),
    teacher: labelled(rows, 'teacher'),
    schoolYear: schoolYearOfLines(lines),
  };
};

const mapped = (
  sheet: Sheet,
  mappings: readonly TableMapping[],
): Pick<FoundTable, 'kind' | 'headRow' | 'firstDataRow' | 'columns'> | null => {
  if (mappings.length === 0) return null;
  for (let row = 0; row < Math.min(sheet.rows.length, HEAD_ROWS); row += 1) {
    const key = headerKeyOf(sheet.rows[row] ?? []);
    const mapping = key === '' ? undefined : mappings.find(({ headerKey }) => headerKey === key);
    if (mapping)
      return { kind: mapping.kind, headRow: row, firstDataRow: row + 1, columns: mapping.columns };
  }
  return null;
};

const byTitles = (
  sheet: Sheet,
  kind: TableKind,
  before: readonly Row[],
): Pick<FoundTable, 'kind' | 'headRow' | 'firstDataRow' | 'columns'> | null => {
  const rows = [...before, ...sheet.rows.slice(0, HEAD_ROWS)];
  const subjectAbove = labelled(rows, 'subject') !== '';
  const header = findHeader(sheet, WANTED[kind], {
    searchRows: HEAD_ROWS,
    accept: (columns) => missingFields(kind, asTableColumns(columns), subjectAbove).length === 0,
  });
  return (
    header && {
      kind,
      headRow: header.row,
      firstDataRow: header.firstDataRow,
      columns: asTableColumns(header.columns),
    }
  );
};

/** «Параллель | Литера», «Класс | Буква». */
const letterColumn = (titles: readonly Row[]): number =>
  Math.max(
    ...titles.map((row) =>
      row.findIndex(
        (cell) =>
          typeof cell === 'string' && /^(?:литера?|буква)(?: |$)/u.test(normaliseTitle(cell)),
      ),
    ),
  );

/**
 * Finds a table of marks or of lessons in a sheet: by a mapping remembered for its titles, else by
 * the titles themselves (formats.md E). Null when they say too little.
 */
export const findTable = (
  sheet: Sheet,
  mappings: readonly TableMapping[],
  before: readonly Row[] = [],
): FoundTable | null => {
  const found =
    mapped(sheet, mappings) ??
    byTitles(sheet, 'mark-rows', before) ??
    byTitles(sheet, 'lesson-rows', before);
  if (!found) return null;
  const letterCol = letterColumn(sheet.rows.slice(found.headRow, found.firstDataRow));
  return { ...found, letterCol, sheet, context: contextOf(sheet, found.headRow, before) };
};
