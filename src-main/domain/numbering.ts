/** Registration numbers: per calendar year, from 1, without gaps, never reused (domain.md §2). */

export interface RegistrationNumber {
  readonly year: number;
  readonly number: number;
}

/** «12/2026» */
export const formatRegistrationNumber = (value: {
  readonly year: number;
  readonly number: number | string;
}): string => `${value.number}/${value.year}`;
