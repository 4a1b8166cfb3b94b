import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = createTestClock('2026-03-02');
const at = migrations.findIndex(({ name }) => name === '0005-credentials');
const open = (list = migrations) =>
  openDatabase({ folder, program: 'проверка', clock, migrations: list });

const fill = async () => {
  const database = await open(migrations.slice(0, at));
  const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
  await database.writer('students').insert({ id: 7, ...person });
  await database.writer('guardians').insert({ id: 9, ...person });
  await database
    .writer('guardianships')
    .insert({ student_id: 7, guardian_id: 9, relation: 'mother' });
  await database.close();
};

test('0005-credentials comes over the version before it and keeps its people', async () => {
  await fill();
  const database = await open();
  const { writer: db } = database;
  expect(await db('students').select('id', 'last_name')).toEqual([{ id: 7, last_name: 'Ёлкина' }]);
  expect(await db('guardianships').count({ n: '*' })).toEqual([{ n: 1 }]);
  expect(await db('credentials')).toEqual([]);
  const common = { kind: 'password', login: 'a', state: 'new', received_on: '2026-03-02' };
  await db('credentials').insert({ owner: 'student', student_id: 7, ...common });
  await db('credentials').insert({ owner: 'guardian', guardian_id: 9, ...common });
  await database.close();
});

test.each([
  ['an owner of the other kind', { owner: 'guardian', student_id: 7 }],
  ['nobody’s', { owner: 'student' }],
  ['a password without a login', { owner: 'student', student_id: 7, login: null }],
  ['issued on no day', { owner: 'student', student_id: 7, state: 'issued' }],
  ['an unknown person', { owner: 'student', student_id: 8 }],
])('the schema itself refuses %s', async (_what, values) => {
  await fill();
  const database = await open();
  const row = { kind: 'password', login: 'a', state: 'new', received_on: '2026-03-02', ...values };
  await expect(database.writer('credentials').insert(row)).rejects.toThrow(/constraint failed/u);
  await database.close();
});
