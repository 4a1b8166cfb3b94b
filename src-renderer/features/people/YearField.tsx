import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { pickers as text } from '../../strings/people.ts';
import { schoolYearStart, todayIso, yearTitle } from './days.ts';

export interface YearFieldProps {
  /** Year of the first September: 2025 for 2025/2026. */
  readonly value: number;
  readonly onChange: (startYear: number) => void;
}

/** The school year that is going on, as the year of its September. */
export const currentYear = (): number => Number(schoolYearStart(todayIso()).slice(0, 4));

/** A school year: the next one and those of the last decade. */
export const YearField = ({ value, onChange }: YearFieldProps): JSX.Element => {
  const years = Array.from({ length: 12 }, (_, back) => currentYear() + 1 - back);
  return (
    <Select
      aria-label={text.schoolYear}
      w={130}
      allowDeselect={false}
      data={years.map((year) => ({ value: String(year), label: yearTitle(year) }))}
      value={String(value)}
      onChange={(next) => next !== null && onChange(Number(next))}
    />
  );
};
