import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '../../src-main/app/restore.ts';
import { isNewer, namesOfToday } from '../../src-main/database/migrate.ts';
import { type Migration, migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = createTestClock('2026-03-02');
const names = migrations.map(({ name }) => name);
const old = [
  '0001-foundation',
  '0002-vault',
  '0003-credentials',
  '0004-statements',
  '0005-marks',
] as const;
const ofOld = names.slice(0, 8);
const next: Migration = {
  name: '9999-next',
  statements: ['CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT'],
};
const broken: Migration = { name: '9999-broken', statements: [...next.statements, 'НЕ SQL'] };

const open = (list: readonly Migration[]) =>
  openDatabase({ folder, program: 'проверка', clock, migrations: list });

const appliedIn = (file: string): unknown[] => {
  const raw = new Database(file, { readonly: true });
  try {
    return raw.prepare('SELECT name FROM migrations ORDER BY id').pluck().all();
  } finally {
    raw.close();
  }
};

const file = () => join(folder, 'office.sqlite');

/** A database of version 0.1.0, whose schema the first eight migrations make. */
const makeOld = async (count: number = old.length): Promise<void> => {
  const applied = namesOfToday(old.slice(0, count));
  const list = migrations.slice(0, applied.length);
  const database = await open(list);
  await database.writer('settings').insert({ key: 'school', value: '{"name":"Школа"}' });
  await database.writer('migrations').delete();
  for (const name of old.slice(0, count))
    await database.writer('migrations').insert({ name, batch: 1, migration_time: '1769300000000' });
  await database.close();
};

test('a name of version 0.1.0 is never a name of today', () => {
  expect(namesOfToday(old)).toEqual(ofOld);
  expect(names.filter((name) => (old as readonly string[]).includes(name))).toEqual([]);
  expect(namesOfToday(names)).toEqual(names);
});

test.each([1, 2, 3, 4, 5])(
  'a database with %i steps of 0.1.0 goes on from there',
  async (count) => {
    await makeOld(count);
    const database = await open([...migrations, next]);
    expect(await database.reader('settings').where({ key: 'school' }).select('key')).toEqual([
      { key: 'school' },
    ]);
    await database.close();
    expect(appliedIn(file())).toEqual([...names, next.name]);
  },
);

test('the copy before the update still opens with the old program', async () => {
  await makeOld();
  await (await open([...migrations, next])).close();
  const [copy] = readdirSync(join(folder, 'backups'));
  expect(appliedIn(join(folder, 'backups', copy ?? ''))).toEqual(old);
});

test('an update that fails leaves the old names, too', async () => {
  await makeOld();
  await expect(open([...migrations, broken])).rejects.toThrow(/syntax error/u);
  expect(appliedIn(file())).toEqual(old);
});

test('a step unknown to the program is newer, beside old names, too', () => {
  expect(isNewer(old, migrations)).toBe(false);
  expect(isNewer([...old, '0099-later'], migrations)).toBe(true);
  expect(isNewer(['constructor'], migrations)).toBe(true);
});

test('a backup of version 0.1.0 is restored', async () => {
  await makeOld();
  const copy = join(folder, 'copy.sqlite');
  const raw = new Database(file());
  raw.prepare('VACUUM INTO ?').run(copy);
  raw.close();
  await restoreBackup({ folder, backup: copy, clock });
  const database = await open(migrations);
  expect(await database.reader('settings').where({ key: 'school' }).select('key')).toEqual([
    { key: 'school' },
  ]);
  await database.close();
});

test('a row that refers to nothing stops the update; foreign keys are on afterwards', async () => {
  await makeOld();
  const orphan: Migration = {
    name: '9999-orphan',
    statements: [
      `INSERT INTO imports (audit_id, kind, file_name, file_sha256, at, counts)
        VALUES (999, 'x', 'x', 'x', 'x', '{}')`,
    ],
  };
  await expect(open([...migrations, orphan])).rejects.toThrow('foreign_key_check: 1');
  const database = await open([...migrations, next]);
  expect(await database.writer.raw('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  expect(await database.reader('imports')).toEqual([]);
  await database.close();
});
