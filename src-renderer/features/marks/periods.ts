import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import { periods as text } from '../../strings/marks.ts';
import type { DayPeriod } from '../../ui/periods.ts';
import { addDays } from '../../ui/periods.ts';

export interface NamedPeriod extends DayPeriod {
  /** `term-2`, `2025-11`, `year`. */
  readonly key: string;
  readonly label: string;
}

const lastDay = (year: number, month: number): string => {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${days}`;
};

/** September … May, the months of lessons; June for exams. */
const monthsOf = (startYear: number): readonly NamedPeriod[] =>
  [9, 10, 11, 12, 1, 2, 3, 4, 5, 6].map((month) => {
    const year = month >= 9 ? startYear : startYear + 1;
    const key = `${year}-${String(month).padStart(2, '0')}`;
    return {
      key,
      label: text.month[month - 1] ?? key,
      from: `${key}-01`,
      to: lastDay(year, month),
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
  const year = { key: 'year', label: text.year };
  return [
    ...terms,
    ...monthsOf(startYear),
    { ...year, from: `${startYear}-09-01`, to: `${startYear + 1}-08-31` },
  ];
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

/** Monday of the week of a day. */
export const mondayOf = (iso: string): string => {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return addDays(iso, -((weekday + 6) % 7));
};

/** Monday to Saturday. */
export const weekDays = (monday: string): readonly string[] =>
  [0, 1, 2, 3, 4, 5].map((step) => addDays(monday, step));
