import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileFailure, writeAllOrNone } from '../../src-main/app/safe-write.ts';
import { checkFile } from '../../src-main/database/health.ts';
import { runNow } from '../support/child.ts';
import { openTestOffice } from '../support/office.ts';
import { canMount, mount, unmount } from '../support/small-disk.ts';

let disk = '';
beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'office-disk-'));
});
afterEach(() => {
  unmount(disk);
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(!canMount)('a real disk that is full or closed', () => {
  test('the second of two files does not fit: neither is changed', async () => {
    mount(disk, '256k');
    writeFileSync(join(disk, 'справка.docx'), 'прежний');
    const files = [
      { name: 'справка.docx', bytes: new Uint8Array(1000) },
      { name: 'справка.xlsx', bytes: new Uint8Array(500_000) },
    ];
    await expect(writeAllOrNone(disk, files)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('справка.xlsx'),
    });
    expect(readdirSync(disk)).toEqual(['справка.docx']);
    expect(readFileSync(join(disk, 'справка.docx'), 'utf8')).toBe('прежний');
  });

  test('a command on a full disk is refused; the database stays whole and works again', async () => {
    mount(disk, '4m');
    const folder = join(disk, 'data');
    const office = await openTestOffice({ folder });
    writeFileSync(join(disk, 'filler'), '');
    const save = (name: string) =>
      office.office.call('lists.saveView', {
        list: 'x',
        name,
        state: { text: 'я'.repeat(200_000) },
      });
    const replies = [];
    for (let n = 0; n < 20; n += 1) replies.push(await save(`Вид ${n}`));
    const refused = replies.find((reply) => !reply.ok);
    expect(refused).toMatchObject({ error: { code: 'disk-full' } });
    const kept = replies.filter(({ ok }) => ok).length;
    expect((await office.call('lists.views', { list: 'x' })).views).toHaveLength(kept);
    expect(office.bugs).toEqual([]);
    await office.close();
    expect(checkFile(join(folder, 'office.sqlite'))).toEqual([]);
  });

  test('a read-only data folder is said so', async () => {
    mount(disk, '4m');
    const folder = join(disk, 'data');
    await (await openTestOffice({ folder })).close();
    expect(runNow('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    await expect(openTestOffice({ folder })).rejects.toMatchObject({ code: 'folder-read-only' });
    await expect(
      writeAllOrNone(disk, [{ name: 'a.txt', bytes: new Uint8Array(1) }]),
    ).rejects.toMatchObject({ code: 'folder-read-only' });
  });
});

test('a target that cannot be replaced leaves everything as it was', async () => {
  // A folder under the target's name fails the rename, as an open file does on Windows.
  mkdirSync(join(disk, 'справка.xlsx', 'занято'), { recursive: true });
  writeFileSync(join(disk, 'справка.docx'), 'прежний');
  const files = [
    { name: 'справка.docx', bytes: new Uint8Array(10) },
    { name: 'справка.xlsx', bytes: new Uint8Array(10) },
  ];
  await expect(writeAllOrNone(disk, files)).rejects.toThrow();
  expect(readdirSync(disk).sort()).toEqual(['справка.docx', 'справка.xlsx']);
  expect(readFileSync(join(disk, 'справка.docx'), 'utf8')).toBe('прежний');
});

test('what a killed run left beside its files goes with the next run, other files stay', async () => {
  const kept = ['другая.docx.0a1b2c3d.part', 'справка.docx.part', 'справка.docx.0a1b2c3d'];
  for (const name of [...kept, 'справка.docx.0a1b2c3d.part', 'справка.docx.4e5f6a7b.old'])
    writeFileSync(join(disk, name), '');
  await writeAllOrNone(disk, [{ name: 'справка.docx', bytes: new Uint8Array(10) }]);
  expect(readdirSync(disk).toSorted()).toEqual([...kept, 'справка.docx'].toSorted());
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'folder-read-only'],
  ['EACCES', 'folder-read-only'],
  ['EBUSY', 'file-in-use'],
  ['EPERM', 'file-in-use'],
  ['ENOENT', 'file-missing'],
])('%s of the system is told as %s', (code, told) => {
  const failure = fileFailure(Object.assign(new Error(code), { code }), 'справка.docx');
  expect(failure).toMatchObject({ code: told, message: expect.stringContaining('справка.docx') });
});
