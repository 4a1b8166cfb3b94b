import { describe, expect, test } from 'vitest';
import { assessTwoWeeks, defaultTwoWeekRule } from '../../src-main/domain/absences.ts';
import type { TwoWeekRule } from '../../src-main/domain/absences.ts';
import type { AbsenceSpan } from '../../src-main/domain/absence-runs.ts';
import type { ParallelCalendar } from '../../src-main/domain/calendar.ts';
import {
  defaultHolidays,
  defaultMovedDays,
  defaultTerms,
} from '../../src-main/domain/calendar-defaults.ts';
import type { OpenPeriod } from '../../src-main/domain/dates.ts';

const calendarOf = (weekDays: 5 | 6): ParallelCalendar => ({
  weekDays,
  terms: defaultTerms(2025, 'quarter'),
  holidays: defaultHolidays(2025, 8),
  movedDays: defaultMovedDays(2025, weekDays),
});
const five = calendarOf(5);
const six = calendarOf(6);

const absence = (id: number, from: string, to: string): AbsenceSpan => ({
  id,
  from,
  to,
  excused: true,
});

const home = (from: string, to: string | null): OpenPeriod => ({ from, to });

const assess = (
  absences: readonly AbsenceSpan[],
  rule: Partial<TwoWeekRule>,
  calendar: ParallelCalendar,
  homePeriods: readonly OpenPeriod[],
) =>
  assessTwoWeeks(
    { absences, calendar, homePeriods },
    { ...defaultTwoWeekRule, ...rule },
    { from: '2026-03-01', to: '2026-05-15' },
  );

describe('home teaching cuts an absence by day', () => {
  // Mon 2 March – Fri 20 March: 19 days, 14 school days (9 March is off).
  const long = [absence(1, '2026-03-02', '2026-03-20')];
  const cases: readonly [string, readonly OpenPeriod[], number, number, number][] = [
    // what, home teaching, days by span, in a row, in sum
    ['the whole absence', [home('2026-03-01', null)], 0, 0, 0],
    ['two periods cover it', [home('2026-03-01', '2026-03-10'), home('2026-03-11', null)], 0, 0, 0],
    ['all but the last day', [home('2026-03-01', '2026-03-19')], 1, 1, 1],
    ['at the start', [home('2026-02-01', '2026-03-04')], 16, 11, 11],
    ['at the end', [home('2026-03-17', '2026-05-31')], 15, 10, 10],
    ['one day in the middle', [home('2026-03-11', '2026-03-11')], 9, 7, 13],
    ['in the middle, the part after is longer', [home('2026-03-03', '2026-03-04')], 16, 11, 12],
    ['a weekend inside breaks nothing', [home('2026-03-07', '2026-03-08')], 19, 14, 14],
    ['is over before', [home('2025-09-01', '2026-03-01')], 19, 14, 14],
    ['begins the day after', [home('2026-03-21', null)], 19, 14, 14],
  ];
  describe.each(cases)('%s', (_, homes, span, row, sum) => {
    test.each([
      ['span', span, 14],
      ['school-days-in-row', row, 10],
      ['cumulative', sum, 10],
    ] as const)('%s', (measure, days, limit) => {
      const result = assess(long, { measure }, five, homes);
      expect(result).toMatchObject({ days, passes: days > limit });
      expect(result.why.includes('обучение на дому')).toBe(days === 0);
    });
  });

  test('a run before and a run after are separate absences', () => {
    const absences = [absence(1, '2026-03-02', '2026-05-08')];
    const result = assess(absences, {}, five, [home('2026-03-20', '2026-04-10')]);
    expect(result.why).toBe(
      'Непрерывный пропуск с 13.04.2026 по 08.05.2026: 26 календарных дней (19 учебных дней), больше 14. ' +
        'Непрерывный пропуск с 02.03.2026 по 19.03.2026: 18 календарных дней (13 учебных дней), больше 14.',
    );
  });

  test('29 February taught at home, in a leap year', () => {
    const leap: ParallelCalendar = { ...six, terms: defaultTerms(2023, 'quarter') };
    const february = { from: '2024-02-01', to: '2024-03-20' };
    const days = (homes: readonly OpenPeriod[]) =>
      assessTwoWeeks(
        {
          absences: [absence(1, '2024-02-20', '2024-03-06')],
          calendar: leap,
          homePeriods: homes,
        },
        defaultTwoWeekRule,
        february,
      ).days;
    expect(days([])).toBe(16);
    expect(days([home('2024-02-29', '2024-02-29')])).toBe(9);
  });
});
