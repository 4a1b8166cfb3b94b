import type { Knex } from 'knex';
import type {
  HolidayPlan,
  MovedDayPlan,
  ParallelPlan,
  TermKindChoice,
  YearPlan,
} from '../../contract/calendar.ts';
import { schoolYearSpan } from '../../domain/calendar.ts';
import { syncRows } from './sync-rows.ts';

export interface YearRecord {
  readonly id: number;
  readonly starts_on: string;
  readonly ends_on: string;
}

interface ParallelRecord {
  readonly parallel: number;
  readonly week_days: 5 | 6;
  readonly term_kind: TermKindChoice;
}

interface TermRecord {
  readonly parallel: number;
  readonly starts_on: string;
  readonly ends_on: string;
}

interface HolidayRecord extends Omit<TermRecord, 'parallel'> {
  readonly parallel: number | null;
  readonly kind: HolidayPlan['kind'];
  readonly title: string;
}

interface MovedDayRecord {
  readonly on_date: string;
  readonly works: number;
  readonly week_days: 5 | 6 | null;
  readonly note: string | null;
}

/** School years, the newest first. */
export const readYears = (db: Knex): Promise<readonly YearRecord[]> =>
  db('school_years').orderBy('starts_on', 'desc').select('id', 'starts_on', 'ends_on');

export const readYear = (
  db: Knex,
  where: { readonly id: number } | { readonly starts_on: string },
): Promise<YearRecord | undefined> =>
  db('school_years').where(where).first('id', 'starts_on', 'ends_on');

/** Classes of each school year, by year id. */
export const countClasses = async (db: Knex): Promise<ReadonlyMap<number, number>> => {
  const rows: { school_year_id: number; total: number }[] = await db('classes')
    .groupBy('school_year_id')
    .select('school_year_id', db.raw('count(*) AS total'));
  return new Map(rows.map((row) => [row.school_year_id, row.total]));
};

/** Parallels of a year that have classes, in order. */
export const parallelsInUse = async (db: Knex, yearId: number): Promise<readonly number[]> => {
  const rows: { parallel: number }[] = await db('classes')
    .where({ school_year_id: yearId })
    .distinct('parallel')
    .orderBy('parallel');
  return rows.map((row) => row.parallel);
};

const toHoliday = (row: HolidayRecord): HolidayPlan => ({
  parallel: row.parallel,
  kind: row.kind,
  title: row.title,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});

const toMovedDay = (row: MovedDayRecord): MovedDayPlan => ({
  date: row.on_date,
  works: row.works === 1,
  weekDays: row.week_days,
  note: row.note,
});

const toParallel = (row: ParallelRecord, terms: readonly TermRecord[]): ParallelPlan => ({
  parallel: row.parallel,
  weekDays: row.week_days,
  termKind: row.term_kind,
  terms: terms
    .filter((term) => term.parallel === row.parallel)
    .map((term) => ({ startsOn: term.starts_on, endsOn: term.ends_on })),
});

/** The whole content of a stored year. */
export const readPlan = async (db: Knex, year: YearRecord): Promise<YearPlan> => {
  const of = (table: string) => db(table).where({ school_year_id: year.id });
  const parallels: ParallelRecord[] = await of('parallels').orderBy('parallel');
  const terms: TermRecord[] = await of('terms').orderBy(['parallel', 'ordinal']);
  const holidays: HolidayRecord[] = await of('holidays').orderBy(['starts_on', 'id']);
  const moved: MovedDayRecord[] = await of('moved_days').orderBy(['on_date', 'id']);
  return {
    startYear: Number(year.starts_on.slice(0, 4)),
    parallels: parallels.map((row) => toParallel(row, terms)),
    holidays: holidays.map(toHoliday),
    movedDays: moved.map(toMovedDay),
  };
};

const yearRow = async (trx: Knex, startYear: number): Promise<number> => {
  const span = schoolYearSpan(startYear);
  const found = await readYear(trx, { starts_on: span.from });
  if (found) return found.id;
  const [id] = await trx('school_years').insert({ starts_on: span.from, ends_on: span.to });
  if (id === undefined) throw new Error('school year was not inserted');
  return id;
};

/** Creates the year or makes its rows equal to the plan; rows that stay the same are not touched. */
export const writePlan = async (trx: Knex, plan: YearPlan): Promise<number> => {
  const yearId = await yearRow(trx, plan.startYear);
  const sync = (table: string, keys: readonly string[], rows: readonly Record<string, unknown>[]) =>
    syncRows(trx, { table, keys, scope: { school_year_id: yearId }, rows });
  await sync(
    'parallels',
    ['parallel'],
    plan.parallels.map((row) => ({
      parallel: row.parallel,
      week_days: row.weekDays,
      term_kind: row.termKind,
    })),
  );
  await sync(
    'terms',
    ['parallel', 'ordinal'],
    plan.parallels.flatMap(({ parallel, terms }) =>
      terms.map((term, index) => ({
        parallel,
        ordinal: index + 1,
        starts_on: term.startsOn,
        ends_on: term.endsOn,
      })),
    ),
  );
  await sync(
    'holidays',
    ['parallel', 'kind', 'title', 'starts_on'],
    plan.holidays.map((row) => ({
      parallel: row.parallel,
      kind: row.kind,
      title: row.title,
      starts_on: row.startsOn,
      ends_on: row.endsOn,
    })),
  );
  await sync(
    'moved_days',
    ['on_date', 'week_days'],
    plan.movedDays.map((row) => ({
      on_date: row.date,
      works: row.works ? 1 : 0,
      week_days: row.weekDays,
      note: row.note,
    })),
  );
  return yearId;
};
