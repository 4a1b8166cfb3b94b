import { schoolYearOf, schoolYearSpan, schoolYearTitle } from '../../domain/calendar.ts';
import { contains, isoDate } from '../../domain/dates.ts';
import type { Period } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { RecognisedMarks } from './recognised.ts';

/** How days without a year get theirs. */
export interface YearContext {
  /** First calendar year; null when the period reaches into two school years, or nothing is known. */
  readonly schoolYear: number | null;
  readonly from: RecognisedMarks['schoolYearFrom'];
  readonly period: Period | null;
}

/** A day as the titles of columns give it. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

export interface DayProblem {
  readonly code: string;
  /** Russian; does not name the cell. */
  readonly message: string;
}

/**
 * The school year of a block: the one it names, else that of its period, else the assumed one.
 * `conflict` when it names a year that its period does not touch.
 */
export const yearContext = (
  said: number | null,
  period: Period | null,
  assumed: number | null,
): YearContext | 'conflict' => {
  const years = period && [schoolYearOf(period.from), schoolYearOf(period.to)];
  if (said !== null)
    return years === null || years.includes(said)
      ? { schoolYear: said, from: 'file', period }
      : 'conflict';
  if (years !== null) {
    const one = years[0] === years[1] ? (years[0] ?? null) : null;
    return { schoolYear: one, from: 'dates', period };
  }
  return { schoolYear: assumed, from: assumed === null ? null : 'assumed', period: null };
};

/** The only year in which the day falls into the period. */
const yearInPeriod = (written: WrittenDay, period: Period): number | null => {
  const years: number[] = [];
  for (
    let year = Number(period.from.slice(0, 4));
    year <= Number(period.to.slice(0, 4));
    year += 1
  ) {
    const date = isoDate(year, written.month, written.day);
    if (date !== null && contains(period, date)) years.push(year);
  }
  return years.length === 1 ? (years[0] ?? null) : null;
};

const yearOf = (written: WrittenDay, { schoolYear, period }: YearContext): number | null => {
  if (written.year !== null) return written.year;
  // September to December belong to the first year of the pair (formats.md A).
  if (schoolYear !== null) return written.month >= 9 ? schoolYear : schoolYear + 1;
  return period && yearInPeriod(written, period);
};

const shown = ({ day, month, year }: WrittenDay): string =>
  [day, month].map((part) => String(part).padStart(2, '0')).join('.') +
  (year === null ? '' : `.${year}`);

/** ISO day of a column, or why it cannot be one. */
export const resolveDay = (written: WrittenDay, context: YearContext): string | DayProblem => {
  const year = yearOf(written, context);
  if (year === null && context.period === null)
    return {
      code: 'no-school-year',
      message: 'в файле нет учебного года. Укажите его при загрузке.',
    };
  const date = year === null ? null : isoDate(year, written.month, written.day);
  if (date === null)
    return {
      code: 'bad-date',
      message: `${shown({ ...written, year: year ?? written.year })} – такого дня нет в календаре или в периоде отчёта. Исправьте число в шапке таблицы.`,
    };
  return outside(date, context) ?? date;
};

const outside = (date: string, { schoolYear, period }: YearContext): DayProblem | null => {
  if (schoolYear !== null && !contains(schoolYearSpan(schoolYear), date))
    return {
      code: 'date-out-of-year',
      message: `${shortDate(date)} – вне учебного года ${schoolYearTitle(schoolYear)}. Проверьте шапку таблицы.`,
    };
  if (period !== null && !contains(period, date))
    return {
      code: 'date-out-of-period',
      message: `${shortDate(date)} – вне периода отчёта с ${shortDate(period.from)} по ${shortDate(period.to)}. Проверьте шапку таблицы.`,
    };
  return null;
};
