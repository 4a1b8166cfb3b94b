import { describe, expect, test } from 'vitest';
import {
  countSchoolDays,
  dayOfSchoolYear,
  isSchoolDay,
  schoolDays,
  schoolYearOf,
  schoolYearSpan,
  schoolYearStart,
  schoolYearTitle,
  termOf,
} from '../../src-main/domain/calendar.ts';
import type { ParallelCalendar } from '../../src-main/domain/calendar.ts';
import {
  defaultHolidays,
  defaultMovedDays,
  defaultTerms,
} from '../../src-main/domain/calendar-defaults.ts';
import { validateHolidays, validateTerms } from '../../src-main/domain/calendar-checks.ts';
import { weekday } from '../../src-main/domain/dates.ts';

const calendar2025 = (weekDays: 5 | 6, parallel = 8): ParallelCalendar => ({
  weekDays,
  terms: defaultTerms(2025, 'quarter'),
  holidays: defaultHolidays(2025, parallel),
  movedDays: defaultMovedDays(2025, weekDays),
});

describe('school year', () => {
  test.each([
    ['2026-08-31', 2025],
    ['2026-09-01', 2026],
    ['2025-12-31', 2025],
    ['2026-01-01', 2025],
    ['2024-02-29', 2023],
  ])('%s belongs to %i', (date, startYear) => {
    expect(schoolYearOf(date)).toBe(startYear);
    const span = schoolYearSpan(startYear);
    expect(span.from <= date && date <= span.to).toBe(true);
    expect(schoolYearStart(date)).toBe(span.from);
  });
  test('a day stands for a year: today only for the running one', () => {
    expect(dayOfSchoolYear(2025, '2026-08-31')).toBe('2026-08-31');
    expect(dayOfSchoolYear(2026, '2026-08-31')).toBe('2026-09-01');
    expect(dayOfSchoolYear(2024, '2026-08-31')).toBe('2024-09-01');
  });
  test('title', () => {
    expect(schoolYearTitle(2025)).toBe('2025/2026');
  });
});

describe('school days', () => {
  test.each([
    ['2025-09-01', true, true, 'the first day'],
    ['2025-08-31', false, false, 'summer'],
    ['2025-09-06', false, true, 'Saturday'],
    ['2025-09-07', false, false, 'Sunday'],
    ['2025-10-24', true, true, 'last day of the quarter'],
    ['2025-10-27', false, false, 'vacation'],
    ['2025-11-04', false, false, 'public holiday'],
    ['2025-11-05', true, true, 'the second quarter'],
    ['2026-01-08', false, false, 'New Year'],
    ['2026-02-23', false, false, 'public holiday on a Monday'],
    ['2026-03-09', false, false, 'day off moved from Sunday, 8 March'],
    ['2026-05-09', false, false, 'public holiday on a Saturday'],
    ['2026-05-11', false, true, 'day off moved from a Saturday only in a five-day week'],
    ['2026-05-26', true, true, 'the last day'],
    ['2026-05-27', false, false, 'after the last day'],
  ])('%s: five-day %s, six-day %s (%s)', (date, five, six) => {
    expect(isSchoolDay(date, calendar2025(5))).toBe(five);
    expect(isSchoolDay(date, calendar2025(6))).toBe(six);
  });

  test('moved days override weekday and holiday inside terms only', () => {
    const base = calendar2025(5);
    const moved = (date: string, works: boolean): ParallelCalendar => ({
      ...base,
      movedDays: [{ date, works, name: 'приказ' }],
    });
    expect(isSchoolDay('2025-09-06', moved('2025-09-06', true))).toBe(true);
    expect(isSchoolDay('2026-02-23', moved('2026-02-23', true))).toBe(true);
    expect(isSchoolDay('2025-09-05', moved('2025-09-05', false))).toBe(false);
    expect(isSchoolDay('2025-11-01', moved('2025-11-01', true))).toBe(false);
  });

  test('counting', () => {
    expect(countSchoolDays('2025-09-01', '2025-09-14', calendar2025(5))).toBe(10);
    expect(countSchoolDays('2025-09-01', '2025-09-14', calendar2025(6))).toBe(12);
    expect(countSchoolDays('2025-10-25', '2025-11-04', calendar2025(6))).toBe(0);
    expect(countSchoolDays('2025-09-02', '2025-09-01', calendar2025(6))).toBe(0);
    expect(countSchoolDays('0001-01-01', '9999-12-31', calendar2025(5))).toBe(
      schoolDays('2025-09-01', '2026-05-26', calendar2025(5)).length,
    );
    expect(schoolDays('2025-09-01', '2025-09-30', { ...calendar2025(5), terms: [] })).toEqual([]);
  });

  test('the term of a date', () => {
    expect(termOf('2025-10-24', calendar2025(5))?.number).toBe(1);
    expect(termOf('2025-10-25', calendar2025(5))).toBeNull();
  });

  test('first-graders rest a further week in February', () => {
    expect(countSchoolDays('2026-02-16', '2026-02-22', calendar2025(5, 1))).toBe(0);
    expect(countSchoolDays('2026-02-16', '2026-02-22', calendar2025(5, 2))).toBe(5);
  });
});

