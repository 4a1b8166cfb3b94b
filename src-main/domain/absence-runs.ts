/** Missed school days of a student and the unbroken absences they make (S1; domain.md §3). */
import { schoolDays, schoolYearOf } from './calendar.ts';
import type { ParallelCalendar } from './calendar.ts';
import { contains } from './dates.ts';
import type { IsoDate, OpenPeriod } from './dates.ts';

export interface AbsenceSpan extends OpenPeriod {
  readonly id: number;
  readonly excused: boolean;
}

export interface MissedDay {
  readonly date: IsoDate;
  readonly ids: readonly number[];
}

/** One unbroken absence: missed school days with no other school day between them; never empty. */
export type Run = readonly MissedDay[];

/** What is known of one student. */
export interface StudentAbsences {
  readonly absences: readonly AbsenceSpan[];
  /** «Обучение на дому», and the days outside the school (`missesNoLessons`). */
  readonly homePeriods: readonly OpenPeriod[];
  readonly calendar: ParallelCalendar;
}

/** Absences as they are on a day: what has not come yet is left out, an open one lasts to it. */
export const absencesUntil = (
  absences: readonly AbsenceSpan[],
  today: IsoDate,
): readonly AbsenceSpan[] =>
  absences
    .filter(({ from }) => from <= today)
    .map((absence) =>
      absence.to === null || absence.to > today ? { ...absence, to: today } : absence,
    );

/** School days under absences, home teaching included; an open absence lasts to `openTo`. */
export const absentDays = (
  { absences, calendar }: StudentAbsences,
  openTo: IsoDate,
): readonly MissedDay[] => {
  const ids = new Map<IsoDate, number[]>();
  for (const absence of absences) {
    for (const date of schoolDays(absence.from, absence.to ?? openTo, calendar)) {
      ids.set(date, [...(ids.get(date) ?? []), absence.id]);
    }
  }
  return [...ids]
    .map(([date, list]) => ({ date, ids: list }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
};

/** «Без учета детей занимающихся на дому» (S1), by day: a day without lessons at the school is not missed. */
export const withoutHomeDays = (
  days: readonly MissedDay[],
  homePeriods: readonly OpenPeriod[],
): readonly MissedDay[] =>
  days.filter(({ date }) => !homePeriods.some((home) => contains(home, date)));

/**
 * A school day that was not missed (attended or taught at home) breaks a run; so does the summer
 * between two school years.
 */
export const runsOf = (
  missed: readonly MissedDay[],
  calendar: ParallelCalendar,
): readonly Run[] => {
  const runs: MissedDay[][] = [];
  for (const day of missed) {
    const current = runs.at(-1);
    const before = current?.at(-1)?.date;
    const unbroken =
      before !== undefined &&
      schoolYearOf(before) === schoolYearOf(day.date) &&
      schoolDays(before, day.date, calendar).length === 2;
    if (current && unbroken) current.push(day);
    else runs.push([day]);
  }
  return runs;
};

export const firstOf = (run: Run): IsoDate => run[0]?.date ?? '';
export const lastOf = (run: Run): IsoDate => run.at(-1)?.date ?? '';
