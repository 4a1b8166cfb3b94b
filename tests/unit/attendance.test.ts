import { describe, expect, test } from 'vitest';
import { attendanceOf, attendancePeriods } from '../../src-main/domain/attendance.ts';
import { journalPeriods } from '../../src-main/domain/journal.ts';
import type { JournalPeriod } from '../../src-main/domain/journal.ts';

/** Missed lessons by reason, per term and year (domain.md §6). */

const quarters = [
  { kind: 'quarter', number: 1, startsOn: '2025-09-01', endsOn: '2025-10-24' },
  { kind: 'quarter', number: 2, startsOn: '2025-11-05', endsOn: '2025-12-30' },
  { kind: 'quarter', number: 3, startsOn: '2026-01-12', endsOn: '2026-03-27' },
  { kind: 'quarter', number: 4, startsOn: '2026-04-06', endsOn: '2026-05-26' },
] as const;
const periods = journalPeriods(quarters, '2025-09-01');
const periodOf = (key: string): JournalPeriod => {
  const found = periods.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

const keys = (key: string): readonly string[] =>
  attendancePeriods(periodOf(key), periods).map((one) => one.key);

describe('attendance in the journal', () => {
  test('of a term has the term, of the year its terms and the year', () => {
    expect(keys('term-2')).toEqual(['term-2']);
    expect(keys('year')).toEqual(['term-1', 'term-2', 'term-3', 'term-4', 'year']);
  });

  test('takes the edges of the terms, and lessons between and after them into the year', () => {
    const cells = [
      ['2025-09-01', 'Н'],
      ['2025-10-24', 'Б'],
      ['2025-10-28', 'У'],
      ['2025-11-05', 'Н Н'],
      ['2026-05-26', ''],
      ['2026-06-01', 'Б'],
    ].map(([date = '', codes = '']) => ({ date, codes }));
    const { counts, outside } = attendanceOf(cells, periodOf('year'), periods);
    const totals = [...counts].map(([key, { total }]) => [key, total]);
    expect(totals).toEqual([
      ['term-1', 2],
      ['term-2', 2],
      ['term-3', 0],
      ['term-4', 0],
      ['year', 6],
    ]);
    expect(counts.get('year')).toMatchObject({
      total: 6,
      ill: 2,
      excused: 1,
      unexcused: 0,
      unexplained: 3,
      late: 0,
    });
    expect(outside).toBe(2);
    expect(counts.get('year')?.unrecognised).toEqual([]);
  });

  test('names each code it could not count once', () => {
    const cells = [
      { date: '2025-09-01', codes: '?ЖД' },
      { date: '2025-09-02', codes: '?ЖД Н' },
    ];
    const { counts, outside } = attendanceOf(cells, periodOf('term-1'), periods);
    expect(counts.get('term-1')?.unrecognised).toEqual([{ code: 'ЖД', count: 2 }]);
    expect(counts.get('term-1')?.total).toBe(1);
    expect(outside).toBe(0);
  });

  test('of a pupil without a cell is nothing missed', () => {
    const { counts } = attendanceOf([], periodOf('term-3'), periods);
    expect(counts.get('term-3')).toMatchObject({ total: 0, unexplained: 0, late: 0 });
  });
});
