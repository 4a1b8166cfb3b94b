/**
 * What a read file looks like to the rest of the program: plain JSON values, so that a workbook
 * may cross a worker thread boundary as it is.
 */

/** A cell whose number format is a date: ISO day. Text that looks like a date stays text. */
export interface DateCell {
  readonly date: string;
}

export type Cell = null | string | number | boolean | DateCell;

/** Cells of one row by absolute column (index 0 is column A); trailing empty cells are cut. */
export type Row = readonly Cell[];

/** Rows by absolute position: `rows[0]` is row 1 of the file, so addresses need no origin. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

export type WorkbookFormat = 'xlsx' | 'xls' | 'ods' | 'xml' | 'html' | 'csv' | 'text';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

export interface Workbook {
  readonly format: WorkbookFormat;
  /** Only for text files (html, csv, text, xml). */
  readonly encoding?: TextEncoding;
  /** Plain serial numbers of this workbook count days from 1 January 1904. */
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
}

/** Where a thing stands in the file, as the user sees it. */
export interface Place {
  readonly sheet: string;
  /** Row number as shown by Excel, from 1. */
  readonly row: number;
  /** `B12`. */
  readonly address: string;
}

/** Column letters for a zero-based column: 0 → `A`, 26 → `AA`. */
export const columnLetters = (col: number): string => {
  const last = String.fromCharCode(65 + (col % 26));
  return col < 26 ? last : columnLetters(Math.floor(col / 26) - 1) + last;
};

/** Cell address for zero-based row and column: (11, 1) → `B12`. */
export const cellAddress = (row: number, col: number): string => `${columnLetters(col)}${row + 1}`;

/** Place of a cell given by zero-based row and column. */
export const placeOf = (sheet: Sheet, row: number, col = 0): Place => ({
  sheet: sheet.name,
  row: row + 1,
  address: cellAddress(row, col),
});
