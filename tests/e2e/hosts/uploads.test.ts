import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../../src-main/contract/operation.ts';
import type { HttpHost } from '../../support/http-host.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';
import { searchFolder } from '../../support/search-folder.ts';

/** Passwords of the diary as a school gets them: in a file that passes through the program. */
const secrets = ['Parol-Rebenka-31', 'Пароль матери 77'] as const;
const lines = [
  'Фамилия;Имя;Отчество;Логин;Пароль;Класс',
  `Ёлкина;Вера;Ильинична;elkina;${secrets[0]};7А`,
  `Жилин;Пётр;;zhilin;${secrets[1]};7А`,
];

let folder = '';
let host: HttpHost;
let headers: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  mkdirSync(join(folder, 'uploads'));
  writeFileSync(join(folder, 'uploads', 'left-by-0.1.0'), secrets[0]);
  host = await startHttpHost(folder);
  ({ headers } = await enterHost(host));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const post = async (path: string, body: string, more: Readonly<Record<string, string>>) => {
  const options = { method: 'POST', body, headers: { ...headers, ...more } };
  const text = await (await fetch(host.origin + path, options)).text();
  const message = JSON.parse(text.trim().split('\n').at(-1) ?? '') as Reply & { reply?: Reply };
  return message.reply ?? message;
};
const call = (name: string, input: unknown): Promise<Reply> =>
  post('/api/call', JSON.stringify({ callId: crypto.randomUUID(), name, input }), {
    'content-type': 'application/json',
  });
const send = (name: string): Promise<Reply> =>
  post('/api/upload', lines.join('\n'), { 'x-file-name': name });
const upload = async (): Promise<string> => {
  const reply = await send('logins.csv');
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.data as { handle: string }).handle;
};

it('keeps no secret of a sent file on the disk, running, read, locked or killed', async () => {
  expect(existsSync(join(folder, 'uploads'))).toBe(false);
  const password = 'Лошадь батарейка-7';
  expect(await call('lock.setPassword', { password, repeat: password })).toMatchObject({
    ok: true,
  });
  const file = await upload();
  const clean = (): void => {
    const { found, files } = searchFolder(folder, secrets);
    expect(files).toBeGreaterThan(2);
    expect(found).toEqual([]);
  };
  clean();
  const preview = await call('credentials.previewImport', { file });
  expect(preview).toMatchObject({ ok: true });
  clean();
  // Once read, the memory is wiped as well.
  expect(await call('credentials.previewImport', { file })).toMatchObject({
    error: { code: 'file-handle-unknown' },
  });
  const other = await upload();
  expect(await call('lock.lock', {})).toMatchObject({ ok: true });
  expect(await call('lock.unlock', { password })).toMatchObject({ ok: true });
  expect(await call('credentials.previewImport', { file: other })).toMatchObject({
    error: { code: 'file-handle-unknown' },
  });
  await upload();
  await host.stop('SIGKILL');
  clean();
});

it('takes no file whose name is none', async () => {
  for (const name of ['', '..', '%', '%07.csv', 'a'.repeat(250)])
    expect([name, await send(name)]).toMatchObject([
      name,
      { error: { code: 'file-name-invalid' } },
    ]);
  await host.stop();
});
