import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addGuardian, addStudent, contingent, csv, importTable } from './support.ts';

let office: TestOffice;
let classId: number;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
  classId = await addClass(office, '5А');
});
afterEach(() => office.close());

const guardianOf = async (id: number, onDate?: string) =>
  (await office.call('people.student', { id, ...(onDate !== undefined && { onDate }) }))
    .guardians[0];

describe('a link', () => {
  test('tells who represents the child on the day that is asked', async () => {
    const studentId = await addStudent(office, 'Ким Ева', { classId, birthDate: '2010-03-15' });
    const guardianId = await addGuardian(office, 'Цой Анна', null, studentId);
    await office.call('people.linkGuardian', {
      guardianId,
      studentId,
      relation: 'guardian',
      basis: 'постановление от 12.03.2020 № 45',
      livesApart: true,
    });
    expect(await guardianOf(studentId)).toMatchObject({
      relation: 'guardian',
      relationName: 'попечитель',
      basis: 'постановление от 12.03.2020 № 45',
      livesApart: true,
      afterMajority: false,
      represents: true,
      inDoubt: false,
    });
    expect(await guardianOf(studentId, '2024-03-14')).toMatchObject({ relationName: 'опекун' });
    expect(await guardianOf(studentId, '2028-03-15')).toMatchObject({ represents: false });
    const { children } = await office.call('people.guardian', {
      id: guardianId,
      onDate: '2028-03-15',
    });
    expect(children).toMatchObject([{ relation: 'guardian', represents: false }]);
    await office.call('people.linkGuardian', {
      guardianId,
      studentId,
      relation: 'guardian',
      afterMajority: true,
    });
    expect(await guardianOf(studentId, '2028-03-15')).toMatchObject({
      represents: true,
      relationName: 'опекун',
      basis: null,
    });
  });

  test.each([
    ['basis-not-kept', { relation: 'not-representative', basis: 'решение суда' }],
    ['basis-not-kept', { relation: 'not-representative', livesApart: true }],
    ['after-majority-not-guardian', { relation: 'mother', afterMajority: true }],
  ] as const)('%s', async (code, link) => {
    const studentId = await addStudent(office, 'Ким Ева', { classId });
    const guardianId = await addGuardian(office, 'Ким Анна', null);
    const input = { guardianId, studentId, ...link };
    expect(await office.refusal('people.linkGuardian', input)).toMatchObject({ code });
  });
});

const pairs = (...rows: readonly string[]) =>
  csv(office, 'ФИО родителя;Степень родства;Телефон;ФИО ученика;Дата рождения ученика', ...rows);

describe('import', () => {
  const rows = [
    'Ким Анна Львовна;мать;+79101112233;Ким Ева;01.02.2014',
    'Ким Зоя Ильинична;бабушка;+79101112234;Ким Ева;01.02.2014',
    'Пак Мин;;+79101112235;Ким Ева;01.02.2014',
    'Пак Ли;;+79101112236;Ким Ева;01.02.2014',
  ];
  beforeEach(async () => {
    await importTable(office, await contingent(office, '5А;Ким;Ева;;01.02.2014;'));
  });

  test('words that do not tell it are asked once each; nothing is written before', async () => {
    const file = await pairs(...rows);
    const first = await office.call('people.previewImport', { file });
    expect(first.relationWords).toEqual([
      { key: '', text: '', rows: 2, proposal: null, chosen: null },
      { key: 'бабушка', text: 'бабушка', rows: 1, proposal: 'not-representative', chosen: null },
    ]);
    const open = { code: 'relations-open' };
    expect(await office.refusal('people.commitImport', { plan: first.plan })).toMatchObject(open);
    const half = await office.call('people.previewImport', { file, relations: { '': 'parent' } });
    expect(await office.refusal('people.commitImport', { plan: half.plan })).toMatchObject(open);
    const relations = { '': 'parent', бабушка: 'not-representative' } as const;
    const { plan } = await office.call('people.previewImport', { file, relations });
    await office.call('people.commitImport', { plan });
    const [student] = (await office.call('people.listStudents', {})).rows;
    const { guardians } = await office.call('people.student', { id: student?.id ?? 0 });
    expect(guardians.map(({ fullName, relation }) => [fullName, relation])).toEqual([
      ['Ким Анна Львовна', 'mother'],
      ['Пак Мин', 'parent'],
      ['Пак Ли', 'parent'],
      ['Ким Зоя Ильинична', 'not-representative'],
    ]);
    // What a person has said is not asked again.
    const again = await office.call('people.previewImport', { file: await pairs(...rows) });
    expect(again).toMatchObject({ relationWords: [], counts: { new: 0, changed: 0, same: 4 } });
  });

  test('«родитель» does not make a mother less than she is; a paper changes a relation', async () => {
    await importTable(office, await pairs('Ким Анна;мать;+79101112233;Ким Ева;01.02.2014'));
    const same = await pairs('Ким Анна;родитель;+79101112233;Ким Ева;01.02.2014');
    expect((await importTable(office, same)).counts).toMatchObject({ same: 1 });
    const changed = await pairs('Ким Анна;усыновитель;+79101112233;Ким Ева;01.02.2014');
    expect((await importTable(office, changed)).counts).toMatchObject({ changed: 1 });
  });
});
