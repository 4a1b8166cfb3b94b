import { useMemo } from 'react';
import type { ControlGrouping, ControlScope } from '../../../src-main/contract/control.ts';
import { isDay, todayIso } from '../../ui/dates.ts';
import type { NamedPeriod } from '../marks/periods.ts';
import { usualPeriod } from '../marks/periods.ts';
import { useYearPeriods } from '../marks/use-year-periods.ts';
import { useShownYear } from '../people/YearField.tsx';
import type { ControlChoice } from './control-store.ts';
import { useControl } from './control-store.ts';

/** Quarters stand for the school as a whole: most parallels have them. */
const usualParallel = 5;

export interface ShownScope {
  /** Null until the office has answered. */
  readonly year: number | null;
  readonly periods: readonly NamedPeriod[];
  /** Key of the period on screen, `days` for the two dates. */
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** What operations are asked; null while a date is being typed. Stable between renders. */
  readonly scope: ControlScope | null;
}

type Asked = Pick<ControlChoice, 'classId' | 'subjectId' | 'teacherId'>;

const narrowed = ({ classId, subjectId, teacherId }: Asked): ControlScope => ({
  ...(classId !== null && { classId }),
  ...(subjectId !== null && { subjectId }),
  ...(teacherId !== null && (teacherId === 0 ? { withoutTeacher: true } : { teacherId })),
});

/** The scope of one group of the table: it replaces the filter of its own kind. */
export const groupChoice = (by: ControlGrouping, id: number): Partial<ControlChoice> => {
  if (by === 'class') return { classId: id };
  return by === 'subject' ? { subjectId: id } : { teacherId: id };
};

/** The chosen days and filters, or the usual ones: the term that is going on. */
export const useScope = (): ShownScope => {
  const choice = useControl();
  const usual = useShownYear();
  const year = choice.startYear ?? usual.year;
  const periods = useYearPeriods(year, usualParallel);
  const isDays = choice.period === 'days';
  const named =
    periods.find(({ key }) => key === choice.period) ?? usualPeriod(periods, todayIso());
  const from = isDays ? choice.from : (named?.from ?? null);
  const to = isDays ? choice.to : (named?.to ?? null);
  const { classId, subjectId, teacherId } = choice;
  const scope = useMemo(
    () =>
      isDay(from) && isDay(to) && from <= to
        ? { from, to, ...narrowed({ classId, subjectId, teacherId }) }
        : null,
    [from, to, classId, subjectId, teacherId],
  );
  return { year, periods, period: isDays ? 'days' : (named?.key ?? null), from, to, scope };
};
