import { describe, expect, test } from 'vitest';
import { isSchoolDay } from '../../src-main/domain/calendar.ts';
import type { ParallelCalendar } from '../../src-main/domain/calendar.ts';
import {
  daysOfWeek,
  hasBegun,
  modeDay,
  nextSheetWeek,
  schoolDaysOfWeek,
  sheetDeadlines,
  sheetStatusOf,
  strictestMode,
} from '../../src-main/domain/cadence.ts';
import { mondayOf } from '../../src-main/domain/dates.ts';
import { weekCode, weekTitle } from '../../src-main/domain/cadence-wording.ts';

test('a week has begun from its Monday on', () => {
  expect(hasBegun('2026-03-02', '2026-03-01')).toBe(false);
  expect(hasBegun('2026-03-02', '2026-03-02')).toBe(true);
});

/** Quarters of 2025/26 (domain.md §10). */
const calendar: ParallelCalendar = {
  weekDays: 5,
  terms: [
    { kind: 'quarter', number: 1, startsOn: '2025-09-01', endsOn: '2025-10-24' },
    { kind: 'quarter', number: 2, startsOn: '2025-11-05', endsOn: '2025-12-30' },
    { kind: 'quarter', number: 3, startsOn: '2026-01-12', endsOn: '2026-03-27' },
    { kind: 'quarter', number: 4, startsOn: '2026-04-06', endsOn: '2026-05-26' },
  ],
  holidays: [
    { kind: 'public', name: '23 февраля', startsOn: '2026-02-23', endsOn: '2026-02-23' },
    { kind: 'public', name: '8 Марта', startsOn: '2026-03-08', endsOn: '2026-03-08' },
    { kind: 'public', name: '1 Мая', startsOn: '2026-05-01', endsOn: '2026-05-01' },
  ],
  movedDays: [{ date: '2026-03-09', works: false, name: 'Перенос с 8 Марта' }],
};
const on =
  (change: Partial<ParallelCalendar> = {}) =>
  (date: string) =>
    isSchoolDay(date, { ...calendar, ...change });
const usual = on();

describe('weeks', () => {
  test.each([
    ['2026-03-04', '2026-03-02', '2026-W10'],
    ['2026-03-08', '2026-03-02', '2026-W10'],
    // Week 53 of 2026 holds 1 January 2027.
    ['2027-01-01', '2026-12-28', '2026-W53'],
    // 29 December 2025 lies in the first week of 2026.
    ['2025-12-31', '2025-12-29', '2026-W01'],
    ['2028-02-29', '2028-02-28', '2028-W09'],
    ['2026-09-01', '2026-08-31', '2026-W36'],
  ])('%s lies in the week of %s, %s', (date, monday, code) => {
    expect(mondayOf(date)).toBe(monday);
    expect(weekCode(monday)).toBe(code);
  });

  test('titles go to the last school day, over months and years', () => {
    expect(weekTitle('2026-03-02', '2026-03-06')).toBe('2–6 марта 2026 г.');
    expect(weekTitle('2026-03-30', '2026-04-04')).toBe('30 марта – 4 апреля 2026 г.');
    expect(weekTitle('2025-12-29', '2026-01-03')).toBe('29 декабря 2025 г. – 3 января 2026 г.');
    expect(weekTitle('2026-03-02', '2026-03-02')).toBe('2 марта 2026 г.');
    // A week of holidays is called by its Saturday.
    expect(weekTitle('2026-03-30', null)).toBe('30 марта – 4 апреля 2026 г.');
  });

  test('the seven days of a week pass over 29 February', () => {
    expect(daysOfWeek('2028-02-28')[1]).toBe('2028-02-29');
    expect(daysOfWeek('2028-02-28').at(-1)).toBe('2028-03-05');
  });
});

