/** Class names and the programme that follows the class (domain.md §1). */
import { assertNever } from '../contract/errors.ts';

export interface SchoolClass {
  /** 1..12; 0 is «1 дополнительный». */
  readonly parallel: number;
  /** Upper-case Cyrillic, up to three letters; empty in a school with one class a parallel. */
  readonly letter: string;
}

/** «1 дополнительный»: the second first year of an adapted programme; it stands after 1. */
const EXTRA_FIRST = 0;

/** Every parallel in the order of classes. */
export const ALL_PARALLELS: readonly number[] = [
  1,
  EXTRA_FIRST,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
];

/** Where a parallel stands among the others: «1 дополнительный» between 1 and 2. */
export const parallelOrder = (parallel: number): number =>
  parallel === EXTRA_FIRST ? 1.5 : parallel;

/** «8», «1доп»: the number in names of classes. */
export const parallelName = (parallel: number): string =>
  parallel === EXTRA_FIRST ? '1доп' : String(parallel);

/** «8», «1 дополнительный»: the number in words of screens and papers. */
export const parallelTitle = (parallel: number): string =>
  parallel === EXTRA_FIRST ? '1 дополнительный' : String(parallel);

export type ProgrammeLevel = 'noo' | 'ooo' | 'soo';

/** Latin capitals that look like Cyrillic ones: they arrive from keyboards left in English. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

const DIGITS_FIRST = /^0?(\d{1,2})[\s\-–—.]*["'«»“”„(]*\s*([А-ЯЁA-Z]{0,3})\s*["'«»“”)]*$/;
const ROMAN_FIRST =
  /^([IVX]+)[\s\-–—.]*["'«»“”„(]*\s*([А-ЯЁ]{0,3}|(?<=[\s\-–—"«“„(])[A-Z])\s*["'«»“”)]*$/;

/** «1 доп», «1 дополнительный «А»», «1допА», «дополнительный». */
const EXTRA =
  /^(?:(?:0?1|I)[\s\-–—.]*ДОП(?:ОЛНИТЕЛЬН(?:ЫЙ|ОГО|ОМ))?|ДОПОЛНИТЕЛЬН(?:ЫЙ|ОГО|ОМ))\.?[\s\-–—.]*["'«»“”„(]*\s*([А-ЯЁA-Z]{0,3})\s*["'«»“”)]*$/;

const cyrillicLetter = (text: string): string | null => {
  const letter = Array.from(text, (char) => LOOKALIKES[char] ?? char).join('');
  return /^[А-ЯЁ]*$/.test(letter) ? letter : null;
};

const schoolClass = (parallel: number, letterText: string): SchoolClass | null => {
  const letter = cyrillicLetter(letterText);
  return letter === null ? null : { parallel, letter };
};

const numbered = (parallel: number, letterText: string): SchoolClass | null =>
  parallel >= 1 && parallel <= 12 ? schoolClass(parallel, letterText) : null;

/**
 * Reads «8А», «8 "А"», «08-а», «10 Б класс», «VIII А», «5» (no letter); Latin look-alikes become
 * Cyrillic; «1 доп» and «дополнительный» are parallel 0. Null when it is no class of 1..12.
 */
export const parseClassName = (text: string): SchoolClass | null => {
  const clean = text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toUpperCase()
    .replace(/(?<=[^А-ЯЁ]|[А-ЯЁ] )(?:КЛАСС|КЛ\.?)$/, '')
    .trim();
  const extra = EXTRA.exec(clean);
  if (extra) return schoolClass(EXTRA_FIRST, extra[1] ?? '');
  const digits = DIGITS_FIRST.exec(clean);
  if (digits) return numbered(Number(digits[1]), digits[2] ?? '');
  const roman = ROMAN_FIRST.exec(clean);
  if (!roman) return null;
  return numbered(ROMAN.findIndex((numeral) => numeral === roman[1]) + 1, roman[2] ?? '');
};

/** «8А», «1допА». */
export const className = (value: SchoolClass): string =>
  `${parallelName(value.parallel)}${value.letter}`;

/** Alphabet order with Ё after Е (its code point stands outside the alphabet). */
const letterOrder = (letter: string): string => letter.replaceAll('Ё', 'Е\uFFFF');

/** Natural order: 2А before 10А, 1доп between 1 and 2, А before Б. */
export const compareClasses = (a: SchoolClass, b: SchoolClass): number => {
  if (a.parallel !== b.parallel) return parallelOrder(a.parallel) - parallelOrder(b.parallel);
  const [left, right] = [letterOrder(a.letter), letterOrder(b.letter)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** The same order for written names; names that are no classes go last, by code point. */
export const compareClassNames = (a: string, b: string): number => {
  const [left, right] = [parseClassName(a), parseClassName(b)];
  if (left && right) return compareClasses(left, right);
  if (left) return -1;
  if (right) return 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** 1–4 with «1 дополнительный» НОО, 5–9 ООО, 10–12 СОО. */
export const programmeOf = (parallel: number): ProgrammeLevel => {
  if (parallel <= 4) return 'noo';
  return parallel <= 9 ? 'ooo' : 'soo';
};

export interface ProgrammeName {
  readonly short: string;
  readonly full: string;
}

const fullProgramme = (stage: string): string =>
  `основная образовательная программа ${stage} общего образования`;

/** «ООО» and «основная образовательная программа основного общего образования». */
export const programmeName = (level: ProgrammeLevel): ProgrammeName => {
  switch (level) {
    case 'noo':
      return { short: 'НОО', full: fullProgramme('начального') };
    case 'ooo':
      return { short: 'ООО', full: fullProgramme('основного') };
    case 'soo':
      return { short: 'СОО', full: fullProgramme('среднего') };
    default:
      return assertNever(level);
  }
};

/**
 * The journal's column «наименование образовательной программы с указанием класса» (S1, Прил. 1):
 * «основная образовательная программа основного общего образования, 8А класс». `adapted` is the
 * free name of an adapted programme (АООП) and replaces the level.
 */
export const programmeWithClass = (value: SchoolClass, adapted: string | null): string => {
  const own = adapted?.trim() ?? '';
  const programme = own === '' ? programmeName(programmeOf(value.parallel)).full : own;
  return `${programme}, ${className(value)} класс`;
};

const LEVELS: readonly ProgrammeLevel[] = ['noo', 'ooo', 'soo'];

/**
 * What a row of the journal prints: rows registered before 0.4.0 keep «ООО, 8А класс», which is no
 * name of a programme. A name of an adapted one stays as it is.
 */
export const printedProgramme = (frozen: string): string => {
  const level = LEVELS.find((one) => frozen.startsWith(`${programmeName(one).short}, `));
  if (level === undefined) return frozen;
  const { short, full } = programmeName(level);
  return `${full}${frozen.slice(short.length)}`;
};
