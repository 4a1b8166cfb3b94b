import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addStudent, csv, importTable } from './support.ts';

/** Which year's classes are shown when no day is asked for. */

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-11-22' });
});
afterEach(() => office.close());

const shown = async () =>
  (await office.call('people.listClasses', {})).rows.map(
    ({ className, schoolYear, startsOn, studentCount }) =>
      `${schoolYear} ${startsOn} ${className} ${studentCount}`,
  );

describe('in November of the next year', () => {
  test('the classes of an imported past year are shown at once, with their pupils', async () => {
    const head = 'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол';
    const rows = ['8А;Иванов;Иван;Иванович;10.05.2012;м', '9А;Осипова;Ольга;Павловна;11.06.2011;ж'];
    await importTable(office, await csv(office, 'Учебный год: 2025/2026', head, ...rows));
    expect(await shown()).toEqual(['2025/2026 2025-09-01 8А 1', '2025/2026 2025-09-01 9А 1']);
    // Every class offered as a filter finds its pupils.
    const filters = { className: '8А', status: 'enrolled' as const };
    expect((await office.call('people.listStudents', { filters })).total).toBe(1);
    expect((await office.call('home.overview', {})).counts.classes).toBe(2);
  });

  test('the newest of several past years, without what has no classes', async () => {
    await addClass(office, '5А', '2024-09-01');
    await addClass(office, '6А', '2025-09-01');
    const plan = await office.call('calendar.prefill', { startYear: 2026 });
    await office.call('calendar.saveYear', plan);
    expect(await shown()).toEqual(['2025/2026 2025-09-01 6А 0']);
  });

  test('the first class of the present year brings it back', async () => {
    await addClass(office, '6А', '2025-09-01');
    await addClass(office, '8А', '2027-09-01');
    const classId = await addClass(office, '7А');
    await addStudent(office, 'Ким Ева', { classId, startsOn: '2026-11-01' });
    expect(await shown()).toEqual(['2026/2027 2026-09-01 7А 1']);
  });

  test('a day that is asked for is never changed to another year', async () => {
    await addClass(office, '6А', '2025-09-01');
    const filters = { onDate: '2026-11-22' };
    expect((await office.call('people.listClasses', { filters })).total).toBe(0);
  });

  test('teachers too are shown with what they taught in that year', async () => {
    const classId = await addClass(office, '6А', '2025-09-01');
    const { id } = await office.call('people.saveTeacher', {
      id: null,
      lastName: 'Орлова',
      firstName: 'Вера',
      middleName: null,
      onDate: '2025-09-01',
      assignments: [{ classId, subject: 'Алгебра' }],
    });
    const taught = { subjects: ['Алгебра'], classNames: ['6А'] };
    const filters = { className: '6А' };
    expect((await office.call('people.listTeachers', { filters })).rows).toMatchObject([taught]);
    expect((await office.call('people.teacher', { id })).teacher).toMatchObject(taught);
    expect((await office.call('people.findTeachers', { text: 'ор' })).teachers).toMatchObject([
      taught,
    ]);
  });
});

test('31 August is still the old year, 1 September the new one', async () => {
  await addClass(office, '6А', '2025-09-01');
  await addClass(office, '7А', '2026-09-01');
  const names: string[] = [];
  for (const today of ['2026-08-31', '2026-09-01']) {
    office.clock.set(today);
    names.push(...(await office.call('people.listClasses', {})).rows.map((row) => row.className));
  }
  expect(names).toEqual(['6А', '7А']);
});
