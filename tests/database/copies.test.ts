import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDatabase, makeBackup } from '../../src-main/app/maintenance.ts';
import { restoreBackup } from '../../src-main/app/restore.ts';
import { checkFile } from '../../src-main/database/health.ts';
import { runNow } from '../support/child.ts';
import {
  clock,
  closedFolder,
  freshFolder,
  openFolder,
  viewNames,
} from '../support/killed-folder.ts';

let folder = '';
let other = '';
beforeEach(() => {
  folder = freshFolder();
  other = freshFolder();
});
afterEach(() => {
  for (const one of [folder, other]) rmSync(one, { recursive: true, force: true });
});

const backups = (): readonly string[] => readdirSync(join(folder, 'backups')).toSorted();

/** Changes one letter of a value in the file, as a bit that rotted on the disk. */
const rotValue = (file: string, from: string, to: string): void => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at);
  writeFileSync(file, bytes);
};

const spoilIndex = (): void => {
  // A value in a table and its index differ: the quick check does not compare them.
  const database = new Database(join(folder, 'office.sqlite'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode = DELETE');
  database.close();
  const file = join(folder, 'office.sqlite');
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf('zapisvindekse');
  expect(bytes.indexOf('zapisvindekse')).toBeLessThan(at);
  bytes.write('zapisvindeksE', at);
  writeFileSync(file, bytes);
};

const work = async (where: string, school: object | null): Promise<void> => {
  const database = await openFolder(where);
  await database.writer('audit').insert({ at: '', actor: '', operation: 'x', undoable: 0 });
  if (school)
    await database.writer('settings').insert({ key: 'school', value: JSON.stringify(school) });
  await database.close();
};

test('a sum file that holds no sum makes no copy a damaged one', async () => {
  await closedFolder(folder, 'запись');
  const copy = await makeBackup(folder, clock);
  for (const text of ['', 'zzz\n']) {
    writeFileSync(`${copy}.sha256`, text);
    expect((await checkDatabase(folder)).copies).toMatchObject([{ isWhole: true, hasSum: false }]);
    expect(await restoreBackup({ folder, backup: copy, clock })).not.toBeNull();
    for (const name of backups())
      if (name.startsWith('before-restore')) rmSync(join(folder, 'backups', name));
  }
});

test('backups of one second get names of their own, also when made at once', async () => {
  await closedFolder(folder, 'запись');
  const paths = await Promise.all([1, 2, 3].map(() => makeBackup(folder, clock)));
  paths.push(await makeBackup(folder, clock));
  expect(new Set(paths).size).toBe(4);
  expect(backups().filter((name) => name.endsWith('.sqlite'))).toHaveLength(4);
  expect(backups().filter((name) => name.includes('.part'))).toEqual([]);
});

test('a copy has its SHA-256 beside it as sha256sum reads it', async () => {
  await closedFolder(folder, 'запись');
  const copy = await makeBackup(folder, clock);
  const told = runNow('sha256sum', ['-c', `${copy}.sha256`], {
    cwd: join(folder, 'backups'),
  });
  expect(told.stdout).toContain(': OK');
});

test('a changed letter inside a value of a copy is seen by check and by restore', async () => {
  const database = await openFolder(folder);
  await database.writer('settings').insert({ key: 'school', value: '"znachenie"' });
  await database.close();
  const copy = await makeBackup(folder, clock);
  rotValue(copy, 'znachenie', 'znachenjE');
  // The column has no index, so SQLite's own check sees nothing.
  expect(checkFile(copy, 'full')).toEqual([]);
  await expect(checkDatabase(folder)).rejects.toMatchObject({
    code: 'backup-damaged',
    fields: [{ path: expect.stringContaining('office-') }],
  });
  await expect(restoreBackup({ folder, backup: copy, clock })).rejects.toMatchObject({
    code: 'backup-damaged',
  });
});

describe('the full check', () => {
  test('is made at opening once a week and by check always', async () => {
    await closedFolder(folder, 'zapisvindekse');
    await (await openFolder(folder)).close();
    spoilIndex();
    await (await openFolder(folder)).close();
    await expect(checkDatabase(folder)).rejects.toMatchObject({ code: 'database-corrupted' });
    const note = join(folder, 'checked.json');
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({
      fullCheck: new Date(clock.now()).toISOString(),
    });
    const weekAgo = new Date(clock.now() - 7 * 24 * 60 * 60 * 1000).toISOString();
    writeFileSync(note, JSON.stringify({ fullCheck: weekAgo }));
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'database-corrupted' });
  });

  test('a damaged base is told with the newest whole copy', async () => {
    await closedFolder(folder, 'zapisvindekse');
    const copy = await makeBackup(folder, clock);
    spoilIndex();
    await expect(checkDatabase(folder)).rejects.toMatchObject({
      code: 'database-corrupted',
      message: expect.stringContaining(copy.slice(folder.length + 1)),
    });
  });
});

