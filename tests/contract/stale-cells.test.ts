import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallSchool } from '../support/small-school.ts';
import { openSmallSchool } from '../support/small-school.ts';

/** Cells of a grid say what the window saw in them; both values of another one are named. */

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const lesson = async () =>
  (
    await school.office.call('marks.saveLesson', {
      id: null,
      classId: school.class8,
      subject: 'Алгебра',
      date: '2026-03-10',
    })
  ).id;

test('a mark written since is named with both values, and no cell is stored', async () => {
  const { office, anna: studentId, leaver } = school;
  const lessonId = await lesson();
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text: '4' }] });
  const error = await office.refusal('marks.saveCells', {
    cells: [
      { lessonId, studentId: leaver, text: '3', was: '' },
      { lessonId, studentId, text: '5', was: '' },
    ],
  });
  expect(error.code).toBe('stale-version');
  expect(error.fields).toEqual([
    {
      path: 'cells.1.text',
      message: 'Иванова Анна, 10.03.2026: сейчас в базе «4», у вас «5».',
    },
  ]);
  expect((await office.call('marks.history', { lessonId, studentId: leaver })).marks).toEqual([]);
  const seen = [{ lessonId, studentId, text: '5', was: '4' }];
  expect(await office.call('marks.saveCells', { cells: seen })).toEqual({ saved: 1, erased: 0 });
});

test('an erased mark and a final one are asked for too; the same text is no conflict', async () => {
  const { office, anna: studentId, class8: classId } = school;
  const lessonId = await lesson();
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text: '4' }] });
  const erase = [{ lessonId, studentId, text: '', was: '3' }];
  expect((await office.refusal('marks.saveCells', { cells: erase })).code).toBe('stale-version');
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text: '4' }] });
  const final = { studentId, subject: 'Алгебра', period: 'term-1', text: '4' } as const;
  await office.call('marks.saveFinalMarks', { classId, cells: [final] });
  const error = await office.refusal('marks.saveFinalMarks', {
    classId,
    cells: [{ ...final, text: '5', was: '' }],
  });
  expect(error.fields[0]?.message).toBe('Иванова Анна, Алгебра: сейчас в базе «4», у вас «5».');
});

test('a number of lessons written since is refused', async () => {
  const { office, class8: classId } = school;
  const cell = { classId, subject: 'Алгебра', lessons: 3 };
  await office.call('control.saveLoads', { cells: [cell] });
  const cells = [{ ...cell, lessons: 4, was: null }];
  const error = await office.refusal('control.saveLoads', { cells });
  expect(error.fields[0]?.message).toBe('Алгебра: сейчас в базе «3», у вас «4».');
  await office.call('control.saveLoads', { cells: [{ ...cell, lessons: 4, was: 3 }] });
});
