import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDatabase, makeBackup } from '../../src-main/app/maintenance.ts';
import {
  addView,
  clock,
  closedFolder,
  freshFolder,
  killFolder,
  openFolder,
  viewNames,
} from '../support/killed-folder.ts';

let live = '';
let killed = '';
beforeEach(() => {
  live = freshFolder();
  killed = freshFolder();
});
afterEach(() => {
  for (const folder of [live, killed]) rmSync(folder, { recursive: true, force: true });
});

const base = (folder: string): string => join(folder, 'office.sqlite');
const sumOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');
const sums = (folder: string) => [sumOf(base(folder)), sumOf(`${base(folder)}-wal`)];

const viewsIn = (file: string): readonly unknown[] => {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare('SELECT name FROM saved_views ORDER BY id').pluck().all();
  } finally {
    database.close();
  }
};

/** The two ways a person puts another base over `office.sqlite`. */
const replacements: readonly [string, (into: string) => Promise<void>][] = [
  [
    'a copy the program made',
    async (into) => {
      copyFileSync(await makeBackup(live, clock), into);
    },
  ],
  [
    'a file copied from a closed folder',
    async (into) => {
      copyFileSync(base(live), into);
    },
  ],
];

const replaceUnderWal = async (copy: (into: string) => Promise<void>): Promise<void> => {
  await closedFolder(live, 'вчера');
  await killFolder(live, killed, 'до сбоя');
  const other = freshFolder();
  rmSync(live, { recursive: true });
  live = other;
  await closedFolder(live, 'из копии');
  await copy(base(killed));
};

test('the WAL of a killed program is its own and is applied', async () => {
  await closedFolder(live, 'вчера');
  await killFolder(live, killed, 'до сбоя');
  expect(statSync(`${base(killed)}-wal`).size).toBeGreaterThan(32);
  expect(viewsIn(await makeBackup(killed, clock))).toEqual(['вчера', 'до сбоя']);
  await checkDatabase(killed);
  const database = await openFolder(killed);
  expect(await viewNames(database)).toEqual(['вчера', 'до сбоя']);
  await database.close();
});

test('a second kill, and a kill just after opening, lose nothing either', async () => {
  await closedFolder(live, 'вчера');
  await killFolder(live, killed, 'до сбоя');
  const again = freshFolder();
  await killFolder(killed, again, 'до второго');
  const database = await openFolder(again);
  expect(await viewNames(database)).toEqual(['вчера', 'до сбоя', 'до второго']);
  await database.close();
  rmSync(again, { recursive: true });
});

describe.each(replacements)('%s, put by hand beside an old WAL', (_name, copy) => {
  test('backup and check read the file alone and write to neither', async () => {
    await replaceUnderWal(copy);
    const before = sums(killed);
    expect(viewsIn(await makeBackup(killed, clock))).toEqual(['из копии']);
    await checkDatabase(killed);
    expect(sums(killed)).toEqual(before);
  });

  test('opening puts the WAL aside, says so once, then opens the file alone', async () => {
    await replaceUnderWal(copy);
    const [file, wal] = sums(killed);
    await expect(openFolder(killed)).rejects.toMatchObject({
      code: 'wal-set-aside',
      message: expect.stringContaining('backups'),
    });
    expect(sumOf(base(killed))).toBe(file);
    const [kept = ''] = readdirSync(join(killed, 'backups'));
    expect(kept).toMatch(/^foreign-.*\.sqlite-wal$/u);
    expect(sumOf(join(killed, 'backups', kept))).toBe(wal);
    const database = await openFolder(killed);
    expect(await viewNames(database)).toEqual(['из копии']);
    await addView(database, 'дальше');
    await database.close();
  });
});

test('a folder without a session note and with a WAL that spoils the base is refused untouched', async () => {
  await closedFolder(live, 'вчера');
  await killFolder(live, killed, 'до сбоя');
  rmSync(join(killed, 'session.json'), { force: true });
  // The same file, but of another age: two tables fewer, so the pages of the WAL do not fit.
  const old = new Database(base(live));
  old.exec('DROP TABLE saved_views; CREATE TABLE junk (x TEXT UNIQUE) STRICT; VACUUM');
  old.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
    INSERT INTO junk SELECT hex(randomblob(200)) FROM n`);
  old.pragma('wal_checkpoint(TRUNCATE)');
  old.close();
  writeFileSync(base(killed), readFileSync(base(live)));
  const before = sums(killed);
  await expect(openFolder(killed)).rejects.toMatchObject({ code: 'wal-foreign' });
  expect(sums(killed)).toEqual(before);
});
