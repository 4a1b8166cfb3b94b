import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { csv, importTable } from './support.ts';
import { expectedSchool, schoolFile } from '../../support/fixtures.ts';

/** Files name their school year; the day they are read may lie in another one (issue 2, show 2). */

const head = 'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол';
const ivan = 'Иванов;Иван;Иванович;10.05.2012;м';
const olga = 'Осипова;Ольга;Павловна;11.06.2011;ж';

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-11-22' });
});
afterEach(() => office.close());

const ofYear = (title: string, ...rows: readonly string[]): Promise<string> =>
  csv(office, `Учебный год: ${title}`, head, ...rows);

const load = async (title: string, ...rows: readonly string[]) =>
  importTable(office, await ofYear(title, ...rows));

const historyOf = async (name: string) => {
  const { rows } = await office.call('people.listStudents', { search: name });
  const id = rows[0]?.id ?? 0;
  const { enrolments } = await office.call('people.student', { id });
  return enrolments.map((one) => [one.className, one.startsOn, one.endsOn, one.leaveReason]);
};

describe('a file of a past year', () => {
  test('goes into its own year, and the preview says so', async () => {
    const { preview } = await load('2025/2026', `8А;${ivan}`);
    expect(preview).toMatchObject({ schoolYear: '2025/2026', onDate: '2026-08-31' });
    expect(preview.schoolYearNote).toContain('прошедшему 2025/2026');
    expect(preview.schoolYearNote).toContain('исправлен на весь год');
    expect(await historyOf('иванов')).toEqual([['8А', '2025-09-01', null, null]]);
  });

  test('until the next year comes the child is found in the last class', async () => {
    await load('2025/2026', `8А;${ivan}`);
    for (const onDate of ['2026-03-10', '2026-08-31', '2026-11-22']) {
      const { rows } = await office.call('people.listStudents', { filters: { onDate } });
      expect(rows).toMatchObject([{ className: '8А', status: 'enrolled' }]);
    }
    const before = { filters: { onDate: '2025-08-31', status: 'enrolled' as const } };
    expect((await office.call('people.listStudents', before)).total).toBe(0);
  });

  test('again: nothing is new or changed', async () => {
    await load('2025/2026', `8А;${ivan}`, `9А;${olga}`);
    const { preview } = await load('2025/2026', `8А;${ivan}`, `9А;${olga}`);
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, same: 2, questions: 0 });
    expect(preview.notInFile).toBe(0);
  });

  test('another class is corrected in place: no day of a transfer is known', async () => {
    await load('2025/2026', `8А;${ivan}`);
    const { preview } = await load('2025/2026', `8Б;${ivan}`);
    expect(preview.counts).toMatchObject({ changed: 1 });
    expect(await historyOf('иванов')).toEqual([['8Б', '2025-09-01', null, null]]);
  });

  test('the next year moves everyone on; the old file then touches nothing', async () => {
    await load('2025/2026', `8А;${ivan}`);
    await load('2026/2027', `9А;${ivan}`);
    const moved = [
      ['9А', '2026-09-01', null, null],
      ['8А', '2025-09-01', '2026-08-31', 'promoted'],
    ];
    expect(await historyOf('иванов')).toEqual(moved);
    const { preview } = await load('2025/2026', `8А;${ivan}`);
    expect(preview.counts).toMatchObject({ changed: 0, same: 1 });
    expect(await historyOf('иванов')).toEqual(moved);
  });

  test('read after the newer one it fills the past and ends with it', async () => {
    await load('2026/2027', `9А;${ivan}`);
    await load('2025/2026', `8А;${ivan}`, `11А;${olga}`);
    expect(await historyOf('иванов')).toEqual([
      ['9А', '2026-09-01', null, null],
      ['8А', '2025-09-01', '2026-08-31', null],
    ]);
    // Nobody says the school-leaver is still here.
    expect(await historyOf('осипова')).toEqual([['11А', '2025-09-01', '2026-08-31', null]]);
    const today = await office.call('people.listStudents', { filters: { status: 'enrolled' } });
    expect(today.rows.map(({ className }) => className)).toEqual(['9А']);
    const again = await load('2025/2026', `8А;${ivan}`, `11А;${olga}`);
    expect(again.preview.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  });

  test('a namesake of a later year is told by his class, not taken by it', async () => {
    await load('2026/2027', '8А;Иванов;Иван;Иванович;10.05.2012;м');
    const file = await ofYear('2025/2026', '8А;Иванов;Иван;Иванович;;м');
    const { plan, counts } = await office.call('people.previewImport', { file });
    expect(counts).toMatchObject({ questions: 1, same: 0 });
    const { rows } = await office.call('people.listPlanRows', { plan });
    expect(rows[0]?.candidates).toMatchObject([{ className: '8А' }]);
  });

  test('who left during that year is not put back', async () => {
    await load('2025/2026', `8А;${ivan}`);
    const { rows } = await office.call('people.listStudents', {});
    const left = { endsOn: '2026-02-10', reason: 'left' as const };
    await office.call('people.leave', { studentId: rows[0]?.id ?? 0, ...left });
    const { preview } = await load('2025/2026', `8А;${ivan}`);
    expect(preview.counts).toMatchObject({ changed: 0, same: 1 });
  });
});

