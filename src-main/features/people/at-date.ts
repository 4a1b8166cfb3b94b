import type { Knex } from 'knex';
import type { Sex } from '../../contract/people-fields.ts';
import type { Stored } from '../../database/stored.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import { programmeWithClass } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { PersonName } from '../../domain/names.ts';
import { keptSql } from '../settings/index.ts';

/** A student with the class of one day. */
export interface StudentAt {
  readonly id: number;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  /** Class of the day, or the last one before it; null for those who never had one. */
  readonly className: string | null;
  readonly classId: number | null;
  readonly parallel: number | null;
  /** «основная образовательная программа …, 8А класс», as the appeals journal writes it (S1, Приложение 1). */
  readonly programme: string | null;
  /** Whether the student has a class on the day itself. */
  readonly isEnrolled: boolean;
}

/** A row of `studentColumns`. */
export interface StudentRecord extends Stored<Omit<StudentAt, 'programme'>>, PersonName {
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly letter: string | null;
  readonly programmeName: string | null;
}

/** The name of a row of people in its three fields and as «Фамилия Имя Отчество». */
export const nameColumns = (db: Knex, alias: string) => ({
  lastName: `${alias}.last_name`,
  firstName: `${alias}.first_name`,
  middleName: `${alias}.middle_name`,
  fullName: db.raw(fullNameSql(alias)),
});

/**
 * Students `s` joined with the enrolment `e` of the day, else the latest one before it, and its
 * class `c`. An enrolment of the future gives no class.
 */
export const studentsAt = (db: Knex, date: IsoDate): Knex.QueryBuilder =>
  db({ s: 'students' })
    .joinRaw(
      `LEFT JOIN enrolments e ON e.id = (
        SELECT x.id FROM enrolments x WHERE x.student_id = s.id AND x.starts_on <= ?
        ORDER BY x.starts_on DESC, x.id DESC LIMIT 1)`,
      [date],
    )
    .leftJoin({ c: 'classes' }, 'c.id', 'e.class_id');

/** True in SQL when the joined enrolment covers the day. */
export const enrolledSql = '(e.id IS NOT NULL AND (e.ends_on IS NULL OR e.ends_on >= ?))';

export const studentColumns = (db: Knex, date: IsoDate) => ({
  id: 's.id',
  ...nameColumns(db, 's'),
  birthDate: 's.birth_date',
  sex: db.raw(keptSql('studentSex', 's.sex')),
  address: db.raw(keptSql('studentAddress', 's.address')),
  classId: 'e.class_id',
  className: db.raw(classNameSql('c')),
  parallel: 'c.parallel',
  letter: 'c.letter',
  programmeName: 'c.programme_name',
  isEnrolled: db.raw(enrolledSql, [date]),
});

export const asStudentAt = (row: StudentRecord): StudentAt => {
  const { id, fullName, birthDate, className, classId, parallel, letter } = row;
  const programme =
    parallel === null
      ? null
      : programmeWithClass({ parallel, letter: letter ?? '' }, row.programmeName);
  const isEnrolled = row.isEnrolled === 1;
  return { id, fullName, birthDate, className, classId, parallel, programme, isEnrolled };
};
