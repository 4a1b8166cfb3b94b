import { personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Header } from '../header.ts';
import type { Sheet } from '../workbook.ts';
import { addressLine } from './address.ts';
import type { GuardianColumn } from './columns.ts';
import {
  classFromText,
  emailFromText,
  meaningful,
  nameFromParts,
  nameFromText,
  phoneFromText,
  relationFromText,
} from './fields.ts';
import type { NamedStudent, RecognisedGuardian, Rejected } from './recognised.ts';
import { birthDateOf } from './students.ts';
import { notBirthDate, notClass, reject, tableRows } from './table.ts';
import type { TableRow } from './table.ts';

type Row = TableRow<GuardianColumn>;

export interface GuardianRows {
  readonly guardians: readonly RecognisedGuardian[];
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly Rejected[];
}

const guardianName = (row: Row): PersonName | null =>
  row.text('guardianLast') === ''
    ? nameFromText(row.text('guardian'))
    : nameFromParts(
        row.text('guardianLast'),
        row.text('guardianFirst'),
        row.text('guardianMiddle'),
      );

const studentName = (row: Row): PersonName | null =>
  row.text('studentLast') === ''
    ? nameFromText(row.text('student'))
    : nameFromParts(row.text('studentLast'), row.text('studentFirst'), row.text('studentMiddle'));

const readStudentOf = (row: Row, date1904: boolean): NamedStudent | Rejected => {
  const name = studentName(row);
  if (!name)
    return reject(
      row,
      'student',
      'bad-student-name',
      'нужны фамилия и имя ученика. Исправьте ячейку.',
    );
  const birthDate = birthDateOf(row.cell('birthDate'), date1904);
  if (birthDate === undefined)
    return reject(row, 'birthDate', 'bad-birth-date', notBirthDate(row.text('birthDate')));
  const classText = meaningful(row.text('className'));
  const className = classText === '' ? null : classFromText(classText);
  if (classText !== '' && className === null)
    return reject(row, 'className', 'bad-class', notClass(classText));
  return { ...name, birthDate, className };
};

const readGuardian = (row: Row, date1904: boolean): RecognisedGuardian | Rejected => {
  const name = guardianName(row);
  if (!name)
    return reject(
      row,
      row.text('guardianLast') === '' ? 'guardian' : 'guardianLast',
      'bad-name',
      'нужны фамилия и имя родителя. Исправьте ячейку.',
    );
  const student = readStudentOf(row, date1904);
  if ('code' in student) return student;
  const phone = phoneFromText(row.text('phone'));
  return {
    where: row.place(),
    ...name,
    relation: relationFromText(row.text('relation')),
    phone,
    knownBy: phone,
    email: emailFromText(row.text('email')),
    address: addressLine(row.text('address'), {
      settlement: '',
      streetType: '',
      street: '',
      house: '',
      building: '',
      flat: '',
    }),
    student,
  };
};

/** Values that are there but could not be read; the guardian is taken without them. */
const lostValues = (row: Row, guardian: RecognisedGuardian): readonly Rejected[] => {
  const warnings: Rejected[] = [];
  if (guardian.phone === null && meaningful(row.text('phone')) !== '')
    warnings.push(
      reject(
        row,
        'phone',
        'bad-phone',
        `«${row.text('phone')}» – не телефон, поле останется пустым. Нужны 10 цифр после +7 или 8.`,
      ),
    );
  if (guardian.email === null && meaningful(row.text('email')) !== '')
    warnings.push(
      reject(
        row,
        'email',
        'bad-email',
        `«${row.text('email')}» – не адрес электронной почты, поле останется пустым.`,
      ),
    );
  return warnings;
};

const linkKey = (guardian: RecognisedGuardian): string =>
  [
    personKey(guardian),
    guardian.phone ?? '',
    personKey(guardian.student),
    guardian.student.birthDate ?? '',
    guardian.student.className ?? '',
  ].join('|');

/**
 * Reads guardian–student pairs: a guardian of three children stands in three rows. Pairs repeated
 * word for word are rejected with the row they repeat.
 */
export const readGuardians = (
  sheet: Sheet,
  header: Header<GuardianColumn>,
  date1904: boolean,
): GuardianRows => {
  const guardians: RecognisedGuardian[] = [];
  const rejected: Rejected[] = [];
  const warnings: Rejected[] = [];
  const seen = new Map<string, number>();
  for (const row of tableRows(sheet, header)) {
    if (row.isEmpty) continue;
    const result = readGuardian(row, date1904);
    if ('code' in result) {
      rejected.push(result);
      continue;
    }
    const earlier = seen.get(linkKey(result));
    if (earlier !== undefined) {
      rejected.push(
        reject(
          row,
          undefined,
          'repeated-row',
          `повторяет строку ${earlier}. Второй раз не загружается.`,
        ),
      );
      continue;
    }
    seen.set(linkKey(result), result.where.row);
    guardians.push(result);
    warnings.push(...lostValues(row, result));
  }
  return { guardians, rejected, warnings };
};
