import type { Knex } from 'knex';
import type { HolidayPlan, MovedDayPlan, ParallelPlan, YearPlan } from '../../contract/calendar.ts';
import type { Stored } from '../../database/stored.ts';
import { schoolYearSpan } from '../../domain/calendar.ts';
import { syncRows } from './sync-rows.ts';
import { parallelOrderSql } from '../../database/stored.ts';

export interface YearRecord {
  readonly id: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

const span = { startsOn: 'starts_on', endsOn: 'ends_on' } as const;
const yearColumns = { id: 'id', ...span } as const;

/** School years, the newest first. */
export const readYears = (db: Knex): Promise<readonly YearRecord[]> =>
  db('school_years').orderBy('starts_on', 'desc').select(yearColumns);

export const readYear = (
  db: Knex,
  where: { readonly id: number } | { readonly starts_on: string },
): Promise<YearRecord | undefined> => db('school_years').where(where).first(yearColumns);

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

type TermRow = ParallelPlan['terms'][number] & Pick<ParallelPlan, 'parallel'>;

/** The whole content of a stored year. */
export const readPlan = async (db: Knex, year: YearRecord): Promise<YearPlan> => {
  const of = (table: string) => db(table).where({ school_year_id: year.id });
  const parallels: Omit<ParallelPlan, 'terms'>[] = await of('parallels')
    .orderByRaw(parallelOrderSql('parallel'))
    .select({ parallel: 'parallel', weekDays: 'week_days', termKind: 'term_kind' });
  const terms: TermRow[] = await of('terms')
    .orderBy(['parallel', 'ordinal'])
    .select({ parallel: 'parallel', ...span });
  const holidays: HolidayPlan[] = await of('holidays')
    .orderBy(['starts_on', 'id'])
    .select({ parallel: 'parallel', kind: 'kind', title: 'title', ...span });
  const moved: Stored<MovedDayPlan>[] = await of('moved_days')
    .orderBy(['on_date', 'id'])
    .select({ date: 'on_date', works: 'works', weekDays: 'week_days', note: 'note' });
  const termsOf = Map.groupBy(terms, ({ parallel }) => parallel);
  return {
    startYear: Number(year.startsOn.slice(0, 4)),
    parallels: parallels.map((row) => ({
      ...row,
      terms: (termsOf.get(row.parallel) ?? []).map(({ parallel: _own, ...term }) => term),
    })),
    holidays,
    movedDays: moved.map((row) => ({ ...row, works: row.works === 1 })),
  };
};

const yearRow = async (trx: Knex, startYear: number): Promise<number> => {
  const { from, to } = schoolYearSpan(startYear);
  const found = await readYear(trx, { starts_on: from });
  if (found) return found.id;
  const [id] = await trx('school_years').insert({ starts_on: from, ends_on: to });
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