describe('prefilled terms', () => {
  test('quarters of 2025/26, domain.md §10', () => {
    expect(defaultTerms(2025, 'quarter').map((t) => `${t.startsOn} ${t.endsOn}`)).toEqual([
      '2025-09-01 2025-10-24',
      '2025-11-05 2025-12-30',
      '2026-01-12 2026-03-27',
      '2026-04-06 2026-05-26',
    ]);
  });
  test('half-years stop at the New Year', () => {
    expect(defaultTerms(2025, 'half-year').map((t) => `${t.startsOn} ${t.endsOn}`)).toEqual([
      '2025-09-01 2025-12-30',
      '2026-01-12 2026-05-26',
    ]);
  });
  test('every year from 2015 to 2060 gives valid terms that begin and end on weekdays', () => {
    for (let year = 2015; year <= 2060; year += 1) {
      for (const kind of ['quarter', 'trimester', 'half-year'] as const) {
        const terms = defaultTerms(year, kind);
        expect(validateTerms(year, terms)).toEqual([]);
        for (const term of terms) {
          expect(weekday(term.startsOn)).toBeLessThanOrEqual(5);
          expect(weekday(term.endsOn)).toBeLessThanOrEqual(5);
        }
      }
      expect(validateHolidays(year, defaultHolidays(year, 1))).toEqual([]);
      expect(defaultTerms(year, 'quarter')[1]?.startsOn.endsWith('-11-04')).toBe(false);
    }
  });
  test('1 September on a Sunday moves to Monday', () => {
    expect(defaultTerms(2024, 'quarter')[0]?.startsOn).toBe('2024-09-02');
  });
  test('days off moved from holidays', () => {
    expect(defaultMovedDays(2025, 5).map((day) => day.date)).toEqual(['2026-03-09', '2026-05-11']);
    expect(defaultMovedDays(2025, 6).map((day) => day.date)).toEqual(['2026-03-09']);
  });
});

const term = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });

describe('checks of terms', () => {
  const first = term('2025-09-01', '2025-10-24');
  test.each([
    ['none', [], ['terms']],
    ['impossible date', [term('2025-09-01', '2026-02-29')], ['terms.0.endsOn']],
    ['before the year', [term('2025-08-31', '2025-10-24')], ['terms.0.startsOn']],
    ['after the year', [first, term('2025-11-05', '2026-09-01')], ['terms.1.endsOn']],
    ['upside down', [term('2025-10-24', '2025-09-01')], ['terms.0.endsOn']],
    ['overlap', [first, term('2025-10-24', '2025-12-30')], ['terms.1.startsOn']],
    ['order', [term('2025-11-05', '2025-12-30'), first], ['terms.1.startsOn']],
    ['good', [first, term('2025-10-25', '2026-08-31')], []],
  ])('%s', (_, terms, paths) => {
    expect(validateTerms(2025, terms).map((problem) => problem.path)).toEqual(paths);
  });
  test('says what is wrong in Russian', () => {
    expect(validateTerms(2025, [term('2025-10-24', '2025-09-01')])[0]?.message).toBe(
      'Окончание 01.09.2025 раньше начала 24.10.2025.',
    );
  });
});
