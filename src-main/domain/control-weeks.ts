/** School weeks of a period: what control counts lessons and marks by (S2, closing paragraph). */
import { isSchoolDay } from './calendar.ts';
import type { ParallelCalendar } from './calendar.ts';
import { addDays, maxDate, minDate, mondayOf } from './dates.ts';
import type { IsoDate, Period } from './dates.ts';

export interface SchoolWeek {
  /** Monday, even where the period begins later. */
  readonly startsOn: IsoDate;
  /** Days with lessons inside the period, in order; never empty. */
  readonly days: readonly IsoDate[];
}

/** Weeks of the period with at least one school day by the calendar of the parallel. */
export const schoolWeeks = (
  { from, to }: Period,
  calendar: ParallelCalendar,
): readonly SchoolWeek[] => {
  const starts = calendar.terms.map(({ startsOn }) => startsOn);
  const ends = calendar.terms.map(({ endsOn }) => endsOn);
  if (starts.length === 0) return [];
  // Cut to the terms, so that a mistyped year does not make this walk through centuries.
  const first = maxDate(from, starts.reduce(minDate));
  const last = minDate(to, ends.reduce(maxDate));
  const weeks: SchoolWeek[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at)).filter(
      (day) => first <= day && day <= last && isSchoolDay(day, calendar),
    );
    if (days.length > 0) weeks.push({ startsOn: monday, days });
  }
  return weeks;
};

/** Whether the week's lessons are over: before that nothing is missing yet. */
export const isOver = ({ days }: SchoolWeek, today: IsoDate): boolean =>
  (days.at(-1) ?? today) <= today;

/**
 * Whether the timetable alone says that a lesson fell into the week: with at most one lesson a
 * day, more lessons than the days that dropped out.
 */
export const surelyTaught = ({ days }: SchoolWeek, weekly: number, weekDays: number): boolean =>
  weekly > weekDays - Math.min(days.length, weekDays);

/** Lessons the timetable gives in these weeks; a short week counts by its days. */
export const plannedLessons = (
  weeks: readonly SchoolWeek[],
  weekly: number,
  weekDays: number,
): number => {
  const days = weeks.reduce((sum, week) => sum + week.days.length, 0);
  return Math.round((weekly * days) / weekDays);
};
