import { describe, expect, test } from 'vitest';
import type { Stint, StudentRecords } from '../../src-main/domain/enrolment-records.ts';
import {
  lostRecords,
  newlyWithoutClass,
  recordsText,
  stands,
} from '../../src-main/domain/enrolment-records.ts';

const stint = (classId: number, from: string, to: string | null = null): Stint => ({
  classId,
  from,
  to,
});
const record = (
  kind: StudentRecords['kind'],
  classId: number | null,
  from: string | null,
  to: string | null = from,
  count = 1,
): StudentRecords => ({
  kind,
  classId,
  parallel: classId === null ? null : 5,
  letter: classId === null ? null : 'А',
  from,
  to,
  count,
});

describe('a record stands on a class', () => {
  const autumn = [stint(1, '2025-09-01', '2025-10-31')];
  test.each([
    ['first day', record('mark', 1, '2025-09-01'), true],
    ['last day', record('mark', 1, '2025-10-31'), true],
    ['the day before', record('mark', 1, '2025-08-31'), false],
    ['the day after', record('mark', 1, '2025-11-01'), false],
    ['another class', record('mark', 2, '2025-09-01'), false],
    ['any class will do', record('appeal', null, '2025-09-01'), true],
    ['any class, but a day outside', record('appeal', null, '2025-11-01'), false],
    ['a final mark asks for the class alone', record('final', 1, null), true],
    ['a final mark of another class', record('final', 2, null), false],
    ['a week that begins before', record('sheet', 1, '2025-10-27', '2025-11-02'), true],
    ['a week after', record('sheet', 1, '2025-11-03', '2025-11-09'), false],
    ['an absence that goes on', record('absence', null, '2025-08-01', null), true],
  ])('%s', (_name, one, expected) => {
    expect(stands(one, autumn)).toBe(expected);
  });
  test('without a class nothing stands', () => {
    expect(stands(record('final', 1, null), [])).toBe(false);
  });
});

test('what stood on no class before is not lost by the change', () => {
  const records = [record('mark', 1, '2025-09-01'), record('mark', 1, '2026-01-12')];
  const before = [stint(1, '2025-09-01', '2025-10-31')];
  expect(lostRecords(records, before, [])).toEqual([records[0]]);
  expect(lostRecords(records, before, before)).toEqual([]);
});

test('a step brings what was not without a class before, and only as much', () => {
  const old = record('mark', 1, '2025-09-01', '2025-09-01', 2);
  const more = record('mark', 1, '2025-09-01', '2025-09-01', 5);
  const absence = record('absence', null, '2025-09-01', '2025-09-03');
  expect(newlyWithoutClass([old], [old])).toEqual([]);
  expect(newlyWithoutClass([more], [old])).toEqual([]);
  expect(newlyWithoutClass([old], [more, absence])).toEqual([{ ...old, count: 3 }, absence]);
});

test('the refusal counts by kind and class and names the days', () => {
  expect(
    recordsText([
      record('mark', 1, '2025-10-14', '2025-10-14', 3),
      record('mark', 1, '2025-10-12', '2025-10-12', 2),
      record('final', 1, null),
      record('appeal', null, '2025-10-13'),
    ]),
  ).toBe(
    '5 оценок (5А, с 12.10.2025 по 14.10.2025); 1 итоговая оценка (5А); 1 обращение (13.10.2025)',
  );
});
