import { schoolYearOf } from '../../domain/calendar.ts';

/** Days repeat; the year of each is told once. */
const yearsOf = (dates: readonly string[]): ReadonlyMap<number, number> => {
  const perDay = new Map<string, number>();
  for (const date of dates) perDay.set(date, (perDay.get(date) ?? 0) + 1);
  const perYear = new Map<number, number>();
  for (const [date, count] of perDay) {
    const year = schoolYearOf(date);
    perYear.set(year, (perYear.get(year) ?? 0) + count);
  }
  return perYear;
};

/** School year that most of the rows are of (one file is of one year); null without rows. */
export const mainYear = (dates: readonly string[]): number | null => {
  const sorted = [...yearsOf(dates)].toSorted(([a, one], [b, other]) => other - one || b - a);
  return sorted[0]?.[0] ?? null;
};
