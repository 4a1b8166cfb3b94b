import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readProduced } from '../../../src-main/hosts/shared/outputs.ts';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { importFiles, previewFiles, report, rowsOfPlan } from './files.ts';
import { rowsOf } from './support.ts';

/** One count of absences: sheet, journal, control, card and the register of absences agree. */

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const typed = async (subject: string, date: string, text: string): Promise<number> => {
  const { office, class8: classId, anna: studentId } = school;
  const lesson = { id: null, classId, subject, date };
  const { id: lessonId } = await office.call('marks.saveLesson', lesson);
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });
  return lessonId;
};

const week = { from: '2026-03-02', to: '2026-03-08' };
const words =
  '5 уроков: по болезни 1, по уважительной причине 1, без уважительной причины 1, причина не указана 2; не распознано: «Щ» — 1';

beforeEach(async () => {
  await typed('Алгебра', '2026-03-02', 'Н');
  await typed('Алгебра', '2026-03-03', 'Б');
  // Partially absent: one of two lessons of the day.
  await typed('Физика', '2026-03-04', 'Н');
  await typed('Физика', '2026-03-04', '5');
  await typed('Химия', '2026-03-04', 'У');
  await typed('Химия', '2026-03-05', 'нп');
  await typed('Химия', '2026-03-06', 'Щ');
  await typed('Химия', '2026-03-06', 'О 4');
  // Another week, another pupil's class.
  await typed('Алгебра', '2026-03-10', 'Н');
});

test('card, control and the register of absences say the same', async () => {
  const { office, anna: studentId, class8: classId } = school;
  const card = await office.call('marks.ofStudent', { studentId, ...week });
  expect(card.absencesText).toBe(words);
  const control = await office.call('control.absences', { ...week, classId });
  expect([control.text, control.absences]).toEqual([words, card.absences]);
  const record = { studentId, ...week, reason: 'illness' as const, excused: true };
  const { id } = await office.call('absences.save', record);
  expect((await office.call('absences.card', { id })).missedLessons).toBe(words);
  expect((await office.call('absences.countDays', { studentId, ...week })).missedLessons).toBe(
    words,
  );
  for (const overTwoWeeks of [undefined, false])
    expect(
      (await office.call('absences.list', { filters: { studentId, overTwoWeeks } })).rows,
    ).toMatchObject([{ missedLessons: words }]);
});

test('control counts its scope: subject, class, teacher nobody is named for', async () => {
  const { office, class8, class9 } = school;
  const subjects = await office.call('marks.subjects', { classId: class8 });
  const algebra = subjects.subjects.find(({ name }) => name === 'Алгебра')?.id ?? 0;
  const textOf = async (scope: object) =>
    (await office.call('control.absences', { ...week, ...scope })).text;
  expect(await textOf({ subjectId: algebra })).toBe('2 урока: по болезни 1, причина не указана 1');
  expect(await textOf({ classId: class9 })).toBe('0 уроков');
  expect(await textOf({ withoutTeacher: true })).toBe(words);
  expect(await textOf({ from: '2026-03-01', to: '2026-03-16' })).toContain('6 уроков');
});

test('a pupil in no control is in no count of it', async () => {
  const { office, anna: studentId } = school;
  await office.call('people.saveStudyPeriod', {
    id: null,
    studentId,
    form: 'family',
    place: 'school',
    startsOn: '2026-03-04',
    endsOn: null,
  });
  expect((await office.call('control.absences', week)).text).toBe(
    '2 урока: по болезни 1, причина не указана 1',
  );
});

test('the statement of control prints the count, codes not understood beside it', async () => {
  const { document } = await school.office.call('control.statement', { by: 'class', ...week });
  const { handle } = await school.office.call('printing.html', { document });
  const { bytes } = await readProduced(school.office.office, handle);
  const html = new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
  expect(html).toContain('Пропущено учениками');
  expect(html).toContain(words);
});

const standing = async () =>
  (await rowsOf(school.office, 'marks'))
    .filter(({ ended_at: ended, text }) => ended === null && /н/iu.test(String(text)))
    .slice(-1)
    .map(({ text, codes }) => `${text} ${codes}`);

describe('a file that tells no reason', () => {
  const anna = 'Иванова Анна Сергеевна';
  const legend = ['Н Неуважительная, О Опоздание, Б Болезнь, У Уважительная'];
  const explained = (...cells: readonly string[]) => [
    ...report(anna, [16, 17], [['Музыка', ...cells]]),
    [],
    legend,
  ];
  const bare = (...cells: readonly string[]) => report(anna, [16, 17], [['Музыка', ...cells]]);
  test('says nothing new after one that told it, and takes nothing back', async () => {
    await importFiles(school.office, ['report.xlsx', explained('Н', '5')]);
    const { plan } = await previewFiles(school.office, [['bare.xlsx', bare('н', '5')]]);
    expect(await rowsOfPlan(school.office, plan, { kind: 'mark' })).toEqual([]);
    await importFiles(school.office, ['bare.xlsx', bare('н', '4')]);
    expect(await standing()).toEqual(['Н НП']);
  });

  test('is the same file’s other export within one import, too', async () => {
    const { plan } = await previewFiles(school.office, [
      ['bare.xlsx', bare('Н', '5')],
      ['report.xlsx', explained('Н', '5')],
    ]);
    await school.office.call('marks.commitImport', { plan });
    expect(await standing()).toEqual(['Н НП']);
  });

  test('gets its reason from a file that tells it', async () => {
    await importFiles(school.office, ['bare.xlsx', bare('Н', '5')]);
    await importFiles(school.office, ['report.xlsx', explained('Н', '5')]);
    expect(await standing()).toEqual(['Н НП']);
  });

  test('but another code is another absence', async () => {
    await importFiles(school.office, ['bare.xlsx', bare('НП', '5')]);
    await importFiles(school.office, ['bare.xlsx', bare('Н', '5')]);
    expect(await standing()).toEqual(['Н Н']);
  });
});
