import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../../src-main/contract/operation.ts';
import { enterHost, startHttpHost, type HttpHost } from '../../support/http-host.ts';
import { searchFolder } from '../../support/search-folder.ts';

const password = 'Лошадь батарейка-7';
const wrong = 'Не тот пароль 1';

let folder = '';
let host: HttpHost;
let headers: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  host = await startHttpHost(folder);
  ({ headers } = await enterHost(host));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = async (name: string, input: unknown): Promise<Reply> => {
  const response = await fetch(`${host.origin}/api/call`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ callId: crypto.randomUUID(), name, input }),
  });
  const last = (await response.text()).trim().split('\n').at(-1) ?? '';
  return (JSON.parse(last) as { reply: Reply }).reply;
};
const dataOf = async (name: string, input: unknown): Promise<Record<string, string>> => {
  const reply = await call(name, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.data as Record<string, string>;
};
const addressOf = async (handle: string): Promise<string> => {
  const response = await fetch(`${host.origin}/api/print`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ handle }),
  });
  const reply = (await response.json()) as Reply<{ address: string }>;
  return reply.ok ? reply.data.address : reply.error.code;
};
const page = (path: string) => fetch(host.origin + path, { headers });

it('locks over HTTP, shows no printed secret then, and leaves no trace of passwords', async () => {
  const { recoveryCode: code = '' } = await dataOf('lock.setPassword', {
    password,
    repeat: password,
  });
  const { document } = await dataOf('lock.printRecoveryCode', { code });
  const { handle = '' } = await dataOf('printing.html', { document });
  const printed = await page(await addressOf(handle));
  expect(printed.status).toBe(200);
  expect(await printed.text()).toContain(code.slice(0, 5));

  const asked = await addressOf(handle);
  await dataOf('lock.lock', {});
  const afterLock = await page(asked);
  expect(afterLock.status).not.toBe(200);
  expect(await afterLock.text()).not.toContain(code.slice(0, 5));
  expect(await addressOf(handle)).toBe('locked');
  expect(await call('lists.views', { list: 'x' })).toMatchObject({ error: { code: 'locked' } });
  expect(await call('lock.unlock', { password: wrong })).toMatchObject({
    error: { code: 'password-wrong' },
  });
  await call('lock.unlock', { password: { [wrong]: wrong } });

  const secrets = [password, wrong, code, code.replaceAll('-', '')];
  const running = searchFolder(folder, secrets);
  expect(running.files).toBeGreaterThan(1);
  expect(running.found).toEqual([]);
  await host.stop();
  expect(searchFolder(folder, secrets).found).toEqual([]);
  for (const secret of secrets) expect(host.output()).not.toContain(secret);
});
