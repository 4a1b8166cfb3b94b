/** Russian wording of dates, numbers, hours and names in documents (domain.md §8). */
import { dateParts, monthGenitive } from './dates.ts';
import type { IsoDate } from './dates.ts';

const NBSP = '\u00A0';

/** «1 сентября 2026 г.» */
export const russianDate = (date: IsoDate): string => {
  const { year, month, day } = dateParts(date);
  return `${day} ${monthGenitive(month)} ${year} г.`;
};

/** «1 марта 2015 года», as in the title of S1 Приложение 2. */
export const russianDateFull = (date: IsoDate): string => russianDate(date).replace('г.', 'года');

/** «01.09.2026» */
export const shortDate = (date: IsoDate): string =>
  `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

/** The form of a noun after a whole number: `plural(21, 'час', 'часа', 'часов')` → «час». */
export const plural = (n: number, one: string, few: string, many: string): string => {
  const tens = Math.abs(n) % 100;
  const units = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
};

/** «5 часов»: number and noun. */
export const counted = (n: number, one: string, few: string, many: string): string =>
  `${n} ${plural(n, one, few, many)}`;

export type Gender = 'masculine' | 'feminine' | 'neuter';

const ONES: Readonly<Record<Gender, readonly [string, string]>> = {
  masculine: ['один', 'два'],
  feminine: ['одна', 'две'],
  neuter: ['одно', 'два'],
};
const UNITS =
  ' один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const TENS = '  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(
  ' ',
);
const HUNDREDS = ' сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(
  ' ',
);

const belowThousand = (n: number, gender: Gender): readonly string[] => {
  const rest = n % 100;
  const unit = rest < 20 ? rest : rest % 10;
  const unitWord = unit === 1 || unit === 2 ? ONES[gender][unit - 1] : UNITS[unit];
  const tens = rest < 20 ? '' : TENS[Math.floor(rest / 10)];
  return [HUNDREDS[Math.floor(n / 100)] ?? '', tens ?? '', unitWord ?? ''];
};

/**
 * A whole number 0..999 999 in words, nominative: 8 → «восемь», 21 feminine → «двадцать одна».
 * Throws RangeError outside that range.
 */
export const numberInWords = (n: number, gender: Gender = 'masculine'): string => {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError('Not a number 0..999999');
  if (n === 0) return 'ноль';
  const thousands = Math.floor(n / 1000);
  const thousandWords =
    thousands === 0
      ? []
      : [...belowThousand(thousands, 'feminine'), plural(thousands, 'тысяча', 'тысячи', 'тысяч')];
  return [...thousandWords, ...belowThousand(n % 1000, gender)]
    .filter((word) => word !== '')
    .join(' ');
};

/** Quarter hours as a decimal number of hours: 10 → «2,5». */
export const hoursNumber = (quarterHours: number): string =>
  String(quarterHours / 4).replace('.', ',');

/** Quarter hours in running text: 10 → «2,5 часа», 20 → «5 часов». */
export const hoursText = (quarterHours: number): string => {
  const noun = quarterHours % 4 === 0 ? plural(quarterHours / 4, 'час', 'часа', 'часов') : 'часа';
  return `${hoursNumber(quarterHours)} ${noun}`;
};

/** Quarter hours by the clock: 5 → «1 ч 15 мин», 8 → «2 ч», 3 → «45 мин». */
export const hoursClock = (quarterHours: number): string => {
  const hours = Math.floor(quarterHours / 4);
  const minutes = (quarterHours % 4) * 15;
  if (minutes === 0) return `${hours} ч`;
  return hours === 0 ? `${minutes} мин` : `${hours} ч ${minutes} мин`;
};

/** «Анна-Мария» → «А.-М.»; «И.» stays «И.». */
const initial = (name: string): string =>
  name
    .split('-')
    .map((part) => part.trim().slice(0, 1).toUpperCase())
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join('-');

const initialsOf = (firstName: string, middleName: string | null): string =>
  [initial(firstName), initial(middleName ?? '')].filter((part) => part !== '').join(' ');

/** «Иванова А. П.» */
export const initials = (lastName: string, firstName: string, middleName: string | null): string =>
  `${lastName} ${initialsOf(firstName, middleName)}`.trim();

/** «А. П. Иванова», for signatures. */
export const initialsFirst = (
  lastName: string,
  firstName: string,
  middleName: string | null,
): string => `${initialsOf(firstName, middleName)} ${lastName}`.trim();

const MONTHS = '(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*';
const UNIT = `(?:гг?\\.|год[ау]?|ч|ч\\.|час(?:а|ов)?|мин\\.?|минут[аы]?|с|мм|см|м|кг|л\\.|лист(?:а|ов)?|экз\\.|руб\\.|шт\\.|%|класс[а-я]*|дн(?:я|ей)|день)`;
const END = '(?![а-яёА-ЯЁ])';
const WORD_START = '(?<![а-яёА-ЯЁ])';

/** Each place where a line must not break; every pattern matches exactly one ordinary space. */
const GLUED: readonly RegExp[] = [
  /(?<=[№§]) /g,
  new RegExp(`(?<=\\d) (?=${MONTHS}${END})`, 'g'),
  new RegExp(`(?<=\\d[А-ЯЁ]?) (?=${UNIT}${END})`, 'g'),
  new RegExp(`(?<=${WORD_START}[А-ЯЁ]\\.) (?=[А-ЯЁ])`, 'g'),
  // Surname before its initials, unless another surname follows them: «Директору И. О. Иванову».
  new RegExp(
    `(?<=${WORD_START}[А-ЯЁ][а-яё]+) (?=[А-ЯЁ]\\.(?:[ ${NBSP}]?[А-ЯЁ]\\.)?(?![ ${NBSP}]?[А-ЯЁ][а-яё.]))`,
    'g',
  ),
  new RegExp(
    `(?<=(?:(?<!\\d[ ${NBSP}])${WORD_START}[гсрд]|${WORD_START}(?:ул|пр|пер|кв|п|пп|ст|стр|пос|обл|вх|исх))\\.) (?=[А-ЯЁ\\d«№])`,
    'g',
  ),
  /(?<=[ \u00A0(]т\.) (?=[дпек]\.)/g,
  / (?=[—–] )/g,
];

/**
 * Puts U+00A0 where a line must not break: after «№», inside initials and before their surname,
 * between number and unit, day and month, before a dash. Changes nothing but ordinary spaces.
 */
export const nonBreaking = (text: string): string =>
  text.includes(' ')
    ? GLUED.reduce((result, pattern) => result.replace(pattern, NBSP), text)
    : text;
