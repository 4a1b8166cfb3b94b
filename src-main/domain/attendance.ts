/** «Сводная ведомость посещаемости» of the printed journal (domain.md §6). */
import type { AbsenceCount } from '../contract/marks-fields.ts';
import { countAbsences } from './absence-count.ts';
import type { IsoDate } from './dates.ts';
import { contains } from './dates.ts';
import type { JournalPeriod } from './journal.ts';

/** A cell of a pupil as the journal's spreads print it. */
export interface PrintedCell {
  readonly date: IsoDate;
  /** Canonical codes. */
  readonly codes: string;
}

export interface Attendance {
  /** By key of the period. */
  readonly counts: ReadonlyMap<string, AbsenceCount>;
  /** Missed lessons of the year that stand in no term. */
  readonly outside: number;
}

/**
 * Periods of the statement: the terms and the year in the year's journal, else the term alone, for
 * the book has no lessons of the others by which they could be checked.
 */
export const attendancePeriods = (
  period: JournalPeriod,
  periods: readonly JournalPeriod[],
): readonly JournalPeriod[] =>
  period.key === 'year' ? [...periods.filter(({ key }) => key !== 'year'), period] : [period];

/**
 * A pupil's missed lessons by reason in each period, out of the cells that the journal prints of
 * him, by the one count of `countAbsences`. The year has all its cells, those between the terms too.
 */
export const attendanceOf = (
  cells: readonly PrintedCell[],
  period: JournalPeriod,
  periods: readonly JournalPeriod[],
): Attendance => {
  const shown = attendancePeriods(period, periods);
  const within = (one: JournalPeriod): readonly PrintedCell[] =>
    one.key === period.key ? cells : cells.filter(({ date }) => contains(one, date));
  const counts = new Map(shown.map((one) => [one.key, countAbsences(within(one))]));
  const whole = counts.get(period.key)?.total ?? 0;
  const inTerms = shown
    .filter(({ key }) => key !== period.key)
    .reduce((sum, { key }) => sum + (counts.get(key)?.total ?? 0), 0);
  return {
    counts,
    outside: period.key === 'year' ? whole - inTerms : 0,
  };
};
