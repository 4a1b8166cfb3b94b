import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, where } from '../../database/conditions.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from './asked.ts';
import { lessonUnknown } from './lessons.ts';
import type { Condition } from './scope.ts';
import { isNarrow, lessonConditions, scopeNeeded, valuesOf, whereOf } from './scope.ts';
import { asLesson, lessonsWithNames } from './shown.ts';

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

const conditionsOf = ({ filters }: Question): readonly Condition[] => [
  ...lessonConditions(filters),
  ...(filters.teacherId === undefined
    ? []
    : [{ sql: 'l.teacher_id = ?', values: [filters.teacherId] }]),
  ...(filters.missing === undefined ? [] : [{ sql: missingSql[filters.missing], values: [] }]),
];

const countMarks = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const rows: { lesson_id: number; marks: number }[] = await db('marks')
    .modify(where, among('lesson_id', ids))
    .whereNull('ended_at')
    .groupBy('lesson_id')
    .select('lesson_id')
    .count({ marks: '*' });
  return new Map(rows.map((row) => [row.lesson_id, row.marks]));
};

interface Told {
  readonly id: number;
  readonly words: string;
}

/** Ids of the scope in the order of the list; every word of the search occurs in the lesson. */
const idsOf = async (db: Knex, question: Question): Promise<readonly number[]> => {
  const conditions = conditionsOf(question);
  const way = question.sort?.descending === false ? 'ASC' : 'DESC';
  const words = fold(question.search)
    .split(' ')
    .filter((word) => word !== '');
  const told =
    words.length === 0
      ? `''`
      : `s.name || ' ' || ifnull(l.topic, '') || ' ' || ifnull(l.homework, '')`;
  const rows: Told[] = await db.raw(
    `SELECT l.id, ${told} AS words FROM lessons l ${words.length === 0 ? '' : 'JOIN subjects s ON s.id = l.subject_id'}
     ${whereOf(conditions)} ORDER BY l.on_date ${way}, l.id ${way}`,
    valuesOf(conditions),
  );
  const found =
    words.length === 0
      ? rows
      : rows.filter((row) => {
          const text = fold(row.words);
          return words.every((word) => text.includes(word));
        });
  return found.map(({ id }) => id);
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
  const { filters, offset, limit } = question;
  if (filters.classId === undefined && filters.teacherId === undefined && !isNarrow(filters))
    throw scopeNeeded('класс, педагога');
  const ids = await idsOf(db, question);
  const page = ids.slice(offset, offset + limit);
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
  return { total: ids.length, rows };
};
