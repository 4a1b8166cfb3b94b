import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';

/** A pupil who changes class within a week has one sheet, with the lessons of both (domain.md §6). */

let scene: Week;
beforeEach(async () => {
  scene = await openWeek('2026-03-07');
});
afterEach(() => scene.family.school.office.close());

const lessonOf9 = async (date: string, subject: string, text: string): Promise<void> => {
  const lesson = { subject, date, topic: null, homework: null };
  const classId = scene.family.school.class9;
  const { id } = await scene.call('marks.saveLesson', { id: null, classId, ...lesson });
  await scene.mark(id, text);
};

const moveOn = (startsOn: string) =>
  scene.call('people.transfer', {
    studentId: scene.anna,
    classId: scene.family.school.class9,
    startsOn,
  });

/** 8 and 9 have weeks of their own. */
const weekDays = async (of8: 5 | 6, of9: 5 | 6): Promise<void> => {
  const { parallels, holidays, movedDays } = await scene.call('calendar.get', { startYear: 2025 });
  await scene.call('calendar.saveYear', {
    startYear: 2025,
    holidays,
    movedDays,
    parallels: parallels.map((one) => {
      if (one.parallel === 8) return { ...one, weekDays: of8 };
      return one.parallel === 9 ? { ...one, weekDays: of9 } : one;
    }),
  });
};

const sheet = async () => {
  const { ids } = await scene.issue();
  return (await scene.call('sheets.get', { id: ids[0] ?? 0 })).content;
};

const owed = async () =>
  (await scene.call('sheets.listDue', { filters: { week } })).rows
    .filter(({ studentId }) => studentId === scene.anna)
    .map(({ className, lastDay, owed: isOwed }) => [className, lastDay, isOwed]);

test('one sheet is owed, by the class of the last school day', async () => {
  await scene.family.register();
  await moveOn('2026-03-05');
  expect(await owed()).toEqual([['9А', '2026-03-06', true]]);
});

test('from a six-day class on Saturday into a five-day one: the sheet of the week is still owed', async () => {
  await weekDays(6, 5);
  await scene.family.register();
  await scene.lesson('2026-03-03', 'Алгебра', '4');
  await moveOn('2026-03-07');
  expect(await owed()).toEqual([['8А', '2026-03-06', true]]);
  expect((await sheet()).subjects[0]?.cells).toEqual(['', '4', '', '', '']);
});

test('from a five-day class on Saturday into a six-day one: Saturday is the last day', async () => {
  await weekDays(5, 6);
  await scene.family.register();
  await scene.lesson('2026-03-03', 'Алгебра', '4');
  await moveOn('2026-03-07');
  await lessonOf9('2026-03-07', 'Алгебра', '5');
  expect(await owed()).toEqual([['9А', '2026-03-07', true]]);
  const content = await sheet();
  expect(content.subjects).toEqual([
    { subject: 'Алгебра', cells: ['', '4', '', '', '', '5'], average: '4,50' },
  ]);
  expect(content.daysOff).toBeUndefined();
});

test('a lesson of each class on the day of the change are two lessons', async () => {
  await moveOn('2026-03-05');
  // The former class's teacher enters what was given before it was known.
  await scene.lesson('2026-03-05', 'Алгебра', '4');
  await scene.lesson('2026-03-05', 'Физика', 'Н');
  await lessonOf9('2026-03-05', 'Алгебра', '5');
  const content = await sheet();
  expect(content.subjects.map(({ subject, cells }) => [subject, cells[3]])).toEqual([
    ['Алгебра', '4; 5'],
    ['Физика', 'Н'],
  ]);
  expect(content.absences.total).toBe(1);
});

test('who left in the midst of the week for another school is owed nothing', async () => {
  await scene.family.register();
  await scene.call('people.leave', {
    studentId: scene.anna,
    endsOn: '2026-03-05',
    reason: 'transferred',
  });
  expect(await owed()).toEqual([]);
});
