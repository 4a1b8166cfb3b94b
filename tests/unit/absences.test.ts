import { describe, expect, test } from 'vitest';
import {
  assessTwoWeeks,
  defaultTwoWeekRule,
  ruleText,
  validateAbsence,
} from '../../src-main/domain/absences.ts';
import type { TwoWeekRule } from '../../src-main/domain/absences.ts';
import type { AbsenceSpan } from '../../src-main/domain/absence-runs.ts';
import type { ParallelCalendar } from '../../src-main/domain/calendar.ts';
import {
  defaultHolidays,
  defaultMovedDays,
  defaultTerms,
} from '../../src-main/domain/calendar-defaults.ts';

const calendarOf = (weekDays: 5 | 6): ParallelCalendar => ({
  weekDays,
  terms: [...defaultTerms(2025, 'quarter'), ...defaultTerms(2026, 'quarter')],
  holidays: [...defaultHolidays(2025, 8), ...defaultHolidays(2026, 8)],
  movedDays: [...defaultMovedDays(2025, weekDays), ...defaultMovedDays(2026, weekDays)],
});
const five = calendarOf(5);
const six = calendarOf(6);
const period = { from: '2026-03-01', to: '2026-05-15' };

const absence = (id: number, from: string, to: string | null, excused = true): AbsenceSpan => ({
  id,
  from,
  to,
  excused,
});

const assess = (
  absences: readonly AbsenceSpan[],
  rule: Partial<TwoWeekRule> = {},
  calendar = five,
) =>
  assessTwoWeeks(
    { absences, calendar, homePeriods: [] },
    { ...defaultTwoWeekRule, ...rule },
    period,
  );

