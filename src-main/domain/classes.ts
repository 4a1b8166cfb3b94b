/** Class names and the programme that follows the class (domain.md §1). */
import { assertNever } from '../contract/errors.ts';

export interface SchoolClass {
  /** 1..11 */
  readonly parallel: number;
  /** Upper-case Cyrillic, up to three letters; empty in a school with one class a parallel. */
  readonly letter: string;
}

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
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'] as const;

const DIGITS_FIRST = /^0?(\d{1,2})[\s\-–—.]*["'«»“”„(]*\s*([А-ЯЁA-Z]{0,3})\s*["'«»“”)]*$/;
const ROMAN_FIRST =
  /^([IVX]+)[\s\-–—.]*["'«»“”„(]*\s*([А-ЯЁ]{0,3}|(?<=[\s\-–—"«“„(])[A-Z])\s*["'«»“”)]*$/;

const cyrillicLetter = (text: string): string | null => {
  const letter = Array.from(text, (char) => LOOKALIKES[char] ?? char).join('');
  return /^[А-ЯЁ]*$/.test(letter) ? letter : null;
};

const schoolClass = (parallel: number, letterText: string): SchoolClass | null => {
  const letter = cyrillicLetter(letterText);
  return parallel >= 1 && parallel <= 11 && letter !== null ? { parallel, letter } : null;
};

/**
 * Reads «8А», «8 "А"», «08-а», «10 Б класс», «VIII А», «5» (no letter); Latin look-alikes become
 * Cyrillic. Null when it is no class of 1..11.
 */
export const parseClassName = (text: string): SchoolClass | null => {
  const clean = text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toUpperCase()
    .replace(/(?<=[^А-ЯЁ]|[А-ЯЁ] )(?:КЛАСС|КЛ\.?)$/, '')
    .trim();
  const digits = DIGITS_FIRST.exec(clean);
  if (digits) return schoolClass(Number(digits[1]), digits[2] ?? '');
  const roman = ROMAN_FIRST.exec(clean);
  if (!roman) return null;
  return schoolClass(ROMAN.findIndex((numeral) => numeral === roman[1]) + 1, roman[2] ?? '');
};

/** «8А». */
export const className = (value: SchoolClass): string => `${value.parallel}${value.letter}`;

/** Alphabet order with Ё after Е (its code point stands outside the alphabet). */
const letterOrder = (letter: string): string => letter.replaceAll('Ё', 'Е\uFFFF');

/** Natural order: 2А before 10А, А before Б. */
export const compareClasses = (a: SchoolClass, b: SchoolClass): number => {
  if (a.parallel !== b.parallel) return a.parallel - b.parallel;
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

/** 1–4 НОО, 5–9 ООО, 10–11 СОО. */
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
