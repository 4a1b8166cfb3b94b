import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFile } from '../../src-main/database/health.ts';
import { type Migration, migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = createTestClock('2026-03-02');
const open = (list?: readonly Migration[]) =>
  openDatabase({ folder, program: 'проверка', clock, ...(list ? { migrations: list } : {}) });
const backups = () =>
  readdirSync(folder).includes('backups') ? readdirSync(join(folder, 'backups')) : [];

const next: Migration = {
  name: '9999-next',
  statements: ['ALTER TABLE teachers ADD COLUMN room TEXT'],
};
const broken: Migration = {
  name: '9999-broken',
  statements: ['ALTER TABLE teachers ADD COLUMN room TEXT', 'THIS IS NOT SQL'],
};

const addTeacher = async () => {
  const database = await open();
  await database
    .writer('teachers')
    .insert({ last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' });
  await database.close();
};

test('each has a number of its own, in ascending order', () => {
  const numbers = migrations.map(({ name }) => Number(/^(\d{4})-/u.exec(name)?.[1]));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test('an empty database is made without a backup', async () => {
  await (await open()).close();
  expect(backups()).toEqual([]);
});

test('a migration over data keeps the rows, with a verified backup made before it', async () => {
  await addTeacher();
  const database = await open([...migrations, next]);
  expect(await database.reader('teachers').first('last_name', 'room')).toEqual({
    last_name: 'Ёлкина',
    room: null,
  });
  await database.close();
  const [name = '', sum] = backups().toSorted();
  expect(sum).toBe(`${name}.sha256`);
  const copy = join(folder, 'backups', name);
  expect(checkFile(copy)).toEqual([]);
  const raw = new Database(copy, { readonly: true });
  expect(raw.prepare('SELECT last_name FROM teachers').pluck().all()).toEqual(['Ёлкина']);
  expect(
    raw.prepare("SELECT count(*) FROM migrations WHERE name = '9999-next'").pluck().get(),
  ).toBe(0);
  raw.close();
});

test('a migration that fails half-way changes nothing', async () => {
  await addTeacher();
  await expect(open([...migrations, broken])).rejects.toThrow(/syntax error/u);
  const database = await open();
  const columns: { name: string }[] = await database.reader.raw('PRAGMA table_info(teachers)');
  expect(columns.map(({ name }) => name)).not.toContain('room');
  await database.close();
});
