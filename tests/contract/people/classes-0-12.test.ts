import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ALL_PARALLELS,
  compareClasses,
  parallelName,
  parallelOrder,
} from '../../../src-main/domain/classes.ts';
import { parallelNameSql, parallelOrderSql } from '../../../src-main/database/stored.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { readStoredRows } from './sqlite.ts';
import { addGuardian, addStudent, contingent, importTable } from './support.ts';

/** Classes «1 дополнительный» and 12 through the registers (domain.md §1). */

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
});
afterEach(() => office.close());

const addClass = async (parallel: number, letter: string): Promise<number> =>
  (await office.call('people.saveClass', { id: null, parallel, letter })).id;

test('both are classes like the others, in their place among them', async () => {
  for (const parallel of [12, 2, 0, 1]) await addClass(parallel, 'А');
  const classes = await office.call('people.listClasses', {});
  expect(classes.rows.map(({ className }) => className)).toEqual(['1А', '1допА', '2А', '12А']);
  const classId = classes.rows[1]?.id ?? 0;
  const studentId = await addStudent(office, 'Ким Ева', { classId });
  const guardianId = await addGuardian(office, 'Ким Анна', '+79101112233', studentId);
  const { student, programme } = await office.call('people.student', { id: studentId });
  expect({ className: student.className, programme }).toEqual({
    className: '1допА',
    programme: 'основная образовательная программа начального общего образования, 1допА класс',
  });
  const byName = { filters: { className: '1 доп А' } };
  expect((await office.call('people.listStudents', byName)).total).toBe(1);
  expect((await office.call('people.listStudents', { filters: { parallel: 0 } })).total).toBe(1);
  expect((await office.call('people.listGuardians', byName)).total).toBe(1);
  // A word that is no class finds nobody, not the additional class.
  const strange = { filters: { className: 'нет' } };
  expect((await office.call('people.listGuardians', strange)).total).toBe(0);
  const { id } = await office.call('appeals.register', {
    studentId,
    guardianId,
    date: '2026-03-02',
    registeredOn: '2026-03-02',
    subject: 'Чтение',
    lessonTopic: 'Буквы',
    channel: 'visit',
    responsibleId: null,
  });
  expect((await office.call('appeals.card', { id })).appeal).toMatchObject({ className: '1допА' });
});

test('the list of students stands in the order of classes', async () => {
  const names = { 12: 'Аистов Пётр', 2: 'Букин Лев', 0: 'Волков Ян', 1: 'Гусев Ким' } as const;
  for (const [parallel, name] of Object.entries(names))
    await addStudent(office, name, { classId: await addClass(Number(parallel), '') });
  const sort = { column: 'className', descending: false } as const;
  const { rows } = await office.call('people.listStudents', { sort });
  expect(rows.map(({ className }) => className)).toEqual(['1', '1доп', '2', '12']);
});

test('an import reads them, and a pupil goes from 1 to the additional class as promoted', async () => {
  await importTable(office, await contingent(office, '1А;Ким;Ева;;01.02.2018;', '12;Ким;Ян;;;'));
  office.clock.set('2026-09-02');
  await importTable(office, await contingent(office, '1 доп А;Ким;Ева;;01.02.2018;'));
  const { rows } = await office.call('people.listStudents', { search: 'Ева' });
  expect(rows).toMatchObject([{ className: '1допА' }]);
  const { enrolments } = await office.call('people.student', { id: rows[0]?.id ?? 0 });
  expect(enrolments.map(({ className, leaveReason }) => [className, leaveReason])).toEqual([
    ['1допА', null],
    ['1А', 'promoted'],
  ]);
});

test('the calendar proposes 1–11, keeps 0 and 12 once they are added', async () => {
  const usual = await office.call('calendar.prefill', { startYear: 2025 });
  expect(usual.parallels.map(({ parallel }) => parallel)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  const parallels = [0, 12].map((parallel) => ({
    parallel,
    weekDays: 5 as const,
    termKind: 'half-year' as const,
  }));
  const plan = await office.call('calendar.prefill', { startYear: 2025, parallels });
  expect(plan.parallels.map(({ parallel }) => parallel)).toEqual([...ALL_PARALLELS]);
  const february = plan.holidays.filter(({ title }) => title.includes('первоклассников'));
  expect(february.map(({ parallel }) => parallel)).toEqual([1, 0]);
  const { id } = await office.call('calendar.saveYear', plan);
  const stored = await office.call('calendar.get', { id });
  expect(stored.parallels.map(({ parallel }) => parallel)).toEqual([...ALL_PARALLELS]);
  expect(
    await office.refusal('people.saveClass', { id: null, parallel: 13, letter: '' }),
  ).toMatchObject({ code: 'invalid-input' });
});

test('names and order in SQL are those of the rule', () => {
  const rows = ALL_PARALLELS.map((parallel) => ({ parallel, letter: '' }));
  expect(rows.toReversed().toSorted(compareClasses)).toEqual(rows);
  for (const parallel of ALL_PARALLELS)
    expect(
      readStoredRows(`SELECT ${parallelNameSql(String(parallel))} AS name,
        ${parallelOrderSql(String(parallel))} AS place`),
    ).toEqual([
      {
        name: parallel === 0 ? parallelName(0) : Number(parallelName(parallel)),
        place: parallelOrder(parallel),
      },
    ]);
});
