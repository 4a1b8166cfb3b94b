import * as XLSX from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel';
import { excelSerialToIso } from '../domain/dates.ts';
import type { Cell, Row, Sheet } from './workbook.ts';
import type { ReadLimits } from './limits.ts';
import { refuseFile } from './refusals.ts';

XLSX.set_cptable(codepages);

export interface ExcelContent {
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
}

const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  // A BIFF5 file may lack its code page: Russian Excel 5/95 wrote windows-1251.
  codepage: 1251,
};

/** ISO day of a date-formatted number; a time of day and an impossible date stay numbers. */
const dateOrNumber = (value: number, date1904: boolean): Cell => {
  if (value < 1 && !date1904) return value;
  const date = excelSerialToIso(value, date1904);
  return date === null ? value : { date };
};

const numberCell = (cell: XLSX.CellObject, date1904: boolean): Cell => {
  const value = Number(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (format === '' || format === 'General' || !XLSX.SSF.is_date(format)) return value;
  return dateOrNumber(value, date1904);
};

const cellOf = (cell: XLSX.CellObject | undefined, date1904: boolean): Cell => {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.t === 'n') return numberCell(cell, date1904);
  if (cell.t === 'b') return Boolean(cell.v);
  if (cell.t === 'e') return XLSX.utils.format_cell(cell);
  return (typeof cell.v === 'string' ? cell.v : String(cell.v)).trim() || null;
};

const EMPTY: Row = [];

/** A plain loop visits the holes of a sparse row too, at half the cost of an iterator. */
const cellsOf = (row: readonly (XLSX.CellObject | undefined)[], date1904: boolean): Row => {
  const cells: Cell[] = [];
  for (let col = 0; col < row.length; col += 1) cells.push(cellOf(row[col], date1904));
  return cells;
};

/** Counts cells over the sheets of one workbook and refuses above the limit. */
const cellCounter = (limits: ReadLimits): ((cells: number) => void) => {
  let total = 0;
  return (cells) => {
    total += cells;
    if (total > limits.cells) throw refuseFile('file-too-big');
  };
};

const rowsOf = (
  sheet: XLSX.WorkSheet,
  date1904: boolean,
  limits: ReadLimits,
  count: (cells: number) => void,
): readonly Row[] => {
  const data: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] =
    sheet['!data'] ?? [];
  if (data.length > limits.sheetRows) throw refuseFile('file-too-big');
  // Array.from visits the holes of sparse rows too, so positions stay absolute.
  return Array.from(data, (row) => {
    if (!row || row.length === 0) return EMPTY;
    count(row.length);
    return cellsOf(row, date1904);
  });
};

/**
 * Reads xlsx, xlsb, xls (BIFF2–8), ods (bytes) and XML Spreadsheet 2003 (decoded text).
 * Numbers stay numbers, date-formatted numbers become ISO days, text is trimmed and stays text;
 * of a formula its last computed value is taken.
 * Errors: `file-too-big`; anything else thrown is the library's and is for `asRefusal`.
 */
export const readExcel = (source: Uint8Array | string, limits: ReadLimits): ExcelContent => {
  // One row more than allowed is asked for, so that the excess is seen, not silently cut off.
  const options = { ...OPTIONS, sheetRows: limits.sheetRows + 1 };
  const book = XLSX.read(source, {
    ...options,
    type: typeof source === 'string' ? 'string' : 'array',
  });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const count = cellCounter(limits);
  const sheets = book.SheetNames.map((name) => ({
    name,
    rows: rowsOf(book.Sheets[name] ?? {}, date1904, limits, count),
  }));
  return { date1904, sheets };
};
