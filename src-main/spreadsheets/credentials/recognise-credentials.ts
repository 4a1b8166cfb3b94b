import { OfficeError } from '../../contract/errors.ts';
import { personKey } from '../../domain/names.ts';
import { isBlank } from '../cells.ts';
import { findHeader } from '../header.ts';
import { skipSheet } from '../people/table.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { CREDENTIAL_COLUMNS, isCredentialTable, NEVER } from './columns.ts';
import { isLineFile, readLines } from './line-rows.ts';
import { CREDENTIAL_TITLES } from './recognised.ts';
import type { RecognisedCredential, RecognisedCredentials, Rejected } from './recognised.ts';
import { readTable } from './table-rows.ts';
import type { CredentialRows } from './table-rows.ts';

const readSheet = (sheet: Sheet, { format, date1904 }: Workbook): CredentialRows | null => {
  // Text cut at spaces has no columns: a name takes as many of them as it has words.
  if (format !== 'text') {
    const header = findHeader(sheet, CREDENTIAL_COLUMNS, {
      accept: isCredentialTable,
      never: NEVER,
    });
    if (header) return readTable(sheet, header, date1904);
  }
  return isLineFile(sheet) ? readLines(sheet) : null;
};

const rowKey = (row: RecognisedCredential): string =>
  [
    row.role,
    personKey(row),
    row.child === null ? '' : personKey(row.child),
    row.className ?? '',
    row.birthDate ?? '',
    row.login ?? '',
    row.secret ?? '',
  ].join('|');

const repeated = (row: RecognisedCredential, earlier: number): Rejected => ({
  where: row.where,
  code: 'repeated-row',
  message: `Лист «${row.where.sheet}», строка ${row.where.row}: повторяет строку ${earlier}. Второй раз не загружается.`,
  cells: [],
});

const withoutRepeats = (all: CredentialRows): CredentialRows => {
  const seen = new Map<string, number>();
  const rows: RecognisedCredential[] = [];
  const rejected: Rejected[] = [...all.rejected];
  for (const row of all.rows) {
    const key = rowKey(row);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, row.where.row);
      rows.push(row);
    } else rejected.push(repeated(row, earlier));
  }
  return { rows, rejected };
};

const NOT_RECOGNISED =
  'В файле не найдены логины и пароли. Подходят: текст «логин пароль Фамилия Имя Отчество 8Ж» построчно ' +
  'и таблица со столбцами «Фамилия», «Имя», «Отчество», «Логин», «Пароль», «Класс» (для родителей ещё «ФИО ученика»). ' +
  'Проверьте, что у таблицы есть строка заголовков.';

/**
 * Recognises credentials of students and guardians (formats.md I, J) by titles or by the shape of
 * lines. The secrets are in the result's rows only: no message and no rejected row holds one.
 * Errors: `file-not-recognised` when no sheet holds credentials.
 */
export const recogniseCredentials = (workbook: Workbook): RecognisedCredentials => {
  const parts = workbook.sheets.map((sheet) => ({
    sheet,
    found: readSheet(sheet, workbook),
  }));
  if (parts.every((part) => part.found === null))
    throw new OfficeError('file-not-recognised', NOT_RECOGNISED);
  const skipped = parts
    .filter(({ sheet, found }) => found === null && !sheet.rows.every((row) => isBlank(row)))
    .map(({ sheet }) => skipSheet(sheet, 'sheet-skipped', 'на нём нет логинов и паролей.'));
  const all = withoutRepeats({
    rows: parts.flatMap((part) => part.found?.rows ?? []),
    rejected: [...parts.flatMap((part) => part.found?.rejected ?? []), ...skipped],
  });
  const guardians = all.rows.filter((row) => row.role === 'guardian').length;
  const role = guardians * 2 > all.rows.length ? 'guardian' : 'student';
  return { role, title: CREDENTIAL_TITLES[role], ...all };
};
