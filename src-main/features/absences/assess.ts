import type { Knex } from 'knex';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import type { ParallelCalendar } from '../../domain/calendar.ts';
import { countSchoolDays, schoolYearOf } from '../../domain/calendar.ts';
import { absencesUntil } from '../../domain/absence-runs.ts';
import type { IsoDate, OpenPeriod, Period } from '../../domain/dates.ts';
import { outside } from '../../domain/periods.ts';
import type { StudentAbsences, TwoWeekAssessment, TwoWeekRule } from '../../domain/two-weeks.ts';
import { assessTwoWeeks, defaultTwoWeekRule } from '../../domain/two-weeks.ts';
import type { CalendarLookup } from '../calendar/index.ts';
import { calendarsFor } from '../calendar/index.ts';
import { periodsWithoutLessons } from '../people/index.ts';
import type { Absence, ClassPeriod } from './repository.ts';
import { absencesOfStudents, parallelsOfStudents } from './repository.ts';

/** The rule of the settings with its numbers of days (S1; domain.md §3). */
export const ruleOf = (setting: TwoWeekRuleSetting): TwoWeekRule => ({
  ...defaultTwoWeekRule,
  ...setting,
});

/** Assesses the given students; everything it needs has been read. */
export interface Assessor {
  readonly absencesOf: (studentId: number) => readonly Absence[];
  readonly schoolDays: (studentId: number, from: string, to: string) => number;
  readonly assess: (studentId: number, period: Period) => TwoWeekAssessment;
  /** What the rules look at. */
  readonly facts: (studentId: number) => StudentAbsences;
}

const noCalendar: ParallelCalendar = { weekDays: 5, terms: [], holidays: [], movedDays: [] };

/** Parallel on a day: the latest enrolment begun by then, else the first one. */
const parallelOn = (periods: readonly ClassPeriod[], date: string): number | null =>
  (periods.findLast(({ from }) => from <= date) ?? periods[0])?.parallel ?? null;

/**
 * Calendars of the student's parallels, year after year, as one: rules see unbroken time. Each year
 * keeps its week: the six days of the next parallel are not those of this one.
 */
const calendarOfStudent = (
  periods: readonly ClassPeriod[],
  { from, to }: Period,
  lookup: CalendarLookup,
): ParallelCalendar => {
  const calendars: ParallelCalendar[] = [];
  const weeks = new Map<number, 5 | 6>();
  for (let year = schoolYearOf(from); year <= schoolYearOf(to); year += 1) {
    const lastDay = `${year + 1}-08-31`;
    const parallel = parallelOn(periods, lastDay);
    if (parallel === null) continue;
    const calendar = lookup(lastDay, parallel);
    calendars.push(calendar);
    weeks.set(year, calendar.weekDays);
  }
  return {
    weekDays: calendars.at(-1)?.weekDays ?? noCalendar.weekDays,
    weeks,
    terms: calendars.flatMap(({ terms }) => terms),
    holidays: calendars.flatMap(({ holidays }) => holidays),
    movedDays: calendars.flatMap(({ movedDays }) => movedDays),
  };
};

/** Days in no class: who has left, or has not come yet, misses no lessons of the school. */
const daysWithoutClass = (periods: readonly ClassPeriod[]): readonly OpenPeriod[] =>
  outside({ from: '0001-01-01', to: null }, periods);

/** Days the absences and the period take together. */
const reachOf = (rows: readonly Absence[], { from, to }: Period): Period => ({
  from: rows.reduce((least, row) => (row.from < least ? row.from : least), from),
  to: rows.reduce((most, row) => ((row.to ?? most) > most ? (row.to ?? most) : most), to),
});

interface Facts {
  readonly rule: TwoWeekRule;
  readonly today: IsoDate;
  readonly absences: ReadonlyMap<number, readonly Absence[]>;
  readonly home: ReadonlyMap<number, readonly OpenPeriod[]>;
  readonly calendar: (studentId: number) => ParallelCalendar;
}

const assessorOf = ({ rule, today, absences, home, calendar }: Facts): Assessor => {
  const absencesOf = (studentId: number) => absences.get(studentId) ?? [];
  const facts = (studentId: number): StudentAbsences => ({
    absences: absencesUntil(
      absencesOf(studentId).map((row) => ({ ...row, excused: row.excused === 1 })),
      today,
    ),
    homePeriods: home.get(studentId) ?? [],
    calendar: calendar(studentId),
  });
  return {
    absencesOf,
    facts,
    schoolDays: (studentId, from, to) => countSchoolDays(from, to, calendar(studentId)),
    assess: (studentId, period) => assessTwoWeeks(facts(studentId), rule, period),
  };
};

/**
 * Reads absences, classes, home schooling and calendars of the students at once. Days after
 * `today` are no missed ones yet.
 */
export const assessorFor = async (
  db: Knex,
  studentIds: readonly number[],
  period: Period,
  { setting, today }: { readonly setting: TwoWeekRuleSetting; readonly today: IsoDate },
): Promise<Assessor> => {
  const rows = await absencesOfStudents(db, studentIds);
  const reach = reachOf(rows, period);
  const lookup = await calendarsFor(db, reach.from, reach.to);
  const parallels = await parallelsOfStudents(db, studentIds);
  const studies = await periodsWithoutLessons(db, studentIds);
  const home = new Map(
    studentIds.map((id) => [
      id,
      [...(studies.get(id) ?? []), ...daysWithoutClass(parallels.get(id) ?? [])],
    ]),
  );
  const made = new Map<number, ParallelCalendar>();
  const calendar = (studentId: number): ParallelCalendar => {
    const known = made.get(studentId);
    if (known) return known;
    const fresh = calendarOfStudent(parallels.get(studentId) ?? [], reach, lookup);
    made.set(studentId, fresh);
    return fresh;
  };
  return assessorOf({
    rule: ruleOf(setting),
    today,
    absences: Map.groupBy(rows, (row) => row.studentId),
    home,
    calendar,
  });
};
