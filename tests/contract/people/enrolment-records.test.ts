import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationName } from '../../../src-main/contract/operations.ts';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { addStudent, contingent } from './support.ts';

/** A change of classes leaves no mark, absence or appeal behind. */

let school: SmallSchool;
let line: number;

beforeEach(async () => {
  school = await openSmallSchool();
  const { office, anna } = school;
  const card = await office.call('people.student', { id: anna });
  line = card.enrolments[0]?.id ?? 0;
});
afterEach(() => school.office.close());

const mark = async (date = '2026-03-10', text = '5', studentId = school.anna) => {
  const { office, class8 } = school;
  const { id: lessonId } = await office.call('marks.saveLesson', {
    id: null,
    classId: class8,
    subject: 'Алгебра',
    date,
  });
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });
  return lessonId;
};

const refusedWith = async (name: OperationName, input: object, ...words: readonly string[]) => {
  const { code, message } = await school.office.refusal(name, input);
  expect(code).toBe('enrolment-has-records');
  for (const word of words) expect(message).toContain(word);
};

const enrolments = async () =>
  (await school.office.call('people.student', { id: school.anna })).enrolments.map((one) => [
    one.className,
    one.startsOn,
    one.endsOn,
  ]);

describe('with a mark of 10 March in 8А', () => {
  beforeEach(async () => {
    await mark();
  });

  test('the line of the class is neither deleted, moved nor cut', async () => {
    const { office, anna, class8, class9 } = school;
    await refusedWith('people.deleteEnrolment', { id: line }, '1 оценка (8А, 10.03.2026)', 'Анна');
    const edit = { id: line, classId: class8, startsOn: '2025-09-01', endsOn: null };
    await refusedWith('people.saveEnrolment', { ...edit, startsOn: '2026-03-11' }, '1 оценка');
    await refusedWith('people.saveEnrolment', { ...edit, endsOn: '2026-03-09' }, '1 оценка');
    await refusedWith('people.saveEnrolment', { ...edit, classId: class9 }, '1 оценка');
    await refusedWith(
      'people.leave',
      { studentId: anna, endsOn: '2026-03-09', reason: 'left' },
      '1 оценка',
    );
    const move = { studentId: anna, classId: class9 };
    await refusedWith('people.transfer', { ...move, startsOn: '2026-03-10' }, '1 оценка');
    await refusedWith('people.transfer', { ...move, startsOn: '2025-09-01' }, '1 оценка');
    expect(await enrolments()).toEqual([['8А', '2025-09-01', null]]);
    await office.call('people.saveEnrolment', { ...edit, startsOn: '2026-03-10' });
    await office.call('people.transfer', { ...move, startsOn: '2026-03-11' });
    expect(await enrolments()).toEqual([
      ['9А', '2026-03-11', null],
      ['8А', '2026-03-10', '2026-03-10'],
    ]);
  });

  test('an import does not move a child away from its marks', async () => {
    const { office, class8 } = school;
    const eva = await addStudent(office, 'Ким Ева Львовна', { classId: class8 });
    await mark('2026-03-12', '4', eva);
    const row = '9А;Ким;Ева;Львовна;10.05.2012;';
    const preview = async (onDate: string) =>
      (await office.call('people.previewImport', { file: await contingent(office, row), onDate }))
        .plan;
    await refusedWith(
      'people.commitImport',
      { plan: await preview('2026-03-11') },
      '1 оценка (8А, 12.03.2026)',
      'Ким Ева Львовна',
    );
    expect((await office.call('people.student', { id: eva })).enrolments).toHaveLength(1);
    await office.call('people.commitImport', { plan: await preview('2026-03-13') });
    expect((await office.call('people.student', { id: eva })).enrolments).toHaveLength(2);
  });

  test('an erased mark holds nobody', async () => {
    const { office, anna } = school;
    const lessonId = await mark('2026-03-12', '4');
    await refusedWith('people.deleteEnrolment', { id: line }, '2 оценки', 'с 10.03.2026');
    await office.call('marks.saveCells', { cells: [{ lessonId, studentId: anna, text: '' }] });
    await refusedWith('people.deleteEnrolment', { id: line }, '1 оценка');
  });
});

test('an absence, an appeal and a final mark hold the class as well', async () => {
  const { office, anna, class8, register } = school;
  const grade = (text: string) =>
    office.call('marks.saveFinalMarks', {
      classId: class8,
      cells: [{ studentId: anna, subject: 'Алгебра', period: 'term-1', text }],
    });
  await grade('5');
  const { id: absence } = await office.call('absences.save', {
    id: null,
    studentId: anna,
    from: '2026-03-02',
    to: '2026-03-06',
    reason: 'illness',
    document: 'none',
    excused: false,
    note: null,
  });
  const { id: appeal } = await register({ registeredOn: '2026-03-10' });
  await refusedWith(
    'people.deleteEnrolment',
    { id: line },
    '1 пропуск',
    '1 обращение',
    '1 итоговая',
  );
  // A day of the absence is still in the class.
  await refusedWith(
    'people.leave',
    { studentId: anna, endsOn: '2026-03-02', reason: 'left' },
    'обращение (10.03.2026)',
  );
  await office.call('absences.delete', { id: absence });
  await office.call('appeals.annul', { id: appeal, reason: 'ошибка' });
  await refusedWith('people.deleteEnrolment', { id: line }, '1 итоговая оценка (8А)');
  await grade('');
  await office.call('people.deleteEnrolment', { id: line });
});

test('a class with pupils, lessons or prints is not deleted, a child with marks neither', async () => {
  const { office, anna, class8 } = school;
  await mark();
  expect((await office.refusal('people.deleteClass', { id: class8 })).message).toContain('уроки');
  expect((await office.refusal('people.deleteStudent', { id: anna })).message).toContain('оценки');
});
