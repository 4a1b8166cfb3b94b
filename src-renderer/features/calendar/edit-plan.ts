import type { TermKindChoice, YearPlan } from '../../../src-main/contract/calendar.ts';
import { callOperation } from '../../api/client.ts';
import type { OfficeForm } from '../../ui/form/index.ts';

/** A date of a new row is empty until it is typed. */
type Undated<T> = {
  [K in keyof T]: K extends 'date' | 'startsOn' | 'endsOn'
    ? T[K] | null
    : T[K] extends readonly (infer Row)[]
      ? readonly Undated<Row>[]
      : T[K];
};

export type PlanValues = Undated<YearPlan>;
export type ParallelValues = PlanValues['parallels'][number];
export type PlanForm = OfficeForm<PlanValues>;

/** The form's part of a whole year as `calendar.get` answers it. */
export const planOf = ({ startYear, parallels, holidays, movedDays }: YearPlan): PlanValues => ({
  startYear,
  parallels,
  holidays,
  movedDays,
});

export { ALL_PARALLELS as allParallels } from '../../../src-main/domain/classes.ts';

/** A row to be filled: dates and the title are empty until they are typed. */
export const emptyHoliday: PlanValues['holidays'][number] = {
  parallel: null,
  kind: 'other',
  title: '',
  startsOn: null,
  endsOn: null,
};

export const emptyMovedDay: PlanValues['movedDays'][number] = {
  date: null,
  works: true,
  weekDays: null,
  note: null,
};

export const emptyTerm: ParallelValues['terms'][number] = { startsOn: null, endsOn: null };

/** The usual year with the week and the terms each parallel has now. */
export const usualPlan = ({ startYear, parallels }: PlanValues): Promise<YearPlan> =>
  callOperation('calendar.prefill', {
    startYear,
    parallels: parallels.map(({ parallel, weekDays, termKind }) => ({
      parallel,
      weekDays,
      termKind,
    })),
  });

/** Usual terms of a parallel when its year is divided otherwise. */
export const usualTerms = async (
  startYear: number,
  row: ParallelValues,
  termKind: TermKindChoice,
): Promise<ParallelValues> => {
  const { parallel, weekDays } = row;
  const shape = { parallel, weekDays, termKind };
  const plan = await callOperation('calendar.prefill', { startYear, parallels: [shape] });
  return plan.parallels.find((other) => other.parallel === parallel) ?? { ...row, termKind };
};

/** The row's dates in every parallel whose year is divided alike. */
export const copyToAlike = (
  rows: readonly ParallelValues[],
  { termKind, terms }: ParallelValues,
): ParallelValues[] =>
  rows.map((row) => (row.termKind === termKind ? { ...row, terms: structuredClone(terms) } : row));

/** The row's week, terms and dates in every parallel. */
export const copyToAll = (
  rows: readonly ParallelValues[],
  { parallel: _own, ...shape }: ParallelValues,
): ParallelValues[] => rows.map(({ parallel }) => ({ parallel, ...structuredClone(shape) }));
