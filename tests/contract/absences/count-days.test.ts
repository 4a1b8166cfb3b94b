import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

/** Days of an absence while it is being typed. */

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const count = (from: string, to: string | null) =>
  school.office.call('absences.countDays', { studentId: school.anna, from, to });

test('both ends count; weekends are no school days', async () => {
  expect(await count('2026-02-02', '2026-02-16')).toEqual({
    calendarDays: 15,
    schoolDays: 11,
    missedLessons: '0 уроков',
  });
  expect(await count('2026-02-07', '2026-02-08')).toEqual({
    calendarDays: 2,
    schoolDays: 0,
    missedLessons: '0 уроков',
  });
});

test('an open absence runs to today, Monday 16 March', async () => {
  expect(await count('2026-03-13', null)).toEqual({
    calendarDays: 4,
    schoolDays: 2,
    missedLessons: '0 уроков',
  });
});

test.each([
  ['2026-02-16', '2026-02-02', 'period-upside-down'],
  ['2024-02-29', '2026-02-28', 'absence-too-long'],
])('%s – %s is refused: %s', async (from, to, code) => {
  const input = { studentId: school.anna, from, to };
  expect((await school.office.refusal('absences.countDays', input)).code).toBe(code);
});
