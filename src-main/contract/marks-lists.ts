import { z } from 'zod';
import { byId, id, isoDate, isoTime } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { endedReason, finalPeriod } from './marks-fields.ts';
import { query } from './operation.ts';

/** Reading lessons and marks (domain.md §6). */

const lessonFields = {
  id,
  classId: id,
  className: z.string(),
  subjectId: id,
  subject: z.string(),
  date: z.string(),
  /** 2 for the second lesson of the subject on that day. */
  ordinal: z.int(),
  topic: z.string().nullable(),
  homework: z.string().nullable(),
  teacherId: id.nullable(),
  /** «Фамилия Имя Отчество» */
  teacher: z.string().nullable(),
  /** Topic and homework were told; otherwise their absence is unknown, not a fault. */
  described: z.boolean(),
} as const;

export const lessonRow = z.strictObject({ ...lessonFields, marks: z.int() });

export const gridLesson = z.strictObject(lessonFields);

const markText = {
  /** As shown: `Б 3/3`. */
  shown: z.string(),
  /** As the source wrote it; what the grid edits. */
  text: z.string(),
  /** Whether a code the table does not know stands in it. */
  unknown: z.boolean(),
} as const;

const entryTime = {
  /** Day the source says it was entered. */
  enteredOn: z.string().nullable(),
  /** First seen: entered not later. */
  seenAt: isoTime,
  /** Told of without it: entered later. */
  unseenAt: isoTime.nullable(),
} as const;

const endedFields = { endedAt: isoTime.nullable(), endedReason: endedReason.nullable() } as const;

export const markRow = z.strictObject({
  id,
  lessonId: id,
  studentId: id,
  fullName: z.string(),
  className: z.string(),
  subject: z.string(),
  date: z.string(),
  ordinal: z.int(),
  ...markText,
  ...entryTime,
  ...endedFields,
});

const gridCell = z.strictObject({ lessonId: id, studentId: id, ...markText });

const gridStudent = z.strictObject({
  id,
  fullName: z.string(),
  /** Days in the class inside the asked period; a cell outside is another class's. */
  from: z.string(),
  to: z.string(),
  /** Mean of the marks of the period's school days, null without marks. */
  average: z.number().nullable(),
  /** «4,33»; «—» without marks. */
  averageText: z.string(),
});

const period = { from: isoDate, to: isoDate } as const;

export const marksListOperations = {
  /** Subjects of a class (with lessons, final marks or a teacher), or all; by name. */
  'marks.subjects': query(
    z.strictObject({ classId: id.optional() }),
    z.strictObject({
      /** `id` null: only a teacher is named for it, nothing is stored yet. */
      subjects: z.array(z.strictObject({ id: id.nullable(), name: z.string() })),
    }),
  ),
  /**
   * `state`: standing marks (default), history, or standing ones with unknown codes. Standing marks
   * and history need a class, a student or a period of at most 31 days, else `scope-needed`.
   */
  'marks.listMarks': query(
    listInput(
      {
        classId: id,
        studentId: id,
        subjectId: id,
        ...period,
        state: z.enum(['standing', 'history', 'unknown']),
      },
      ['date'],
    ),
    listOutput(markRow),
  ),
  /** Needs a class, a teacher or a period of at most 31 days, else `scope-needed`. */
  'marks.listLessons': query(
    listInput(
      {
        classId: id,
        subjectId: id,
        teacherId: id,
        ...period,
        missing: z.enum(['description', 'topic', 'homework', 'marks']),
      },
      ['date'],
    ),
    listOutput(lessonRow),
  ),
  /** One lesson as its form takes it. Refusal: `lesson-unknown`. */
  'marks.lesson': query(byId, gridLesson),
  /** Every mark that ever stood in a cell, the newest first. */
  'marks.history': query(
    z.strictObject({ lessonId: id, studentId: id }),
    z.strictObject({ marks: z.array(markRow) }),
  ),
  /** Class × dates for one subject. Refusals: `class-unknown`, `period-too-long` (a school year). */
  'marks.grid': query(
    z.strictObject({ classId: id, subjectId: id, ...period }),
    z.strictObject({
      lessons: z.array(gridLesson),
      /** Everyone who was in the class in the period, by name. */
      students: z.array(gridStudent),
      cells: z.array(gridCell),
      /** Days with lessons that are no school days by the calendar: their marks are in no average. */
      daysOff: z.array(isoDate),
    }),
  ),
  /** One student × the week of the day (Monday–Sunday), in every class he was in. */
  'marks.studentWeek': query(
    z.strictObject({ studentId: id, date: isoDate }),
    z.strictObject({
      fullName: z.string(),
      classId: id.nullable(),
      className: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      lessons: z.array(gridLesson),
      cells: z.array(gridCell),
    }),
  ),
  /** Final marks of a class: students × subjects × periods. */
  'marks.finals': query(
    z.strictObject({ classId: id }),
    z.strictObject({
      students: z.array(z.strictObject({ id, fullName: z.string() })),
      subjects: z.array(z.strictObject({ id, name: z.string() })),
      cells: z.array(
        z.strictObject({ studentId: id, subjectId: id, period: finalPeriod, ...markText }),
      ),
    }),
  ),
} as const;
