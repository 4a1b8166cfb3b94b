import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runNow } from '../../support/child.ts';
import { keptChromium } from '../../support/chromium.ts';
import type { HttpHost } from '../../support/http-host.ts';
import { headersOf, startHttpHost } from '../../support/http-host.ts';

/** Who else may stand before the loopback host: another user, another port of the same computer. */
let folder = '';
let host: HttpHost;
let context: BrowserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  host = await startHttpHost(folder);
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await (await keptChromium()).newContext({ locale: 'ru-RU' });
});
afterEach(() => context.close());

/** Opens the program as `npm start` does: by the page on the disk. */
const openByPage = async () => {
  const page = await context.newPage();
  await page.goto(pathToFileURL(await host.launchPage()).href);
  await page.waitForURL(`${host.origin}/`);
  await page.locator('nav a').first().waitFor();
  return page;
};

const menu = 'nav a';

describe('the page on the disk', () => {
  it('opens the program, goes away and works no second time', async () => {
    const path = await host.launchPage();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    await page.locator(menu).first().waitFor();
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(?:#\/.*)?$/u);
    expect(existsSync(path)).toBe(false);
    const used = asked.find((url) => url.includes('?key=')) ?? '';
    expect((await fetch(used)).status).toBe(403);
  });

  it('survives a reload and serves a second window of the same browser', async () => {
    const page = await openByPage();
    await page.reload();
    await page.locator(menu).first().waitFor();
    const second = await context.newPage();
    await second.goto(`${host.origin}/#/students`);
    await second.locator(menu).first().waitFor();
    await second.getByRole('heading', { level: 1, name: 'Обучающиеся' }).waitFor();
  });

  it('tells a window that lost its rights what to do', async () => {
    const page = await openByPage();
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(`${host.origin}/#/students`);
    await page.getByText('больше не связана с программой').first().waitFor();
  });
});

describe('another port of this computer', () => {
  it('gets the cookie of the browser and nothing with it', async () => {
    const cookies: string[] = [];
    const spy = createServer((request, response) => {
      cookies.push(request.headers.cookie ?? '');
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>spy</title>');
    });
    spy.listen(0, '127.0.0.1');
    await once(spy, 'listening');
    const spyOrigin = `http://127.0.0.1:${(spy.address() as AddressInfo).port}`;
    try {
      const page = await openByPage();
      const own = await headersOf(page);
      // The visit that lets the spy do what it likes in the browser of the secretary.
      await page.goto(spyOrigin);
      const [cookie = ''] = cookies;
      expect(cookie).toMatch(/^office-\d+=/u);
      const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
      expect(stored).not.toContain(own['x-office-session']);
      const read = await page.evaluate(async (origin) => {
        const tries = ['/', '/api/about', '/enter.js'].map(async (path) => {
          try {
            return await (await fetch(origin + path, { credentials: 'include' })).text();
          } catch {
            return 'closed';
          }
        });
        return Promise.all(tries);
      }, host.origin);
      expect(read).toEqual(['closed', 'closed', 'closed']);
      // And outside the browser, where no rule of browsers holds.
      const headers = { cookie, origin: host.origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ callId: crypto.randomUUID(), name: 'settings.get', input: {} });
      for (const path of ['/api/call', '/api/file', '/api/print', '/api/upload', '/api/folder']) {
        const replayed = await fetch(host.origin + path, { method: 'POST', headers, body });
        expect(replayed.status).toBe(403);
      }
      for (const path of ['/api/about', '/?key=x'])
        expect((await fetch(host.origin + path, { headers })).status).toBe(403);
      expect(await (await fetch(`${host.origin}/`, { headers })).text()).not.toContain(
        own['x-office-session'],
      );
      expect(
        (await fetch(`${host.origin}/api/about`, { headers: { ...own, cookie } })).status,
      ).toBe(200);
    } finally {
      spy.closeAllConnections();
      spy.close();
    }
  });
});

/** Runs a script as the user `nobody`; what it printed, both streams. */
const asNobody = (script: string): string => {
  const nobody = 65_534;
  const { stdout, stderr } = runNow('/bin/bash', ['-c', script], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
    limit: 30_000,
  });
  return `${stdout}
${stderr}`;
};

/** Says in the list of tests why it was skipped. */
const reason = process.getuid?.() === 0 ? '' : ' (skipped: only root can become another user)';

describe.skipIf(reason !== '')(`another user of this computer${reason}`, () => {
  it('sees no key, reads no file and gets no page', async () => {
    const page = await host.launchPage();
    const { port } = new URL(host.origin);
    const ask = (request: string): string =>
      asNobody(`exec 3<>/dev/tcp/127.0.0.1/${port}
        printf '${request}\\r\\nHost: 127.0.0.1:${port}\\r\\nOrigin: ${host.origin}\\r\\nConnection: close\\r\\n\\r\\n' >&3
        cat <&3`);
    expect(asNobody('id -u')).toContain('65534');
    expect(asNobody(`tr '\\0' ' ' < /proc/${host.pid}/cmdline`)).toMatch(/http\.js --data/u);
    expect(asNobody("cat /proc/[0-9]*/cmdline | tr '\\0' ' '")).not.toMatch(/\?key=/u);
    expect(
      asNobody(`cat '${page}'; ls '${folder}'; cat '${folder}/office.sqlite' | head -c 15`),
    ).toMatch(/(?:Permission denied[^]*){3}/u);
    for (const request of [
      'GET / HTTP/1.1',
      'GET /?key=x HTTP/1.1',
      'GET /index.html HTTP/1.1',
      'GET /api/about HTTP/1.1',
      'POST /api/call HTTP/1.1',
    ]) {
      const answer = ask(request);
      expect(answer).toMatch(/^HTTP\/1\.1 403/u);
      expect(answer).not.toMatch(/<html|<script/u);
    }
  });
});
