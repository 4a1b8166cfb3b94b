import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeOne } from '../../src-main/app/safe-write.ts';
import { lockFolder } from '../../src-main/database/lock.ts';
import { isHeld, patiently } from '../../src-main/database/sharing.ts';
import { runNow } from '../support/child.ts';
import { freshFolder } from '../support/killed-folder.ts';
import { openTestOffice } from '../support/office.ts';

let folder = '';
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failing = (code: string): Error => Object.assign(new Error(code), { code });

/** A mount point cannot be renamed over: the system answers EBUSY, as Windows for an open file. */
const hold = (file: string): boolean => runNow('mount', ['--bind', file, file]).status === 0;

const refusing = (code: string) => (): never => {
  throw failing(code);
};

describe('a file another program holds', () => {
  test.each([
    ['EBUSY', 'linux', true],
    ['ETXTBSY', 'linux', true],
    ['EPERM', 'linux', false],
    ['EPERM', 'win32', true],
    ['EACCES', 'win32', true],
    ['ENOSPC', 'win32', false],
  ] as const)('%s on %s: held %s', (code, platform, expected) => {
    expect(isHeld(failing(code), platform)).toBe(expected);
  });

  test('is tried again until it is let go; another failure is told at once', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries < 3) throw failing('EBUSY');
      return 'записано';
    };
    expect(await patiently(work)).toBe('записано');
    tries = 0;
    const full = async () => {
      tries += 1;
      throw failing('ENOSPC');
    };
    await expect(patiently(full)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(tries).toBe(1);
  });

  test('let go in time is replaced; held for long is told so, and the old file is whole', async () => {
    const file = join(folder, 'справка.docx');
    writeFileSync(file, 'прежний');
    if (!hold(file)) return;
    const write = writeOne(folder, 'справка.docx', Buffer.from('новый'));
    setTimeout(() => runNow('umount', [file]), 300);
    await write;
    expect(readFileSync(file, 'utf8')).toBe('новый');
    hold(file);
    await expect(writeOne(folder, 'справка.docx', Buffer.from('третий'))).rejects.toMatchObject({
      code: 'file-in-use',
      message: expect.stringMatching(/антивирус.*облачная папка/u),
    });
    runNow('umount', [file]);
    expect(readFileSync(file, 'utf8')).toBe('новый');
  }, 20_000);
});

describe('the lock of a folder', () => {
  test('a place that locks nothing is not told as open elsewhere', () => {
    expect(() => lockFolder(folder, 'проверка', 'сейчас', refusing('SQLITE_BUSY'))).toThrow(
      expect.objectContaining({ code: 'folder-cannot-lock' }),
    );
    expect(() => lockFolder(folder, 'проверка', 'сейчас', refusing('SQLITE_IOERR_LOCK'))).toThrow(
      expect.objectContaining({ code: 'folder-cannot-lock' }),
    );
  });

  test('one that another program has is told as such', () => {
    const first = lockFolder(folder, 'первая', 'сейчас');
    expect(() => lockFolder(folder, 'вторая', 'сейчас')).toThrow(
      expect.objectContaining({ code: 'folder-locked' }),
    );
    first.release();
    lockFolder(folder, 'вторая', 'сейчас').release();
  });
});

describe('a folder that goes while it is open', () => {
  const view = { list: 'a', name: 'Вид', state: {} };
  const ways: readonly [string, (data: string) => void][] = [
    ['deleted', (data) => rmSync(data, { recursive: true })],
    ['moved', (data) => renameSync(data, `${data}-2`)],
    [
      'replaced',
      (data) => {
        const file = join(data, 'office.sqlite');
        const bytes = readFileSync(file);
        rmSync(file);
        // Something else takes the freed inode first.
        writeFileSync(join(data, 'другой'), '');
        writeFileSync(file, bytes);
      },
    ],
  ];

  test.each(ways)('%s: the next command is refused, not «ok»', async (_name, spoil) => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const office = await openTestOffice({ folder: data });
    expect(await office.office.call('lists.saveView', view)).toMatchObject({ ok: true });
    spoil(data);
    expect(await office.refusal('lists.saveView', { ...view, name: 'Второй' })).toMatchObject({
      code: 'folder-gone',
    });
    await office.close();
  });
});
