import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import type { IsoDate, Period } from '../../../src-main/domain/dates.ts';
import { dateParts } from '../../../src-main/domain/dates.ts';
import { termTitle } from '../../../src-main/domain/journal.ts';
import { springPeriod } from '../../../src-main/domain/summary.ts';
import { presets as text } from '../../strings/summary.ts';
import type { PeriodPreset } from '../../ui/form/index.ts';
import { monthOf, schoolYearTo } from '../../ui/periods.ts';

/** What the screen opens with: the period of S1 while it is of use, else the year so far. */
export const firstPeriod = (today: IsoDate): Period => {
  const { month } = dateParts(today);
  return month >= 3 && month < 9 ? springPeriod(today) : schoolYearTo(today);
};

/** Terms that most parallels have: quarters before anything else. */
const termPresets = (plan: Pick<YearPlan, 'parallels'>): readonly PeriodPreset[] => {
  const row = plan.parallels.find(({ termKind }) => termKind === 'quarter') ?? plan.parallels[0];
  if (row === undefined) return [];
  return row.terms.map(({ startsOn, endsOn }, index) => ({
    label: termTitle(row.termKind, index + 1),
    from: startsOn,
    to: endsOn,
  }));
};

/** Buttons that fill the period; terms only once the school year is stored. */
export const periodPresets = (
  today: string,
  plan: Pick<YearPlan, 'parallels'> | undefined,
): readonly PeriodPreset[] => [
  { label: text.spring, ...springPeriod(today) },
  ...(plan ? termPresets(plan) : []),
  { label: text.month, ...monthOf(today) },
  { label: text.year, ...schoolYearTo(today) },
];
