import type { Knex } from 'knex';
import { amongSql } from '../../database/conditions.ts';
import { fold } from '../../domain/names.ts';
import type { Scope } from './asked.ts';
import type { Names } from './names.ts';
import { isInScope } from './gather.ts';

/** SQL over the rows `f` of `lesson_figures`. */
export interface Condition {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  bindings: conditions.flatMap(({ bindings }) => bindings),
});

/** Days, class, subject and teacher asked for. */
export const scopeConditions = (scope: Scope, names: Names): readonly Condition[] => {
  const { passed, classId, subjectId, teacherId, withoutTeacher, parallel } = scope;
  const classes = names.classes.filter((one) => isInScope(scope, one)).map(({ id }) => id);
  return [
    { sql: 'f.on_date BETWEEN ? AND ?', bindings: [passed.from, passed.to] },
    ...(classId === undefined && parallel === undefined
      ? []
      : [{ sql: amongSql('f.class_id'), bindings: [JSON.stringify(classes)] }]),
    ...(subjectId === undefined ? [] : [{ sql: 'f.subject_id = ?', bindings: [subjectId] }]),
    ...(teacherId === undefined ? [] : [{ sql: 'f.teacher_id = ?', bindings: [teacherId] }]),
    ...(withoutTeacher === true ? [{ sql: 'f.teacher_id IS NULL', bindings: [] }] : []),
  ];
};

/** Ids of whatever carries the word in its name. */
export interface WordIds {
  readonly classes: readonly number[];
  readonly subjects: readonly number[];
  readonly teachers: readonly number[];
  /** Only where students are searched too. */
  readonly students: readonly number[];
}

const idsOf = (names: ReadonlyMap<number, string>, word: string): readonly number[] =>
  [...names].filter(([, name]) => fold(name).includes(word)).map(([id]) => id);

const studentsOf = async (db: Knex, word: string): Promise<readonly number[]> =>
  await db('students').whereRaw(`instr(search, ?) > 0`, [word]).pluck('id');

/** What every word of a search stands for; no words, no conditions. */
export const searchIds = async (
  db: Knex,
  text: string,
  names: Names,
  withStudents: boolean,
): Promise<readonly WordIds[]> => {
  const classes = new Map(names.classes.map(({ id, title }) => [id, title]));
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  return await Promise.all(
    words.map(async (word) => ({
      classes: idsOf(classes, word),
      subjects: idsOf(names.subjects, word),
      teachers: idsOf(names.teachers, word),
      students: withStudents ? await studentsOf(db, word) : [],
    })),
  );
};

const places = [
  ['classes', 'f.class_id'],
  ['subjects', 'f.subject_id'],
  ['teachers', 'f.teacher_id'],
  // The plus keeps the planner from seeking each student in each lesson: a lesson has few marks.
  ['students', '+m.student_id'],
] as const;

/** A row fits when each word is found in one of its names. */
export const wordConditions = (words: readonly WordIds[]): readonly Condition[] =>
  words.map((word) => {
    const used = places.filter(([kind]) => word[kind].length > 0);
    return used.length === 0
      ? { sql: '0', bindings: [] }
      : {
          sql: used.map(([, column]) => amongSql(column)).join(' OR '),
          bindings: used.map(([kind]) => JSON.stringify(word[kind])),
        };
  });

/** Students that a word names and nothing else does: few, so their marks are read first. */
export const onlyStudents = (words: readonly WordIds[]): readonly number[] | null =>
  words.find(
    ({ classes, subjects, teachers, students }) =>
      classes.length + subjects.length + teachers.length === 0 && students.length <= 300,
  )?.students ?? null;

interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

const sortColumns: Readonly<Record<string, readonly string[]>> = {
  date: [],
  className: ['c.parallel', 'c.letter'],
  subject: ['s.name'],
  teacherName: ['t.last_name', 't.first_name', 't.middle_name'],
};

/** Newest lesson first unless asked otherwise; equal rows keep the newest first. */
export const orderOf = (sort: Sort | null): string => {
  const way = sort === null || sort.descending ? 'DESC' : 'ASC';
  if (sort === null || sort.column === 'date') return `f.on_date ${way}, f.lesson_id ${way}`;
  const columns = (sortColumns[sort.column] ?? []).map((column) => `${column} ${way}`);
  return [...columns, 'f.on_date DESC', 'f.lesson_id DESC'].join(', ');
};

/** Tables the order needs besides the figures. */
export const orderJoin = (sort: Sort | null): string => {
  switch (sort?.column) {
    case 'className':
      return 'JOIN classes c ON c.id = f.class_id';
    case 'subject':
      return 'JOIN subjects s ON s.id = f.subject_id';
    case 'teacherName':
      return 'LEFT JOIN teachers t ON t.id = f.teacher_id';
    default:
      return '';
  }
};