describe('the day of transfers', () => {
  test('of this year is today, and it ends the old class the day before', async () => {
    const first = await load('2026/2027', `8А;${ivan}`);
    expect(first.preview).toMatchObject({ onDate: '2026-11-22', schoolYearNote: null });
    await load('2026/2027', `8Б;${ivan}`);
    expect(await historyOf('иванов')).toEqual([
      ['8Б', '2026-11-22', null, null],
      ['8А', '2026-09-01', '2026-11-21', 'transferred'],
    ]);
  });

  test('a known day of leaving goes over to the class of the transfer', async () => {
    await load('2026/2027', `8А;${ivan}`);
    const { rows } = await office.call('people.listStudents', {});
    const left = { endsOn: '2026-12-25', reason: 'left' as const };
    await office.call('people.leave', { studentId: rows[0]?.id ?? 0, ...left });
    await load('2026/2027', `8Б;${ivan}`);
    expect(await historyOf('иванов')).toEqual([
      ['8Б', '2026-11-22', '2026-12-25', 'left'],
      ['8А', '2026-09-01', '2026-11-21', 'transferred'],
    ]);
  });

  test('of a coming year is its first day', async () => {
    office.clock.set('2026-08-20');
    const { preview } = await load('2026/2027', `8А;${ivan}`);
    expect(preview).toMatchObject({ schoolYear: '2026/2027', onDate: '2026-09-01' });
    expect(preview.schoolYearNote).toContain('будущему 2026/2027');
  });

  test.each([
    ['2026-08-31', '2025/2026'],
    ['2026-09-01', '2026/2027'],
  ])('on %s a list without a year is of %s', async (day, schoolYear) => {
    office.clock.set(day);
    const preview = await office.call('people.previewImport', {
      file: await csv(office, head, `8А;${ivan}`),
    });
    expect(preview).toMatchObject({ schoolYear, onDate: day, schoolYearNote: null });
  });

  test('chosen by a person must lie in the year of the file', async () => {
    const file = await ofYear('2025/2026', `8А;${ivan}`);
    const refusal = await office.refusal('people.previewImport', { file, onDate: '2026-11-22' });
    expect(refusal.code).toBe('date-outside-year');
    expect(refusal.message).toContain('с 01.09.2025 по 31.08.2026');
    expect(refusal.fields.map(({ path }) => path)).toEqual(['onDate']);
    const chosen = await office.call('people.previewImport', { file, onDate: '2026-02-01' });
    expect(chosen.onDate).toBe('2026-02-01');
    expect(chosen.schoolYearNote).not.toContain('исправлен');
  });
});

test('parents and teachers without a year join the year whose classes are kept', async () => {
  await load('2025/2026', `8А;${ivan}`);
  const guardians = await csv(
    office,
    'ФИО родителя;Степень родства;Телефон;ФИО ученика;Класс',
    'Иванова Анна Павловна;мать;89205550101;Иванов Иван Иванович;8А',
  );
  const parents = await importTable(office, guardians);
  expect(parents.preview).toMatchObject({ schoolYear: '2025/2026', counts: { new: 1 } });
  const teachers = await csv(
    office,
    'ФИО педагога;Предмет;Класс;Классный руководитель',
    'Лапшина Анна Львовна;Алгебра;8А;8А',
  );
  const { preview } = await importTable(office, teachers);
  expect(preview).toMatchObject({ schoolYear: '2025/2026', newClasses: [] });
  // No empty year came into being on the way.
  const { years } = await office.call('calendar.years', {});
  expect(years.map(({ title }) => title)).toEqual(['2025/2026']);
});

test('the invented school in November of the next year: 2025/2026, again nothing', async () => {
  const expected = expectedSchool();
  for (const round of ['first', 'second'])
    for (const name of ['kontingent.xlsx', 'roditeli-1251.csv', 'pedagogi.xlsx']) {
      const file = await office.office.register(schoolFile(name));
      const { preview } = await importTable(office, file);
      expect(preview).toMatchObject({ schoolYear: '2025/2026' });
      if (round === 'second') expect(preview.counts).toMatchObject({ new: 0, changed: 0 });
    }
  const filters = { onDate: '2026-03-10' };
  const classes = await office.call('people.listClasses', { filters });
  expect(classes.rows.map(({ className }) => className)).toEqual(expected.classes);
  expect(classes.rows.reduce((sum, { studentCount }) => sum + studentCount, 0)).toBe(
    expected.students,
  );
  expect((await office.call('people.listGuardians', {})).total).toBe(expected.guardians);
});
