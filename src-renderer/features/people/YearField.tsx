import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { schoolYearOf, schoolYearTitle } from '../../../src-main/domain/calendar.ts';
import { useOperation } from '../../api/hooks.ts';
import { pickers as text } from '../../strings/people.ts';
import { todayIso } from '../../ui/dates.ts';

export interface YearFieldProps {
  /** Year of the first September: 2025 for 2025/2026; null while it is not known yet. */
  readonly value: number | null;
  readonly onChange: (startYear: number) => void;
}

/** The school year that is going on, as the year of its September. */
const currentYear = (): number => schoolYearOf(todayIso());

const newest = { limit: 1 };

export interface ShownYear {
  /** Year of the September; null until the office has answered. */
  readonly year: number | null;
  readonly choose: (startYear: number) => void;
}

/**
 * The school year a screen shows: the chosen one; before a choice the one going on, or the newest
 * that has classes when the one going on has none yet.
 */
export const useShownYear = (): ShownYear => {
  const [chosen, choose] = useState<number | null>(null);
  const { data, isPending } = useOperation('people.listClasses', newest);
  const startsOn = data?.rows[0]?.startsOn;
  const usual = startsOn === undefined ? currentYear() : schoolYearOf(startsOn);
  return { year: chosen ?? (isPending ? null : usual), choose };
};

/** The years offered: the next one, those of the last decade, and the shown one if it is older. */
const offeredYears = (shown: number | null): readonly number[] => {
  const years = Array.from({ length: 12 }, (_, back) => currentYear() + 1 - back);
  return shown === null || years.includes(shown)
    ? years
    : [...years, shown].toSorted((a, b) => b - a);
};

/** A school year: the next one and those of the last decade. */
export const YearField = ({ value, onChange }: YearFieldProps): JSX.Element => (
  <Select
    aria-label={text.schoolYear}
    w={130}
    allowDeselect={false}
    data={offeredYears(value).map((year) => ({
      value: String(year),
      label: schoolYearTitle(year),
    }))}
    value={value === null ? null : String(value)}
    onChange={(next) => next !== null && onChange(Number(next))}
  />
);
