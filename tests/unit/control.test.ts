import { describe, expect, test } from 'vitest';
import { defaultHolidays, defaultTerms } from '../../src-main/domain/calendar-defaults.ts';
import type { ParallelCalendar } from '../../src-main/domain/calendar.ts';
import type { EntryEvidence } from '../../src-main/domain/control.ts';
import {
  controlPeriod,
  faultLevel,
  isGraded,
  isMarked,
  lagLevel,
  passedPart,
  timelinessOf,
} from '../../src-main/domain/control.ts';
import {
  isOver,
  plannedLessons,
  schoolWeeks,
  surelyTaught,
} from '../../src-main/domain/control-weeks.ts';
import { mondayOf } from '../../src-main/domain/dates.ts';
import { pageDays } from '../../src-main/features/control/page-days.ts';

const evidence = (change: Partial<EntryEvidence>): EntryEvidence => ({
  lessonOn: '2026-03-02',
  enteredOn: null,
  seenOn: '2026-03-02',
  unseenOn: null,
  ...change,
});

describe('a mark is in time within a week of its lesson (S2 §1.3)', () => {
  test.each([
    ['the day of the lesson', '2026-03-02', 'on-time'],
    ['the seventh day', '2026-03-09', 'on-time'],
    ['the eighth day', '2026-03-10', 'late'],
    ['months later', '2026-05-29', 'late'],
    ['a day before the lesson proves nothing', '2026-03-01', 'unknown'],
  ] as const)('told by the source: %s', (_, enteredOn, expected) => {
    // What was seen does not matter once the day is told.
    expect(timelinessOf(evidence({ enteredOn, seenOn: '2026-06-01' }))).toBe(expected);
    expect(timelinessOf(evidence({ enteredOn, unseenOn: '2026-03-20' }))).toBe(expected);
  });

  test.each([
    ['seen at once', '2026-03-02', null, 'on-time'],
    ['seen on the seventh day', '2026-03-09', null, 'on-time'],
    ['first seen on the eighth day', '2026-03-10', null, 'unknown'],
    ['seen late, absent within the week', '2026-03-20', '2026-03-08', 'unknown'],
    ['seen late, absent on the seventh day', '2026-03-20', '2026-03-09', 'unknown'],
    ['seen late, absent on the eighth day', '2026-03-20', '2026-03-10', 'late'],
    ['absent on the sixth day, seen on the seventh', '2026-03-09', '2026-03-08', 'on-time'],
    ['seen before the lesson: a clock set back', '2026-02-20', null, 'unknown'],
    ['seen in time and absent later: a clock set back', '2026-03-05', '2026-03-15', 'unknown'],
    ['both bounds in time, in the wrong order', '2026-03-05', '2026-03-06', 'on-time'],
    ['seen before the lesson, absent after the week', '2026-02-20', '2026-03-15', 'late'],
  ] as const)('bounded: %s', (_, seenOn, unseenOn, expected) => {
    expect(timelinessOf(evidence({ seenOn, unseenOn }))).toBe(expected);
  });

  test.each([
    ['over 29 February', '2028-02-22', '2028-02-29', 'on-time'],
    ['past 29 February', '2028-02-22', '2028-03-01', 'late'],
    ['without a 29 February', '2026-02-22', '2026-03-01', 'on-time'],
    ['over the new year', '2025-12-27', '2026-01-03', 'on-time'],
    ['from 31 August to September', '2026-08-31', '2026-09-07', 'on-time'],
  ] as const)('the week is of calendar days: %s', (_, lessonOn, enteredOn, expected) => {
    expect(timelinessOf(evidence({ lessonOn, enteredOn }))).toBe(expected);
  });
});

test.each([
  ['5', true],
  ['Б 3 3', true],
  ['О 2', true],
  ['ЗЧ', true],
  ['Н НЗ', true],
  ['3-', true],
  ['Н', false],
  ['Н Н', false],
  ['ОСВ', false],
  ['Н/А', false],
  ['.', false],
  ['?7А', false],
  ['?4А', false],
  ['', false],
])('«%s» holds a mark: %s', (codes, expected) => {
  expect(isGraded(codes)).toBe(expected);
});

test('the first class is taught without marks', () => {
  expect([1, 2, 11].map(isMarked)).toEqual([false, true, true]);
});

describe('the period', () => {
  test('is this school year when nothing is asked, on both sides of 1 September', () => {
    expect(controlPeriod({}, '2026-08-31')).toEqual({ from: '2025-09-01', to: '2026-08-31' });
    expect(controlPeriod({}, '2026-09-01')).toEqual({ from: '2026-09-01', to: '2027-08-31' });
    expect(controlPeriod({ from: '2024-10-01' }, '2026-09-01')).toEqual({
      from: '2024-10-01',
      to: '2025-08-31',
    });
    expect(() => controlPeriod({ from: '2026-03-02', to: '2026-03-01' }, '2026-03-01')).toThrow(
      /раньше начала/u,
    );
  });

  test('is judged up to today', () => {
    const period = { from: '2026-03-02', to: '2026-03-27' };
    expect(passedPart(period, '2026-03-10').to).toBe('2026-03-10');
    expect(passedPart(period, '2026-06-01')).toEqual(period);
  });
});

