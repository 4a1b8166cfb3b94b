import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const views = async () => (await office.call('lists.views', { list: 'appeals' })).views;
const save = (name: string, search: string) =>
  office.command('lists.saveView', { list: 'appeals', name, state: { search } });
const states = async () => (await views()).map(({ state }) => JSON.stringify(state));
const undo = (id: number) => office.call('audit.undo', { id });
const redo = (id: number) => office.call('audit.redo', { id });
const refusal = async (name: 'audit.undo' | 'audit.redo', id: number) =>
  (await office.refusal(name, { id })).code;
const entry = async (id: number) =>
  (await office.call('audit.list', {})).rows.find((row) => row.id === id);

test('undo, redo, undo, redo: an insert, an update and a delete come and go', async () => {
  const made = await save('Мои', 'а');
  const changed = await save('Мои', 'б');
  const removed = await office.command('lists.deleteView', { id: made.data.id });
  const steps = [removed, changed, made].map(({ auditId }) => auditId);
  const [a, b] = ['{"search":"а"}', '{"search":"б"}'];
  for (const round of [1, 2]) {
    const seen = [await states()];
    for (const id of steps) {
      await undo(id);
      seen.push(await states());
    }
    for (const id of steps.toReversed()) {
      await redo(id);
      seen.push(await states());
    }
    expect({ round, seen }).toEqual({ round, seen: [[], [b], [a], [], [a], [b], []] });
  }
});

test('the history tells the truth after every step of a chain', async () => {
  const { auditId } = await save('Мои', 'а');
  expect(await entry(auditId)).toMatchObject({ undoable: true, undoneBy: null });
  expect(await refusal('audit.redo', auditId)).toBe('not-undone');
  const { auditId: undoId } = await office.command('audit.undo', { id: auditId });
  expect(await entry(auditId)).toMatchObject({ undoable: false, undoneBy: undoId });
  expect(await entry(undoId)).toMatchObject({ undoable: false, undoneBy: null });
  const { auditId: redoId } = await office.command('audit.redo', { id: auditId });
  expect(await entry(auditId)).toMatchObject({ undoable: true, undoneBy: null });
  expect(await entry(undoId)).toMatchObject({ undoable: false, undoneBy: redoId });
  expect(await refusal('audit.redo', auditId)).toBe('not-undone');
  // An undo and a redo are steps of the command itself, never commands to take back.
  for (const id of [undoId, redoId]) {
    expect(await refusal('audit.undo', id)).toBe('not-undoable');
    expect(await refusal('audit.redo', id)).toBe('not-undoable');
  }
  expect(await refusal('audit.redo', 999_999)).toBe('audit-unknown');
});

test('what was changed between undo and redo refuses the redo, until it is taken back', async () => {
  await save('Мои', 'а');
  const changed = await save('Мои', 'б');
  await undo(changed.auditId);
  const between = await save('Мои', 'в');
  const refused = await office.refusal('audit.redo', { id: changed.auditId });
  expect(refused).toMatchObject({ code: 'changed-since' });
  expect(refused.message).toContain('Вернуть нельзя');
  expect(await views()).toMatchObject([{ state: { search: 'в' } }]);
  await undo(between.auditId);
  await redo(changed.auditId);
  expect(await views()).toMatchObject([{ state: { search: 'б' } }]);
  // What was taken back in between is in its way no more, but has nothing to stand on either.
  expect(await refusal('audit.redo', between.auditId)).toBe('changed-since');
});

test('a place taken since refuses plainly, undo and redo alike', async () => {
  const made = await save('Мои', 'а');
  await save('Вторые', 'а');
  const removed = await office.command('lists.deleteView', { id: made.data.id });
  const other = await save('Мои', 'другой');
  const refused = await office.refusal('audit.undo', { id: removed.auditId });
  expect(refused.code).toBe('place-taken');
  expect(await views()).toMatchObject([{ name: 'Вторые' }, { state: { search: 'другой' } }]);
  await undo(other.auditId);
  await undo(removed.auditId);
  await undo(made.auditId);
  const third = await save('Мои', 'третий');
  expect(await refusal('audit.redo', made.auditId)).toBe('place-taken');
  expect((await views()).map(({ id }) => id)).toContain(third.data.id);
});

const students = async () =>
  (await office.call('people.listStudents', {})).rows.map(({ id, fullName, className }) => ({
    id,
    fullName,
    className,
  }));

/** An import whose rows name it as their maker and are not in the audit's copies. */
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

test('an import comes back whole, with its ids, and goes away again', async () => {
  const { auditId } = await importTwo();
  const standing = await students();
  const { total } = await office.call('audit.changes', { id: auditId });
  for (const round of [1, 2]) {
    await undo(auditId);
    expect({ round, rows: await students() }).toEqual({ round, rows: [] });
    const [told] = (await office.call('people.listImports', {})).rows;
    expect(told).toMatchObject({ undone: true });
    await redo(auditId);
    expect({ round, rows: await students() }).toEqual({ round, rows: standing });
    expect((await office.call('people.listImports', {})).rows[0]).toMatchObject({ undone: false });
    expect((await office.call('audit.changes', { id: auditId })).total).toBe(total);
  }
});

test('a change of an imported row, undone and redone, still guards the import', async () => {
  const { auditId } = await importTwo();
  const [anna] = await students();
  const change = await office.command('people.saveStudent', {
    id: anna?.id ?? 0,
    lastName: 'Ёлкина-Сосновская',
    firstName: 'Анна',
    middleName: 'Петровна',
    birthDate: '2012-02-01',
    sex: 'female',
  });
  await undo(change.auditId);
  await redo(change.auditId);
  expect(await refusal('audit.undo', auditId)).toBe('changed-since');
  await undo(change.auditId);
  await undo(auditId);
  expect(await students()).toEqual([]);
  // Not before the rows it changed are there.
  expect(await refusal('audit.redo', change.auditId)).toBe('changed-since');
  await redo(auditId);
  await redo(change.auditId);
  expect((await students()).map(({ fullName }) => fullName)).toContain(
    'Ёлкина-Сосновская Анна Петровна',
  );
});
