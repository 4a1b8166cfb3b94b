import { useMemo } from 'react';
import { useOperation } from '../../api/hooks.ts';
import type { NamedPeriod } from './periods.ts';
import { periodsOf } from './periods.ts';

const none: readonly never[] = [];

/** Periods of a school year as a parallel has them. */
export const useYearPeriods = (year: number | null, parallel: number): readonly NamedPeriod[] => {
  // A year without a calendar is no failure: months stand for its terms.
  const plan = useOperation(
    'calendar.get',
    { startYear: year ?? 2000 },
    { enabled: year !== null },
  ).data;
  return useMemo(
    () => (year === null ? none : periodsOf(year, plan, parallel)),
    [year, plan, parallel],
  );
};
