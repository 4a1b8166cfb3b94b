import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { rowsOf } from './support.ts';

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const lesson = async (date: string, subject = 'Алгебра', topic = '') =>
  (
    await school.office.call('marks.saveLesson', {
      id: null,
      classId: school.class8,
      subject,
      date,
      topic,
    })
  ).id;

const type = (lessonId: number, text: string, studentId = school.anna) =>
  school.office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });

test('marks of a class, newest day first; search by name; history apart', async () => {
  const { office, class8, anna, leaver } = school;
  const one = await lesson('2026-01-20');
  const two = await lesson('2026-03-10');
  await type(one, '3');
  await type(one, '4', leaver);
  await type(two, 'Б 5/4');
  await type(two, '5');
  const list = async (filters: object, search = '') =>
    (await office.call('marks.listMarks', { filters, search })).rows.map((row) => row.shown);
  expect(await list({ classId: class8 })).toEqual(['5', '3', '4']);
  expect(await list({ classId: class8 }, 'ГРОМОВ')).toEqual(['4']);
  expect(await list({ studentId: anna, from: '2026-02-01' })).toEqual(['5']);
  expect(await list({ from: '2026-03-01', to: '2026-03-31' })).toEqual(['5']);
  expect(await list({ classId: class8, state: 'history' })).toEqual(['Б 5/4']);
  const wide = await office.refusal('marks.listMarks', {
    filters: { from: '2025-09-01', to: '2026-05-31' },
  });
  expect(wide.code).toBe('scope-needed');
  const month = await office.call('marks.listMarks', {
    filters: { from: '2026-03-01', to: '2026-03-31' },
    limit: 1,
  });
  expect(month.total).toBe(1);
  const { marks } = await office.call('marks.history', { lessonId: two, studentId: anna });
  expect(marks.map(({ shown, endedReason }) => [shown, endedReason])).toEqual([
    ['5', null],
    ['Б 5/4', 'changed'],
  ]);
});

test('lessons by what they lack; words of the topic', async () => {
  const { office, class8 } = school;
  await lesson('2026-03-10', 'Алгебра', 'Квадратный трёхчлен');
  await lesson('2026-03-11', 'Физика');
  const list = async (filters: object, search = '') =>
    (await office.call('marks.listLessons', { filters: { classId: class8, ...filters }, search }))
      .rows;
  expect((await list({})).map(({ subject }) => subject)).toEqual(['Физика', 'Алгебра']);
  expect((await list({ missing: 'topic' })).map(({ subject }) => subject)).toEqual(['Физика']);
  expect(await list({ missing: 'homework' })).toHaveLength(2);
  expect((await list({}, 'трехчлен')).map(({ date }) => date)).toEqual(['2026-03-10']);
  expect(await list({ missing: 'marks' })).toHaveLength(2);
});

test('a grid of the class: those who were there in the period, averages over its marks', async () => {
  const { office, class8, anna, leaver } = school;
  const one = await lesson('2026-01-20');
  const two = await lesson('2026-01-20');
  await type(one, '5/4');
  await type(two, 'Н 3');
  await type(one, 'н', leaver);
  const [subject] = (await office.call('marks.subjects', { classId: class8 })).subjects;
  const grid = (from: string, to: string) =>
    office.call('marks.grid', { classId: class8, subjectId: subject?.id ?? 0, from, to });
  const january = await grid('2026-01-12', '2026-02-28');
  expect(january.lessons.map(({ id, ordinal }) => [id, ordinal])).toEqual([
    [one, 1],
    [two, 2],
  ]);
  expect(january.students.map(({ id, to, averageText }) => [id, to, averageText])).toEqual([
    [leaver, '2026-01-30', '—'],
    [anna, '2026-02-28', '4,00'],
  ]);
  expect((await grid('2025-09-01', '2026-09-02')).lessons).toHaveLength(2);
  await expect(grid('2025-09-01', '2026-09-03')).rejects.toMatchObject({ code: 'period-too-long' });
  const march = await grid('2026-03-01', '2026-03-31');
  expect(march.students.map(({ id }) => id)).toEqual([anna]);
  const week = await office.call('marks.studentWeek', { studentId: anna, date: '2026-01-21' });
  expect([week.from, week.className, week.cells.length]).toEqual(['2026-01-19', '8А', 2]);
});

test('two cards of one student: equal marks become one, different ones stop the merge', async () => {
  const { office, class8, anna } = school;
  const { id: twin } = await office.call('people.saveStudent', {
    id: null,
    lastName: 'Иванова',
    firstName: 'Анна',
    middleName: 'Сергеевна',
    birthDate: '2011-05-05',
    sex: null,
    namesake: true,
    enrol: { classId: class8, startsOn: '2025-09-01' },
  });
  const one = await lesson('2026-03-10');
  const two = await lesson('2026-03-11');
  await type(one, '5');
  await type(one, '5', twin);
  await type(two, '3', twin);
  await type(two, '4', twin);
  await type(two, '2');
  const merge = { keep: anna, drop: twin, takeFromDropped: [] };
  expect(await office.refusal('people.mergeStudents', merge)).toMatchObject({
    code: 'merge-marks-clash',
    message: expect.stringContaining('Алгебра, 11.03.2026: «2» и «4»'),
  });
  await type(two, '4');
  const { auditId } = await office.command('people.mergeStudents', merge);
  const marks = (await rowsOf(office, 'marks')).map((row) => [row['student_id'], row['codes']]);
  expect(marks).toEqual([
    [anna, '5'],
    [anna, '3'],
    [anna, '2'],
    [anna, '4'],
  ]);
  await office.call('audit.undo', { id: auditId });
  expect((await rowsOf(office, 'marks')).filter((row) => row['student_id'] === twin)).toHaveLength(
    3,
  );
});
