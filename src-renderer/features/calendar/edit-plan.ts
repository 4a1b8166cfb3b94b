import type {
  HolidayPlan,
  MovedDayPlan,
  ParallelPlan,
  TermKindChoice,
  YearPlan,
} from '../../../src-main/contract/calendar.ts';
import { callOperation } from '../../api/client.ts';
import type { OfficeForm } from '../../ui/form/index.ts';

export type PlanForm = OfficeForm<YearPlan>;

/** The form's part of a whole year as `calendar.get` answers it. */
export const planOf = ({ startYear, parallels, holidays, movedDays }: YearPlan): YearPlan => ({
  startYear,
  parallels,
  holidays,
  movedDays,
});

export const allParallels = Array.from({ length: 11 }, (_, index) => index + 1);

/** A row to be filled: dates and the title are empty until they are typed. */
export const emptyHoliday = {
  parallel: null,
  kind: 'other',
  title: '',
  startsOn: null,
  endsOn: null,
} as unknown as HolidayPlan;

export const emptyMovedDay = {
  date: null,
  works: true,
  weekDays: null,
  note: null,
} as unknown as MovedDayPlan;

export const emptyTerm = { startsOn: null, endsOn: null } as unknown as ParallelPlan['terms'][0];

/** The usual year with the week and the terms each parallel has now. */
export const usualPlan = ({ startYear, parallels }: YearPlan): Promise<YearPlan> =>
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
  row: ParallelPlan,
  termKind: TermKindChoice,
): Promise<ParallelPlan> => {
  const { parallel, weekDays } = row;
  const shape = { parallel, weekDays, termKind };
  const plan = await callOperation('calendar.prefill', { startYear, parallels: [shape] });
  return plan.parallels.find((other) => other.parallel === parallel) ?? { ...row, termKind };
};

/** The row's dates in every parallel whose year is divided alike. */
export const copyToAlike = (
  rows: readonly ParallelPlan[],
  { termKind, terms }: ParallelPlan,
): ParallelPlan[] =>
  rows.map((row) => (row.termKind === termKind ? { ...row, terms: structuredClone(terms) } : row));

/** The row's week, terms and dates in every parallel. */
export const copyToAll = (
  rows: readonly ParallelPlan[],
  { parallel: _own, ...shape }: ParallelPlan,
): ParallelPlan[] => rows.map(({ parallel }) => ({ parallel, ...structuredClone(shape) }));
