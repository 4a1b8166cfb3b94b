import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { dayOfSchoolYear } from '../../../src-main/domain/calendar.ts';
import { useOperation } from '../../api/hooks.ts';
import { todayIso } from '../../ui/dates.ts';
import { useShownYear } from '../people/YearField.tsx';
import { useEntry } from './entry-store.ts';
import type { NamedPeriod } from './periods.ts';
import { usualPeriod } from './periods.ts';
import { useYearPeriods } from './use-year-periods.ts';

type ClassRow = OperationOutput<'people.listClasses'>['rows'][number];
type Subject = OperationOutput<'marks.subjects'>['subjects'][number];

export interface Scope {
  /** Year of the September; null until the office has answered. */
  readonly year: number | null;
  readonly classes: readonly ClassRow[];
  readonly class: ClassRow | null;
  readonly subjects: readonly Subject[];
  readonly subject: Subject | null;
  readonly periods: readonly NamedPeriod[];
  readonly period: NamedPeriod | null;
  /** Something of this is still on its way. */
  readonly pending: boolean;
}

const none: readonly never[] = [];

const useClasses = (year: number | null) =>
  useOperation(
    'people.listClasses',
    { filters: { onDate: dayOfSchoolYear(year ?? 2000, todayIso()) }, limit: 300 },
    { enabled: year !== null },
  );

/** Class, subject and period on screen: the chosen ones, or the first that make sense. */
export const useScope = (): Scope => {
  const choice = useEntry();
  const usual = useShownYear();
  const year = choice.startYear ?? usual.year;
  const classes = useClasses(year);
  const rows = classes.data?.rows ?? none;
  const shown = rows.find(({ id }) => id === choice.classId) ?? rows[0] ?? null;
  const subjects = useOperation(
    'marks.subjects',
    { classId: shown?.id ?? 1 },
    { enabled: shown !== null },
  );
  const names = shown === null ? none : (subjects.data?.subjects ?? none);
  const periods = useYearPeriods(year, shown?.parallel ?? -1);
  return {
    year,
    classes: rows,
    class: shown,
    subjects: names,
    subject: names.find(({ name }) => name === choice.subject) ?? names[0] ?? null,
    periods,
    period:
      periods.find(({ key }) => key === choice.period) ?? usualPeriod(periods, todayIso()) ?? null,
    pending: year === null || classes.isPending || (shown !== null && subjects.isPending),
  };
};
