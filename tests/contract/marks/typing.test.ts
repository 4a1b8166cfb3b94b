import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { csv, registerBytes } from './files.ts';
import { rowsOf } from './support.ts';

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const lesson = async (date = '2026-03-10', subject = 'Алгебра') =>
  (
    await school.office.call('marks.saveLesson', {
      id: null,
      classId: school.class8,
      subject,
      date,
    })
  ).id;

const type = (lessonId: number, text: string, studentId = school.anna) =>
  school.office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });

test('two lessons of one day stay two; a subject is one whatever its letters', async () => {
  await lesson('2026-03-10', 'Алгебра');
  await lesson('2026-03-10', 'АЛГЕБРА ');
  expect(await rowsOf(school.office, 'lessons')).toMatchObject([{ ordinal: 1 }, { ordinal: 2 }]);
  expect(await rowsOf(school.office, 'subjects')).toHaveLength(1);
});

test('the only teacher of the subject is taken, of two nobody', async () => {
  const { office, class8, teacher, otherTeacher } = school;
  const teaches = (id: number, lastName: string, subject: string) =>
    office.call('people.saveTeacher', {
      id,
      lastName,
      firstName: 'Ольга',
      middleName: 'Игоревна',
      assignments: [
        { classId: class8, subject },
        { classId: class8, subject: 'Химия' },
      ],
    });
  await teaches(teacher, 'Белова', 'Алгебра');
  await teaches(otherTeacher, 'Жукова', 'Физика');
  await lesson('2026-03-10', 'алгебра');
  await lesson('2026-03-10', 'Химия');
  expect(await rowsOf(office, 'lessons')).toMatchObject([
    { teacher_id: teacher, described: 1 },
    { teacher_id: null },
  ]);
});

test('a typed mark is dated today; a changed one becomes history and keeps its time', async () => {
  const { office } = school;
  const id = await lesson();
  expect(await type(id, 'б 3/3')).toEqual({ saved: 1, erased: 0 });
  expect(await type(id, 'Б  3 3')).toEqual({ saved: 0, erased: 0 });
  office.clock.set('2026-03-20');
  expect(await type(id, '3/4')).toEqual({ saved: 1, erased: 0 });
  expect(await rowsOf(office, 'marks')).toMatchObject([
    { codes: 'Б 3 3', entered_on: '2026-03-16', ended_reason: 'changed' },
    { codes: '3 4', text: '3/4', entered_on: '2026-03-16', ended_reason: null },
  ]);
  await type(id, '3/4/5');
  expect((await rowsOf(office, 'marks')).at(-1)).toMatchObject({
    codes: '3 4 5',
    entered_on: '2026-03-20',
  });
  expect(await type(id, '')).toEqual({ saved: 0, erased: 1 });
  expect((await rowsOf(office, 'marks')).map((row) => row['ended_reason'])).toEqual([
    'changed',
    'changed',
    'erased',
  ]);
});

test('what cannot be typed is refused with its cell', async () => {
  const { office, anna, petr, class8 } = school;
  const id = await lesson();
  const cells = (...list: object[]) => office.refusal('marks.saveCells', { cells: list });
  expect(await cells({ lessonId: id, studentId: petr, text: '5' })).toMatchObject({
    code: 'student-not-in-class',
    fields: [{ path: 'cells.0.studentId' }],
  });
  const good = { lessonId: id, studentId: anna, text: '5' };
  expect((await cells(good, good)).code).toBe('cell-repeated');
  expect((await cells({ ...good, text: '/' })).code).toBe('cell-empty');
  expect((await cells({ ...good, lessonId: 999 })).code).toBe('lesson-unknown');
  expect(await rowsOf(office, 'marks')).toHaveLength(0);
  const year = await office.refusal('marks.saveLesson', {
    id: null,
    classId: class8,
    subject: 'Алгебра',
    date: '2026-09-01',
  });
  expect(year.code).toBe('date-outside-year');
});

test('a tenth lesson of a subject on a day is refused at the day', async () => {
  const nine = Array.from({ length: 9 }, () => lesson());
  await Promise.all(nine);
  const tenth = await school.office.refusal('marks.saveLesson', {
    id: null,
    classId: school.class8,
    subject: 'Алгебра',
    date: '2026-03-10',
  });
  expect(tenth).toMatchObject({ code: 'too-many-lessons', fields: [{ path: 'date' }] });
  expect(await rowsOf(school.office, 'lessons')).toHaveLength(9);
  await lesson('2026-03-11');
});

test('a table of codes that is gone is refused wherever marks are read by one', async () => {
  const { office, anna, class8: classId } = school;
  const lessonId = await lesson();
  const rows = csv('Ученик;Класс;Предмет;Дата;Оценка', 'Иванова Анна;8А;Алгебра;10.03.2026;4');
  const file = await registerBytes(office, 'a.csv', rows);
  const cell = { studentId: anna, text: '5' };
  const final = { ...cell, subject: 'Алгебра', period: 'term-1' };
  const asked = [
    ['marks.saveCells', { cells: [{ ...cell, lessonId }] }],
    ['marks.saveFinalMarks', { classId, cells: [final] }],
    ['marks.previewImport', { files: [{ file }] }],
  ] as const;
  for (const [name, input] of asked)
    expect(await office.refusal(name, { ...input, codeTableId: 99 })).toMatchObject({
      code: 'code-table-unknown',
    });
  expect(await rowsOf(office, 'marks')).toEqual([]);
  expect(await rowsOf(office, 'final_marks')).toEqual([]);
});

test('a lesson with marks stays; without them it goes with its history', async () => {
  const { office } = school;
  const id = await lesson();
  await type(id, '5');
  expect((await office.refusal('marks.deleteLesson', { id })).code).toBe('lesson-has-marks');
  await type(id, '');
  const { auditId } = await office.command('marks.deleteLesson', { id });
  expect(await rowsOf(office, 'lessons')).toHaveLength(0);
  await office.call('audit.undo', { id: auditId });
  expect(await rowsOf(office, 'lessons')).toHaveLength(1);
  expect(await rowsOf(office, 'marks')).toMatchObject([{ ended_reason: 'erased' }]);
});

test('final marks: typed, changed, erased, undone', async () => {
  const { office, anna, class8 } = school;
  const finals = (text: string) => ({
    classId: class8,
    cells: [{ studentId: anna, subject: 'Алгебра', period: 'term-1' as const, text }],
  });
  await office.call('marks.saveFinalMarks', finals('4'));
  const { auditId } = await office.command('marks.saveFinalMarks', finals('н/а'));
  const states = async () =>
    (await rowsOf(office, 'final_marks')).map((row) => [row['codes'], row['ended_reason']]);
  expect(await states()).toEqual([
    ['4', 'changed'],
    ['Н/А', null],
  ]);
  await office.call('audit.undo', { id: auditId });
  expect(await states()).toEqual([['4', null]]);
  expect(await office.call('marks.saveFinalMarks', finals(''))).toEqual({ saved: 0, erased: 1 });
});
