import { expect, test } from 'vitest';
import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import { periodsOf, usualPeriod, weekDays } from '../../../src-renderer/features/marks/periods.ts';

const terms = [
  { startsOn: '2027-09-01', endsOn: '2027-10-24' },
  { startsOn: '2027-11-03', endsOn: '2027-12-28' },
];
const plan: Pick<YearPlan, 'parallels'> = {
  parallels: [{ parallel: 8, weekDays: 6, termKind: 'quarter', terms }],
};
const periods = periodsOf(2027, plan, 8);

test('terms of the parallel come first, then months with their last days, then the year', () => {
  expect(periods.slice(0, 3).map(({ label, from, to }) => [label, from, to])).toEqual([
    ['1 четверть', '2027-09-01', '2027-10-24'],
    ['2 четверть', '2027-11-03', '2027-12-28'],
    ['Сентябрь', '2027-09-01', '2027-09-30'],
  ]);
  expect(periods.find(({ key }) => key === '2028-02')?.to).toBe('2028-02-29');
  expect(periods.at(-1)).toMatchObject({ from: '2027-09-01', to: '2028-08-31' });
});

const keyOn = (day: string) => usualPeriod(periods, day)?.key;

test('shown first is the term of the day, between terms the last begun, before them the first', () => {
  expect(keyOn('2027-10-24')).toBe('term-1');
  expect(keyOn('2027-10-30')).toBe('term-1');
  expect(keyOn('2027-11-03')).toBe('term-2');
  expect(keyOn('2027-08-31')).toBe('term-1');
});

test('a parallel the calendar does not know is looked at by months', () => {
  const months = periodsOf(2027, plan, 5);
  expect(usualPeriod(months, '2028-02-29')?.key).toBe('2028-02');
});

test('a week goes from Monday to Saturday, over the turn of the year as well', () => {
  expect(weekDays('2026-12-28').at(-1)).toBe('2027-01-02');
});
