import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

const views = () => office.call('lists.views', { list: 'appeals' });
const save = (name: string, search: string) =>
  office.command('lists.saveView', { list: 'appeals', name, state: { search } });

test('a command leaves one audit row with every row change before and after', async () => {
  await save('Мои', 'а');
  const { auditId } = await save('Мои', 'б');
  const { changes, total } = await office.call('audit.changes', { id: auditId });
  expect(total).toBe(1);
  expect(changes[0]).toMatchObject({
    table: 'saved_views',
    before: { state: '{"search":"а"}' },
    after: { state: '{"search":"б"}' },
  });
  const { rows } = await office.call('audit.list', {});
  expect(rows.map(({ operation, actor }) => [operation, actor])).toEqual([
    ['lists.saveView', 'секретарь'],
    ['lists.saveView', 'секретарь'],
  ]);
});

test('undo takes back an insert, an update and a delete', async () => {
  const first = await save('Мои', 'а');
  const second = await save('Мои', 'б');
  await office.call('audit.undo', { id: second.auditId });
  expect((await views()).views).toMatchObject([{ state: { search: 'а' } }]);
  const removal = await office.command('lists.deleteView', { id: first.data.id });
  expect((await views()).views).toEqual([]);
  await office.call('audit.undo', { id: removal.auditId });
  expect((await views()).views).toMatchObject([
    { id: first.data.id, name: 'Мои', state: { search: 'а' } },
  ]);
});

test('undo is refused when the row was changed since, and for a second time', async () => {
  const first = await save('Мои', 'а');
  const second = await save('Мои', 'б');
  expect(await office.refusal('audit.undo', { id: first.auditId })).toMatchObject({
    code: 'changed-since',
  });
  expect((await views()).views).toMatchObject([{ state: { search: 'б' } }]);
  await office.call('audit.undo', { id: second.auditId });
  expect(await office.refusal('audit.undo', { id: second.auditId })).toMatchObject({
    code: 'already-undone',
  });
  expect(await office.refusal('audit.undo', { id: 999_999 })).toMatchObject({
    code: 'audit-unknown',
  });
});

test('a refused command leaves no audit row', async () => {
  await office.refusal('audit.undo', { id: 42 });
  expect((await office.call('audit.list', {})).total).toBe(0);
});

test('unknown operations, unknown keys and wrong types are refused with the field', async () => {
  expect((await office.office.call('people.dropEverything', {})).ok).toBe(false);
  expect(await office.refusal('lists.views', { list: 'x', extra: 1 })).toMatchObject({
    code: 'invalid-input',
  });
  const refused = await office.refusal('lists.saveView', { list: 'x', name: '', state: {} });
  expect(refused.fields).toEqual([{ path: 'name', message: 'Заполните поле' }]);
  expect(office.bugs).toEqual([]);
});

test('a hundred commands at once are queued, none lost, ids in order', async () => {
  const all = await Promise.all(Array.from({ length: 100 }, (_, n) => save(`Вид ${n}`, 'а')));
  expect(new Set(all.map(({ auditId }) => auditId)).size).toBe(100);
  expect((await views()).views).toHaveLength(100);
});

/** An import whose rows name it as their maker (database/audit-triggers.ts). */
const importTwo = async () => {
  const file = join(office.folder, 'контингент.csv');
  writeFileSync(
    file,
    'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол\n' +
      '8А;Ёлкина;Анна;Петровна;01.02.2012;Ж\n8А;Цой;Пётр;;03.04.2012;М\n',
  );
  const { plan } = await office.call('people.previewImport', {
    file: await office.office.register(file),
  });
  return await office.command('people.commitImport', { plan });
};
const studentsNow = async () => (await office.call('people.listStudents', {})).rows;

test('rows of an import stand in its history and go away with it', async () => {
  const { auditId } = await importTwo();
  const { changes, total } = await office.call('audit.changes', { id: auditId });
  expect(changes).toHaveLength(total);
  const made = changes.filter(({ table }) => table === 'students');
  expect(made.map(({ before, after }) => [before, after?.['last_name']])).toEqual([
    [null, 'Ёлкина'],
    [null, 'Цой'],
  ]);
  expect((await office.call('audit.list', {})).rows[0]).toMatchObject({
    id: auditId,
    changes: total,
    undoable: true,
  });
  await office.call('audit.undo', { id: auditId });
  expect(await studentsNow()).toEqual([]);
  // What was taken away is told by the undo itself.
  const undo = (await office.call('audit.list', {})).rows[0];
  const { changes: removed } = await office.call('audit.changes', { id: undo?.id ?? 0 });
  expect(removed.filter(({ table }) => table === 'students')).toHaveLength(2);
});

test('an import is not taken back over a later change, until that is taken back', async () => {
  const { auditId } = await importTwo();
  const [anna] = await studentsNow();
  const change = await office.command('people.saveStudent', {
    id: anna?.id ?? 0,
    lastName: 'Ёлкина-Сосновская',
    firstName: 'Анна',
    middleName: 'Петровна',
    birthDate: '2012-02-01',
    sex: 'female',
  });
  expect((await office.refusal('audit.undo', { id: auditId })).code).toBe('changed-since');
  expect(await studentsNow()).toHaveLength(2);
  await office.call('audit.undo', { id: change.auditId });
  await office.call('audit.undo', { id: auditId });
  expect(await studentsNow()).toEqual([]);
});

test('a preview made before another import of the same people is stale', async () => {
  const file = join(office.folder, 'позже.csv');
  writeFileSync(file, 'Класс;Фамилия;Имя;Дата рождения\n8А;Ёлкина;Анна;01.02.2012\n');
  const later = await office.call('people.previewImport', {
    file: await office.office.register(file),
  });
  await importTwo();
  expect((await office.refusal('people.commitImport', { plan: later.plan })).code).toBe(
    'plan-stale',
  );
});