describe('the day whose service mode counts', () => {
  test.each([
    ['five days', '2026-03-02', {}, '2026-03-06'],
    ['six days', '2026-03-02', { weekDays: 6 as const }, '2026-03-07'],
    [
      'a working Saturday',
      '2026-03-02',
      { movedDays: [{ date: '2026-03-07', works: true, name: 'Перенос' }] },
      '2026-03-07',
    ],
    [
      'a working Sunday',
      '2026-02-02',
      { movedDays: [{ date: '2026-02-08', works: true, name: 'Перенос' }] },
      '2026-02-08',
    ],
    ['Friday is a holiday', '2026-04-27', {}, '2026-04-30'],
    [
      'Friday is moved off',
      '2026-03-02',
      { movedDays: [{ date: '2026-03-06', works: false, name: 'Перенос' }] },
      '2026-03-05',
    ],
    ['one school day before the holidays', '2025-12-29', {}, '2025-12-30'],
    [
      'the year begins on a Tuesday',
      '2026-08-31',
      {
        terms: [
          { kind: 'quarter' as const, number: 1, startsOn: '2026-09-01', endsOn: '2026-10-23' },
        ],
      },
      '2026-09-04',
    ],
    ['holidays all the week', '2026-03-30', {}, null],
    ['summer', '2026-07-06', {}, null],
    [
      'a quarantine all the week',
      '2026-02-02',
      {
        holidays: [
          {
            kind: 'other' as const,
            name: 'Карантин',
            startsOn: '2026-02-02',
            endsOn: '2026-02-08',
          },
        ],
      },
      null,
    ],
  ])('%s', (_name, week, change, day) => {
    expect(modeDay(week, on(change))).toBe(day);
  });

  test('a holiday on Monday and a day moved off leave the rest of the week', () => {
    expect(schoolDaysOfWeek('2026-02-23', usual)).toHaveLength(4);
    expect(schoolDaysOfWeek('2026-03-09', usual)[0]).toBe('2026-03-10');
  });
});

describe('whose mode counts', () => {
  test('the strictest of the parents; own consent does not end the right of the parent', () => {
    expect(strictestMode([])).toBe('electronic');
    expect(strictestMode(['electronic', 'electronic'])).toBe('electronic');
    expect(strictestMode(['electronic', 'paper-impossibility'])).toBe('paper-impossibility');
    expect(strictestMode(['paper-impossibility', 'paper-refusal'])).toBe('paper-refusal');
    expect(strictestMode(['paper-refusal', 'own-consent'])).toBe('paper-refusal');
  });
});

describe('deadlines', () => {
  test.each([
    // Printed by the first school day after, handed over by the end of that school week.
    ['an ordinary week', '2026-02-06', {}, '2026-02-09', '2026-02-13'],
    ['Monday is a day off', '2026-02-20', {}, '2026-02-24', '2026-02-27'],
    ['six days', '2026-02-07', { weekDays: 6 as const }, '2026-02-09', '2026-02-14'],
    ['holidays after the week', '2026-03-27', {}, '2026-04-06', '2026-04-10'],
    ['the New Year', '2025-12-30', {}, '2026-01-12', '2026-01-16'],
    ['the end of the school year', '2026-05-26', {}, '2026-06-02', '2026-06-02'],
  ])('%s', (_name, lastDay, change, printBy, handBy) => {
    expect(sheetDeadlines(lastDay, on(change))).toEqual({ printBy, handBy });
  });

  test('the next school year is not waited for', () => {
    const twoYears = on({
      terms: [
        ...calendar.terms,
        { kind: 'quarter', number: 1, startsOn: '2026-09-01', endsOn: '2026-10-23' },
      ],
    });
    expect(sheetDeadlines('2026-05-26', twoYears).printBy).toBe('2026-06-02');
    expect(nextSheetWeek('2026-05-25', twoYears)).toBeNull();
    expect(nextSheetWeek('2026-03-23', twoYears)).toBe('2026-04-06');
  });
});

describe('status', () => {
  const deadlines = { printBy: '2026-02-09', handBy: '2026-02-13' };
  const base = { owed: true, deadlines, printed: false, handedOn: null };
  test.each([
    ['owed', { ...base, today: '2026-02-09' }],
    ['not-printed', { ...base, today: '2026-02-10' }],
    ['printed', { ...base, printed: true, today: '2026-02-13' }],
    ['not-handed', { ...base, printed: true, today: '2026-02-14' }],
    ['handed', { ...base, printed: true, handedOn: '2026-02-20', today: '2026-02-21' }],
    ['free', { ...base, owed: false, today: '2026-03-01' }],
    ['printed', { ...base, owed: false, printed: true, today: '2026-03-01' }],
    // A clock set back takes nothing off and makes nothing late.
    ['printed', { ...base, printed: true, today: '2026-01-01' }],
    ['handed', { ...base, printed: true, handedOn: '2026-02-10', today: '2026-01-01' }],
  ])('%s', (status, facts) => {
    expect(sheetStatusOf(facts)).toBe(status);
  });
});
