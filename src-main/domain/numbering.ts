/** Registration numbers: per calendar year, from 1, without gaps, never reused (domain.md §2). */
import { dateParts } from './dates.ts';
import type { IsoDate } from './dates.ts';

export interface RegistrationNumber {
  readonly year: number;
  readonly number: number;
}

/**
 * The number after the last one issued in the calendar year of `date`. `lastNumbers` holds the
 * greatest number ever issued per year, annulled records included.
 */
export const nextRegistrationNumber = (
  lastNumbers: ReadonlyMap<number, number>,
  date: IsoDate,
): RegistrationNumber => {
  const { year } = dateParts(date);
  return { year, number: (lastNumbers.get(year) ?? 0) + 1 };
};

/** «12/2026» */
export const formatRegistrationNumber = (value: {
  readonly year: number;
  readonly number: number | string;
}): string => `${value.number}/${value.year}`;

/** «12/2026» → its parts; null for other text. */
export const parseRegistrationNumber = (text: string): RegistrationNumber | null => {
  const match = /^\s*([1-9]\d{0,8})\s*\/\s*(\d{4})\s*$/.exec(text);
  return match ? { number: Number(match[1]), year: Number(match[2]) } : null;
};

/** Numbers missing between 1 and the greatest: not empty means the register was damaged. */
export const missingNumbers = (numbers: readonly number[]): readonly number[] => {
  const present = new Set(numbers);
  const greatest = numbers.reduce((a, b) => Math.max(a, b), 0);
  return Array.from({ length: greatest }, (_, index) => index + 1).filter((n) => !present.has(n));
};
