import { describe, expect, it } from 'vitest';
import { parseTypedDate, showDate, showPeriod } from '../../src-renderer/ui/dates.ts';
import { parseQuarterHours, showQuarterHours } from '../../src-renderer/ui/hours.ts';

describe('dates as people type them', () => {
  it.each([
    ['01.09.2026', '2026-09-01'],
    ['1.9.26', '2026-09-01'],
    ['1,9,2026', '2026-09-01'],
    ['010926', '2026-09-01'],
    ['01092026', '2026-09-01'],
    ['29.02.2028', '2028-02-29'],
    ['31.08.99', '1999-08-31'],
    ['2026-09-01', '2026-09-01'],
  ])('reads %s', (typed, iso) => {
    expect(parseTypedDate(typed)).toBe(iso);
  });

  it('takes the current year where none is typed', () => {
    expect(parseTypedDate('1.9')).toBe(`${new Date().getFullYear()}-09-01`);
  });

  it.each(['29.02.2026', '31.11.2026', '0.1.2026', '1.13.2026', '1.9.202', 'завтра', ''])(
    'refuses «%s»',
    (typed) => {
      expect(parseTypedDate(typed)).toBeNull();
    },
  );

  it('shows dates and periods', () => {
    expect(showDate('2026-09-01')).toBe('01.09.2026');
    expect(showDate(null)).toBe('');
    expect(showPeriod('2026-09-01', '2026-09-01')).toBe('01.09.2026');
    expect(showPeriod('2026-09-01', null)).toBe('01.09.2026 – …');
  });
});

describe('hours as people type them', () => {
  it.each([
    ['1,5', 6],
    ['1.25', 5],
    ['1:30', 6],
    ['0:15', 1],
    ['1 ч 30 мин', 6],
    ['2 часа', 8],
    ['45 мин', 3],
    ['24', 96],
  ])('reads %s as %i quarters', (typed, quarters) => {
    expect(parseQuarterHours(typed)).toBe(quarters);
  });

  it.each(['1:10', '0', '0,1', '1:60', 'час', '', '-1'])('refuses «%s»', (typed) => {
    expect(parseQuarterHours(typed)).toBeNull();
  });

  it('shows what it reads back', () => {
    for (let quarters = 1; quarters <= 96; quarters += 1)
      expect(parseQuarterHours(showQuarterHours(quarters))).toBe(quarters);
  });
});