describe('span of one unbroken absence', () => {
  test.each([
    // Mon 2 March – Sun 15 March: last missed school day is Fri 13.
    ['two weeks', '2026-03-02', '2026-03-15', 12, false],
    ['two weeks and a Monday', '2026-03-02', '2026-03-16', 15, true],
    ['exactly 14 days', '2026-03-03', '2026-03-16', 14, false],
    ['weekends at both ends do not lengthen it', '2026-02-28', '2026-03-15', 12, false],
    ['spring vacation inside does not break it', '2026-03-26', '2026-04-09', 15, true],
    ['a span of vacation only', '2026-03-28', '2026-04-05', 0, false],
    ['two days around the vacation', '2026-03-27', '2026-04-06', 11, false],
    ['one day', '2026-03-02', '2026-03-02', 1, false],
  ])('%s', (_, from, to, days, passes) => {
    expect(assess([absence(1, from, to)])).toMatchObject({ passes, days });
  });

  test('the last Saturday counts only in a six-day week', () => {
    const absences = [
      absence(1, '2026-03-28', '2026-03-28'),
      absence(2, '2026-04-11', '2026-04-25'),
    ];
    expect(assess(absences, {}, five).days).toBe(12);
    expect(assess(absences, {}, six)).toMatchObject({ passes: true, days: 15, absenceIds: [2] });
  });

  test('two records with no school day between them are one absence', () => {
    const joined = assess([
      absence(7, '2026-03-10', '2026-03-13'),
      absence(3, '2026-03-16', '2026-03-24'),
    ]);
    expect(joined).toMatchObject({ passes: true, days: 15, absenceIds: [3, 7] });
    expect(joined.why).toBe(
      'Непрерывный пропуск с 10.03.2026 по 24.03.2026: 15 календарных дней (11 учебных дней), больше 14.',
    );
    // Monday 16 March attended.
    const broken = assess([
      absence(7, '2026-03-10', '2026-03-13'),
      absence(3, '2026-03-17', '2026-03-24'),
    ]);
    expect(broken).toMatchObject({ passes: false, days: 8, absenceIds: [] });
    expect(broken.why).toContain('не больше 14');
  });

  test('overlapping records count once', () => {
    expect(
      assess([absence(1, '2026-03-10', '2026-03-13'), absence(2, '2026-03-12', '2026-03-18')]).days,
    ).toBe(9);
  });

  test('counts when it touches the period, over its whole length', () => {
    expect(assess([absence(1, '2026-02-10', '2026-03-02')])).toMatchObject({
      passes: true,
      days: 21,
    });
    expect(assess([absence(1, '2026-02-02', '2026-03-01')])).toMatchObject({
      passes: false,
      days: 0,
    });
    expect(assess([absence(1, '2026-05-15', '2026-05-26')]).days).toBe(12);
    expect(assess([absence(1, '2026-05-18', '2026-05-26')]).days).toBe(0);
  });

  test('the ends of the period belong to it', () => {
    const march = { from: '2026-03-02', to: '2026-03-20' };
    const daysIn = (from: string, to: string): number =>
      assessTwoWeeks(
        { absences: [absence(1, from, to)], calendar: five, homePeriods: [] },
        defaultTwoWeekRule,
        march,
      ).days;
    expect(daysIn('2026-02-16', '2026-03-02')).toBe(15);
    expect(daysIn('2026-02-16', '2026-03-01')).toBe(0);
    expect(daysIn('2026-03-20', '2026-03-24')).toBe(5);
    expect(daysIn('2026-03-21', '2026-03-24')).toBe(0);
  });

  test('an open absence is measured to the end of the period', () => {
    expect(assess([absence(1, '2026-05-04', null)])).toMatchObject({ passes: false, days: 12 });
    expect(assess([absence(1, '2026-04-30', null)])).toMatchObject({ passes: true, days: 16 });
    expect(assess([absence(1, '2026-05-18', null)])).toMatchObject({ passes: false, days: 0 });
  });

  test('the summer is not an absence', () => {
    const autumn = { from: '2026-05-01', to: '2026-10-01' };
    const split = assessTwoWeeks(
      {
        absences: [absence(1, '2026-05-25', '2026-09-03')],
        calendar: five,
        homePeriods: [],
      },
      defaultTwoWeekRule,
      autumn,
    );
    expect(split).toMatchObject({ passes: false, days: 3 });
  });

  test('two long absences of one student give one answer with both records', () => {
    const both = assess([
      absence(1, '2026-03-02', '2026-03-20'),
      absence(2, '2026-04-13', '2026-05-08'),
    ]);
    expect(both).toMatchObject({ passes: true, days: 26, absenceIds: [1, 2] });
    expect(both.why.match(/Непрерывный пропуск/g)).toHaveLength(2);
  });

  test('no absences', () => {
    expect(assess([])).toEqual({
      passes: false,
      nearly: false,
      why: 'За период нет пропущенных учебных дней.',
      absenceIds: [],
      days: 0,
      allAtHome: false,
    });
  });
});

describe('nearly: two thirds of the days that the rule allows', () => {
  test.each([
    // 14 calendar days: from 10 on, passing is no longer «nearly».
    ['span', five, '2026-03-02', '2026-03-10', 9, false],
    ['span', five, '2026-03-02', '2026-03-11', 10, true],
    ['span', five, '2026-03-03', '2026-03-16', 14, true],
    ['span', five, '2026-03-02', '2026-03-16', 15, false],
    // 10 school days of a five-day week: from 7 on; 12 of a six-day one: from 8 on.
    ['school-days-in-row', five, '2026-03-02', '2026-03-09', 5, false],
    ['school-days-in-row', five, '2026-03-02', '2026-03-11', 7, true],
    ['school-days-in-row', six, '2026-03-02', '2026-03-10', 7, false],
    ['school-days-in-row', six, '2026-03-02', '2026-03-11', 8, true],
  ] as const)('%s', (measure, calendar, from, to, days, nearly) => {
    expect(assess([absence(1, from, to)], { measure }, calendar)).toMatchObject({ days, nearly });
  });
});

