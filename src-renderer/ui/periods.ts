import { schoolYearStart } from '../../src-main/domain/calendar.ts';
import type { IsoDate, Period } from '../../src-main/domain/dates.ts';
import { dateParts, monthSpan } from '../../src-main/domain/dates.ts';

/** Periods offered by buttons, from the first day to today. */

/** From 1 September to today. */
export const schoolYearTo = (today: IsoDate): Period => ({
  from: schoolYearStart(today),
  to: today,
});

/** The whole month of a day. */
export const monthOf = (day: IsoDate): Period => {
  const { year, month } = dateParts(day);
  return monthSpan(year, month);
};

/** From the first day of the month to today. */
export const monthTo = (today: IsoDate): Period => ({ from: monthOf(today).from, to: today });
