import type { Knex } from 'knex';
import type { ControlLessonRow, LessonFault } from '../../contract/control.ts';
import { assertNever } from '../../contract/errors.ts';
import { allOf, amongSql, condition } from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
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

/** Names of what a row about a lesson speaks of. */
export const lessonNames = (
  { classId, subjectId, teacherId }: Pick<ControlLessonRow, 'classId' | 'subjectId' | 'teacherId'>,
  names: Names,
) => ({
  className: names.classes.find(({ id }) => id === classId)?.title ?? '',
  subject: names.subjects.get(subjectId) ?? '',
  teacherName: teacherId === null ? null : (names.teachers.get(teacherId) ?? null),
});

export type LessonNames = ReturnType<typeof lessonNames>;

type Lesson = Stored<Omit<ControlLessonRow, keyof LessonNames | 'unknown'>>;

const toRow = (row: Lesson, names: Names): ControlLessonRow => ({
  ...row,
  ...lessonNames(row, names),
  described: row.described === 1,
  unknown: row.marks - row.onTime - row.late,
});

const readLessons = async (db: Knex, ids: readonly number[]): Promise<readonly Lesson[]> => {
  const rows: Lesson[] = await db.raw(
    `SELECT l.id, l.id AS lessonId, l.on_date AS date, l.class_id AS classId, l.subject_id AS subjectId,
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
