import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addGuardian, addTeacher, contingent, csv, importTable, planRow } from './support.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
});
afterEach(() => office.close());

const students = async () => (await office.call('people.listStudents', { limit: 100 })).rows;

const guardians = async () => (await office.call('people.listGuardians', { limit: 100 })).rows;

const pairs = (...rows: readonly string[]) =>
  csv(
    office,
    'ФИО родителя;Степень родства;Телефон;ФИО ученика;Дата рождения ученика;Класс',
    ...rows,
  );

describe('guardians', () => {
  beforeEach(async () => {
    await importTable(
      office,
      await contingent(office, '5А;Ким;Ева;;01.02.2014;', '2А;Ким;Лев;;02.02.2017;'),
    );
  });

  test('name and phone make one mother of two children', async () => {
    const rows = [
      'Ким Анна Львовна;мать;8 (910) 111-22-33;Ким Ева;01.02.2014;5А',
      'Ким Анна Львовна;мать;+79101112233;Ким Лев;02.02.2017;2А',
    ];
    const { creates } = await importTable(office, await pairs(...rows));
    expect(creates).toMatchObject({ guardians: 1, links: 2 });
    expect(await guardians()).toMatchObject([{ phone: '+79101112233', childCount: 2 }]);
    expect((await importTable(office, await pairs(...rows))).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 2,
    });
  });

  test('without a phone nobody is merged; the import stays repeatable', async () => {
    const rows = [
      'Ким Анна Львовна;мать;;Ким Ева;01.02.2014;5А',
      'Ким Анна Львовна;мать;;Ким Лев;02.02.2017;2А',
    ];
    expect((await importTable(office, await pairs(...rows))).creates.guardians).toBe(2);
    expect((await importTable(office, await pairs(...rows))).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 2,
    });
  });

  test('a namesake without a phone is asked; the answer links and fills the phone', async () => {
    const [eva, lev] = (await students()).map(({ id }) => id);
    const id = await addGuardian(office, 'Ким Анна Львовна', null, eva);
    const file = await pairs('Ким Анна Львовна;мать;+79101112233;Ким Лев;02.02.2017;2А');
    const { plan } = await office.call('people.previewImport', { file });
    const row = await planRow(office, plan, 'Ким Анна');
    expect(row).toMatchObject({
      status: 'question',
      code: 'guardian-namesake',
      candidates: [{ id, children: ['Ким Ева'] }],
    });
    await office.call('people.commitImport', { plan, answers: { [row.key]: id } });
    expect(await guardians()).toMatchObject([{ id, phone: '+79101112233', childCount: 2 }]);
    const found = await office.call('people.listGuardians', { search: '9101112233' });
    expect(found.rows).toMatchObject([{ id }]);
    expect((await office.call('people.student', { id: lev ?? 0 })).guardians).toMatchObject([
      { id, relation: 'mother' },
    ]);
  });

  test('a changed phone of the same child’s mother is a change, not a second mother', async () => {
    await importTable(
      office,
      await pairs('Ким Анна Львовна;мать;+79101112233;Ким Ева;01.02.2014;5А'),
    );
    const { preview, counts } = await importTable(
      office,
      await pairs('Ким Анна Львовна;опекун;+79109998877;Ким Ева;01.02.2014;5А'),
    );
    expect(counts).toMatchObject({ changed: 1, new: 0 });
    const row = await planRow(office, preview.plan, 'Ким Анна');
    expect(row.changes).toEqual([
      { field: 'phone', title: 'Телефон', was: '+79101112233', becomes: '+79109998877' },
      {
        field: 'relation',
        title: 'Кем приходится (Ким Ева)',
        was: 'мать',
        becomes: 'опекун (попечитель)',
      },
    ]);
  });

  test('unknown children are rejected with the cell and saved to a file', async () => {
    const file = await pairs(
      'Ким Анна Львовна;мать;;Ким Марк;01.02.2014;5А',
      'Ким Олег Львович;отец;;Ким Ева;01.02.2014;5А',
    );
    const { preview, counts } = await importTable(office, file);
    expect(counts).toMatchObject({ new: 1, rejected: 1 });
    const { rows } = await office.call('people.listPlanRows', {
      plan: preview.plan,
      filters: { status: 'rejected' },
    });
    expect(rows).toMatchObject([
      { code: 'student-not-found', row: 2, address: expect.stringMatching(/^[A-Z]2$/u) },
    ]);
    expect(rows[0]?.reason).toContain('Ким Марк, 01.02.2014 г. р., 5А');

    const saved = await office.call('people.rejectedFile', { plan: preview.plan });
    const { path } = await office.office.locate(saved.handle);
    const book = await readWorkbook(readFileSync(path));
    const cells = book.sheets[0]?.rows.flat().filter((cell) => cell !== null) ?? [];
    expect(cells).toContain('Почему не принято');
    expect(cells).toContain(rows[0]?.reason);
  });

  test('a row that fits two children of one name is rejected; their class tells them apart', async () => {
    await importTable(office, await contingent(office, '9Б;Ким;Ева;;05.05.2010;'));
    const row = 'Ким Анна Львовна;мать;;Ким Ева;;';
    const { preview } = await importTable(office, await pairs(row));
    expect(await planRow(office, preview.plan, 'Ким Анна')).toMatchObject({
      status: 'rejected',
      code: 'student-ambiguous',
      row: 2,
    });
    expect(await guardians()).toEqual([]);
    expect((await importTable(office, await pairs(`${row}9Б`))).counts).toMatchObject({ new: 1 });
  });
});

