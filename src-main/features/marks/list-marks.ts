import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Condition } from '../../database/conditions.ts';
import { among, condition, containing, equal, where, whereOf } from '../../database/conditions.ts';
import type { TableListOf } from '../lists/index.ts';
import { conditionsOf, orderOf } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import { isNarrow, lessonFilters, scopeNeeded } from './scope.ts';
import { marksByIds } from './named-rows.ts';

/**
 * A page of marks out of 1.5 million: the ids of the page come from the indexes in the order of
 * days, only the rows of the page are read whole.
 */

type Question = Asked<'marks.listMarks'>;
type State = NonNullable<Question['filters']['state']>;

/** A question mark inside quotes would be a binding to knex, and an escaped one stays escaped. */
const stateCondition = (db: Knex, state: State): Condition => {
  if (state === 'history') return condition('m.ended_at IS NOT NULL');
  if (state === 'standing') return condition('m.ended_at IS NULL');
  return condition('m.ended_at IS NULL AND ?', db.raw(`instr(m.codes, '?') > 0`));
};

/** Order of the joins is fixed: left alone, the planner may begin with all marks or all days. */
const joinedFrom = (byStudent: boolean, state: State): string => {
  if (byStudent) return 'marks m CROSS JOIN lessons l ON l.id = m.lesson_id';
  return state === 'unknown'
    ? 'marks m INDEXED BY marks_unknown CROSS JOIN lessons l ON l.id = m.lesson_id'
    : 'lessons l CROSS JOIN marks m ON m.lesson_id = l.id';
};

/** Students whose name holds every word; null when nothing is searched. */
const namedStudents = async (db: Knex, search: string): Promise<readonly number[] | null> => {
  const words = containing(['search'], search);
  if (words.length === 0) return null;
  return await db('students')
    .modify(where, ...words)
    .pluck('id');
};

const studentConditions = async (db: Knex, question: Question): Promise<readonly Condition[]> => {
  const { studentId } = question.filters;
  const named = await namedStudents(db, question.search);
  return [
    ...(studentId === undefined ? [] : [equal('m.student_id')(studentId)]),
    ...(named ? [among('+m.student_id', named)] : []),
  ];
};

const list: TableListOf<'marks.listMarks'> = {
  // Students are looked for first.
  search: [],
  filters: { ...lessonFilters, studentId: null, state: null },
  columns: { date: ['l.on_date', 'l.id'] },
  usual: { column: 'date', descending: true },
  ties: ['m.student_id', 'm.id'],
};

/** Standing marks of lessons are counted already, lesson by lesson. */
const figuresTotal = async (db: Knex, scope: readonly Condition[]): Promise<number> => {
  const { sql, bindings } = whereOf(scope);
  const [row]: { total: number | null }[] = await db.raw(
    `SELECT sum(f.cells) AS total FROM lesson_figures f ${sql.replaceAll('l.', 'f.')}`,
    bindings,
  );
  return row?.total ?? 0;
};

const totalOf = async (db: Knex, { sql, bindings }: Condition): Promise<number> => {
  const [row]: { total: number }[] = await db.raw(`SELECT count(*) AS total ${sql}`, bindings);
  return row?.total ?? 0;
};

const fromWhere = (tables: string, conditions: readonly Condition[]): Condition => {
  const { sql, bindings } = whereOf(conditions);
  return { sql: `FROM ${tables} ${sql}`, bindings };
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
  const lessons = conditionsOf({ search: '', filters }, list);
  const students = await studentConditions(db, question);
  const conditions = [...lessons, ...students, stateCondition(db, state)];
  const joined = fromWhere(joinedFrom(studentId !== undefined, state), conditions);
  const ids: { id: number }[] = await db.raw(
    `SELECT m.id ${joined.sql} ORDER BY ${orderOf(sort, list)} LIMIT ? OFFSET ?`,
    [...joined.bindings, limit, offset],
  );
  const isCounted = students.length === 0 && state === 'standing' && filters.classId === undefined;
  // Where nothing is asked of the lessons, they need not be read to count.
  const counted = lessons.length === 0 ? fromWhere('marks m', conditions) : joined;
  const total = isCounted ? await figuresTotal(db, lessons) : await totalOf(db, counted);
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
