import type { Knex } from 'knex';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import { className } from '../../domain/classes.ts';
import type { Period } from '../../domain/dates.ts';
import { teacherNames } from '../people/index.ts';

export interface ControlledClass {
  readonly id: number;
  readonly parallel: number;
  readonly letter: string;
  /** «8А»; with the school year where the period holds several. */
  readonly title: string;
  /** Its school year. */
  readonly year: Period;
}

interface ClassRecord {
  readonly id: number;
  readonly parallel: number;
  readonly letter: string;
  readonly starts_on: string;
  readonly ends_on: string;
}

/** Classes whose school year touches the period, in their order. */
export const classesOf = async (
  db: Knex,
  { from, to }: Period,
): Promise<readonly ControlledClass[]> => {
  const rows: ClassRecord[] = await db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('y.starts_on', '<=', to)
    .where('y.ends_on', '>=', from)
    .orderBy(['c.parallel', 'c.letter', 'y.starts_on'])
    .select('c.id', 'c.parallel', 'c.letter', 'y.starts_on', 'y.ends_on');
  const isOneYear = new Set(rows.map((row) => row.starts_on)).size <= 1;
  return rows.map((row) => ({
    id: row.id,
    parallel: row.parallel,
    letter: row.letter,
    title: isOneYear
      ? className(row)
      : `${className(row)} (${schoolYearTitle(schoolYearOf(row.starts_on))})`,
    year: { from: row.starts_on, to: row.ends_on },
  }));
};

/** Names of subjects by id. */
export const subjectNames = async (db: Knex): Promise<ReadonlyMap<number, string>> => {
  const rows: { id: number; name: string }[] = await db('subjects').select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export interface Names {
  readonly classes: readonly ControlledClass[];
  readonly subjects: ReadonlyMap<number, string>;
  readonly teachers: ReadonlyMap<number, string>;
}

export const namesOf = async (db: Knex, period: Period): Promise<Names> => ({
  classes: await classesOf(db, period),
  subjects: await subjectNames(db),
  teachers: await teacherNames(db),
});

/** Stands for «nobody is named» among the ids of teachers. */
export const noTeacher = 0;
export const noTeacherTitle = 'Педагог не указан';

export const teacherTitle = (names: Names, id: number): string =>
  id === noTeacher ? noTeacherTitle : (names.teachers.get(id) ?? noTeacherTitle);
