/** Periods offered by buttons, from the first day to today. */

export interface DayPeriod {
  readonly from: string;
  readonly to: string;
}

/** From 1 September to today. */
export const schoolYearTo = (today: string): DayPeriod => {
  const first = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  return { from: `${first}-09-01`, to: today };
};

/** From the first day of the month to today. */
export const monthTo = (today: string): DayPeriod => ({
  from: `${today.slice(0, 7)}-01`,
  to: today,
});

/** A whole date, not one that is still being typed. */
export const isIsoDate = (value: string | null): value is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value ?? '');

/** `days` after an ISO date; negative goes back. */
export const addDays = (iso: string, days: number): string => {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
