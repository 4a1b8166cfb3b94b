import { tableFields } from '../../contract/table-fields.ts';
import { isoDateOf, textOf } from '../cells.ts';
import { findHeader } from '../header.ts';
import { columnLetters } from '../workbook.ts';
import type { Cell, Row, Sheet, Workbook } from '../workbook.ts';
import { classFromText, nameFromText } from '../people/fields.ts';
import { HEAD_ROWS, headerKeyOf } from './find-table.ts';
import { isFilled, markText } from './lines.ts';
import type { MarksTable, TableColumn, TableColumns, TableField, TableKind } from './recognised.ts';
import { asTableColumns, missingFields, WANTED } from './table-fields.ts';

const SAMPLE_ROWS = 50;
const SHOWN_ROWS = 8;

const filledCount = (row: Row | undefined): number => row?.filter(isFilled).length ?? 0;

const isTitle = (cell: Cell): boolean => typeof cell === 'string' && /\p{L}/u.test(cell);

/** Row with most titles that has rows of data under it; -1 when the sheet has no table. */
const headRowOf = ({ rows }: Sheet): number => {
  let best = -1;
  let most = 2;
  for (let row = 0; row < Math.min(rows.length, HEAD_ROWS); row += 1) {
    const titles = rows[row]?.filter(isTitle).length ?? 0;
    if (titles > most && titles === filledCount(rows[row]) && filledCount(rows[row + 1]) >= 2) {
      best = row;
      most = titles;
    }
  }
  return best;
};

type Columns = Partial<Record<TableField, number>>;

const guessByTitles = (sheet: Sheet, headRow: number, kind: TableKind): Columns => {
  const only = { name: sheet.name, rows: sheet.rows.slice(headRow, headRow + 1) };
  const header = findHeader(only, WANTED[kind]);
  return { ...asTableColumns(header?.columns ?? {}) };
};

const MARK = /^(?:[1-5][+-]?|[нбуоп]{1,2}|осв|зч|\/|\s)+$/iu;

const TESTS: Readonly<Partial<Record<TableField, (cell: Cell, date1904: boolean) => boolean>>> = {
  date: (cell, date1904) => isoDateOf(cell, date1904) !== null,
  className: (cell) => typeof cell === 'string' && classFromText(textOf(cell)) !== null,
  student: (cell) => typeof cell === 'string' && nameFromText(textOf(cell)) !== null,
  mark: (cell) => MARK.test(markText(cell)),
};

/** A column is taken for a field when nearly all of its values are such. */
const looksLike = (
  values: readonly Cell[],
  test: (cell: Cell, date1904: boolean) => boolean,
  date1904: boolean,
): boolean =>
  values.length > 0 && values.filter((cell) => test(cell, date1904)).length / values.length >= 0.9;

const isFieldOf = (kind: TableKind, field: TableField): boolean =>
  tableFields[kind].some((own) => own === field);

/** Fields whose titles said nothing, by what stands in the columns. */
const guessByValues = (
  guess: Columns,
  rows: readonly Row[],
  width: number,
  kind: TableKind,
  date1904: boolean,
): TableColumns => {
  const columns = { ...guess };
  const taken = new Set(Object.values(columns));
  for (const field of ['date', 'className', 'mark', 'student'] as const) {
    const test = TESTS[field];
    if (!test || columns[field] !== undefined || !isFieldOf(kind, field)) continue;
    if (field === 'student' && columns.lastName !== undefined) continue;
    for (let col = 0; col < width; col += 1) {
      if (taken.has(col)) continue;
      const values = rows.map((row) => row[col] ?? null).filter(isFilled);
      if (!looksLike(values, test, date1904)) continue;
      columns[field] = col;
      taken.add(col);
      break;
    }
  }
  return columns;
};

const guessOf = (
  sheet: Sheet,
  headRow: number,
  rows: readonly Row[],
  date1904: boolean,
): MarksTable['guess'] => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const guesses = (['mark-rows', 'lesson-rows'] as const).map((kind) => {
    const titles = guessByTitles(sheet, headRow, kind);
    const columns = guessByValues(titles, rows, width, kind, date1904);
    return { kind, columns, missing: missingFields(kind, columns).length };
  });
  const [marks, lessons] = guesses;
  if (!marks || !lessons) return { kind: 'mark-rows', columns: {} };
  const { kind, columns } = lessons.missing < marks.missing ? lessons : marks;
  return { kind, columns };
};

const columnsOf = (titles: Row, rows: readonly Row[]): readonly TableColumn[] => {
  const width = Math.max(titles.length, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, index) => {
    const texts = rows.map((row) => textOf(row[index])).filter((text) => text !== '');
    const samples = [...new Set(texts)].slice(0, 3);
    return { index, letters: columnLetters(index), title: textOf(titles[index]), samples };
  });
};

/** The likeliest table of a workbook for the mapping wizard; null when there is none. */
export const marksTable = (workbook: Workbook): MarksTable | null => {
  const found = workbook.sheets
    .map((sheet) => ({ sheet, headRow: headRowOf(sheet) }))
    .filter(({ headRow }) => headRow !== -1)
    .toSorted((a, b) => b.sheet.rows.length - a.sheet.rows.length)[0];
  if (!found) return null;
  const { sheet, headRow } = found;
  const titles = sheet.rows[headRow] ?? [];
  const rows = sheet.rows.slice(headRow + 1, headRow + 1 + SAMPLE_ROWS);
  const columns = columnsOf(titles, rows);
  return {
    sheet: sheet.name,
    headRow: headRow + 1,
    headerKey: headerKeyOf(titles),
    columns,
    rows: rows.slice(0, SHOWN_ROWS).map((row) => columns.map(({ index }) => textOf(row[index]))),
    guess: guessOf(sheet, headRow, rows, workbook.date1904),
  };
};
