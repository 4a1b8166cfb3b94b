/** Names of people: search keys, splitting, duplicates (domain.md §1). */

export interface PersonName {
  readonly lastName: string;
  readonly firstName: string;
  /** Patronymic; null when the person has none. */
  readonly middleName: string | null;
}

const DASHES = /[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const DROPPED = /[\u00AD'`´ʹʻʼˈ‘’‛′＇]/g;
/** Folded but for capitals already: most names and words are. */
const PLAIN = /^[а-я\d]+(?: [а-я\d]+)*$/;
/** Nothing to tidy. */
const TIDY = /^[А-Яа-яЁё]+(?: [А-Яа-яЁё]+)*$/;
const SPACES = /[\s\u00A0\u200B\u2060\uFEFF]+/g;

/**
 * Text for search columns: lower case, ё→е, any dash → space, apostrophes dropped, single spaces.
 * SQLite's own `lower` and `LIKE` know ASCII only. Folding twice changes nothing.
 */
export const fold = (text: string): string => {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(DROPPED, '')
    .normalize('NFC')
    .replace(/[её]\u0308*/g, 'е')
    .replace(DASHES, ' ')
    .replace(SPACES, ' ')
    .trim();
};

/** Folded words of a search; none when nothing is looked for. */
export const searchWords = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

/** One spelling of spaces and dashes, letters untouched: « Петрова –  Водкина » → «Петрова-Водкина». */
export const tidyName = (text: string): string =>
  TIDY.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(SPACES, ' ')
        .replace(/ ?[-\u2010-\u2015\u2212] ?/g, '-')
        .trim();

const PATRONYMIC_TAIL = /^(?:оглы|оглу|угли|улы|уулу|кызы|кизи|гызы)$/i;
const PATRONYMIC = /(?:вич|вна|ична|инична|ильич|кузьмич|лукич|фомич)$/i;
const INITIAL = /^\p{Lu}\.$/u;

const nameOf = (last: string, first: string, middle: readonly string[]): PersonName => ({
  lastName: last,
  firstName: first,
  middleName: middle.length === 0 ? null : middle.join(' '),
});

/** Four words ending in a patronymic hold a double first name; otherwise the rest is the patronymic. */
const splitRest = (last: string, rest: readonly string[]): PersonName => {
  const tail = rest.at(-1) ?? '';
  if (PATRONYMIC_TAIL.test(tail) && rest.length > 3) {
    return nameOf(last, rest.slice(0, -2).join(' '), rest.slice(-2));
  }
  if (PATRONYMIC.test(tail) && rest.length > 2) {
    return nameOf(last, rest.slice(0, -1).join(' '), [tail]);
  }
  return nameOf(last, rest[0] ?? '', rest.slice(1));
};

/**
 * Splits «Фамилия Имя Отчество»: extra spaces, spaced hyphens, «Вагиф оглы», no patronymic,
 * «Иванов И. О.», «Иванов И.О.», «И. О. Иванов». Null for fewer than two words.
 */
export const splitFullName = (text: string): PersonName | null => {
  const parts = tidyName(text.replace(/(\p{Lu}\.)(?=\p{Lu})/gu, '$1 '))
    .split(' ')
    .filter((part) => part !== '');
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0) return null;
  if (INITIAL.test(first)) {
    const initials = parts.filter((part) => INITIAL.test(part));
    const last = parts.filter((part) => !INITIAL.test(part)).join(' ');
    return last === '' ? null : nameOf(last, first, initials.slice(1));
  }
  return splitRest(first, rest);
};

/** «Иванова Анна Петровна». */
export const fullName = ({ lastName, firstName, middleName }: PersonName): string => {
  const name =
    middleName === null ? `${lastName} ${firstName}` : `${lastName} ${firstName} ${middleName}`;
  if (TIDY.test(name)) return name;
  return [lastName, firstName, middleName ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
};

/** Key for duplicates: the folded words in alphabetical order, so swapped fields give one key. */
export const personKey = (person: PersonName): string =>
  fold(fullName(person)).split(' ').toSorted().join(' ');
