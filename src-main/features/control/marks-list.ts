import type { Knex } from 'knex';
import type { ControlMarkRow, TimelinessChoice } from '../../contract/control.ts';
import type { Condition } from '../../database/conditions.ts';
import { allOf, amongSql, condition, equal } from '../../database/conditions.ts';
import { compareDates } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Page } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import { scopeOf } from './scope.ts';
import type { WordIds } from './conditions.ts';
import {
  lessonOrder,
  onlyStudents,
  orderJoin,
  scopeConditions,
  searchIds,
  wordConditions,
} from './conditions.ts';
import { markRows, timelinessSql } from './mark-rows.ts';
import { namesOf } from './names.ts';
import type { DayCount } from './page-days.ts';
import { pageDays } from './page-days.ts';

type Sort = Asked<'control.listLateMarks'>['sort'];

interface Question {
  readonly where: Condition;
  readonly wanted: TimelinessChoice;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

interface MarkIds {
  readonly total: number;
  /** In order. */
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
    WHERE ${amongSql('l.id')} AND ${timelinessSql(wanted)} ORDER BY p.search, m.id`,
    [JSON.stringify(lessons.map(({ id }) => id))],
  );
  const byLesson = Map.groupBy(rows, ({ lessonId }) => lessonId);
  return lessons.flatMap(({ id }) => (byLesson.get(id) ?? []).map((row) => row.id));
};

interface Figures {
  readonly total: number;
  readonly lessons: readonly PageLesson[];
}

/** Lessons in order with the number of wanted marks before each. */
const walk = async (
  db: Knex,
  { where, wanted, sort }: Question,
  { first, count }: { readonly first: number; readonly count: number },
): Promise<Figures> => {
  const n = countSql[wanted];
  const rows: (PageLesson & { readonly total: number })[] = await db.raw(
    `SELECT id, upto - n AS before, total FROM (
      SELECT f.lesson_id AS id, ${n} AS n, sum(${n}) OVER () AS total,
        sum(${n}) OVER (ORDER BY ${lessonOrder(sort)} ROWS UNBOUNDED PRECEDING) AS upto
      FROM lesson_figures f ${orderJoin(sort)} WHERE ${where.sql} AND ${n} > 0)
    WHERE upto > ? AND upto - n < ? ORDER BY upto`,
    [...where.bindings, first, first + count],
  );
  return { total: rows[0]?.total ?? 0, lessons: rows };
};

/** In the order of days: counts by day find the few days of the page first. */
const walkByDay = async (db: Knex, question: Question): Promise<Figures> => {
  const { where, wanted, sort, offset, limit } = question;
  const n = countSql[wanted];
  const rows: DayCount[] = await db.raw(
    `SELECT f.on_date AS day, sum(${n}) AS n FROM lesson_figures f WHERE ${where.sql} AND ${n} > 0
    GROUP BY f.on_date ORDER BY f.on_date`,
    where.bindings,
  );
  const days = sort?.descending === false ? rows : rows.toReversed();
  const total = days.reduce((sum, day) => sum + day.n, 0);
  const page = pageDays(days, offset, limit);
  if (page === null) return { total, lessons: [] };
  const { before } = page;
  const bounds = [page.first, page.last].toSorted(compareDates);
  const ofDays = condition('f.on_date BETWEEN ? AND ?', ...bounds);
  const { lessons } = await walk(
    db,
    { ...question, where: allOf([ofDays, where]) },
    { first: offset - before, count: limit },
  );
  return { total, lessons: lessons.map((one) => ({ ...one, before: one.before + before })) };
};

/** Wanted marks of the lessons that fit. */
const wantedIn = async (db: Knex, where: Condition, wanted: TimelinessChoice): Promise<number> => {
  const [row]: { n: number }[] = await db.raw(
    `SELECT ifnull(sum(${countSql[wanted]}), 0) AS n FROM lesson_figures f WHERE ${where.sql}`,
    where.bindings,
  );
  return row?.n ?? 0;
};

/**
 * The figures of lessons tell how many marks stand before each lesson, so only the lessons of the
 * page are opened, whatever the number of marks.
 */
const pageByFigures = async (db: Knex, question: Question): Promise<MarkIds> => {
  const { wanted, sort, offset, limit } = question;
  const isByDay = sort === null || sort.column === 'date';
  const { total, lessons } = isByDay
    ? await walkByDay(db, question)
    : await walk(db, question, { first: offset, count: limit });
  const ids = await marksOfLessons(db, lessons, wanted);
  const skipped = offset - (lessons[0]?.before ?? offset);
  return {
    // A page past the last row carries no total with it.
    total: lessons.length === 0 ? await wantedIn(db, question.where, wanted) : total,
    ids: ids.slice(skipped, skipped + limit),
  };
};

/** About how many marks a student gathers through the years: what reading them by student costs. */
const marksOfStudent = 1500;

const fromLessons =
  'lesson_figures f CROSS JOIN marks m ON m.lesson_id = f.lesson_id AND m.ended_at IS NULL';
const fromStudents = `(SELECT value AS id FROM json_each(?)) p
  CROSS JOIN marks m ON m.student_id = p.id AND m.ended_at IS NULL
  CROSS JOIN lessons l ON l.id = m.lesson_id
  CROSS JOIN lesson_figures f ON f.on_date = l.on_date AND f.lesson_id = l.id`;

/** A search that names students: their marks, or those of the lessons of the scope, the fewer. */
const pageBySearch = async (
  db: Knex,
  { where: scope, wanted, sort, offset, limit }: Question,
  words: readonly WordIds[],
): Promise<MarkIds> => {
  const few = onlyStudents(words);
  const isByStudent =
    few !== null && few.length * marksOfStudent < (await wantedIn(db, scope, wanted));
  const where = allOf([scope, ...wordConditions(words)]);
  const from = isByStudent ? fromStudents : fromLessons;
  const bindings = [...(isByStudent ? [JSON.stringify(few)] : []), ...where.bindings];
  const fits = `${where.sql} AND ${countSql[wanted]} > 0 AND ${timelinessSql(wanted)}`;
  const rows: { id: number; total: number }[] = await db.raw(
    `SELECT m.id, count(*) OVER () AS total FROM ${from} ${orderJoin(sort)} WHERE ${fits}
    ORDER BY ${lessonOrder(sort)}, m.id LIMIT ? OFFSET ?`,
    [...bindings, limit, offset],
  );
  if (rows.length > 0 || offset === 0)
    return { total: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
  // A page past the last row carries no total with it.
  const [counted]: { total: number }[] = await db.raw(
    `SELECT count(*) AS total FROM ${from} WHERE ${fits}`,
    bindings,
  );
  return { total: counted?.total ?? 0, ids: [] };
};

/** Marks by the time of their entry (S2 §1.3): late ones unless asked for others. */
export const markPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: Asked<'control.listLateMarks'>,
  today: IsoDate,
): Promise<Page<ControlMarkRow>> => {
  const scope = scopeOf(filters, today);
  const names = await namesOf(db, scope.period);
  const words = await searchIds(db, search, names, true);
  const { lessonId } = filters;
  const where = allOf([
    ...scopeConditions(scope, names),
    ...(lessonId === undefined ? [] : [equal('f.lesson_id')(lessonId)]),
  ]);
  const question = { where, wanted: filters.timeliness ?? 'late', sort, offset, limit };
  const isAboutStudents = words.some(({ students }) => students.length > 0);
  const { total, ids } = isAboutStudents
    ? await pageBySearch(db, question, words)
    : await pageByFigures(db, { ...question, where: allOf([where, ...wordConditions(words)]) });
  return { total, rows: await markRows(db, ids, names, question.wanted) };
};
