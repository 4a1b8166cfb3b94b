import { describe, expect, it } from 'vitest';
import { isoWeek } from '../../src-main/domain/dates.ts';
import { mondayOf, weekAfter, weekNumber } from '../../src-renderer/features/sheets/weeks.ts';
import { addDays } from '../../src-renderer/ui/periods.ts';

describe('weeks of the printouts on screen', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2028-02-29', '2028-02-28'],
    ['2025-09-01', '2025-09-01'],
    ['2025-08-31', '2025-08-25'],
    ['2027-01-01', '2026-12-28'],
  ])('%s lies in the week of %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('numbers weeks as the core does, week 53 included', () => {
    for (let day = '2019-12-30'; day < '2033-02-01'; day = addDays(day, 7))
      expect([day, weekNumber(day)]).toEqual([day, isoWeek(day).week]);
    expect(weekNumber('2026-12-28')).toBe(53);
  });

  it('goes over the end of a year', () => {
    expect(weekAfter('2026-12-28', 1)).toBe('2027-01-04');
    expect(weekAfter('2027-01-04', -1)).toBe('2026-12-28');
  });
});
