import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import { daysOfWeek } from '../../../src-main/domain/cadence.ts';
import { schoolYearSpan } from '../../../src-main/domain/calendar.ts';
import type { IsoDate, Period } from '../../../src-main/domain/dates.ts';
import { monthSpan } from '../../../src-main/domain/dates.ts';
import { periods as text } from '../../strings/marks.ts';

export interface NamedPeriod extends Period {
  /** `term-2`, `2025-11`, `year`. */
  readonly key: string;
  readonly label: string;
}

/** September … May, the months of lessons; June for exams. */
const monthsOf = (startYear: number): readonly NamedPeriod[] =>
  [9, 10, 11, 12, 1, 2, 3, 4, 5, 6].map((month) => {
    const year = month >= 9 ? startYear : startYear + 1;
    const key = `${year}-${String(month).padStart(2, '0')}`;
    return {
      key,
      label: text.month[month - 1] ?? key,
      ...monthSpan(year, month),
    };
  });

/** Periods a class is looked at by: terms of its parallel where the calendar knows them, months, the year. */
export const periodsOf = (
  startYear: number,
  plan: Pick<YearPlan, 'parallels'> | undefined,
  parallel: number,
): readonly NamedPeriod[] => {
  const row = plan?.parallels.find((item) => item.parallel === parallel);
  const terms = (row?.terms ?? []).map(({ startsOn, endsOn }, index) => ({
    key: `term-${index + 1}`,
    label: text.term[row?.termKind ?? 'quarter'](index + 1),
    from: startsOn,
    to: endsOn,
  }));
  const year = { key: 'year', label: text.year, ...schoolYearSpan(startYear) };
  return [...terms, ...monthsOf(startYear), year];
};

/** What is shown first: the term (or month) of the day; in the holidays and later the last begun. */
export const usualPeriod = (
  periods: readonly NamedPeriod[],
  today: string,
): NamedPeriod | undefined => {
  const terms = periods.filter(({ key }) => key.startsWith('term-'));
  const months = periods.filter(({ key }) => /^\d/u.test(key));
  const offered = terms.length > 0 ? terms : months;
  return offered.findLast(({ from }) => from <= today) ?? offered[0];
};

/** Monday to Saturday. */
export const weekDays = (monday: IsoDate): readonly IsoDate[] => daysOfWeek(monday).slice(0, 6);
