import type { Knex } from 'knex';
import type { YearPlan } from '../../contract/calendar.ts';
import type { ParallelCalendar } from '../../domain/calendar.ts';
import { schoolYearOf, schoolYearSpan, schoolYearTitle } from '../../domain/calendar.ts';
import { calendarOfPlan, defaultPlan } from './plan.ts';
import type { YearRecord } from './repository.ts';
import { readPlan, readYear, readYears, writePlan } from './repository.ts';

export interface SchoolYear {
  readonly id: number;
  /** First calendar year: 2025 is 2025/2026. */
  readonly startYear: number;
  /** «2025/2026» */
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Calendar of a parallel on a date, whichever school year it lies in. */
export type CalendarLookup = (date: string, parallel: number) => ParallelCalendar;

export const toSchoolYear = (row: YearRecord): SchoolYear => {
  const startYear = Number(row.startsOn.slice(0, 4));
  return { ...row, startYear, title: schoolYearTitle(startYear) };
};

/** School years, the newest first. */
export const schoolYears = async (db: Knex): Promise<readonly SchoolYear[]> =>
  (await readYears(db)).map(toSchoolYear);

/** The stored school year a date belongs to (1 September – 31 August), or null. */
export const schoolYearOn = async (db: Knex, date: string): Promise<SchoolYear | null> => {
  const row = await readYear(db, { starts_on: schoolYearSpan(schoolYearOf(date)).from });
  return row ? toSchoolYear(row) : null;
};

/** The stored school year of today, or null before the first-run wizard. */
export const currentYear = (db: Knex, today: string): Promise<SchoolYear | null> =>
  schoolYearOn(db, today);

/**
 * Id of the school year a date belongs to. An absent year is created with the usual terms,
 * holidays and five-day week, so that an import may come before the calendar is edited.
 */
export const ensureSchoolYear = async (trx: Knex, date: string): Promise<number> =>
  (await schoolYearOn(trx, date))?.id ?? (await writePlan(trx, defaultPlan(schoolYearOf(date))));

/**
 * Calendars of every school year that touches the period, read once. A year that is not stored
 * has the usual calendar: days of years before the program came are counted, not lost.
 */
export const calendarsFor = async (db: Knex, from: string, to: string): Promise<CalendarLookup> => {
  const plans = new Map<number, YearPlan>();
  for (const row of await readYears(db)) {
    if (row.endsOn < from || row.startsOn > to) continue;
    const plan = await readPlan(db, row);
    plans.set(plan.startYear, plan);
  }
  const calendars = new Map<string, ParallelCalendar>();
  return (date, parallel) => {
    const startYear = schoolYearOf(date);
    const key = `${startYear} ${parallel}`;
    const known = calendars.get(key);
    if (known) return known;
    const made = calendarOfPlan(plans.get(startYear) ?? defaultPlan(startYear), parallel);
    calendars.set(key, made);
    return made;
  };
};
