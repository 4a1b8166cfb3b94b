import type { SheetDeadlines, SchoolDayTest } from '../../domain/cadence.ts';
import { schoolDaysOfWeek, sheetDeadlines } from '../../domain/cadence.ts';
import { weekTitle } from '../../domain/cadence-wording.ts';
import { isSchoolDay, schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import { addDays, maxDate, mondayOf } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { CalendarLookup } from '../calendar/index.ts';
import { ALL_PARALLELS } from '../../domain/classes.ts';

/** A week of one parallel. */
export interface WeekFrame {
  readonly schoolDays: readonly IsoDate[];
  /** Null in a week wholly of holidays. */
  readonly lastDay: IsoDate | null;
  readonly deadlines: SheetDeadlines | null;
  /** «2–7 марта 2026 г.» */
  readonly title: string;
}

/** Weeks of all parallels, each looked up in the calendar once. */
export interface WeekBook {
  frame(week: IsoDate, parallel: number): WeekFrame;
  isSchoolDay(parallel: number): SchoolDayTest;
  readonly calendars: CalendarLookup;
}

export const openWeekBook = (calendars: CalendarLookup): WeekBook => {
  const frames = new Map<string, WeekFrame>();
  const test =
    (parallel: number): SchoolDayTest =>
    (date) =>
      isSchoolDay(date, calendars(date, parallel));
  const make = (week: IsoDate, parallel: number): WeekFrame => {
    const isSchool = test(parallel);
    const schoolDays = schoolDaysOfWeek(week, isSchool);
    const lastDay = schoolDays.at(-1) ?? null;
    const deadlines = lastDay === null ? null : sheetDeadlines(lastDay, isSchool);
    return { schoolDays, lastDay, deadlines, title: weekTitle(week, lastDay) };
  };
  return {
    calendars,
    isSchoolDay: test,
    frame(week, parallel) {
      const key = `${week} ${parallel}`;
      const known = frames.get(key);
      if (known) return known;
      const made = make(week, parallel);
      frames.set(key, made);
      return made;
    },
  };
};

/** Last school day of a week in any parallel: lessons of the whole school are over by it. */
export const lastDayOfSchool = (book: WeekBook, week: IsoDate): IsoDate | null =>
  ALL_PARALLELS.map((parallel) => book.frame(week, parallel).lastDay).reduce(
    (last, day) => (last === null || day === null ? (last ?? day) : maxDate(last, day)),
    null,
  );

/** The school year a week is counted in: that of its last school day, else of its Sunday. */
export const yearOfWeek = (book: WeekBook, week: IsoDate): number =>
  schoolYearOf(lastDayOfSchool(book, week) ?? addDays(week, 6));

/** Mondays of the weeks with lessons of a school year that begin not later than `to`, in order. */
export const schoolWeeks = (book: WeekBook, startYear: number, to: IsoDate): readonly IsoDate[] => {
  const span = schoolYearSpan(startYear);
  const weeks: IsoDate[] = [];
  const last = to < span.to ? to : span.to;
  for (let week = mondayOf(span.from); week <= last; week = addDays(week, 7)) {
    const day = lastDayOfSchool(book, week);
    if (day !== null && schoolYearOf(day) === startYear) weeks.push(week);
  }
  return weeks;
};

/** The week to work on: the last one whose lessons are over today, else the first one begun. */
export const suggestedWeek = (
  book: WeekBook,
  weeks: readonly IsoDate[],
  today: IsoDate,
): IsoDate | null =>
  weeks.findLast((week) => (lastDayOfSchool(book, week) ?? week) <= today) ??
  weeks.findLast((week) => week <= today) ??
  null;
