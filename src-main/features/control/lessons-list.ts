import type { Knex } from 'knex';
import type { ControlLessonRow, LessonFault } from '../../contract/control.ts';
import { assertNever } from '../../contract/errors.ts';
import { allOf, amongSql, condition } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Page } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import { scopeOf } from './scope.ts';
import {
  lessonOrder,
  orderJoin,
  scopeConditions,
  searchIds,
  wordConditions,
} from './conditions.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';

const faultSql = (fault: LessonFault): string => {
  switch (fault) {
    case 'no-homework':
      return 'f.described AND NOT f.homework';
    case 'no-topic':
      return 'f.described AND NOT f.topic';
    case 'undescribed':
      return 'NOT f.described';
    case 'no-marks':
      return 'f.graded = 0';
    case 'late-marks':
      return 'f.late > 0';
    default:
      return assertNever(fault);
  }
};

export interface LessonRecord {
  readonly id: number;
  readonly onDate: IsoDate;
  readonly classId: number;
  readonly subjectId: number;
  readonly teacherId: number | null;
  readonly ordinal: number;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly described: 0 | 1;
  readonly marks: number;
  readonly onTime: number;
  readonly late: number;
}

/** What every row about a lesson begins with. */
export const lessonHead = (
  row: Omit<LessonRecord, 'topic' | 'homework' | 'described' | 'marks' | 'onTime' | 'late'>,
  names: Names,
) => ({
  lessonId: row.id,
  date: row.onDate,
  classId: row.classId,
  className: names.classes.find(({ id }) => id === row.classId)?.title ?? '',
  subjectId: row.subjectId,
  subject: names.subjects.get(row.subjectId) ?? '',
  ordinal: row.ordinal,
  teacherId: row.teacherId,
  teacherName: row.teacherId === null ? null : (names.teachers.get(row.teacherId) ?? null),
});

const toRow = (row: LessonRecord, names: Names): ControlLessonRow => ({
  ...lessonHead(row, names),
  id: row.id,
  topic: row.topic,
  homework: row.homework,
  described: row.described === 1,
  marks: row.marks,
  onTime: row.onTime,
  late: row.late,
  unknown: row.marks - row.onTime - row.late,
});

const readLessons = async (db: Knex, ids: readonly number[]): Promise<readonly LessonRecord[]> => {
  const rows: LessonRecord[] = await db.raw(
    `SELECT l.id, l.on_date AS onDate, l.class_id AS classId, l.subject_id AS subjectId,
      l.teacher_id AS teacherId, l.ordinal, l.topic, l.homework, l.described,
      f.graded AS marks, f.on_time AS onTime, f.late
    FROM lessons l JOIN lesson_figures f ON f.on_date = l.on_date AND f.lesson_id = l.id
    WHERE ${amongSql('l.id')}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** Lessons of the period with one fault, or all of them; newest first. */
export const lessonPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: Asked<'control.listLessons'>,
  today: IsoDate,
): Promise<Page<ControlLessonRow>> => {
  const scope = scopeOf(filters, today);
  const names = await namesOf(db, scope.period);
  const where = allOf([
    ...scopeConditions(scope, names),
    ...(filters.fault === undefined ? [] : [condition(faultSql(filters.fault))]),
    ...wordConditions(await searchIds(db, search, names, false)),
  ]);
  const counted: { n: number }[] = await db.raw(
    `SELECT count(*) AS n FROM lesson_figures f WHERE ${where.sql}`,
    where.bindings,
  );
  const ids: { id: number }[] = await db.raw(
    `SELECT f.lesson_id AS id FROM lesson_figures f ${orderJoin(sort)} WHERE ${where.sql}
    ORDER BY ${lessonOrder(sort)} LIMIT ? OFFSET ?`,
    [...where.bindings, limit, offset],
  );
  const rows = await readLessons(
    db,
    ids.map(({ id }) => id),
  );
  return { total: counted[0]?.n ?? 0, rows: rows.map((row) => toRow(row, names)) };
};