test('levels of the heat map', () => {
  expect([0, 1, 9, 10, 24, 25, 49, 50, 100].map((value) => faultLevel(value, 100))).toEqual([
    0, 1, 1, 2, 2, 3, 3, 4, 4,
  ]);
  expect(faultLevel(0, 0)).toBe(0);
  expect([12, 10, 9, 7, 5, 0].map((held) => lagLevel(held, 10))).toEqual([0, 0, 2, 3, 4, 4]);
});

const calendar: ParallelCalendar = {
  weekDays: 5,
  terms: defaultTerms(2025, 'quarter'),
  holidays: defaultHolidays(2025, 8),
  movedDays: [
    { date: '2026-02-21', works: true, name: '' },
    { date: '2026-02-16', works: false, name: '' },
  ],
};

describe('school weeks', () => {
  test('leave holidays out and keep the Mondays of short weeks', () => {
    const weeks = schoolWeeks({ from: '2025-10-20', to: '2025-11-14' }, calendar);
    expect(weeks.map(({ startsOn, days }) => [startsOn, days.length])).toEqual([
      ['2025-10-20', 5],
      ['2025-11-03', 3],
      ['2025-11-10', 5],
    ]);
  });

  test('respect moved days and the last days of the year', () => {
    const february = schoolWeeks({ from: '2026-02-16', to: '2026-02-28' }, calendar);
    expect(february.map(({ days }) => days)).toEqual([
      ['2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21'],
      ['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27'],
    ]);
    const end = schoolWeeks({ from: '2025-12-25', to: '2026-01-14' }, calendar);
    expect(end.map(({ startsOn }) => startsOn)).toEqual(['2025-12-22', '2025-12-29', '2026-01-12']);
  });

  test('are bounded by the terms whatever the dates', () => {
    expect(schoolWeeks({ from: '1900-01-01', to: '2099-12-31' }, calendar).length).toBeLessThan(40);
    expect(schoolWeeks({ from: '2026-06-01', to: '2026-08-31' }, calendar)).toEqual([]);
    expect(
      schoolWeeks({ from: '2025-09-01', to: '2026-05-26' }, { ...calendar, terms: [] }),
    ).toEqual([]);
  });

  test('Monday of a week, over a year of 53 weeks', () => {
    expect(mondayOf('2027-01-03')).toBe('2026-12-28');
    expect(mondayOf('2026-12-28')).toBe('2026-12-28');
  });

  test('are over on their last school day', () => {
    const [week] = schoolWeeks({ from: '2026-03-02', to: '2026-03-08' }, calendar);
    expect(week && isOver(week, '2026-03-05')).toBe(false);
    expect(week && isOver(week, '2026-03-06')).toBe(true);
  });
});

describe('the timetable', () => {
  const weeks = schoolWeeks({ from: '2025-11-03', to: '2025-11-14' }, calendar);

  test('plans by days: a short week gives its share', () => {
    expect(plannedLessons(weeks, 5, 5)).toBe(8);
    expect(plannedLessons(weeks, 1, 5)).toBe(2);
    expect(plannedLessons([], 5, 5)).toBe(0);
  });

  test('proves a lesson only when the days that dropped out cannot hold them all', () => {
    const [short] = weeks;
    expect(short && surelyTaught(short, 2, 5)).toBe(false);
    expect(short && surelyTaught(short, 3, 5)).toBe(true);
    expect(weeks[1] && surelyTaught(weeks[1], 1, 5)).toBe(true);
  });
});

test('a page of rows lies in few days', () => {
  const days = [
    { day: '2026-03-05', n: 3 },
    { day: '2026-03-04', n: 0 },
    { day: '2026-03-03', n: 2 },
    { day: '2026-03-02', n: 5 },
  ];
  const at = (offset: number, limit: number) => pageDays(days, offset, limit);
  expect(at(0, 3)).toEqual({ first: '2026-03-05', last: '2026-03-05', before: 0 });
  expect(at(2, 2)).toEqual({ first: '2026-03-05', last: '2026-03-03', before: 0 });
  expect(at(3, 1)).toEqual({ first: '2026-03-03', last: '2026-03-03', before: 3 });
  expect(at(4, 100)).toEqual({ first: '2026-03-03', last: '2026-03-02', before: 3 });
  expect(at(9, 1)).toEqual({ first: '2026-03-02', last: '2026-03-02', before: 5 });
  expect(at(10, 1)).toBeNull();
  expect(pageDays([], 0, 10)).toBeNull();
});
