import type { Knex } from 'knex';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fullName, personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Relation, Sex } from '../../spreadsheets/people/recognised.ts';
import type { NameRecord } from './at-date.ts';
import { classNameOf, nameOf } from './at-date.ts';

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
}

export interface StoredTeacher extends PersonName {
  readonly id: number;
  readonly fullName: string;
}

const byKey = <P extends PersonName>(people: readonly P[]): ReadonlyMap<string, readonly P[]> =>
  Map.groupBy(people, personKey);

type StudentRow = NameRecord & {
  readonly id: number;
  readonly birth_date: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly enrolment_id: number | null;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly year_start: string;
  readonly parallel: number | null;
  readonly letter: string | null;
};

const enrolmentOf = (row: StudentRow, yearEnd: IsoDate): StoredStudent['enrolment'] =>
  row.enrolment_id === null || row.starts_on > yearEnd
    ? null
    : {
        id: row.enrolment_id,
        className: classNameOf(row) ?? '',
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        yearStart: row.year_start,
      };

const asStudent = (row: StudentRow, yearEnd: IsoDate): StoredStudent => {
  const enrolment = enrolmentOf(row, yearEnd);
  return {
    id: row.id,
    ...nameOf(row),
    birthDate: row.birth_date,
    sex: row.sex,
    address: row.address,
    enrolment,
    laterClass: enrolment ? null : classNameOf(row),
  };
};

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
    .select('s.*', 'e.starts_on', 'e.ends_on', 'c.parallel', 'c.letter')
    .select({ enrolment_id: 'e.id', year_start: 'y.starts_on' });
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
  const rows: (NameRecord & Omit<StoredGuardian, keyof PersonName | 'fullName'>)[] =
    await db('guardians');
  const links: StoredLink[] = await db('guardianships').select({
    id: 'id',
    studentId: 'student_id',
    guardianId: 'guardian_id',
    relation: 'relation',
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
  const guardians = rows.map(({ id, phone, email, address, ...name }) => ({
    id,
    ...nameOf(name),
    phone,
    email,
    address,
  }));
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
  const rows: (NameRecord & { readonly id: number })[] = await db('teachers');
  const teachers = rows.map((row) => ({ id: row.id, ...nameOf(row) }));
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
  const rows: { id: number; parallel: number; letter: string; class_teacher_id: number | null }[] =
    await db({ c: 'classes' })
      .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
      .where('y.starts_on', schoolYearSpan(schoolYearOf(date)).from)
      .select('c.id', 'c.parallel', 'c.letter', 'c.class_teacher_id');
  return new Map(
    rows.map((row) => [classNameOf(row) ?? '', { id: row.id, teacherId: row.class_teacher_id }]),
  );
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
