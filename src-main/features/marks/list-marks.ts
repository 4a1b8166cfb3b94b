import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { amongSql } from '../../database/conditions.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from './asked.ts';
import type { Condition } from './scope.ts';
import { isNarrow, lessonConditions, scopeNeeded, valuesOf, whereOf } from './scope.ts';
import { marksByIds } from './shown.ts';

/**
 * A page of marks out of 1.5 million: the ids of the page come from the indexes in the order of
 * days, only the rows of the page are read whole.
 */

type Question = Asked<'marks.listMarks'>;
type State = NonNullable<Question['filters']['state']>;

/** A question mark inside quotes would be a binding to knex, and an escaped one stays escaped. */
const stateCondition = (db: Knex, state: State): Condition => {
  if (state === 'history') return { sql: 'm.ended_at IS NOT NULL', values: [] };
  if (state === 'standing') return { sql: 'm.ended_at IS NULL', values: [] };
  return { sql: 'm.ended_at IS NULL AND ?', values: [db.raw(`instr(m.codes, '?') > 0`)] };
};

/** Order of the joins is fixed: left alone, the planner may begin with all marks or all days. */
const joinedFrom = (byStudent: boolean, state: State): string => {
  if (byStudent) return 'marks m CROSS JOIN lessons l ON l.id = m.lesson_id';
  return state === 'unknown'
    ? 'marks m INDEXED BY marks_unknown CROSS JOIN lessons l ON l.id = m.lesson_id'
    : 'lessons l CROSS JOIN marks m ON m.lesson_id = l.id';
};

/** Students whose name holds every word. */
const namedStudents = async (db: Knex, search: string): Promise<readonly number[] | null> => {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const query = db('students').select('id');
  for (const word of words) void query.whereRaw(`instr(search, ?) > 0`, [word]);
  const rows: { id: number }[] = await query;
  return rows.map(({ id }) => id);
};

const studentConditions = async (db: Knex, question: Question): Promise<readonly Condition[]> => {
  const { studentId } = question.filters;
  const named = await namedStudents(db, question.search);
  return [
    ...(studentId === undefined ? [] : [{ sql: 'm.student_id = ?', values: [studentId] }]),
    ...(named ? [{ sql: amongSql('+m.student_id'), values: [JSON.stringify(named)] }] : []),
  ];
};

/** Standing marks of lessons are counted already, lesson by lesson. */
const figuresTotal = async (db: Knex, scope: readonly Condition[]): Promise<number> => {
  const sql = whereOf(scope).replaceAll('l.', 'f.');
  const [row]: { total: number | null }[] = await db.raw(
    `SELECT sum(f.cells) AS total FROM lesson_figures f ${sql}`,
    valuesOf(scope),
  );
  return row?.total ?? 0;
};

/** Nothing is asked of the lessons: they need not be read to count. */
const fromMarks = (conditions: readonly Condition[]): string =>
  `FROM marks m ${whereOf(conditions)}`;

const totalOf = async (
  db: Knex,
  joined: string,
  conditions: readonly Condition[],
): Promise<number> => {
  const [row]: { total: number }[] = await db.raw(
    `SELECT count(*) AS total ${joined}`,
    valuesOf(conditions),
  );
  return row?.total ?? 0;
};

/** @throws OfficeError `scope-needed` */
export const listMarks = async (
  db: Knex,
  question: Question,
): Promise<OperationOutput<'marks.listMarks'>> => {
  const { filters, sort, offset, limit } = question;
  const { state = 'standing', studentId } = filters;
  const isScoped = filters.classId !== undefined || studentId !== undefined || isNarrow(filters);
  if (!isScoped && state !== 'unknown') throw scopeNeeded('класс, ученика');
  const lessons = lessonConditions(filters);
  const students = await studentConditions(db, question);
  const conditions = [...lessons, ...students, stateCondition(db, state)];
  const joined = `FROM ${joinedFrom(studentId !== undefined, state)} ${whereOf(conditions)}`;
  const way = sort?.descending === false ? 'ASC' : 'DESC';
  const ids: { id: number }[] = await db.raw(
    `SELECT m.id ${joined} ORDER BY l.on_date ${way}, l.id ${way}, m.student_id, m.id LIMIT ? OFFSET ?`,
    [...valuesOf(conditions), limit, offset],
  );
  const isCounted = students.length === 0 && state === 'standing' && filters.classId === undefined;
  const total = isCounted
    ? await figuresTotal(db, lessons)
    : await totalOf(db, lessons.length === 0 ? fromMarks(conditions) : joined, conditions);
  const rows = await marksByIds(
    db,
    ids.map(({ id }) => id),
  );
  return { total, rows };
};

/** Every mark that ever stood in a cell, the newest first. */
export const historyOf = async (
  db: Knex,
  { lessonId, studentId }: Asked<'marks.history'>,
): Promise<OperationOutput<'marks.history'>> => {
  const ids: { id: number }[] = await db('marks')
    .where({ lesson_id: lessonId, student_id: studentId })
    .orderBy('id', 'desc')
    .select('id');
  return {
    marks: await marksByIds(
      db,
      ids.map(({ id }) => id),
    ),
  };
};
