import type { Knex } from 'knex';
import type { Condition } from '../../database/conditions.ts';
import { among, anyOf, condition, containing, equal, where } from '../../database/conditions.ts';
import { fold, searchWords } from '../../domain/names.ts';
import type { TableListOf } from '../lists/index.ts';
import { orderOf } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import type { Scope } from './scope.ts';
import type { Names } from './names.ts';
import { isInScope } from './pairs.ts';
import { parallelOrderSql } from '../../database/stored.ts';

/** What is asked of the rows `f` of `lesson_figures`. */

/** Days, class, subject and teacher asked for. */
export const scopeConditions = (scope: Scope, names: Names): readonly Condition[] => {
  const { passed, classId, subjectId, teacherId, withoutTeacher, parallel } = scope;
  const classes = names.classes.filter((one) => isInScope(scope, one)).map(({ id }) => id);
  return [
    condition('f.on_date BETWEEN ? AND ?', passed.from, passed.to),
    ...(classId === undefined && parallel === undefined ? [] : [among('f.class_id', classes)]),
    ...(subjectId === undefined ? [] : [equal('f.subject_id')(subjectId)]),
    ...(teacherId === undefined ? [] : [equal('f.teacher_id')(teacherId)]),
    ...(withoutTeacher === true ? [condition('f.teacher_id IS NULL')] : []),
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
  await db('students')
    .modify(where, ...containing(['search'], word))
    .pluck('id');

/** What every word of a search stands for; no words, no conditions. */
export const searchIds = async (
  db: Knex,
  text: string,
  names: Names,
  withStudents: boolean,
): Promise<readonly WordIds[]> => {
  const classes = new Map(names.classes.map(({ id, title }) => [id, title]));
  return await Promise.all(
    searchWords(text).map(async (word) => ({
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
  words.map((word) =>
    anyOf(
      places
        .filter(([kind]) => word[kind].length > 0)
        .map(([kind, column]) => among(column, word[kind])),
    ),
  );

/** Students that a word names and nothing else does: few, so their marks are read first. */
export const onlyStudents = (words: readonly WordIds[]): readonly number[] | null =>
  words.find(
    ({ classes, subjects, teachers, students }) =>
      classes.length + subjects.length + teachers.length === 0 && students.length <= 300,
  )?.students ?? null;

type LessonSort = Asked<'control.listLessons'>['sort'];

/** Newest lesson first unless asked otherwise; equal rows keep the newest first. */
const order: Pick<TableListOf<'control.listLessons'>, 'columns' | 'usual' | 'ties'> = {
  columns: {
    date: ['f.on_date', 'f.lesson_id'],
    className: [parallelOrderSql('c.parallel'), 'c.letter'],
    subject: ['s.name'],
    teacherName: ['t.last_name', 't.first_name', 't.middle_name'],
  },
  usual: { column: 'date', descending: true },
  ties: ['f.on_date DESC', 'f.lesson_id DESC'],
};

export const lessonOrder = (sort: LessonSort): string => orderOf(sort, order);

/** Tables the order needs besides the figures. */
export const orderJoin = (sort: LessonSort): string => {
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