describe('teachers', () => {
  const head = 'ФИО педагога;Предмет;Класс;Классный руководитель';

  test('several stored namesakes are asked; the chosen one gets the lessons', async () => {
    const ids = [
      await addTeacher(office, 'Орлова Вера Ильинична'),
      await addTeacher(office, 'Орлова Вера Ильинична'),
    ];
    const file = await csv(office, head, 'Орлова Вера Ильинична;Алгебра;7А;');
    const { plan } = await office.call('people.previewImport', { file });
    const row = await planRow(office, plan, 'Орлова');
    expect(row).toMatchObject({ status: 'question', code: 'several-namesakes' });
    expect(row.candidates.map(({ id }) => id)).toEqual(ids);
    await office.call('people.commitImport', { plan, answers: { [row.key]: ids[1] ?? 0 } });
    const { rows } = await office.call('people.listTeachers', {});
    expect(rows.flatMap(({ id, subjects }) => (subjects.length > 0 ? [id] : []))).toEqual([ids[1]]);
  });

  test('assignments are added, never taken away; a class teacher changes visibly', async () => {
    await importTable(
      office,
      await csv(office, head, 'Орлова Вера Ильинична;Алгебра;7А, 7Б;7А', ';Геометрия;7А;'),
    );
    const second = await importTable(
      office,
      await csv(
        office,
        head,
        'Орлова Вера Ильинична;Алгебра;7А, 8А;',
        'Гусев Пётр Ильич;Химия;8А;7А',
      ),
    );
    expect(second.counts).toMatchObject({ new: 1, changed: 1 });
    const { rows } = await office.call('people.listTeachers', {});
    expect(rows).toMatchObject([
      { fullName: 'Гусев Пётр Ильич', subjects: ['Химия'], classTeacherOf: ['7А'] },
      {
        fullName: 'Орлова Вера Ильинична',
        subjects: ['Алгебра', 'Геометрия'],
        classNames: ['7А', '7Б', '8А'],
        classTeacherOf: [],
      },
    ]);
  });

  test('a refused file stores nothing', async () => {
    const file = await csv(office, 'дата;сумма', '01.01.2026;5');
    expect((await office.refusal('people.previewImport', { file })).code).toBe(
      'file-not-recognised',
    );
    expect((await office.call('people.listImports', {})).total).toBe(0);
  });
});
