import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src-main/contract/fields.ts';
import { isDay, parseTypedDate, showDate, showPeriod } from '../../src-renderer/ui/dates.ts';

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
    ['1 сентября 2026', '2026-09-01'],
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

  it.each(['1900-01-01', '2026-02-28', '2099-12-31', '1899-12-31', '2100-01-01', '2026-02-29', ''])(
    'takes «%s» for a day as the contract does',
    (typed) => {
      expect(isDay(typed)).toBe(isoDate.safeParse(typed).success);
    },
  );

  it('shows dates and periods', () => {
    expect(showDate('2026-09-01')).toBe('01.09.2026');
    expect(showDate(null)).toBe('');
    expect(showPeriod('2026-09-01', '2026-09-01')).toBe('01.09.2026');
    expect(showPeriod('2026-09-01', null)).toBe('01.09.2026 – …');
  });
});
