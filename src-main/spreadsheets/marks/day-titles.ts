import { dateParts } from '../../domain/dates.ts';
import { isoDateOf, textOf } from '../cells.ts';
import type { Cell } from '../workbook.ts';

/** A month over the columns of days; the year only if it is written. */
export interface MonthTitle {
  /** 1..12 */
  readonly month: number;
  readonly year: number | null;
}

/** A day of a column; month and year only if they are written with it. */
export interface DayTitle {
  /** As written: 31 under «Апрель» stays 31. */
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

const MONTHS: readonly string[] = [
  'январ[ья]|янв',
  'феврал[ья]|февр?',
  'марта?|мар',
  'апрел[ья]|апр',
  'ма[йя]',
  'июн[ья]|июн',
  'июл[ья]|июл',
  'августа?|авг',
  'сентябр[ья]|сент?',
  'октябр[ья]|окт',
  'ноябр[ья]|нояб?',
  'декабр[ья]|дек',
];
const MONTH = new RegExp(
  String.raw`^(?:${MONTHS.map((words) => `(${words})`).join('|')})\.?(?:[ ,]+(\d{4})(?: ?г(?:\.|ода?)?)?)?$`,
  'iu',
);

const monthInText = (text: string): MonthTitle | null => {
  const found = MONTH.exec(text);
  if (!found) return null;
  const month = MONTHS.findIndex((_words, at) => found[at + 1] !== undefined) + 1;
  const year = found[MONTHS.length + 1];
  return { month, year: year === undefined ? null : Number(year) };
};

/** «Март», «марта», «Март 2026 г.», a date cell shown as a month. */
export const monthOf = (cell: Cell | undefined): MonthTitle | null => {
  if (typeof cell === 'string')
    return cell.length < 3 || cell.length > 30 ? null : monthInText(textOf(cell));
  if (cell === null || typeof cell !== 'object') return null;
  const { year, month } = dateParts(cell.date);
  return { month, year };
};

const WEEKDAY =
  '(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)';
const DAY = new RegExp(String.raw`^(\d{1,2})(?:[ ,]*\(?${WEEKDAY}\.?\)?)?$`, 'iu');
const DAY_MONTH = /^(\d{1,2})[./](\d{1,2})\.?$/u;
const ONLY_WEEKDAY = new RegExp(`^${WEEKDAY}\\.?$`, 'iu');

export const isWeekday = (text: string): boolean => ONLY_WEEKDAY.test(text);

const whole = (date: string): DayTitle => dateParts(date);

/** `24`, «24 пн», «24.03», «24.03.26», a date cell or an unformatted serial. Null for the rest. */
export const dayOf = (cell: Cell | undefined, date1904: boolean): DayTitle | null => {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return null;
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 0 && cell < 100)
    return { day: cell, month: null, year: null };
  if (typeof cell === 'string') {
    const text = textOf(cell);
    const day = DAY.exec(text);
    if (day) return { day: Number(day[1]), month: null, year: null };
    const both = DAY_MONTH.exec(text);
    if (both) return { day: Number(both[1]), month: Number(both[2]), year: null };
  }
  const date = isoDateOf(cell, date1904);
  return date === null ? null : whole(date);
};
