import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, where } from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import { hasUnknownCode, showCodes } from '../../domain/mark-codes.ts';

/** Rows of lessons and marks as the screens show them. */

type Lesson = OperationOutput<'marks.grid'>['lessons'][number];
type Mark = OperationOutput<'marks.history'>['marks'][number];

/** Lessons `l` with class `c`, subject `s` and teacher `t`. */
export const lessonsWithNames = (db: Knex): Knex.QueryBuilder =>
  db({ l: 'lessons' })
    .join({ c: 'classes' }, 'c.id', 'l.class_id')
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .leftJoin({ t: 'teachers' }, 't.id', 'l.teacher_id')
    .select({
      id: 'l.id',
      classId: 'l.class_id',
      className: db.raw(classNameSql('c')),
      subjectId: 'l.subject_id',
      subject: 's.name',
      date: 'l.on_date',
      ordinal: 'l.ordinal',
      topic: 'l.topic',
      homework: 'l.homework',
      teacherId: 'l.teacher_id',
      teacher: db.raw(fullNameSql('t')),
      described: 'l.described',
    });

export const asLesson = (row: Stored<Lesson>): Lesson => ({
  ...row,
  described: row.described === 1,
});

/** A cell with what it shows in place of its codes. */
export const asCell = <C extends { readonly codes: string }>({ codes, ...cell }: C) => ({
  ...cell,
  shown: showCodes(codes),
  unknown: hasUnknownCode(codes),
});

type KeptMark = Omit<Mark, 'shown' | 'unknown'> & { readonly codes: string };

/** Marks by ids, in the order of the ids. */
export const marksByIds = async (db: Knex, ids: readonly number[]): Promise<readonly Mark[]> => {
  const rows: KeptMark[] = await db({ m: 'marks' })
    .join({ l: 'lessons' }, 'l.id', 'm.lesson_id')
    .join({ c: 'classes' }, 'c.id', 'l.class_id')
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .join({ p: 'students' }, 'p.id', 'm.student_id')
    .modify(where, among('m.id', ids))
    .select({
      id: 'm.id',
      lessonId: 'm.lesson_id',
      studentId: 'm.student_id',
      fullName: db.raw(fullNameSql('p')),
      className: db.raw(classNameSql('c')),
      subject: 's.name',
      date: 'l.on_date',
      ordinal: 'l.ordinal',
      text: 'm.text',
      codes: 'm.codes',
      enteredOn: 'm.entered_on',
      seenAt: 'm.seen_at',
      unseenAt: 'm.unseen_at',
      endedAt: 'm.ended_at',
      endedReason: 'm.ended_reason',
    });
  const byId = new Map(rows.map((row) => [row.id, asCell(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};
