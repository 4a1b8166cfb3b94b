import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from '../../src-main/database/backup.ts';
import { checkFile } from '../../src-main/database/health.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { saysLine, startNode } from '../support/child.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
const clock = createTestClock('2026-03-02');
const open = () => openDatabase({ folder, program: 'проверка', clock });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-db-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an empty folder gets the whole schema, WAL, full sync and foreign keys', async () => {
  const database = await open();
  const pragma = async (name: string) =>
    Object.values((await database.writer.raw(`PRAGMA ${name}`))[0])[0];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
  const tables: { name: string; sql: string }[] = await database
    .reader('sqlite_master')
    .where({ type: 'table' });
  const own = tables.filter(({ name }) => !/^(?:sqlite_|migrations|appeals_search)/u.test(name));
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter(({ sql }) => !sql.endsWith('STRICT'))).toEqual([]);
  await database.close();
  expect(readdirSync(folder).filter((name) => /wal|shm|holder/u.test(name))).toEqual([]);
});

test('the reader cannot write', async () => {
  const database = await open();
  await expect(database.reader('settings').insert({ key: 'a', value: '1' })).rejects.toThrow(
    /readonly/u,
  );
  await database.close();
});

test('a second program is refused and told who holds the folder', async () => {
  const database = await open();
  await expect(open()).rejects.toMatchObject({
    code: 'folder-locked',
    message: expect.stringContaining('проверка'),
  });
  await database.close();
  await (await open()).close();
});

test('kill -9 of the holder frees the folder', async () => {
  const script = `import { lockFolder } from ${JSON.stringify(new URL('../../src-main/database/lock.ts', import.meta.url).href)};
    lockFolder(${JSON.stringify(folder)}, 'убитая', 'сейчас'); console.log('held'); setInterval(() => {}, 1000);`;
  const child = startNode(['--input-type=module', '-e', script]);
  await saysLine(child, 'held');
  await expect(open()).rejects.toMatchObject({ code: 'folder-locked' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await open()).close();
});

test('a database of a newer program is refused untouched', async () => {
  await (await open()).close();
  const raw = new Database(join(folder, 'office.sqlite'));
  raw
    .prepare("INSERT INTO migrations (name, batch, migration_time) VALUES ('9999-future', 1, 0)")
    .run();
  raw.close();
  await expect(open()).rejects.toMatchObject({ code: 'database-newer' });
  expect(existsSync(join(folder, 'backups'))).toBe(false);
});

test('a damaged file and a file that is no database are told apart from bugs', async () => {
  await (await open()).close();
  writeFileSync(join(folder, 'office.sqlite'), 'это не база, а текст'.repeat(500));
  await expect(open()).rejects.toMatchObject({ code: 'database-corrupted' });
});

test.skipIf(process.getuid?.() === 0)('a read-only folder is refused', async () => {
  chmodSync(folder, 0o500);
  await expect(open()).rejects.toMatchObject({ code: 'folder-read-only' });
  chmodSync(folder, 0o700);
});

test('a backup of a live database holds rows that are still in the WAL', async () => {
  const database = await open();
  await database.writer('settings').insert({ key: 'school', value: '{}' });
  const target = join(folder, 'copy.sqlite');
  await backUp(database.file, target);
  expect(checkFile(target)).toEqual([]);
  const copy = new Database(target, { readonly: true });
  expect(copy.prepare('SELECT key FROM settings ORDER BY key').pluck().all()).toEqual([
    'officeId',
    'school',
  ]);
  copy.close();
  await database.close();
});

test('a backup that cannot be written leaves nothing behind', async () => {
  const database = new Database(join(folder, 'a.sqlite'));
  database.exec('CREATE TABLE t (x)');
  database.close();
  await expect(
    backUp(join(folder, 'a.sqlite'), join(folder, 'missing', 'b.sqlite')),
  ).rejects.toMatchObject({ code: 'backup-failed' });
  expect(readdirSync(folder)).toEqual(['a.sqlite']);
});
