import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { JournalPeriodKeyChoice } from '../../contract/journal.ts';
import { classNameSql, fullNameSql, parallelOrderSql } from '../../database/stored.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { journalPeriods } from '../../domain/journal.ts';
import type { JournalPeriod } from '../../domain/journal.ts';
import { calendarsFor } from '../calendar/index.ts';

/** The one pupil of the book: taught at home, or one who left the class and is given an extract. */
export interface JournalOwner {
  readonly kind: 'home' | 'leaver';
  readonly id: number;
  readonly fullName: string;
  /** Days of the book in the school year, oldest first. */
  readonly days: readonly Period[];
  /** Periods of the calendar on whose last day he was in the book: their final marks are here. */
  readonly graded: ReadonlySet<string>;
}

/** A journal with the periods it is printed for: a class's, or that of one pupil. */
export interface JournalClass {
  readonly id: number;
  readonly className: string;
  readonly parallel: number;
  readonly startYear: number;
  /** «2025/2026» */
  readonly schoolYear: string;
  /** First and last day of the school year. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly classTeacher: string | null;
  /** Of an own journal from its first day in the period to its last one. */
  readonly periods: readonly JournalPeriod[];
  /** Null: the class's journal. */
  readonly owner: JournalOwner | null;
}

type SchoolClass = Omit<JournalClass, 'startYear' | 'schoolYear' | 'periods' | 'owner'>;

const readClasses = (db: Knex): Knex.QueryBuilder =>
  db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .leftJoin({ t: 'teachers' }, 't.id', 'c.class_teacher_id')
    .orderByRaw(`${parallelOrderSql('c.parallel')}, c.letter`)
    .select({
      id: 'c.id',
      className: db.raw(classNameSql('c')),
      parallel: 'c.parallel',
      startsOn: 'y.starts_on',
      endsOn: 'y.ends_on',
      classTeacher: db.raw(fullNameSql('t')),
    });

const withPeriods = async (
  db: Knex,
  rows: readonly SchoolClass[],
): Promise<readonly JournalClass[]> => {
  const starts = rows.map((row) => row.startsOn).toSorted();
  const calendarOn = await calendarsFor(db, starts[0] ?? '', starts.at(-1) ?? '');
  return rows.map((row) => {
    const startYear = schoolYearOf(row.startsOn);
    return {
      ...row,
      startYear,
      schoolYear: schoolYearTitle(startYear),
      periods: journalPeriods(calendarOn(row.startsOn, row.parallel).terms, row.startsOn),
      owner: null,
    };
  });
};

/** Classes of a school year, in their order. */
export const classesOfYear = async (
  db: Knex,
  startYear: number,
): Promise<readonly JournalClass[]> => {
  const rows: SchoolClass[] = await readClasses(db).where('y.starts_on', `${startYear}-09-01`);
  return await withPeriods(db, rows);
};

/**
 * Classes by id, in their order.
 * @throws OfficeError `class-unknown`
 */
export const journalClasses = async (
  db: Knex,
  ids: readonly number[],
): Promise<readonly JournalClass[]> => {
  const rows: SchoolClass[] = await readClasses(db).whereIn('c.id', [...ids]);
  if (rows.length < new Set(ids).size)
    throw new OfficeError('class-unknown', 'Такого класса нет. Обновите список.');
  return await withPeriods(db, rows);
};

/** Every class there is, by id: for the register of prints. */
export const allJournalClasses = async (db: Knex): Promise<ReadonlyMap<number, JournalClass>> => {
  const rows: SchoolClass[] = await readClasses(db);
  return new Map((await withPeriods(db, rows)).map((one) => [one.id, one]));
};

export const findPeriod = (
  { periods }: JournalClass,
  key: JournalPeriodKeyChoice,
): JournalPeriod | undefined => periods.find((period) => period.key === key);

/** @throws OfficeError `period-unknown` */
export const requirePeriodOf = (one: JournalClass, key: JournalPeriodKeyChoice): JournalPeriod => {
  const period = findPeriod(one, key);
  if (period) return period;
  throw fieldError(
    'period-unknown',
    'period',
    one.owner === null
      ? `В календаре ${one.className} класса на ${one.schoolYear} учебный год нет такого периода. Выберите другой или проверьте учебный год.`
      : `${one.owner.fullName}: в этом периоде ${one.owner.kind === 'home' ? 'на дому не обучался' : `в ${one.className} классе не учился`}. Выберите другой период.`,
  );
};
