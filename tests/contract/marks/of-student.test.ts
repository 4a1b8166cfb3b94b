import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const typed = async (subject: string, date: string, text: string): Promise<void> => {
  const { office, class8: classId, anna: studentId } = school;
  const { id: lessonId } = await office.call('marks.saveLesson', {
    id: null,
    classId,
    subject,
    date,
  });
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });
};

const february = { from: '2026-02-01', to: '2026-02-28' };

test('marks of a student stand by subject and day, with the mean and the missed lessons', async () => {
  await typed('Физика', '2026-02-03', '4');
  await typed('Алгебра', '2026-02-27', 'Б 3/5-');
  await typed('Алгебра', '2026-02-02', 'нн');
  await typed('Алгебра', '2026-02-10', 'Ю');
  await typed('Алгебра', '2026-03-01', '2');
  const { subjects, absencesText } = await school.office.call('marks.ofStudent', {
    studentId: school.anna,
    ...february,
  });
  expect(subjects).toMatchObject([
    { subject: 'Алгебра', average: 4, averageText: '4,00' },
    { subject: 'Физика', averageText: '4,00', absencesText: '0 уроков' },
  ]);
  expect(subjects[0]?.absences).toMatchObject({ total: 3, ill: 1, unexplained: 2 });
  expect(absencesText).toBe('3 урока: по болезни 1, причина не указана 2; не распознано: «Ю» — 1');
  expect(subjects[0]?.cells.map(({ date, shown, unknown }) => [date, shown, unknown])).toEqual([
    ['2026-02-02', 'Н Н', false],
    ['2026-02-10', 'Ю', true],
    ['2026-02-27', 'Б 3/5-', false],
  ]);
});

test('nobody and a period upside down are refused; a period without marks is empty', async () => {
  const { office, anna: studentId } = school;
  await expect(
    office.call('marks.ofStudent', { studentId: 999_999, ...february }),
  ).rejects.toMatchObject({ code: 'student-unknown' });
  await expect(
    office.call('marks.ofStudent', { studentId, from: '2026-02-02', to: '2026-02-01' }),
  ).rejects.toMatchObject({ code: 'period-upside-down' });
  expect(await office.call('marks.ofStudent', { studentId, ...february })).toEqual({
    subjects: [],
    absences: {
      total: 0,
      ill: 0,
      excused: 0,
      unexcused: 0,
      unexplained: 0,
      late: 0,
      unrecognised: [],
    },
    absencesText: '0 уроков',
  });
});