test('leftovers of killed programs go at the next start; a running backup and other files stay', async () => {
  await closedFolder(folder, 'запись');
  mkdirSync(join(folder, 'backups'));
  const old = [
    'office-2026-03-01_10-00-00.sqlite.part',
    'office-2026-03-01_10-00-01.sqlite.sha256',
  ];
  const kept = ['office-2026-03-02_09-59-00.sqlite.part', 'моё.sqlite.part', 'notes.txt'];
  const hourAgo = (clock.now() - 61 * 60 * 1000) / 1000;
  for (const name of [...old, ...kept]) writeFileSync(join(folder, 'backups', name), '');
  for (const name of [...old, 'моё.sqlite.part', 'notes.txt'])
    utimesSync(join(folder, 'backups', name), hourAgo, hourAgo);
  for (const name of ['office.sqlite.restored', 'office.sqlite.restored-journal'])
    writeFileSync(join(folder, name), '');
  await (await openFolder(folder)).close();
  expect(backups()).toEqual(kept.toSorted());
  expect(readdirSync(folder).filter((name) => name.includes('restored'))).toEqual([]);
});

describe('restore', () => {
  test('of another school names both and changes nothing; it goes on when told so', async () => {
    await work(folder, { shortName: 'МБОУ «СОШ № 1»', code: '101' });
    await work(other, { shortName: 'МБОУ «СОШ № 2»', code: null });
    const backup = await makeBackup(other, clock);
    const before = readFileSync(join(folder, 'office.sqlite'));
    await expect(restoreBackup({ folder, backup, clock })).rejects.toMatchObject({
      code: 'backup-other-school',
      message: expect.stringMatching(/№ 1» \(код 101\).*№ 2».*--other-school/u),
    });
    expect(readFileSync(join(folder, 'office.sqlite')).equals(before)).toBe(true);
    const kept = await restoreBackup({ folder, backup, clock, otherSchool: true });
    expect(kept).toContain('before-restore-');
    expect(existsSync(kept ?? '')).toBe(true);
  });

  test("of one's own copy, and into a new folder, asks nothing", async () => {
    await work(folder, { shortName: 'МБОУ «СОШ № 1»' });
    const backup = await makeBackup(folder, clock);
    await restoreBackup({ folder, backup, clock });
    await (await openFolder(other)).close();
    await restoreBackup({ folder: other, backup, clock });
    expect(await restoreBackup({ folder: freshFolder(), backup, clock })).toBeNull();
  });

  test('twice in a second keeps both former bases', async () => {
    await closedFolder(folder, 'первая');
    const backup = await makeBackup(folder, clock);
    const first = await restoreBackup({ folder, backup, clock });
    const second = await restoreBackup({ folder, backup, clock });
    expect(first).not.toBe(second);
    writeFileSync(join(folder, 'office.sqlite'), 'испорчена'.repeat(1000));
    const third = await restoreBackup({ folder, backup, clock });
    expect(readFileSync(third ?? '', 'utf8')).toContain('испорчена');
    expect(new Set([first, second, third]).size).toBe(3);
    const database = await openFolder(folder);
    expect(await viewNames(database)).toEqual(['первая']);
    await database.close();
  });
});
