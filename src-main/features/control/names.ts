import type { Knex } from 'knex';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import { classNameSql, parallelOrderSql } from '../../database/stored.ts';
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

/** Classes whose school year touches the period, in their order. */
export const classesOf = async (
  db: Knex,
  { from, to }: Period,
): Promise<readonly ControlledClass[]> => {
  const rows: (Omit<ControlledClass, 'title' | 'year'> &
    Period & { readonly className: string })[] = await db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('y.starts_on', '<=', to)
    .where('y.ends_on', '>=', from)
    .orderByRaw(`${parallelOrderSql('c.parallel')}, c.letter, y.starts_on`)
    .select({
      id: 'c.id',
      parallel: 'c.parallel',
      letter: 'c.letter',
      className: db.raw(classNameSql('c')),
      from: 'y.starts_on',
      to: 'y.ends_on',
    });
  const isOneYear = new Set(rows.map((row) => row.from)).size <= 1;
  return rows.map(({ className, from, to, ...row }) => ({
    ...row,
    title: isOneYear ? className : `${className} (${schoolYearTitle(schoolYearOf(from))})`,
    year: { from, to },
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
