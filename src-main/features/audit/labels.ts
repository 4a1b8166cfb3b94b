/**
 * How the object of a command is told: parts of a row as SQL over its `image`, so that a deleted
 * row can be told as well. The words around them are the screens'.
 */
import { parallelNameSql } from '../../database/stored.ts';

export type PartKind = 'text' | 'person' | 'class' | 'date' | 'week' | 'setting';
export type Part = readonly [kind: PartKind, sql: string];

type Field = (name: string) => string;

// In brackets: `||` and `->>` bind alike.
const own: Field = (name) => `(image ->> '${name}')`;

/** A value of the row behind a reference; of its last image when it was deleted since. */
const behind = (table: string, reference: string, value: (field: Field) => string): string =>
  `coalesce((SELECT ${value((name) => `r."${name}"`)} FROM "${table}" r WHERE r.id = ${own(reference)}),
    (SELECT ${value((name) => `(d.before ->> '${name}')`)} FROM audit_changes d
      WHERE d.table_name = '${table}' AND d.row_id = ${own(reference)} AND d.after IS NULL
      ORDER BY d.id DESC LIMIT 1))`;

const fullName = (field: Field): string =>
  `trim(${field('last_name')} || ' ' || ${field('first_name')} || ' ' || coalesce(${field('middle_name')}, ''))`;
const className = (field: Field): string =>
  `(${parallelNameSql(field('parallel'))} || ${field('letter')})`;

const name: Part = ['person', fullName(own)];
const student: Part = ['person', behind('students', 'student_id', fullName)];
const guardian: Part = ['person', behind('guardians', 'guardian_id', fullName)];
const teacher: Part = ['person', behind('teachers', 'teacher_id', fullName)];
const ofClass: Part = ['class', behind('classes', 'class_id', className)];
const subject: Part = ['text', behind('subjects', 'subject_id', (field) => field('name'))];
const number: Part = ['text', `('№ ' || ${own('number')} || '/' || ${own('year')})`];
const text = (column: string): Part => ['text', own(column)];
const date = (column: string): Part => ['date', own(column)];

const ofLesson = (value: string): string =>
  `(SELECT ${value} FROM lessons l JOIN subjects s ON s.id = l.subject_id WHERE l.id = ${own('lesson_id')})`;

/** Parts of a row of each table that can be what a command was about, the weightiest table first. */
export const labels: Readonly<Record<string, readonly Part[]>> = {
  appeals: [number, text('student_name')],
  statements: [number, text('student_name')],
  sheets: [student, ['week', own('week_starts_on')]],
  journal_prints: [ofClass],
  credentials: [student, guardian, text('login')],
  absences: [student, date('starts_on')],
  study_periods: [student, date('starts_on')],
  resources: [text('title')],
  work_entries: [teacher, date('worked_on')],
  marks: [student, ['text', ofLesson('s.name')], ['date', ofLesson('l.on_date')]],
  final_marks: [student, subject],
  lessons: [ofClass, subject, date('on_date')],
  students: [name],
  guardians: [name],
  teachers: [name],
  classes: [['class', className(own)]],
  enrolments: [student, ofClass],
  guardianships: [student, guardian],
  weekly_loads: [ofClass],
  school_years: [date('starts_on')],
  code_tables: [text('name')],
  name_cases: [text('name')],
  saved_views: [text('name')],
  settings: [['setting', own('key')]],
  form_templates: [text('name')],
};

/** Merging and deleting people touches every register, and is still about people. */
const first: Readonly<Record<string, readonly string[]>> = {
  people: ['students', 'guardians', 'teachers', 'classes', 'enrolments', 'study_periods'],
  resources: ['resources', 'work_entries'],
};

/** The table a command was about, among those it changed; null when it has no words for any. */
export const mainTable = (operation: string, tables: readonly string[]): string | null => {
  const order = [...(first[operation.split('.')[0] ?? ''] ?? []), ...Object.keys(labels)];
  return order.find((table) => tables.includes(table)) ?? null;
};
