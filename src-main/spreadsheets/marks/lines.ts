import { textOf } from '../cells.ts';
import { cellAddress } from '../workbook.ts';
import type { Cell, Place, Row, Sheet, Workbook } from '../workbook.ts';
import type { Rejected } from '../people/recognised.ts';

/** A row together with the sheet it stands in. */
export interface Line {
  readonly sheet: Sheet;
  /** Zero-based row of the sheet. */
  readonly index: number;
  readonly cells: Row;
}

/** Lines read one after another: a sheet, or all tables of an HTML page. */
export type Document = readonly Line[];

const linesOf = (sheet: Sheet): Document =>
  sheet.rows.map((cells, index) => ({ sheet, index, cells }));

/**
 * On an HTML page the heading of a report and its data are different tables (formats.md C), so the
 * whole page is one document; in a workbook every sheet is.
 */
export const documentsOf = (workbook: Workbook): readonly Document[] =>
  workbook.format === 'html'
    ? [workbook.sheets.flatMap(linesOf)]
    : workbook.sheets.map((sheet) => linesOf(sheet));

export const placeIn = (line: Line, col = 0): Place => ({
  sheet: line.sheet.name,
  row: line.index + 1,
  address: cellAddress(line.index, col),
});

/** Something of a line that is not taken. `message` names neither sheet nor cell. */
export const rejectIn = (
  line: Line,
  col: number,
  code: string,
  message: string,
  cells: readonly string[] = [],
): Rejected => {
  const where = placeIn(line, col);
  return { where, code, message: `Лист «${where.sheet}», ${where.address}: ${message}`, cells };
};

/** First filled column, -1 in a blank line. */
export const firstFilled = (cells: Row): number => cells.findIndex((cell) => isFilled(cell));

/** Without making a text of it; white space alone never gets out of the readers. */
export const isFilled = (cell: Cell | undefined): boolean =>
  cell !== null && cell !== undefined && cell !== '';

/** Texts of the filled cells. */
export const filledTexts = (cells: Row): readonly string[] =>
  cells.flatMap((cell) => (isFilled(cell) ? [textOf(cell)] : []));

const NOTHING = /^[-–—]+$/u;

/** Text of a cell of a table of marks; `''` for the dashes some exports put where nothing is. */
export const markText = (cell: Cell | undefined): string => {
  if (!isFilled(cell)) return '';
  const text = textOf(cell);
  return text.length < 4 && NOTHING.test(text) ? '' : text;
};
