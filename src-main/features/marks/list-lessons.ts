import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, condition, equal, where, whereOf } from '../../database/conditions.ts';
import { searchWords } from '../../domain/names.ts';
import type { MemoryList, TableListOf } from '../lists/index.ts';
import { conditionsOf, orderOf, pageInMemory } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import { lessonUnknown } from './lessons.ts';
import { isNarrow, lessonFilters, scopeNeeded } from './scope.ts';
import { asLesson, lessonsWithNames } from './named-rows.ts';

type Question = Asked<'marks.listLessons'>;
type Missing = NonNullable<Question['filters']['missing']>;

const noMarks =
  'NOT EXISTS (SELECT 1 FROM marks m WHERE m.lesson_id = l.id AND m.ended_at IS NULL)';

const missingSql: Readonly<Record<Missing, string>> = {
  description: 'l.described = 0',
  topic: `l.described = 1 AND trim(ifnull(l.topic, '')) = ''`,
  homework: `l.described = 1 AND trim(ifnull(l.homework, '')) = ''`,
  marks: noMarks,
};

const list: TableListOf<'marks.listLessons'> = {
  // The words of a lesson are not kept folded: they are searched in memory.
  search: [],
  filters: {
    ...lessonFilters,
    teacherId: equal('l.teacher_id'),
    missing: (missing) => condition(missingSql[missing]),
  },
  columns: { date: ['l.on_date', 'l.id'] },
  usual: { column: 'date', descending: true },
  ties: [],
};

const countMarks = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const rows: { lessonId: number; marks: number }[] = await db('marks')
    .modify(where, among('lesson_id', ids))
    .whereNull('ended_at')
    .groupBy('lesson_id')
    .select({ lessonId: 'lesson_id' })
    .count({ marks: '*' });
  return new Map(rows.map(({ lessonId, marks }) => [lessonId, marks]));
};

interface Found {
  readonly id: number;
  readonly words: string;
}

const found: MemoryList<Found, object, 'date'> = {
  search: ({ words }) => words,
  filters: {},
  columns: { date: null },
  usual: null,
};

/** Lessons of the scope in the order of the list, with their words where they are searched. */
const lessonsOfScope = async (db: Knex, question: Question): Promise<readonly Found[]> => {
  const scope = whereOf(conditionsOf({ ...question, search: '' }, list));
  const isSearched = searchWords(question.search).length > 0;
  const words = isSearched
    ? `s.name || ' ' || ifnull(l.topic, '') || ' ' || ifnull(l.homework, '')`
    : `''`;
  return await db.raw(
    `SELECT l.id, ${words} AS words FROM lessons l
    ${isSearched ? 'JOIN subjects s ON s.id = l.subject_id' : ''}
    ${scope.sql} ORDER BY ${orderOf(question.sort, list)}`,
    scope.bindings,
  );
};

/** @throws OfficeError `lesson-unknown` */
export const readLesson = async (
  db: Knex,
  id: number,
): Promise<OperationOutput<'marks.lesson'>> => {
  const [record]: Parameters<typeof asLesson>[0][] = await lessonsWithNames(db).where('l.id', id);
  if (!record) throw lessonUnknown();
  return asLesson(record);
};

/** @throws OfficeError `scope-needed` */
export const listLessons = async (
  db: Knex,
  question: Question,
): Promise<OperationOutput<'marks.listLessons'>> => {
  const { filters } = question;
  if (filters.classId === undefined && filters.teacherId === undefined && !isNarrow(filters))
    throw scopeNeeded('класс, педагога');
  const lessons = await lessonsOfScope(db, question);
  // SQL has narrowed and sorted them already.
  const { total, rows: onPage } = pageInMemory(
    lessons,
    { ...question, filters: {}, sort: null },
    found,
  );
  const page = onPage.map(({ id }) => id);
  const records: Parameters<typeof asLesson>[0][] = await lessonsWithNames(db).modify(
    where,
    among('l.id', page),
  );
  const marks = await countMarks(db, page);
  const byId = new Map(records.map((record) => [record.id, record]));
  const rows = page.flatMap((id) => {
    const record = byId.get(id);
    return record ? [{ ...asLesson(record), marks: marks.get(id) ?? 0 }] : [];
  });
  return { total, rows };
};