describe('school days in a row', () => {
  test.each([
    ['ten of a five-day week', five, '2026-04-06', '2026-04-19', 10, false],
    ['eleven of a five-day week', five, '2026-04-06', '2026-04-20', 11, true],
    ['twelve of a six-day week', six, '2026-04-06', '2026-04-19', 12, false],
    ['thirteen of a six-day week', six, '2026-04-06', '2026-04-20', 13, true],
    ['the vacation adds nothing', five, '2026-03-23', '2026-04-10', 10, false],
  ])('%s', (_, calendar, from, to, days, passes) => {
    const result = assess([absence(1, from, to)], { measure: 'school-days-in-row' }, calendar);
    expect(result).toMatchObject({ passes, days });
  });
});

describe('cumulative', () => {
  const rule = { measure: 'cumulative' } as const;
  const scattered = [
    absence(1, '2026-03-02', '2026-03-06'),
    absence(2, '2026-04-13', '2026-04-17'),
  ];
  test('sums separate absences', () => {
    expect(assess(scattered, rule)).toMatchObject({ passes: false, days: 10 });
    expect(assess([...scattered, absence(3, '2026-05-04', '2026-05-04')], rule)).toMatchObject({
      passes: true,
      days: 11,
      absenceIds: [1, 2, 3],
    });
  });
  test('only days inside the period', () => {
    expect(assess([...scattered, absence(3, '2026-02-02', '2026-02-27')], rule).days).toBe(10);
    expect(assess([...scattered, absence(3, '2026-05-18', '2026-05-20')], rule).days).toBe(10);
  });
});

test('excused only', () => {
  const absences = [
    absence(1, '2026-03-02', '2026-03-06', true),
    absence(2, '2026-03-07', '2026-03-20', false),
  ];
  expect(assess(absences)).toMatchObject({ passes: true, days: 19 });
  expect(assess(absences, { excusedOnly: true })).toMatchObject({ passes: false, days: 5 });
  expect(assess([absence(2, '2026-03-02', '2026-03-20', false)], { excusedOnly: true }).why).toBe(
    'За период нет пропущенных по уважительной причине учебных дней.',
  );
});

const text = (rule: Partial<TwoWeekRule>): string => ruleText({ ...defaultTwoWeekRule, ...rule });

test('the rule is printed with its numbers', () => {
  expect(text({})).toContain('более 14 календарных дней');
  expect(text({})).not.toContain('уважительной');
  expect(text({})).toContain(
    'Дни обучения на дому пропущенными не считаются: с его началом пропуск заканчивается',
  );
  expect(text({ measure: 'cumulative' })).toContain(
    'Дни обучения на дому пропущенными не считаются.',
  );
  expect(text({ excusedOnly: true })).toContain('по уважительной причине');
  expect(text({ measure: 'school-days-in-row' })).toContain('подряд более 10 учебных дней');
  expect(text({ measure: 'cumulative', schoolDaysSixDayWeek: 15 })).toContain(
    'более 15 при шестидневной',
  );
});

describe('checks of an absence', () => {
  const other = { id: 5, from: '2026-03-10', to: '2026-03-12' };
  test.each([
    ['good', '2026-03-13', '2026-03-13', []],
    ['open after', '2026-03-13', null, []],
    ['open before runs into it', '2026-03-01', null, ['from']],
    ['shares the last day', '2026-03-12', '2026-03-20', ['from']],
    ['upside down', '2026-03-20', '2026-03-19', ['to']],
    ['impossible', '2026-02-29', '2026-02-30', ['from', 'to']],
  ])('%s', (_, from, to, paths) => {
    expect(validateAbsence({ from, to }, [other]).map((problem) => problem.path)).toEqual(paths);
  });
  test('names the other absence', () => {
    expect(validateAbsence({ from: '2026-03-12', to: null }, [other])[0]?.message).toContain(
      'с 10.03.2026 по 12.03.2026',
    );
  });
});
