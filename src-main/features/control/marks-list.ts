import type { Knex } from 'knex';
import type { ControlMarkRow, TimelinessChoice } from '../../contract/control.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from './asked.ts';
import { among, scopeOf } from './asked.ts';
import type { Condition } from './conditions.ts';
import {
  allOf,
  onlyStudents,
  orderJoin,
  orderOf,
  scopeConditions,
  searchIds,
  wordConditions,
} from './conditions.ts';
import { markRows, timelinessSql } from './mark-rows.ts';
import { namesOf } from './names.ts';

type Sort = Asked<'control.listLateMarks'>['sort'];

interface Question {
  readonly where: Condition;
  readonly wanted: TimelinessChoice;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

interface Page {
  readonly total: number;
  /** Of marks, in order. */
  readonly ids: readonly number[];
}

/** How many marks of a lesson are wanted, from its figures alone. */
const countSql: Readonly<Record<TimelinessChoice, string>> = {
  late: 'f.late',
  'on-time': 'f.on_time',
  unknown: '(f.graded - f.on_time - f.late)',
};

interface PageLesson {
  readonly id: number;
  /** Wanted marks of the lessons before it. */
  readonly before: number;
}

const marksOfLessons = async (
  db: Knex,
  lessons: readonly PageLesson[],
  wanted: TimelinessChoice,
): Promise<readonly number[]> => {
  const rows: { id: number; lessonId: number; name: string }[] = await db.raw(
    `SELECT m.id, m.lesson_id AS lessonId, p.search AS name
    FROM lessons l JOIN lesson_figures f ON f.on_date = l.on_date AND f.lesson_id = l.id
      JOIN marks m ON m.lesson_id = l.id AND m.ended_at IS NULL
      JOIN students p ON p.id = m.student_id
    WHERE ${among('l.id')} AND ${timelinessSql(wanted)} ORDER BY p.search, m.id`,
    [JSON.stringify(lessons.map(({ id }) => id))],
  );
  const byLesson = Map.groupBy(rows, ({ lessonId }) => lessonId);
  return lessons.flatMap(({ id }) => (byLesson.get(id) ?? []).map((row) => row.id));
};

/**
 * Without a search: the figures of lessons tell how many marks stand before each lesson, so only
 * the lessons of the page are opened, whatever the number of marks.
 */
const pageByFigures = async (
  db: Knex,
  { where, wanted, sort, offset, limit }: Question,
): Promise<Page> => {
  const n = countSql[wanted];
  const counted: { total: number }[] = await db.raw(
    `SELECT ifnull(sum(${n}), 0) AS total FROM lesson_figures f WHERE ${where.sql}`,
    [...where.bindings],
  );
  const lessons: PageLesson[] = await db.raw(
    `SELECT id, upto - n AS before FROM (
      SELECT f.lesson_id AS id, ${n} AS n,
        sum(${n}) OVER (ORDER BY ${orderOf(sort)} ROWS UNBOUNDED PRECEDING) AS upto
      FROM lesson_figures f ${orderJoin(sort)} WHERE ${where.sql} AND ${n} > 0)
    WHERE upto > ? AND upto - n < ? ORDER BY upto`,
    [...where.bindings, offset, offset + limit],
  );
  const ids = await marksOfLessons(db, lessons, wanted);
  const skipped = offset - (lessons[0]?.before ?? offset);
  return { total: counted[0]?.total ?? 0, ids: ids.slice(skipped, skipped + limit) };
};

/** With a search: the marks of the few students it names, or those of the lessons it leaves. */
const pageBySearch = async (
  db: Knex,
  { where, wanted, sort, offset, limit }: Question,
  students: readonly number[] | null,
): Promise<Page> => {
  const from =
    students === null
      ? `lesson_figures f CROSS JOIN marks m ON m.lesson_id = f.lesson_id AND m.ended_at IS NULL`
      : `(SELECT value AS id FROM json_each(?)) p
        CROSS JOIN marks m ON m.student_id = p.id AND m.ended_at IS NULL
        CROSS JOIN lessons l ON l.id = m.lesson_id
        CROSS JOIN lesson_figures f ON f.on_date = l.on_date AND f.lesson_id = l.id`;
  const bindings = [...(students === null ? [] : [JSON.stringify(students)]), ...where.bindings];
  const condition = `${where.sql} AND ${countSql[wanted]} > 0 AND ${timelinessSql(wanted)}`;
  const counted: { total: number }[] = await db.raw(
    `SELECT count(*) AS total FROM ${from} WHERE ${condition}`,
    bindings,
  );
  const rows: { id: number }[] = await db.raw(
    `SELECT m.id FROM ${from} ${orderJoin(sort)} WHERE ${condition}
    ORDER BY ${orderOf(sort)}, m.id LIMIT ? OFFSET ?`,
    [...bindings, limit, offset],
  );
  return { total: counted[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
};

/** Marks by the time of their entry (S2 §1.3): late ones unless asked for others. */
export const markPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: Asked<'control.listLateMarks'>,
  today: IsoDate,
): Promise<{ readonly total: number; readonly rows: ControlMarkRow[] }> => {
  const scope = scopeOf(filters, today);
  const names = await namesOf(db, scope.period);
  const words = fold(search) === '' ? [] : await searchIds(db, search, names, true);
  const { lessonId } = filters;
  const where = allOf([
    ...scopeConditions(scope, names),
    ...(lessonId === undefined ? [] : [{ sql: 'f.lesson_id = ?', bindings: [lessonId] }]),
    ...wordConditions(words),
  ]);
  const question = { where, wanted: filters.timeliness ?? 'late', sort, offset, limit };
  const { total, ids } =
    words.length === 0
      ? await pageByFigures(db, question)
      : await pageBySearch(db, question, onlyStudents(words));
  return { total, rows: await markRows(db, ids, names, question.wanted) };
};
