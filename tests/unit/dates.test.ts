import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  compareDates,
  daysBetween,
  excelSerialToIso,
  formatIsoWeek,
  isIsoDate,
  isoDate,
  isoWeek,
  maxDate,
  minDate,
  mondayOf,
  monthSpan,
  overlaps,
  parseDateText,
  weekday,
  weekStart,
} from '../../src-main/domain/dates.ts';

const anyDate = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isIsoDate', () => {
  test.each(['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
    },
  );
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '01.01.2026',
    '',
    '2026-01-01T00:00',
    '0000-01-01',
    ' 2026-01-01',
  ])('refuses «%s»', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
  test('isoDate refuses fractions and impossible days', () => {
    expect(isoDate(2026, 9, 1)).toBe('2026-09-01');
    expect(isoDate(2026, 2, 29)).toBeNull();
    expect(isoDate(2026, 9, 1.5)).toBeNull();
  });
});

describe('arithmetic', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2026-08-31', 1, '2026-09-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2000-02-28', 2, '2000-03-01'],
  ])('%s + %i = %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
  test('agrees with the engine over six centuries', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        const moved = addDays(date, days);
        const byEngine = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
        expect(moved).toBe(byEngine.toISOString().slice(0, 10));
        expect(daysBetween(date, moved)).toBe(days);
        expect(weekday(moved)).toBe(byEngine.getUTCDay() || 7);
      }),
    );
  });
  test('leaving the calendar throws', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
  test('order', () => {
    expect(['2026-10-01', '2026-09-30', '2026-09-30'].toSorted(compareDates)).toEqual([
      '2026-09-30',
      '2026-09-30',
      '2026-10-01',
    ]);
    expect(minDate('2026-01-02', '2026-01-01')).toBe('2026-01-01');
    expect(maxDate('2026-01-02', '2026-01-01')).toBe('2026-01-02');
  });
});

describe('weeks', () => {
  test.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-29', '2026-W01'],
    ['2026-03-02', '2026-W10'],
  ])('%s lies in %s', (date, week) => {
    expect(formatIsoWeek(isoWeek(date))).toBe(week);
  });
  test.each([
    ['2026-W10', '2026-03-02'],
    ['2026-W53', '2026-12-28'],
    ['2026-W01', '2025-12-29'],
    ['2025-W53', null],
    ['2026-W00', null],
    ['2026-W54', null],
    ['2026-10', null],
    ['2026-W1', null],
  ])('%s starts on %s', (week, monday) => {
    expect(weekStart(week)).toBe(monday);
  });
  test('a date is in the week that starts on its Monday', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = weekStart(formatIsoWeek(isoWeek(date)));
        expect(monday).toBe(addDays(date, 1 - weekday(date)));
        expect(mondayOf(date)).toBe(monday);
      }),
    );
  });
  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2028-02-29', '2028-02-28'],
    ['2025-08-31', '2025-08-25'],
    ['2027-01-01', '2026-12-28'],
  ])('%s lies in the week of %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});

test.each([
  [2026, 9, '2026-09-01', '2026-09-30'],
  [2028, 2, '2028-02-01', '2028-02-29'],
  [2026, 12, '2026-12-01', '2026-12-31'],
])('month %i-%i goes from %s to %s', (year, month, from, to) => {
  expect(monthSpan(year, month)).toEqual({ from, to });
});

describe('ageOn', () => {
  test.each([
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-29', 16],
    ['2012-09-01', '2026-08-31', 13],
    ['2012-09-01', '2026-09-01', 14],
    ['2026-09-02', '2026-09-01', -1],
  ])('born %s is on %s: %i', (birth, date, age) => {
    expect(ageOn(birth, date)).toBe(age);
  });
});

test.each([
  [{ from: '2026-03-01', to: '2026-05-15' }, { from: '2026-05-15', to: null }, true],
  [{ from: '2026-03-01', to: '2026-05-15' }, { from: '2026-05-16', to: null }, false],
  [{ from: '2026-03-01', to: '2026-05-15' }, { from: '2026-01-01', to: '2026-02-28' }, false],
  [{ from: '2026-03-01', to: null }, { from: '2020-01-01', to: null }, true],
])('overlap %#', (a, b, expected) => {
  expect(overlaps(a, b)).toBe(expected);
  expect(overlaps(b, a)).toBe(expected);
});

describe('parseDateText', () => {
  test.each([
    ['01.09.2026', '2026-09-01'],
    ['1.9.26', '2026-09-01'],
    ['24.03.98', '1998-03-24'],
    ['2026-09-01', '2026-09-01'],
    ['2026.09.01', '2026-09-01'],
    ['01/09/2026', '2026-09-01'],
    ['01-09-2026', '2026-09-01'],
    [' 01.09.2026\u00A0', '2026-09-01'],
    ['01.09.2026 г.', '2026-09-01'],
    ['01.09.2026 0:00:00', '2026-09-01'],
    ['2026-09-01T00:00:00.000Z', '2026-09-01'],
    ['1 сентября 2026 г.', '2026-09-01'],
    ['«15» мая 2015 года', '2015-05-15'],
    ['29.02.2024', '2024-02-29'],
  ])('«%s» is %s', (text, date) => {
    expect(parseDateText(text)).toBe(date);
  });
  test.each([
    '',
    '29.02.2026',
    '31.04.2026',
    '32.01.2026',
    '01.13.2026',
    '1.9',
    '01.09.226',
    '01.09/2026',
    '45901',
    'нет',
    '1 сентябрь 2026',
    '2026-02-30',
    '00.00.0000',
  ])('«%s» is no date', (text) => {
    expect(parseDateText(text)).toBeNull();
  });
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [60, false, null],
  [61, false, '1900-03-01'],
  [45_901, false, '2025-09-01'],
  [45_901.75, false, '2025-09-01'],
  [0, false, null],
  [-1, false, null],
  [Number.NaN, false, null],
  [2_958_465, false, '9999-12-31'],
  [2_958_466, false, null],
  [0, true, '1904-01-01'],
  [44_439, true, '2025-09-01'],
  [2_957_003, true, '9999-12-31'],
  [2_957_004, true, null],
])('Excel serial %d (1904: %s) is %s', (serial, date1904, date) => {
  expect(excelSerialToIso(serial, date1904)).toBe(date);
});
