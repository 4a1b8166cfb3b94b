import type { PersonName } from '../../domain/names.ts';
import { fullName, personKey } from '../../domain/names.ts';
import { isoDateOf, textOf } from '../cells.ts';
import type { Header } from '../header.ts';
import type { Sheet } from '../workbook.ts';
import { addressLine } from './address.ts';
import type { StudentColumn } from './columns.ts';
import { classFromText, nameFromParts, nameFromText, sexFromText } from './fields.ts';
import type { RecognisedStudent, Rejected } from './recognised.ts';
import { notBirthDate, notClass, reject, tableRows } from './table.ts';
import type { TableRow } from './table.ts';

type Row = TableRow<StudentColumn>;

export interface StudentRows {
  readonly students: readonly RecognisedStudent[];
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly Rejected[];
}

export interface StudentContext {
  readonly date1904: boolean;
  /** Class of the whole sheet, when the sheet is named after it. */
  readonly sheetClass: string | null;
}

/** Birth dates outside these years are a slip of the pen or of the format. */
const YEARS = { first: '1940', last: '2100' } as const;

/** Null for an empty cell, undefined for one that holds no credible birth date. */
export const birthDateOf = (
  cell: Parameters<typeof isoDateOf>[0],
  date1904: boolean,
): string | null | undefined => {
  if (textOf(cell) === '') return null;
  const date = isoDateOf(cell, date1904);
  return date !== null && date >= YEARS.first && date < YEARS.last ? date : undefined;
};

const nameOf = (row: Row): PersonName | null =>
  row.text('lastName') === ''
    ? nameFromText(row.text('fullName'))
    : nameFromParts(row.text('lastName'), row.text('firstName'), row.text('middleName'));

const classTextOf = (row: Row): string =>
  row.text('className') || `${row.text('parallel')}${row.text('letter')}`;

const addressOf = (row: Row): string | null =>
  addressLine(row.text('address'), {
    settlement: row.text('settlement'),
    streetType: row.text('streetType'),
    street: row.text('street'),
    house: row.text('house'),
    building: row.text('building'),
    flat: row.text('flat'),
  });

const nameColumn = (row: Row): StudentColumn =>
  row.text('fullName') === '' && row.text('lastName') !== '' ? 'lastName' : 'fullName';

/** One row → a student, or the reason why not. `current` is the class of the heading above. */
const readStudent = (
  row: Row,
  current: string | null,
  context: StudentContext,
): RecognisedStudent | Rejected => {
  const name = nameOf(row);
  if (!name)
    return reject(
      row,
      nameColumn(row),
      'bad-name',
      'нужны фамилия и имя буквами. Исправьте ячейку.',
    );
  const classText = classTextOf(row);
  const ownClass = classText === '' ? current : classFromText(classText);
  if (ownClass === null) return reject(row, 'className', 'bad-class', classProblem(classText));
  const birthDate = birthDateOf(row.cell('birthDate'), context.date1904);
  if (birthDate === undefined)
    return reject(row, 'birthDate', 'bad-birth-date', notBirthDate(row.text('birthDate')));
  return {
    where: row.place(),
    ...name,
    birthDate,
    sex: sexFromText(row.text('sex')) ?? null,
    className: ownClass,
    address: addressOf(row),
  };
};

const classProblem = (text: string): string =>
  text === '' ? 'не указан класс. Укажите его, например 8А.' : notClass(text);

const isRejected = (result: RecognisedStudent | Rejected): result is Rejected => 'code' in result;

/** A heading between rows («8А класс») sets the class of the rows below it. */
const headingClass = (row: Row): string | null =>
  row.heading === null ? null : classFromText(row.heading);

/** Reads the students under the titles of one sheet. */
export const readStudents = (
  sheet: Sheet,
  header: Header<StudentColumn>,
  context: StudentContext,
): StudentRows => {
  const students: RecognisedStudent[] = [];
  const rejected: Rejected[] = [];
  const warnings: Rejected[] = [];
  let current = context.sheetClass;
  for (const row of tableRows(sheet, header)) {
    const heading = headingClass(row);
    if (heading !== null) {
      current = heading;
      continue;
    }
    if (row.isEmpty) continue;
    const result = readStudent(row, current, context);
    if (isRejected(result)) rejected.push(result);
    else {
      students.push(result);
      warnings.push(...sexWarning(row));
    }
  }
  return { students, rejected, warnings };
};

const sexWarning = (row: Row): readonly Rejected[] =>
  sexFromText(row.text('sex')) === undefined
    ? [
        reject(
          row,
          'sex',
          'unknown-sex',
          `«${row.text('sex')}» – непонятный пол, поле останется пустым. Укажите М или Ж.`,
        ),
      ]
    : [];

/** The same person twice in one file: the first row counts, further ones are rejected. */
export const withoutRepeats = (rows: StudentRows): StudentRows => {
  const seen = new Map<string, RecognisedStudent>();
  const repeated: Rejected[] = [];
  const students = rows.students.filter((student) => {
    const key = `${personKey(student)}|${student.birthDate ?? ''}|${student.className}`;
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, student);
      return true;
    }
    repeated.push(repeatOf(student, earlier));
    return false;
  });
  return { ...rows, students, rejected: [...rows.rejected, ...repeated] };
};

const repeatOf = (student: RecognisedStudent, earlier: RecognisedStudent): Rejected => ({
  where: student.where,
  code: 'repeated-row',
  message: `Лист «${student.where.sheet}», ${student.where.address}: повторяет строку ${earlier.where.row} листа «${earlier.where.sheet}». Если это разные люди, укажите у обоих дату рождения.`,
  cells: [fullName(student), student.birthDate ?? '', student.className],
});
