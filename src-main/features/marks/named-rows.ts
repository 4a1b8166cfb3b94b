import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { className } from '../../domain/classes.ts';
import { hasUnknownCode, showCodes } from '../../domain/mark-codes.ts';
import { fullName } from '../../domain/names.ts';

/** Rows of lessons and marks as the screens show them. */

interface LessonRecord {
  readonly id: number;
  readonly class_id: number;
  readonly parallel: number;
  readonly letter: string;
  readonly subject_id: number;
  readonly subject: string;
  readonly on_date: string;
  readonly ordinal: number;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacher_id: number | null;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly middle_name: string | null;
  readonly described: 0 | 1;
}

/** Lessons `l` with class `c`, subject `s` and teacher `t`. */
export const lessonsWithNames = (db: Knex): Knex.QueryBuilder =>
  db({ l: 'lessons' })
    .join({ c: 'classes' }, 'c.id', 'l.class_id')
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .leftJoin({ t: 'teachers' }, 't.id', 'l.teacher_id')
    .select('l.*', 'c.parallel', 'c.letter', { subject: 's.name' })
    .select('t.last_name', 't.first_name', 't.middle_name');

export const asLesson = (row: LessonRecord) => ({
  id: row.id,
  classId: row.class_id,
  className: className(row),
  subjectId: row.subject_id,
  subject: row.subject,
  date: row.on_date,
  ordinal: row.ordinal,
  topic: row.topic,
  homework: row.homework,
  teacherId: row.teacher_id,
  teacher:
    row.last_name === null
      ? null
      : fullName({
          lastName: row.last_name,
          firstName: row.first_name ?? '',
          middleName: row.middle_name,
        }),
  described: row.described === 1,
});

/** What a cell shows, what the grid edits. */
export const cellOf = ({ codes, text }: { readonly codes: string; readonly text: string }) => ({
  shown: showCodes(codes),
  text,
  unknown: hasUnknownCode(codes),
});

interface MarkRecord {
  readonly id: number;
  readonly lesson_id: number;
  readonly student_id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  readonly parallel: number;
  readonly letter: string;
  readonly subject: string;
  readonly on_date: string;
  readonly ordinal: number;
  readonly text: string;
  readonly codes: string;
  readonly entered_on: string | null;
  readonly seen_at: string;
  readonly unseen_at: string | null;
  readonly ended_at: string | null;
  readonly ended_reason: 'changed' | 'vanished' | 'erased' | null;
}

const asMark = (row: MarkRecord) => ({
  id: row.id,
  lessonId: row.lesson_id,
  studentId: row.student_id,
  fullName: fullName({
    lastName: row.last_name,
    firstName: row.first_name,
    middleName: row.middle_name,
  }),
  className: className(row),
  subject: row.subject,
  date: row.on_date,
  ordinal: row.ordinal,
  ...cellOf(row),
  enteredOn: row.entered_on,
  seenAt: row.seen_at,
  unseenAt: row.unseen_at,
  endedAt: row.ended_at,
  endedReason: row.ended_reason,
});

/** Marks by ids, in the order of the ids. */
export const marksByIds = async (db: Knex, ids: readonly number[]) => {
  const rows: MarkRecord[] = await db({ m: 'marks' })
    .join({ l: 'lessons' }, 'l.id', 'm.lesson_id')
    .join({ c: 'classes' }, 'c.id', 'l.class_id')
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .join({ p: 'students' }, 'p.id', 'm.student_id')
    .modify(where, among('m.id', ids))
    .select('m.*', 'l.on_date', 'l.ordinal', 'c.parallel', 'c.letter', { subject: 's.name' })
    .select('p.last_name', 'p.first_name', 'p.middle_name');
  const byId = new Map(rows.map((row) => [row.id, asMark(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};
