import { excelSerialToIso, parseDateText } from '../domain/dates.ts';
import type { Cell, Row } from './workbook.ts';

/** White space at an end, doubled, or other than the plain space; most cells have none. */
const UNTIDY = /^\s|\s$|[^\S ]| {2}/u;

/** Text of a cell with single spaces; dates as `YYYY-MM-DD`, numbers without exponents, `''` for none. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return UNTIDY.test(cell) ? cell.replace(/\s+/gu, ' ').trim() : cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'да' : 'нет';
  return cell.date;
};

/** A telephone kept as a number must not turn into 8,9E+10. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : String(value);

/** Serials below this are small numbers, not days: 10 000 is 18 May 1927 (1900 system). */
const FIRST_PLAUSIBLE_SERIAL = 5000;

/**
 * ISO day of a cell in a date column: a date cell, a plain serial (unformatted exports, 1900 or
 * 1904 system) or text in any usual spelling. Null when it is no date.
 */
export const isoDateOf = (cell: Cell | undefined, date1904: boolean): string | null => {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return null;
  if (typeof cell === 'object') return cell.date;
  if (typeof cell === 'number') return serialDate(cell, date1904);
  const text = textOf(cell);
  // CSV made from unformatted cells carries the serial as text.
  if (/^\d{5}$/.test(text)) return serialDate(Number(text), date1904);
  return parseDateText(text);
};

const serialDate = (serial: number, date1904: boolean): string | null =>
  serial < FIRST_PLAUSIBLE_SERIAL ? null : excelSerialToIso(serial, date1904);

/** A row without any value. */
export const isBlank = (row: Row | undefined): boolean =>
  row === undefined || row.every((cell) => textOf(cell) === '');

/**
 * One spelling for titles of columns: lower case, ё→е, no punctuation, any
 * white space as one space. «Ф.И.О.⏎родителя*:» → «фио родителя».
 */
export const normaliseTitle = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=^|[^\p{L}])ф\.? ?и\.? ?о(?:\.|(?=$|[^\p{L}]))/gu, 'фио ')
    .replace(/[.,:;*"«»“”„'()]/g, ' ')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/ ?[-–—] ?/g, '-')
    .replace(/[\s\u00a0_]+/g, ' ')
    .trim();
