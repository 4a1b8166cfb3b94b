import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commandLine } from '../../support/command-line.ts';
import { searchFolder } from '../../support/search-folder.ts';

const password = 'Лошадь батарейка-7';
const wrong = 'Не тот пароль 1';

let folder = '';
let data = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  data = join(folder, 'data');
  const answer = await office(['call', 'lock.setPassword', '-'], { password, repeat: password });
  expect(answer.code).toBe(0);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const office = (words: readonly string[], stdin: unknown = null) =>
  commandLine([...words, '--data', data], { stdin: JSON.stringify(stdin) });
const list = (...words: readonly string[]) =>
  office(['call', 'lists.views', '{"list":"a"}', ...words]);
const passwordFile = (text: string): string => {
  const file = join(folder, 'password.txt');
  writeFileSync(file, text);
  return file;
};

it('a locked folder answers no command without the password, and says how to give it', async () => {
  const refused = await list();
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('--password-file');
  expect(refused.err).toContain('SCHOOL_OFFICE_PASSWORD');
});

it('opens for one command by a file, with any line end, or by the variable', async () => {
  for (const end of ['', '\n', '\r\n', '\nвторая строка\n'])
    expect(await list('--password-file', passwordFile(password + end))).toMatchObject({ code: 0 });
  expect(await list()).toMatchObject({ code: 1 });
  vi.stubEnv('SCHOOL_OFFICE_PASSWORD', password);
  expect(await list()).toMatchObject({ code: 0 });
}, 60_000);

it('a wrong password or a missing file is refused in words', async () => {
  const missing = await list('--password-file', join(folder, 'nothing.txt'));
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.err).toContain('nothing.txt');
  const refused = await list('--password-file', passwordFile(wrong));
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('Пароль неверный');
  const early = await list('--password-file', passwordFile(password));
  expect(early.err).toContain('Повторите через');
  rmSync(join(folder, 'password.txt'));
  const { found, files } = searchFolder(folder, [password, wrong]);
  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(0);
}, 60_000);
