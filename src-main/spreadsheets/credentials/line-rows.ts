import { splitFullName } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { isBlank, normaliseTitle, textOf } from '../cells.ts';
import { classFromText, nameFromParts } from '../people/fields.ts';
import { placeOf } from '../workbook.ts';
import type { Row, Sheet } from '../workbook.ts';
import type { RecognisedCredential, Rejected } from './recognised.ts';
import type { CredentialRows } from './table-rows.ts';

const PATRONYMIC = /(?:вич|вна|ична|инична|ьич|мич|кич|оглы|кызы|улы|уулу)$/iu;
const NAME_WORD = /^\p{Script=Cyrillic}[\p{Script=Cyrillic}'’`-]*\.?$/u;
const TITLE = /^(?:логин|login|имя пользователя)/u;

const wordsOf = (row: Row): readonly string[] =>
  row.flatMap((cell) => textOf(cell).split(' ')).filter((word) => word !== '');

interface Line {
  readonly login: string;
  readonly secret: string;
  readonly names: readonly string[];
  readonly className: string | null;
}

/** «8Ж» or «8 Ж» at the end of the line; a class is optional. */
const cutClass = (
  words: readonly string[],
): { names: readonly string[]; className: string | null } => {
  for (const length of [2, 1]) {
    const className = classFromText(words.slice(-length).join(' '));
    if (className !== null && /\d/.test(words.at(-length) ?? ''))
      return { names: words.slice(0, -length), className };
  }
  return { names: words, className: null };
};

/** Login and password, then only words of names; null when the line is something else. */
const lineOf = (row: Row): Line | null => {
  const [login, secret, ...rest] = wordsOf(row);
  if (login === undefined || secret === undefined || rest.length < 2) return null;
  if (NAME_WORD.test(login) && NAME_WORD.test(secret)) return null;
  const { names, className } = cutClass(rest);
  return names.length >= 2 && names.every((word) => NAME_WORD.test(word))
    ? { login, secret, names, className }
    : null;
};

/** Where the child's name begins in a guardian's line; null when there is one name, -1 when unsure. */
const childAt = (names: readonly string[]): number | null => {
  if (names.length <= 4) return null;
  const first = names.findIndex((word, at) => at >= 2 && PATRONYMIC.test(word));
  if (names.length === 6) return 3;
  if (names.length === 5 && first === 2) return 3;
  if (names.length === 5 && first === 4) return 2;
  return -1;
};

const nameOf = (words: readonly string[]): PersonName | null => {
  const name = splitFullName(words.join(' '));
  return name && nameFromParts(name.lastName, name.firstName, name.middleName ?? '');
};

const refuse = (sheet: Sheet, index: number, code: string, why: string): Rejected => {
  const where = placeOf(sheet, index);
  // The line itself holds a password, so no cell of it is repeated.
  return { where, code, message: `Лист «${where.sheet}», строка ${where.row}: ${why}`, cells: [] };
};

const readLine = (sheet: Sheet, index: number): RecognisedCredential | Rejected => {
  const line = lineOf(sheet.rows[index] ?? []);
  if (!line)
    return refuse(
      sheet,
      index,
      'bad-line',
      'нужны логин, пароль, фамилия, имя, отчество и класс через пробел.',
    );
  const at = childAt(line.names);
  const owner = at === -1 ? null : nameOf(line.names.slice(0, at ?? undefined));
  const child = at === null || at === -1 ? null : nameOf(line.names.slice(at));
  if (owner === null || (at !== null && child === null))
    return refuse(
      sheet,
      index,
      'bad-name',
      'не понятно, где имя родителя, а где имя ученика. Внесите эту строку вручную.',
    );
  return {
    where: placeOf(sheet, index),
    role: child === null ? 'student' : 'guardian',
    ...owner,
    kind: 'password',
    login: line.login,
    secret: line.secret,
    className: line.className,
    child,
    birthDate: null,
  };
};

const isTitleRow = (row: Row): boolean => TITLE.test(normaliseTitle(wordsOf(row).join(' ')));

/** At least half of the filled lines read `логин пароль Фамилия Имя Отчество 8Ж` (formats.md I). */
export const isLineFile = (sheet: Sheet): boolean => {
  const filled = sheet.rows.filter((row) => !isBlank(row) && !isTitleRow(row));
  const good = filled.filter((row) => lineOf(row)?.className);
  return good.length > 0 && good.length * 2 >= filled.length;
};

/** Reads lines without titles; a line `8А класс` gives the class of the lines below it. */
export const readLines = (sheet: Sheet): CredentialRows => {
  const rows: RecognisedCredential[] = [];
  const rejected: Rejected[] = [];
  let current: string | null = null;
  sheet.rows.forEach((row, index) => {
    if (isBlank(row) || isTitleRow(row)) return;
    const heading = classFromText(wordsOf(row).join(' '));
    if (heading !== null) {
      current = heading;
      return;
    }
    const result = readLine(sheet, index);
    if ('code' in result) rejected.push(result);
    else rows.push({ ...result, className: result.className ?? current });
  });
  return { rows, rejected };
};
