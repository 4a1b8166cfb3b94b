import type { Columns, WantedColumns } from '../header.ts';
import type { TableColumns, TableField, TableKind } from './recognised.ts';

const STUDENT = '(?:учен|учащ|обучающ|ребен|воспитанник)';
const TEACHER = '(?:учител|преподават|педагог)';
const FULL = '(?:фио|фамилия имя|имя)';
const ENTERED = '(?:выставл|внес|ввод|введ|постан|занес|создан|изменен|записи)';

const either = (one: string, other: string): RegExp =>
  new RegExp(`${one}.*${other}|${other}.*${one}`, 'u');

const COMMON = {
  className: ['класс', /^(?:учебный |текущий )?класс(?: \/|\/|$| учен| обуч)/u, 'параллель'],
  subject: ['предмет', 'учебный предмет', 'дисциплина', /^(?!.*(?:код|№)).*(?:предмет|дисциплин)/u],
  lessonNumber: ['номер урока', '№ урока', 'урок №', /^(?:номер|№) (?:п ?\/ ?п )?урока/u],
  teacher: ['учитель', either(FULL, TEACHER), new RegExp(`^${TEACHER}\\p{L}*$`, 'u')],
} as const;

const DATE = [
  'дата урока',
  'дата',
  'дата занятия',
  /^(?:дата|день)(?: проведения)?(?: (?:урока|занятия))?$/u,
  new RegExp(`^(?!.*${ENTERED})(?!.*рожд).*дата`, 'u'),
] as const;

const MARK_ROWS = {
  student: [
    'фио ученика',
    'ученик',
    either(FULL, STUDENT),
    new RegExp(`^${STUDENT}\\p{L}*$`, 'u'),
    'фио',
    'фамилия имя отчество',
    /^фамилия и? ?имя/u,
  ],
  lastName: ['фамилия', new RegExp(`^фамилия ${STUDENT}`, 'u')],
  firstName: ['имя', new RegExp(`^имя ${STUDENT}`, 'u')],
  middleName: ['отчество', new RegExp(`^отчество ${STUDENT}`, 'u')],
  ...COMMON,
  date: DATE,
  enteredOn: [
    'дата выставления',
    new RegExp(`дата.*${ENTERED}`, 'u'),
    new RegExp(`^(?:когда )?${ENTERED}\\p{L}*(?: оценк\\p{L}*)?$`, 'u'),
  ],
  mark: [
    'оценка',
    'отметка',
    'балл',
    /^(?:оценк[аи]|отметк[аи]|балл?ы?|значение)(?: ?\/ ?\p{L}+)?(?: за урок| ученика)?$/u,
    /^(?!.*(?:итог|средн|дата|период|четверт|год|вид|тип|вес)).*(?:оценк|отметк)/u,
  ],
} as const satisfies WantedColumns<string>;

const LESSON_ROWS = {
  ...COMMON,
  date: DATE,
  topic: [
    'тема урока',
    'тема',
    /^тема(?: |$)/u,
    /что пройдено|содержание (?:урока|занятия)|наименование темы/u,
  ],
  homework: [
    'домашнее задание',
    'дз',
    'д/з',
    'д з',
    /^домашн\p{L}+ (?:задани|работ)/u,
    /задание на дом|задано|домашн/u,
    'задание',
  ],
} as const satisfies WantedColumns<string>;

/** Titles under which the columns of either kind of table are known. */
export const WANTED: Readonly<Record<TableKind, WantedColumns<string>>> = {
  'mark-rows': MARK_ROWS,
  'lesson-rows': LESSON_ROWS,
};

/**
 * Fields without which a table of the kind cannot be read. A class and a subject may also stand in
 * the lines above the table or in the sheet's name; `subjectAbove` tells that the subject does.
 */
export const missingFields = (
  kind: TableKind,
  columns: TableColumns,
  subjectAbove = false,
): readonly TableField[] => {
  const missing: TableField[] = [];
  if (columns.date === undefined) missing.push('date');
  if (columns.subject === undefined && !subjectAbove) missing.push('subject');
  if (kind === 'lesson-rows') {
    if (columns.topic === undefined && columns.homework === undefined) missing.push('topic');
    return missing;
  }
  if (columns.mark === undefined) missing.push('mark');
  const named =
    columns.student !== undefined ||
    (columns.lastName !== undefined && columns.firstName !== undefined);
  if (!named) missing.push('student');
  return missing;
};

/** Found columns by the names of fields. */
export const asTableColumns = (columns: Columns<string>): TableColumns => columns;
