import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';

/** What sheets, the printed journal and control read of lessons and marks. */

export interface LessonRow {
  readonly id: number;
  readonly classId: number;
  readonly subjectId: number;
  readonly subject: string;
  readonly date: IsoDate;
  /** 2 for the second lesson of the subject on that day. */
  readonly ordinal: number;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacherId: number | null;
  /** Topic and homework were told; otherwise their absence is unknown, not a fault. */
  readonly described: boolean;
}

export interface MarkRow {
  readonly id: number;
  readonly lessonId: number;
  readonly studentId: number;
  /** Canonical codes: see domain/mark-codes.ts. */
  readonly codes: string;
  /** Day the source says it was entered, or null. */
  readonly enteredOn: IsoDate | null;
  /** Time it was first seen: entered not later. */
  readonly seenAt: string;
  /** Time an import told about that day without it: entered later. Null when there was none. */
  readonly unseenAt: string | null;
}

export interface StudentMark extends MarkRow {
  readonly classId: number;
  readonly subjectId: number;
  readonly subject: string;
  readonly date: IsoDate;
  readonly ordinal: number;
}

export interface FinalMarkRow {
  readonly studentId: number;
  readonly classId: number;
  readonly subjectId: number;
  readonly subject: string;
  /** term-1 … term-6, year, exam, state-exam, final. */
  readonly period: string;
  readonly codes: string;
}

export interface LessonScope extends Period {
  readonly classIds?: readonly number[];
  readonly subjectId?: number;
}

const scoped = (query: Knex.QueryBuilder, scope: LessonScope): void => {
  void query.whereBetween('l.on_date', [scope.from, scope.to]);
  if (scope.classIds) where(query, among('l.class_id', scope.classIds));
  if (scope.subjectId !== undefined) void query.where('l.subject_id', scope.subjectId);
};

const lessonColumns = {
  id: 'l.id',
  classId: 'l.class_id',
  subjectId: 'l.subject_id',
  subject: 's.name',
  date: 'l.on_date',
  ordinal: 'l.ordinal',
  topic: 'l.topic',
  homework: 'l.homework',
  teacherId: 'l.teacher_id',
  described: 'l.described',
} as const;

const markColumns = {
  id: 'm.id',
  lessonId: 'm.lesson_id',
  studentId: 'm.student_id',
  codes: 'm.codes',
  enteredOn: 'm.entered_on',
  seenAt: 'm.seen_at',
  unseenAt: 'm.unseen_at',
} as const;

/** Lessons of a period by class, day, subject and ordinal. */
export const lessonsOf = async (db: Knex, scope: LessonScope): Promise<readonly LessonRow[]> => {
  const rows: Stored<LessonRow>[] = await db({ l: 'lessons' })
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .modify(scoped, scope)
    .orderBy(['l.class_id', 'l.on_date', 's.name', 'l.ordinal'])
    .select(lessonColumns);
  return rows.map((row) => ({ ...row, described: row.described === 1 }));
};

/** Standing marks of the lessons of a period, without order. */
export const marksOf = async (db: Knex, scope: LessonScope): Promise<readonly MarkRow[]> =>
  await db({ l: 'lessons' })
    .join({ m: 'marks' }, (on) => {
      on.on('m.lesson_id', 'l.id').andOnNull('m.ended_at');
    })
    .modify(scoped, scope)
    .select(markColumns);

/** Standing marks of students in a period, in whichever class they were; by day. */
export const marksOfStudents = async (
  db: Knex,
  studentIds: readonly number[],
  { from, to }: Period,
): Promise<readonly StudentMark[]> =>
  await db({ m: 'marks' })
    .join({ l: 'lessons' }, 'l.id', 'm.lesson_id')
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .modify(where, among('m.student_id', studentIds))
    .whereNull('m.ended_at')
    .whereBetween('l.on_date', [from, to])
    .orderBy(['m.student_id', 'l.on_date', 'l.ordinal', 'm.id'])
    .select({
      ...markColumns,
      classId: 'l.class_id',
      subjectId: 'l.subject_id',
      subject: 's.name',
      date: 'l.on_date',
      ordinal: 'l.ordinal',
    });

/** All standing cells of a student in a subject over a period. */
export interface SubjectCodes {
  readonly studentId: number;
  readonly subject: string;
  /** Canonical codes of the cells, by spaces, without order. */
  readonly codes: string;
}

/**
 * Codes of the given days by student and subject, put together by the database: averages of a term for 1,000
 * students come as 16,000 rows instead of 200,000.
 */
export const subjectCodesOf = async (
  db: Knex,
  studentIds: readonly number[],
  days: readonly IsoDate[],
): Promise<readonly SubjectCodes[]> =>
  await db.raw(
    `SELECT m.student_id AS studentId, s.name AS subject, group_concat(m.codes, ' ') AS codes
     FROM marks m JOIN lessons l ON l.id = m.lesson_id JOIN subjects s ON s.id = l.subject_id
     WHERE m.student_id IN (SELECT value FROM json_each(?)) AND m.ended_at IS NULL
       AND l.on_date IN (SELECT value FROM json_each(?))
     GROUP BY m.student_id, l.subject_id`,
    [JSON.stringify(studentIds), JSON.stringify(days)],
  );

/** Standing final marks of classes, or of students. */
export const finalMarksOf = async (
  db: Knex,
  scope: { readonly classIds?: readonly number[]; readonly studentIds?: readonly number[] },
): Promise<readonly FinalMarkRow[]> =>
  await db({ f: 'final_marks' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .whereNull('f.ended_at')
    .modify((query) => {
      if (scope.classIds) where(query, among('f.class_id', scope.classIds));
      if (scope.studentIds) where(query, among('f.student_id', scope.studentIds));
    })
    .select({
      studentId: 'f.student_id',
      classId: 'f.class_id',
      subjectId: 'f.subject_id',
      subject: 's.name',
      period: 'f.period',
      codes: 'f.codes',
    });
