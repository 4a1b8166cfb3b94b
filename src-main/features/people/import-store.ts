import type { Knex } from 'knex';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fullName, personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Relation } from '../../contract/people-fields.ts';
import type { Sex } from '../../spreadsheets/people/recognised.ts';
import { classNameSql } from '../../database/stored.ts';
import { keptSql } from '../settings/index.ts';
import { nameColumns } from './at-date.ts';

/** What is stored, read once per table and looked up by key while the plan is made. */

export interface StoredStudent extends PersonName {
  readonly id: number;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  /** The latest enrolment that began by the end of the year; null for those who had none. */
  readonly enrolment: {
    readonly id: number;
    readonly className: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate | null;
    /** First day of the class's school year. */
    readonly yearStart: IsoDate;
  } | null;
  /** Class of those who came only after that year; told to the person, never compared. */
  readonly laterClass: string | null;
}

export interface StoredGuardian extends PersonName {
  readonly id: number;
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

export interface StoredLink {
  readonly id: number;
  readonly studentId: number;
  readonly guardianId: number;
  readonly relation: Relation;
  readonly inDoubt: 0 | 1;
}

export interface StoredTeacher extends PersonName {
  readonly id: number;
  readonly fullName: string;
}

const byKey = <P extends PersonName>(people: readonly P[]): ReadonlyMap<string, readonly P[]> =>
  Map.groupBy(people, personKey);

interface StudentRow extends Omit<StoredStudent, 'enrolment' | 'laterClass'> {
  readonly enrolmentId: number | null;
  readonly className: string | null;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  readonly yearStart: IsoDate;
}

const asStudent = (
  { enrolmentId: id, className, startsOn, endsOn, yearStart, ...student }: StudentRow,
  yearEnd: IsoDate,
): StoredStudent =>
  id === null || className === null || startsOn > yearEnd
    ? { ...student, enrolment: null, laterClass: className }
    : { ...student, enrolment: { id, className, startsOn, endsOn, yearStart }, laterClass: null };

/** Students with their latest enrolment up to the end of a school year, by `personKey`. */
export const readStudents = async (
  db: Knex,
  yearEnd: IsoDate,
): Promise<ReadonlyMap<string, readonly StoredStudent[]>> => {
  const rows: StudentRow[] = await db({ s: 'students' })
    .joinRaw(
      `LEFT JOIN enrolments e ON e.id = (SELECT x.id FROM enrolments x
        WHERE x.student_id = s.id
        ORDER BY x.starts_on > ?, x.starts_on DESC, x.id DESC LIMIT 1)`,
      [yearEnd],
    )
    .leftJoin({ c: 'classes' }, 'c.id', 'e.class_id')
    .leftJoin({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .select({
      id: 's.id',
      ...nameColumns(db, 's'),
      birthDate: 's.birth_date',
      sex: db.raw(keptSql('studentSex', 's.sex')),
      address: db.raw(keptSql('studentAddress', 's.address')),
      enrolmentId: 'e.id',
      className: db.raw(classNameSql('c')),
      startsOn: 'e.starts_on',
      endsOn: 'e.ends_on',
      yearStart: 'y.starts_on',
    });
  return byKey(rows.map((row) => asStudent(row, yearEnd)));
};

export interface GuardianStore {
  readonly byKey: ReadonlyMap<string, readonly StoredGuardian[]>;
  /** Links by student. */
  readonly links: ReadonlyMap<number, readonly StoredLink[]>;
  /** Names of children by guardian. */
  readonly children: ReadonlyMap<number, readonly string[]>;
}

export const readGuardians = async (
  db: Knex,
  students: ReadonlyMap<string, readonly StoredStudent[]>,
): Promise<GuardianStore> => {
  const guardians: StoredGuardian[] = await db('guardians').select({
    id: 'id',
    ...nameColumns(db, 'guardians'),
    phone: db.raw(keptSql('guardianPhone', 'phone')),
    email: db.raw(keptSql('guardianEmail', 'email')),
    address: db.raw(keptSql('guardianAddress', 'address')),
  });
  const links: StoredLink[] = await db('guardianships').select({
    id: 'id',
    studentId: 'student_id',
    guardianId: 'guardian_id',
    relation: 'relation',
    inDoubt: db.raw('doubt IS NOT NULL'),
  });
  const names = new Map<number, string>();
  for (const same of students.values())
    for (const student of same) names.set(student.id, student.fullName);
  const children = new Map<number, string[]>();
  for (const link of links) {
    const list = children.get(link.guardianId) ?? [];
    list.push(names.get(link.studentId) ?? '');
    children.set(link.guardianId, list);
  }
  return { byKey: byKey(guardians), links: Map.groupBy(links, (link) => link.studentId), children };
};

export interface TeacherStore {
  readonly byKey: ReadonlyMap<string, readonly StoredTeacher[]>;
  /** `id|subject|class` of the school year. */
  readonly assignments: ReadonlySet<string>;
  /** Class teacher by class name. */
  readonly leaders: ReadonlyMap<string, StoredTeacher>;
}

export const readTeachers = async (db: Knex, date: IsoDate): Promise<TeacherStore> => {
  const teachers: StoredTeacher[] = await db('teachers').select({
    id: 'id',
    ...nameColumns(db, 'teachers'),
  });
  const byId = new Map(teachers.map((teacher) => [teacher.id, teacher]));
  const classes = await readClasses(db, date);
  const names = new Map([...classes].map(([name, { id }]) => [id, name]));
  const lessons: { teacher_id: number; class_id: number; subject: string }[] =
    await db('teaching_assignments');
  const leaders = new Map<string, StoredTeacher>();
  for (const [name, { teacherId }] of classes) {
    const teacher = byId.get(teacherId ?? 0);
    if (teacher) leaders.set(name, teacher);
  }
  return {
    byKey: byKey(teachers),
    assignments: new Set(
      lessons.map((row) => `${row.teacher_id}|${row.subject}|${names.get(row.class_id) ?? ''}`),
    ),
    leaders,
  };
};

/** Classes of the school year of a day, by name. */
export const readClasses = async (
  db: Knex,
  date: IsoDate,
): Promise<ReadonlyMap<string, { readonly id: number; readonly teacherId: number | null }>> => {
  const rows: { className: string; id: number; teacherId: number | null }[] = await db({
    c: 'classes',
  })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('y.starts_on', schoolYearSpan(schoolYearOf(date)).from)
    .select({
      className: db.raw(classNameSql('c')),
      id: 'c.id',
      teacherId: 'c.class_teacher_id',
    });
  return new Map(rows.map(({ className, ...one }) => [className, one]));
};

/** «Иванов Пётр, 12.03.2012, 8А»-like parts of a candidate are told apart by the screens. */
export const studentCandidate = (student: StoredStudent) => ({
  id: student.id,
  fullName: fullName(student),
  birthDate: student.birthDate,
  className: student.enrolment?.className ?? student.laterClass,
  phone: null,
  children: [],
});
