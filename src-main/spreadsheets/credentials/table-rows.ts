import type { PersonName } from '../../domain/names.ts';
import { normaliseTitle, textOf } from '../cells.ts';
import type { Header } from '../header.ts';
import { classFromText, meaningful, nameFromParts, nameFromText } from '../people/fields.ts';
import { birthDateOf } from '../people/students.ts';
import { notBirthDate, notClass, reject, tableRows } from '../people/table.ts';
import type { TableRow } from '../people/table.ts';
import type { Sheet } from '../workbook.ts';
import { namesGuardian, namesOwner, namesStudent } from './columns.ts';
import type { CredentialColumn } from './columns.ts';
import type { CredentialRole, RecognisedCredential, Rejected } from './recognised.ts';

type Row = TableRow<CredentialColumn>;
type Access = Pick<RecognisedCredential, 'kind' | 'login' | 'secret'>;

export interface CredentialRows {
  readonly rows: readonly RecognisedCredential[];
  readonly rejected: readonly Rejected[];
}

const GUARDIAN_WORD = /родител|представител|опекун|мать|отец|мама|папа/u;
const ESIA_WORD = /есиа|госуслуг/u;

/** Rejected rows may be saved to a file, so nothing secret may stand in them. */
const refuse = (row: Row, key: CredentialColumn, code: string, message: string): Rejected => {
  const secrets = new Set([row.text('login'), row.text('password'), row.text('code')]);
  const found = reject(row, key, code, message);
  return {
    ...found,
    cells: found.cells.map((cell) => (secrets.has(cell) && cell !== '' ? '•••' : cell)),
  };
};

const threeParts = (
  row: Row,
  whole: CredentialColumn,
  parts: readonly [CredentialColumn, CredentialColumn, CredentialColumn],
): PersonName | null => {
  const [last, first, middle] = parts;
  return row.text(last) === ''
    ? nameFromText(row.text(whole))
    : nameFromParts(row.text(last), row.text(first), row.text(middle));
};

const ownName = (row: Row): PersonName | null =>
  threeParts(row, 'fullName', ['lastName', 'firstName', 'middleName']);
const studentName = (row: Row): PersonName | null =>
  threeParts(row, 'student', ['studentLast', 'studentFirst', 'studentMiddle']);
const guardianName = (row: Row): PersonName | null =>
  threeParts(row, 'guardian', ['guardianLast', 'guardianFirst', 'guardianMiddle']);

/** Whose credentials the whole table holds, when its rows do not say so. */
const tableRole = (sheet: Sheet, header: Header<CredentialColumn>): CredentialRole => {
  const { columns } = header;
  if (namesGuardian(columns)) return 'guardian';
  if (namesOwner(columns) && namesStudent(columns)) return 'guardian';
  if (namesStudent(columns)) return 'student';
  const above = sheet.rows.slice(0, header.row).flatMap((row) => row.map((cell) => textOf(cell)));
  const titles = normaliseTitle([sheet.name, ...above].join(' '));
  return GUARDIAN_WORD.test(titles) ? 'guardian' : 'student';
};

const rowRole = (row: Row, usual: CredentialRole): CredentialRole => {
  const said = normaliseTitle(row.text('role'));
  if (said === '') return usual;
  return GUARDIAN_WORD.test(said) ? 'guardian' : 'student';
};

const isEsia = (row: Row): boolean => {
  const mark = normaliseTitle(meaningful(row.text('esia')));
  if (mark !== '' && mark !== '0') return true;
  return [row.text('kind'), row.text('password'), row.text('login')].some((text) =>
    ESIA_WORD.test(normaliseTitle(text)),
  );
};

/** A login is kept as written; numbers of Excel come as text without exponents. */
const accessOf = (row: Row): Access | Rejected => {
  const login = meaningful(row.text('login')) || null;
  const code = meaningful(row.text('code'));
  const password = meaningful(row.text('password'));
  if (isEsia(row))
    return {
      kind: 'esia',
      login: login && ESIA_WORD.test(normaliseTitle(login)) ? null : login,
      secret: null,
    };
  if (password === '' && code !== '') return { kind: 'invitation', login, secret: code };
  if (login === null)
    return refuse(row, 'login', 'no-login', 'нет логина. Заполните ячейку или уберите строку.');
  if (password === '')
    return refuse(
      row,
      'password',
      'no-password',
      'нет ни пароля, ни кода приглашения. Заполните ячейку; для входа через ЕСИА укажите «ЕСИА».',
    );
  // A column «Тип» tells that the secret is a code of invitation.
  const invitation = /приглаш/u.test(normaliseTitle(row.text('kind')));
  return { kind: invitation ? 'invitation' : 'password', login, secret: password };
};

interface Names {
  readonly owner: PersonName;
  readonly child: PersonName | null;
}

const namesOf = (row: Row, role: CredentialRole): Names | Rejected => {
  if (role === 'student') {
    const owner = studentName(row) ?? ownName(row);
    return owner
      ? { owner, child: null }
      : refuse(row, 'fullName', 'bad-name', 'нужны фамилия и имя ученика. Исправьте ячейку.');
  }
  const owner = guardianName(row) ?? ownName(row);
  if (!owner)
    return refuse(row, 'guardian', 'bad-name', 'нужны фамилия и имя родителя. Исправьте ячейку.');
  const child = studentName(row);
  const said = row.text('student') + row.text('studentLast');
  return child === null && said !== ''
    ? refuse(row, 'student', 'bad-student-name', 'нужны фамилия и имя ученика. Исправьте ячейку.')
    : { owner, child };
};

const readRow = (
  row: Row,
  role: CredentialRole,
  current: string | null,
  date1904: boolean,
): RecognisedCredential | Rejected => {
  const names = namesOf(row, role);
  if ('code' in names) return names;
  const access = accessOf(row);
  if ('code' in access) return access;
  const classText = meaningful(row.text('className'));
  const className = classText === '' ? current : classFromText(classText);
  if (classText !== '' && className === null)
    return refuse(row, 'className', 'bad-class', notClass(classText));
  const birthDate = birthDateOf(row.cell('birthDate'), date1904);
  if (birthDate === undefined)
    return refuse(row, 'birthDate', 'bad-birth-date', notBirthDate(row.text('birthDate')));
  return {
    where: row.place(),
    role,
    ...names.owner,
    ...access,
    className,
    child: names.child,
    birthDate,
  };
};

/** Reads a table with titles; headings «8А класс» and sheets named by a class give the class. */
export const readTable = (
  sheet: Sheet,
  header: Header<CredentialColumn>,
  date1904: boolean,
): CredentialRows => {
  const rows: RecognisedCredential[] = [];
  const rejected: Rejected[] = [];
  const usual = tableRole(sheet, header);
  let current = classFromText(sheet.name);
  for (const row of tableRows(sheet, header)) {
    if (row.cells.every((text) => text === '')) continue;
    const heading = row.heading === null ? null : classFromText(row.heading);
    if (heading !== null) {
      current = heading;
      continue;
    }
    const result = readRow(row, rowRole(row, usual), current, date1904);
    if ('code' in result) rejected.push(result);
    else rows.push(result);
  }
  return { rows, rejected };
};
