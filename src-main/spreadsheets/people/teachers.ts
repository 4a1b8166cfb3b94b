import { personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Header } from '../header.ts';
import type { Place, Sheet } from '../workbook.ts';
import type { TeacherColumn } from './columns.ts';
import { classesFromText, meaningful, nameFromParts, nameFromText } from './fields.ts';
import type { RecognisedTeacher, Rejected } from './recognised.ts';
import { reject, tableRows } from './table.ts';
import type { TableRow } from './table.ts';

type Row = TableRow<TeacherColumn>;

export interface TeacherRows {
  readonly teachers: readonly RecognisedTeacher[];
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly Rejected[];
}

/** A teacher while the rows of the group are gathered. */
interface Gathered {
  readonly name: PersonName;
  readonly where: Place;
  readonly subjects: Map<string, Set<string>>;
  readonly classTeacherOf: Set<string>;
}

const nameText = (row: Row): string => row.text('fullName') || row.text('lastName');

const nameOf = (row: Row): PersonName | null =>
  row.text('lastName') === ''
    ? nameFromText(row.text('fullName'))
    : nameFromParts(row.text('lastName'), row.text('firstName'), row.text('middleName'));

const unknownClasses = (row: Row, key: TeacherColumn): readonly Rejected[] => {
  const { unknown } = classesFromText(row.text(key));
  return unknown.map((text) =>
    reject(row, key, 'unknown-class', `«${text}» – не класс, он пропущен. Укажите, например, 8А.`),
  );
};

const addRow = (teacher: Gathered, row: Row): void => {
  const subject = meaningful(row.text('subject'));
  if (subject !== '') {
    const classes = teacher.subjects.get(subject) ?? new Set<string>();
    for (const name of classesFromText(row.text('classes')).known) classes.add(name);
    teacher.subjects.set(subject, classes);
  }
  for (const name of classesFromText(row.text('classTeacher')).known)
    teacher.classTeacherOf.add(name);
};

const asTeacher = (teacher: Gathered): RecognisedTeacher => ({
  where: teacher.where,
  ...teacher.name,
  assignments: [...teacher.subjects].map(([subject, classes]) => ({
    subject,
    classNames: [...classes],
  })),
  classTeacherOf: [...teacher.classTeacherOf],
});

/** Finds the teacher of a row by name, or starts a new one. */
const teacherOf = (row: Row, name: PersonName, gathered: Map<string, Gathered>): Gathered => {
  const key = personKey(name);
  const known = gathered.get(key);
  if (known) return known;
  const fresh = {
    name,
    where: row.place(),
    subjects: new Map(),
    classTeacherOf: new Set<string>(),
  };
  gathered.set(key, fresh);
  return fresh;
};

/**
 * Reads «Справочник педагоги»: the name stands in the first row of its group only; rows of the same
 * name elsewhere in the sheet are added to the same teacher.
 */
export const readTeachers = (sheet: Sheet, header: Header<TeacherColumn>): TeacherRows => {
  const gathered = new Map<string, Gathered>();
  const rejected: Rejected[] = [];
  const warnings: Rejected[] = [];
  let current: Gathered | null = null;
  for (const row of tableRows(sheet, header)) {
    if (row.isEmpty) continue;
    if (nameText(row) !== '') {
      const name = nameOf(row);
      current = name && teacherOf(row, name, gathered);
    }
    if (!current) {
      rejected.push(
        reject(
          row,
          undefined,
          'bad-name',
          'не указаны фамилия и имя педагога. Исправьте ячейку в этой строке или в первой строке группы.',
        ),
      );
      continue;
    }
    addRow(current, row);
    warnings.push(...unknownClasses(row, 'classes'), ...unknownClasses(row, 'classTeacher'));
  }
  return { teachers: [...gathered.values()].map(asTeacher), rejected, warnings };
};
