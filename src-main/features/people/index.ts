import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate, OpenPeriod } from '../../domain/dates.ts';
import type { StudyPeriod } from '../../domain/study-forms.ts';
import { missesNoLessons } from '../../domain/study-forms.ts';
import type { StudentAt, StudentRecord } from './at-date.ts';
import { asStudentAt, enrolledSql, studentColumns, studentsAt } from './at-date.ts';
import type { GuardianRef } from './guardians.ts';
import { guardiansOf, linksInDoubt, livingApart } from './guardians.ts';

/** What other features may read about people. */

export type { GuardianRef, StudentAt };
export { guardiansOf, linksInDoubt, livingApart };
export { fieldNotKept, guardianSearchSql, readPersonalFields } from './personal-fields.ts';
export type { CasePerson, KeptForms } from './name-forms.ts';
export { keepForms, keptForms } from './name-forms.ts';
export type { MergedCards, MergeGuard } from './merge.ts';
export { keepingClasses, keepingStudyPeriods } from './undo-guard.ts';
export type { DirectoryGuardian, DirectoryStudent, PersonRecord } from './directory.ts';
export {
  classTeacherName,
  guardianDirectory,
  guardianNames,
  personRecord,
  personRecords,
  representedChildren,
  studentDirectory,
  studentIdsOfFamilies,
  teacherNames,
} from './directory.ts';

export interface StudentWithGuardians extends StudentAt {
  readonly guardians: readonly GuardianRef[];
}

const unknown = (code: string, message: string) => new OfficeError(code, message);

/**
 * A student as on a day, with guardians.
 * @throws OfficeError `student-unknown`
 */
export const studentAt = async (
  db: Knex,
  studentId: number,
  date: IsoDate,
): Promise<StudentWithGuardians> => {
  const row: StudentRecord | undefined = await studentsAt(db, date)
    .where('s.id', studentId)
    .first(studentColumns(db, date));
  if (!row) throw unknown('student-unknown', 'Такого ученика нет. Выберите его из списка.');
  const guardians = (await guardiansOf(db, [studentId], date)).get(studentId) ?? [];
  return { ...asStudentAt(row), guardians };
};

/** Several students as on a day, by id; unknown ids are absent from the map. */
export const studentsByIdAt = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<ReadonlyMap<number, StudentAt>> => {
  const rows: StudentRecord[] = await studentsAt(db, date)
    .modify(where, among('s.id', ids))
    .select(studentColumns(db, date));
  return new Map(rows.map((row) => [row.id, asStudentAt(row)]));
};

/** Everyone who has a class on the day, without order. */
export const enrolledStudents = async (db: Knex, date: IsoDate): Promise<readonly StudentAt[]> => {
  const rows: StudentRecord[] = await studentsAt(db, date)
    .whereRaw(enrolledSql, [date])
    .select(studentColumns(db, date));
  return rows.map(asStudentAt);
};

/** Periods of another form or place than full-time at the school, by student, oldest first. */
export const studyPeriods = async (
  db: Knex,
  studentIds?: readonly number[],
): Promise<ReadonlyMap<number, readonly StudyPeriod[]>> => {
  const rows: (StudyPeriod & { readonly studentId: number })[] = await db('study_periods')
    .modify((query) => {
      if (studentIds) where(query, among('student_id', studentIds));
    })
    .orderBy('starts_on')
    .select({
      studentId: 'student_id',
      from: 'starts_on',
      to: 'ends_on',
      form: 'form',
      place: 'place',
    });
  const map = new Map<number, StudyPeriod[]>();
  for (const { studentId, ...period } of rows) {
    const list = map.get(studentId) ?? [];
    list.push(period);
    map.set(studentId, list);
  }
  return map;
};

/** Periods without lessons at the school by student; of all students when `studentIds` is absent. */
export const periodsWithoutLessons = async (
  db: Knex,
  studentIds?: readonly number[],
): Promise<ReadonlyMap<number, readonly OpenPeriod[]>> =>
  new Map(
    [...(await studyPeriods(db, studentIds))].flatMap(([id, periods]) => {
      const home = periods.filter(missesNoLessons);
      return home.length === 0 ? [] : [[id, home] as const];
    }),
  );
