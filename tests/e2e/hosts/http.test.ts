import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src-main/contract/operation.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';
import type { HttpHost } from '../../support/http-host.ts';

let folder = '';
let host: HttpHost;
let cookie = '';
let secret = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  host = await startHttpHost(folder);
  ({ cookie, secret } = await enterHost(host));
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as written: `fetch` would tidy the path and forbid the headers under test. */
const raw = (
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(host.origin);
    const { method = 'GET', headers = {}, body } = options;
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { cookie, 'x-office-session': secret, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  raw(path, {
    method: 'POST',
    headers: { origin: host.origin, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const lines = ({ text }: Answer): readonly { reply?: Reply; progress?: unknown }[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const call = async (name: string, input: unknown): Promise<Reply> => {
  const callId = crypto.randomUUID();
  const reply = lines(await post('/api/call', { callId, name, input })).at(-1)?.reply;
  if (!reply) throw new Error('no reply');
  return reply;
};

describe('the door of the HTTP host', () => {
  it('exchanges a key for a strict HttpOnly cookie, once, and offers another address', async () => {
    const next = () =>
      host
        .output()
        .match(/http:\S+/gu)
        ?.at(-1) ?? '';
    expect((await fetch(host.address)).status).toBe(403);
    await expect.poll(next).not.toBe(host.address);
    const used = next();
    const response = await fetch(used);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(
      /^office-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/u,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    const replayed = await fetch(used);
    expect(replayed.status).toBe(403);
    expect(await replayed.text()).not.toContain(secret);
    await expect.poll(next).not.toBe(used);
  });

  it('opens nothing but the bare screens to the cookie alone', async () => {
    const headers = { 'x-office-session': '' };
    expect((await raw('/', { headers })).status).toBe(200);
    expect((await raw('/', { headers })).text).not.toContain(secret);
    expect((await raw('/api/about', { headers })).status).toBe(403);
    const body = { callId: crypto.randomUUID(), name: 'settings.get', input: {} };
    for (const wrong of ['', 'x', `${secret}x`, secret.slice(1)]) {
      const more = { 'x-office-session': wrong };
      expect((await post('/api/call', body, more)).status).toBe(403);
      expect((await post('/api/file', { handle: body.callId }, more)).status).toBe(403);
    }
    expect((await post('/api/call', body)).status).toBe(200);
    expect((await post('/api/call', body, { cookie: '' })).status).toBe(403);
  });

  it('refuses a wrong key, no cookie and a wrong cookie', async () => {
    expect((await raw('/?key=wrong', { headers: { cookie: '' } })).status).toBe(403);
    expect((await raw('/', { headers: { cookie: '' } })).status).toBe(403);
    expect((await raw('/', { headers: { cookie: `${cookie}x` } })).status).toBe(403);
    expect((await raw('/api/about', { headers: { cookie: '' } })).status).toBe(403);
    expect((await raw('/')).status).toBe(200);
  });

  it('refuses a foreign Host even with the cookie and the key', async () => {
    const headers = { host: `evil.example:${new URL(host.origin).port}` };
    expect((await raw('/', { headers })).status).toBe(403);
    expect((await raw(host.address.slice(host.origin.length), { headers })).status).toBe(403);
  });

  it('refuses a foreign, an absent and a «null» Origin of a POST, and cross-site reads', async () => {
    const body = { callId: crypto.randomUUID(), name: 'settings.read', input: {} };
    const foreign = await post('/api/call', body, { origin: 'http://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await post('/api/call', body, { origin: 'null' })).status).toBe(403);
    const absent = await raw('/api/call', { method: 'POST', body: JSON.stringify(body) });
    expect(absent.status).toBe(403);
    const read = await raw('/api/about', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(read.status).toBe(403);
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('sends the strict policy with every page and keeps data out of caches', async () => {
    const page = await raw('/');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const about = await raw('/api/about');
    expect(about.headers['cache-control']).toBe('no-store');
    expect(JSON.parse(about.text)).toMatchObject({ ok: true, data: { host: 'http' } });
  });

  it.each([
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2fmain/http.js',
    '/fonts/../main/http.js',
    '/fonts/%2e%2e/main/http.js',
    '/assets/..%5c..%5cmain%5chttp.js',
    '//etc/passwd',
    '/index.html%00.js',
    '/.built',
    '/%',
  ])('does not leave its folder: %s', async (path) => {
    const answer = await raw(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('school-office');
  });

  it('serves the fonts of documents', async () => {
    const font = await raw('/fonts/tinos-cyrillic-400-normal.woff2');
    expect(font).toMatchObject({ status: 200, headers: { 'content-type': 'font/woff2' } });
  });
});

describe('operations over HTTP', () => {
  it('answers with lines of JSON, the last of which is the reply', async () => {
    const saved = await call('lists.saveView', { list: 'a', name: 'Список', state: {} });
    expect(saved).toMatchObject({ ok: true, undoable: true });
    expect(await call('lists.views', { list: 'a' })).toMatchObject({
      ok: true,
      data: { views: [{ name: 'Список' }] },
    });
  });

  it.each([
    ['no JSON', '{', 'invalid-request'],
    ['an unknown key', { callId: crypto.randomUUID(), name: 'a', input: 1, x: 1 }, 'invalid-input'],
    ['no call id', { name: 'lists.views', input: { list: 'a' } }, 'invalid-input'],
  ])('refuses %s', async (_what, body, code) => {
    expect(lines(await post('/api/call', body)).at(-1)).toMatchObject({
      reply: { ok: false, error: { code } },
    });
  });

  it('refuses a body that no form can have', async () => {
    const body = JSON.stringify({ callId: crypto.randomUUID(), name: 'a'.repeat(3_000_000) });
    expect(lines(await post('/api/call', body)).at(-1)).toMatchObject({
      reply: { ok: false, error: { code: 'request-too-big' } },
    });
  });
});

const upload = (name: string, body: Buffer) =>
  raw('/api/upload', {
    method: 'POST',
    headers: { origin: host.origin, 'x-file-name': encodeURIComponent(name) },
    body,
  });

describe('files over HTTP', () => {
  it('takes an upload and gives a ticket, never the file back', async () => {
    const reply: Reply = JSON.parse((await upload('Список 5А.csv', Buffer.from('ФИО'))).text);
    expect(reply).toMatchObject({ ok: true, data: { name: 'Список 5А.csv', size: 6 } });
    const { handle } = (reply.ok ? reply.data : {}) as { handle: string };
    for (const kind of ['file', 'print'])
      expect(JSON.parse((await post(`/api/${kind}`, { handle })).text)).toMatchObject({
        error: { code: 'file-handle-unknown' },
      });
    expect((await raw(`/files/${handle}`)).status).toBe(404);
  });

  it('refuses more than 50 MB and keeps nothing of it', async () => {
    const reply = JSON.parse((await upload('a.csv', Buffer.alloc(50 * 1024 * 1024 + 1))).text);
    expect(reply).toMatchObject({ ok: false, error: { code: 'file-too-big' } });
    expect(existsSync(join(folder, 'uploads'))).toBe(false);
  });

  it('takes only the last part of a name with folders', async () => {
    const reply = JSON.parse((await upload('..\\..\\a/б.csv', Buffer.from('1'))).text);
    expect(reply).toMatchObject({ ok: true, data: { name: 'б.csv' } });
  });

  it.each([
    [null, 'folder-path-invalid'],
    ['relative/path', 'folder-path-invalid'],
    ['/нет/такой', 'folder-missing'],
    [import.meta.filename, 'folder-is-file'],
  ])('refuses the folder %s', async (path, code) => {
    expect(JSON.parse((await post('/api/folder', { path })).text)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder closed for writing', async () => {
    const closed = mkdtempSync(join(folder, 'closed-'));
    chmodSync(closed, 0o500);
    expect(JSON.parse((await post('/api/folder', { path: closed })).text)).toMatchObject({
      ok: false,
      error: { code: 'folder-read-only' },
    });
  });

  it('gives a ticket for a folder', async () => {
    const reply = JSON.parse((await post('/api/folder', { path: folder })).text);
    expect(reply).toMatchObject({ ok: true, data: { path: folder } });
  });

  it('downloads a produced file under its Russian name', async () => {
    const columns = [{ key: 'at', title: 'Когда', kind: 'text' }];
    const exported = await call('lists.exportTable', {
      operation: 'audit.list',
      title: 'Журнал действий (май)',
      input: {},
      columns,
    });
    const { handle } = (exported.ok ? exported.data : {}) as { handle: string };
    expect((await raw(`/files/${handle}`)).status).toBe(404);
    const given = JSON.parse((await post('/api/file', { handle })).text) as Reply;
    const { address } = (given.ok ? given.data : {}) as { address: string };
    const file = await raw(address);
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''%D0%96.*%28.*%29\.xlsx$/u,
    );
    expect(file.headers['cache-control']).toBe('no-store');
    expect((await raw(address)).text).toBe('Адрес уже использован. Откройте файл из программы.');
    expect(JSON.parse((await post('/api/print', { handle })).text)).toMatchObject({
      error: { code: 'file-not-printable' },
    });
  });
});
