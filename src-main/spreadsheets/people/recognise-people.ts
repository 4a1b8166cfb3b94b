import { OfficeError } from '../../contract/errors.ts';
import { isBlank, normaliseTitle, textOf } from '../cells.ts';
import { findHeader } from '../header.ts';
import type { Header } from '../header.ts';
import { linesAbove, schoolYearOfLines } from '../school-year.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import {
  DOCUMENT_COLUMNS,
  GUARDIAN_COLUMNS,
  hasClass,
  hasStudentName,
  isGuardianTable,
  isTeacherTable,
  STUDENT_COLUMNS,
  TEACHER_COLUMNS,
} from './columns.ts';
import type { GuardianColumn, StudentColumn, TeacherColumn } from './columns.ts';
import { classFromText } from './fields.ts';
import { readGuardians } from './guardians.ts';
import { PEOPLE_TITLES } from './recognised.ts';
import type { PeopleKind, RecognisedPeople, Rejected } from './recognised.ts';
import { readStudents, withoutRepeats } from './students.ts';
import { skipSheet } from './table.ts';
import { readTeachers } from './teachers.ts';

/** What one sheet was recognised as. */
type SheetKind =
  | { readonly kind: 'guardians'; readonly header: Header<GuardianColumn> }
  | { readonly kind: 'teachers'; readonly header: Header<TeacherColumn> }
  | { readonly kind: 'contingent'; readonly header: Header<StudentColumn> }
  | {
      readonly kind: 'class-lists';
      readonly header: Header<StudentColumn>;
      readonly className: string;
    };

/** Titles that belong to other imports: marks, lessons, credentials. */
const OTHER_TABLES = /^(?:оценк|отметк|балл|тема|домашнее|дата$|дата урока|логин|пароль)/u;

const isOtherTable = (sheet: Sheet, row: number): boolean =>
  (sheet.rows[row] ?? []).some((cell) => OTHER_TABLES.test(normaliseTitle(textOf(cell))));

const never = DOCUMENT_COLUMNS;

const recogniseSheet = (sheet: Sheet): SheetKind | null => {
  const kind = guardiansOf(sheet) ?? teachersOf(sheet) ?? studentsOf(sheet);
  return kind && !isOtherTable(sheet, kind.header.row) ? kind : null;
};

const guardiansOf = (sheet: Sheet): SheetKind | null => {
  const header = findHeader(sheet, GUARDIAN_COLUMNS, { accept: isGuardianTable, never });
  return header && { kind: 'guardians', header };
};

const teachersOf = (sheet: Sheet): SheetKind | null => {
  const header = findHeader(sheet, TEACHER_COLUMNS, { accept: isTeacherTable, never });
  return header && { kind: 'teachers', header };
};

const studentsOf = (sheet: Sheet): SheetKind | null => {
  const header = findHeader(sheet, STUDENT_COLUMNS, { accept: hasStudentName, never });
  if (!header) return null;
  const className = classFromText(sheet.name);
  if (className !== null) return { kind: 'class-lists', header, className };
  return hasClass(header.columns) || hasClassHeadings(sheet, header)
    ? { kind: 'contingent', header }
    : null;
};

/** No class column, but headings «8А класс» between the rows. */
const hasClassHeadings = (sheet: Sheet, header: Header<StudentColumn>): boolean =>
  sheet.rows.slice(header.row + 1).some((row) => {
    const filled = row.filter((cell) => cell !== null);
    return filled.length === 1 && classFromText(textOf(filled[0])) !== null;
  });

interface Found {
  readonly sheet: Sheet;
  readonly kind: SheetKind | null;
}

/** One import takes one kind of data; the kind that explains most sheets wins. */
const mainKind = (found: readonly Found[]): PeopleKind | null => {
  const order: readonly PeopleKind[] = ['class-lists', 'guardians', 'teachers', 'contingent'];
  const counts = order.map((kind) => ({
    kind,
    sheets: found.filter((one) => one.kind?.kind === kind).length,
  }));
  const best = counts.reduce((a, b) => (b.sheets > a.sheets ? b : a));
  return best.sheets === 0 ? null : best.kind;
};

type Part = Pick<RecognisedPeople, 'students' | 'guardians' | 'teachers' | 'rejected' | 'warnings'>;

const NOBODY: Part = { students: [], guardians: [], teachers: [], rejected: [], warnings: [] };

const readSheet = (sheet: Sheet, found: SheetKind, date1904: boolean): Part => {
  switch (found.kind) {
    case 'guardians':
      return { ...NOBODY, ...readGuardians(sheet, found.header, date1904) };
    case 'teachers':
      return { ...NOBODY, ...readTeachers(sheet, found.header) };
    case 'contingent':
      return { ...NOBODY, ...readStudents(sheet, found.header, { date1904, sheetClass: null }) };
    default: {
      const context = { date1904, sheetClass: found.className };
      return { ...NOBODY, ...readStudents(sheet, found.header, context) };
    }
  }
};

const skipped = (sheet: Sheet, main: PeopleKind): readonly Rejected[] => {
  if (sheet.rows.every((row) => isBlank(row))) return [];
  const why =
    main === 'class-lists' && classFromText(sheet.name) === null
      ? 'его название не класс. Назовите лист по классу, например 8А, если на нём ученики.'
      : 'на нём не найдена такая же таблица, как на остальных.';
  return [skipSheet(sheet, 'sheet-skipped', why)];
};

const merge = (parts: readonly Part[]): Part => ({
  students: parts.flatMap((part) => part.students),
  guardians: parts.flatMap((part) => part.guardians),
  teachers: parts.flatMap((part) => part.teachers),
  rejected: parts.flatMap((part) => part.rejected),
  warnings: parts.flatMap((part) => part.warnings),
});

/**
 * Recognises who is listed in a workbook by its titles and sheet names (formats.md F, G, H and the
 * table of guardians). Columns with documents' data are not read at all.
 * Errors: `file-not-recognised` when no sheet is such a list.
 */
export const recognisePeople = (workbook: Workbook): RecognisedPeople => {
  const found = workbook.sheets.map((sheet) => ({ sheet, kind: recogniseSheet(sheet) }));
  const main = mainKind(found);
  if (main === null) throw notRecognised();
  const parts = found.map(({ sheet, kind }) =>
    kind?.kind === main
      ? readSheet(sheet, kind, workbook.date1904)
      : { ...NOBODY, rejected: skipped(sheet, main) },
  );
  const all = merge(parts);
  const lines = found.flatMap(({ sheet, kind }) =>
    kind?.kind === main ? linesAbove(sheet, kind.header.firstDataRow) : [],
  );
  const schoolYear = schoolYearOfLines(lines);
  return { kind: main, title: PEOPLE_TITLES[main], schoolYear, ...all, ...withoutRepeats(all) };
};

const notRecognised = (): OfficeError =>
  new OfficeError(
    'file-not-recognised',
    'В файле не найден список людей. Подходят: выгрузка контингента (столбцы «Класс», «Фамилия», «Имя»…), ' +
      'книга с листом на каждый класс (столбец «ФИО»), справочник педагогов («ФИО педагога», «Предмет», «Класс») ' +
      'и список родителей («ФИО родителя», «ФИО ученика»…). Проверьте, что у таблицы есть строка заголовков.',
  );
