import type { Knex } from 'knex';
import { className, programmeWithClass } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';

/** A student with the class of one day. */
export interface StudentAt {
  readonly id: number;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  /** Class of the day, or the last one before it; null for those who never had one. */
  readonly className: string | null;
  readonly classId: number | null;
  readonly parallel: number | null;
  /** «ООО, 8А класс», as the appeals journal writes it (S1, Приложение 1). */
  readonly programme: string | null;
  /** Whether the student has a class on the day itself. */
  readonly isEnrolled: boolean;
}

export interface StudentRecord {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  readonly birth_date: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly address: string | null;
  readonly search: string;
  readonly class_id: number | null;
  readonly parallel: number | null;
  readonly letter: string | null;
  readonly programme_name: string | null;
  readonly enrolled: number;
}

export interface NameRecord {
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
}

/** The three name fields of a row and «Фамилия Имя Отчество». */
export const nameOf = (row: NameRecord) => {
  const name = {
    lastName: row.last_name,
    firstName: row.first_name,
    middleName: row.middle_name,
  };
  return { ...name, fullName: fullName(name) };
};

/** «8А», null without a class. */
export const classNameOf = (row: {
  readonly parallel: number | null;
  readonly letter: string | null;
}): string | null =>
  row.parallel === null ? null : className({ parallel: row.parallel, letter: row.letter ?? '' });

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

export const studentColumns = (db: Knex, date: IsoDate): readonly (string | Knex.Raw)[] => [
  's.*',
  'e.class_id',
  'c.parallel',
  'c.letter',
  'c.programme_name',
  db.raw(`${enrolledSql} AS enrolled`, [date]),
];

export const asStudentAt = (row: StudentRecord): StudentAt => ({
  id: row.id,
  fullName: nameOf(row).fullName,
  birthDate: row.birth_date,
  className: classNameOf(row),
  classId: row.class_id,
  parallel: row.parallel,
  programme:
    row.parallel === null
      ? null
      : programmeWithClass(
          { parallel: row.parallel, letter: row.letter ?? '' },
          row.programme_name,
        ),
  isEnrolled: row.enrolled === 1,
});
