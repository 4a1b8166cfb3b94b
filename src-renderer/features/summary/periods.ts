import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import { presets as text } from '../../strings/summary.ts';
import type { PeriodPreset } from '../../ui/form/index.ts';
import type { DayPeriod } from '../../ui/periods.ts';
import { schoolYearTo } from '../../ui/periods.ts';

/** 1 March – 15 May, the period of S1 Приложение 2, of the last year whose March has begun. */
export const springPeriod = (today: string): DayPeriod => {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '03-01' ? 1 : 0);
  return { from: `${year}-03-01`, to: `${year}-05-15` };
};

/** The whole month of the day: 2024-02-10 → 2024-02-01 – 2024-02-29. */
export const monthOf = (today: string): DayPeriod => {
  const last = new Date(
    Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0),
  ).getUTCDate();
  return { from: `${today.slice(0, 7)}-01`, to: `${today.slice(0, 7)}-${last}` };
};

/** What the screen opens with: the period of S1 while it is of use, else the year so far. */
export const firstPeriod = (today: string): DayPeriod =>
  today.slice(5) >= '03-01' && today.slice(5) < '09-01' ? springPeriod(today) : schoolYearTo(today);

/** Terms that most parallels have: quarters before anything else. */
const termPresets = (plan: Pick<YearPlan, 'parallels'>): readonly PeriodPreset[] => {
  const row = plan.parallels.find(({ termKind }) => termKind === 'quarter') ?? plan.parallels[0];
  if (row === undefined) return [];
  return row.terms.map(({ startsOn, endsOn }, index) => ({
    label: text.terms[row.termKind](text.roman[index] ?? `${index + 1}`),
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
