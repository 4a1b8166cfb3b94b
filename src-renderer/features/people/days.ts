import { showDate, todayIso } from '../../ui/dates.ts';

/** The typed text when it is a whole date; pickers show the classes of that day. */
export const dayOrNone = (value: string | null): string | undefined =>
  value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** 1 September of this calendar year: from then on a pupil repeats a year. */
export const thisSeptember = (): string => `${todayIso().slice(0, 4)}-09-01`;

/** First day of the school year that is going on: `2026-02-03` → `2025-09-01`. */
export const schoolYearStart = (day: string): string => {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) < '09-01' ? year - 1 : year}-09-01`;
};

/** A school year by its first September: `2025/2026`. */
export const yearTitle = (startYear: number): string => `${startYear}/${startYear + 1}`;

/** A day inside the school year: today in the current one, 1 September in any other. */
export const dayOfYear = (startYear: number): string =>
  schoolYearStart(todayIso()) === `${startYear}-09-01` ? todayIso() : `${startYear}-09-01`;

export { showDate, todayIso };
