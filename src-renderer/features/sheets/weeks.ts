import { todayIso } from '../../ui/dates.ts';
import { addDays } from '../../ui/periods.ts';

/** Weeks of the printouts: named by their Monday, ISO; Sunday belongs to the week before it. */

/** Monday of the week a day lies in. */
export const mondayOf = (iso: string): string => {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return addDays(iso, -((weekday + 6) % 7));
};

/** Number of an ISO 8601 week: week 1 holds 4 January; 53 in the years that have it. */
export const weekNumber = (monday: string): number => {
  const thursday = addDays(monday, 3);
  const first = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - first) / (7 * 86_400_000)) + 1;
};

export const thisWeek = (): string => mondayOf(todayIso());

/** `weeks` after the week; negative goes back. */
export const weekAfter = (monday: string, weeks: number): string => addDays(monday, weeks * 7);

/** Weeks since the first Monday of 2000: a whole number for every week. */
export const weekIndex = (monday: string): number =>
  Math.round((Date.parse(`${monday}T00:00:00Z`) - Date.UTC(2000, 0, 3)) / (7 * 86_400_000));
