import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { openWeek, week } from '../sheets/scenario.ts';

let office: TestOffice;
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const describe = (id: number) => office.call('audit.describe', { id });

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

test('an import is told by its file and counts, before the undo and after it', async () => {
  office = await openTestOffice();
  const { auditId } = await importTwo();
  const standing = await describe(auditId);
  expect(standing).toMatchObject({
    operation: 'people.commitImport',
    undone: false,
    file: 'контингент.csv',
    object: null,
    obstacle: null,
    usedBy: [],
    losesSecret: false,
  });
  const students = { table: 'students', created: 2, changed: 0, deleted: 0 };
  expect(standing.tables).toContainEqual(students);
  expect(standing.rows).toBe((await office.call('audit.changes', { id: auditId })).total);
  await office.call('audit.undo', { id: auditId });
  const undone = await describe(auditId);
  expect({ ...undone, undone: false }).toEqual(standing);
  await office.call('audit.redo', { id: auditId });
  expect(await describe(auditId)).toEqual(standing);
});

test('what stands in the way is told before anybody tries', async () => {
  office = await openTestOffice();
  const { auditId } = await importTwo();
  const [anna] = (await office.call('people.listStudents', {})).rows;
  const id = anna?.id ?? 0;
  const absence = await office.command('absences.save', {
    studentId: id,
    from: '2025-09-02',
    to: '2025-09-03',
    reason: 'family',
    excused: false,
  });
  expect(await describe(auditId)).toMatchObject({
    obstacle: { code: 'row-in-use' },
    usedBy: [{ table: 'absences', rows: 1 }],
  });
  expect((await describe(absence.auditId)).object).toEqual({
    table: 'absences',
    parts: [
      { kind: 'person', value: 'Ёлкина Анна Петровна' },
      { kind: 'date', value: '2025-09-02' },
    ],
  });
  await office.call('audit.undo', { id: absence.auditId });
  const named = { id, lastName: 'Ёлкина', firstName: 'Анна', birthDate: null, sex: null };
  const change = await office.command('people.saveStudent', named);
  expect((await describe(auditId)).obstacle).toMatchObject({ code: 'changed-since' });
  await office.call('audit.undo', { id: change.auditId });
  expect((await describe(auditId)).obstacle).toBeNull();
  await office.call('audit.undo', { id: auditId });
  // Its pupil is gone, and the absence taken back before is still told by name.
  expect(await describe(absence.auditId)).toMatchObject({ undone: true });
  expect((await describe(absence.auditId)).object?.parts[0]?.value).toBe('Ёлкина Анна Петровна');
  expect((await describe(change.auditId)).obstacle).toMatchObject({ code: 'changed-since' });
  expect(await office.refusal('audit.describe', { id: 999_999 })).toMatchObject({
    code: 'audit-unknown',
  });
});

test('papers: sheets by their week and pupil, marks by the sheets printed since', async () => {
  const scene = await openWeek();
  office = scene.family.school.office;
  await scene.family.register();
  const algebra = await scene.lesson('2026-03-02', 'Алгебра', '4');
  const marked = (await office.call('audit.list', { limit: 1 })).rows[0]?.id ?? 0;
  expect(await describe(marked)).toMatchObject({
    object: {
      table: 'marks',
      parts: [
        { kind: 'person' },
        { kind: 'text', value: 'Алгебра' },
        { kind: 'date', value: '2026-03-02' },
      ],
    },
    printed: [],
  });
  const { print } = await scene.call('sheets.prepare', {
    selection: { kind: 'rows', rows: [{ studentId: scene.anna, week }] },
  });
  const printed = await scene.command('sheets.issue', { print });
  expect(await describe(printed.auditId)).toMatchObject({
    object: { table: 'sheets', parts: [{ kind: 'person' }, { kind: 'week', value: week }] },
    printed: [{ kind: 'sheets', rows: 1 }],
  });
  expect((await describe(marked)).printed).toEqual([{ kind: 'sheets-since', rows: 1 }]);
  await scene.mark(algebra, '5');
  expect((await describe(marked)).obstacle).toMatchObject({ code: 'changed-since' });
  const undo = (await office.command('audit.undo', { id: printed.auditId })).auditId;
  expect((await describe(undo)).obstacle).toMatchObject({ code: 'not-undoable' });
});
