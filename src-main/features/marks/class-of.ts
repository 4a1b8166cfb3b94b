import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import { among, where } from '../../database/conditions.ts';
import { classNameSql } from '../../database/stored.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { contains } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';

export interface ClassYear {
  readonly id: number;
  readonly name: string;
  /** 1 September and 31 August of its school year. */
  readonly span: Period;
}

/** @throws OfficeError `class-unknown` */
export const classYear = async (db: Knex, id: number): Promise<ClassYear> => {
  const row: ({ readonly name: string } & Period) | undefined = await db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('c.id', id)
    .first({ name: db.raw(classNameSql('c')), from: 'y.starts_on', to: 'y.ends_on' });
  if (!row) throw new OfficeError('class-unknown', 'Такого класса нет. Выберите класс из списка.');
  const { name, ...span } = row;
  return { id, name, span };
};

/** @throws OfficeError `date-outside-year` */
export const refuseOutsideYear = ({ name, span }: ClassYear, date: IsoDate): void => {
  if (contains(span, date)) return;
  throw fieldError(
    'date-outside-year',
    'date',
    `День ${shortDate(date)} не входит в учебный год ${name} класса: с ${shortDate(span.from)} по ${shortDate(span.to)}.`,
  );
};

/** Pairs `class|student` of everybody who was ever in these classes. */
export const membersOf = async (
  db: Knex,
  classIds: readonly number[],
): Promise<ReadonlySet<string>> => {
  const rows: { class_id: number; student_id: number }[] = await db('enrolments')
    .modify(where, among('class_id', classIds))
    .distinct('class_id', 'student_id');
  return new Set(rows.map((row) => `${row.class_id}|${row.student_id}`));
};
