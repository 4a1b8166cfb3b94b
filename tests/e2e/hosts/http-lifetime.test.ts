import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openOffice } from '../../../src-main/app/office.ts';
import { startServer } from '../../../src-main/hosts/http/server.ts';
import { createUploads } from '../../../src-main/hosts/shared/uploads.ts';
import { systemClock } from '../../../src-main/ports/system-clock.ts';
import { runNow } from '../../support/child.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';

const entry = fileURLToPath(new URL('../../../out/main/http.js', import.meta.url));

/** What the host serves, of a real office in this process. */
const openParts = async (folder: string) => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const office = await openOffice({
    folder,
    program: 'тест',
    actor: 'тест',
    clock: systemClock,
    log,
    tables: { read: () => Promise.reject(new Error('unused')) },
  });
  const place = { dataFolder: folder, openToOthers: false };
  const about = { host: 'http', version: '0', ...place, canSavePdf: false } as const;
  const layout = { renderer: folder, fonts: folder };
  return { office, takeUpload: createUploads(office), log, about, layout };
};

describe('the words of the HTTP host', () => {
  it.each([
    ['usage', ['--fly'], 'Параметры: [--data ПАПКА] [--port ПОРТ].'],
    ['port-invalid', ['--port', '65536'], 'Порт — целое число от 1 до 65535.'],
    ['data-folder-empty', ['--data', ' '], 'После --data укажите папку данных.'],
  ])('%s: %o is refused before anything is opened', (_code, words, text) => {
    const own = mkdtempSync(join(tmpdir(), 'school-office-'));
    const told = runNow(process.execPath, [entry, '--data', own, ...words], { cwd: own });
    expect(told).toMatchObject({ status: 1, stdout: '', stderr: `${text}\n` });
    expect(readdirSync(own)).toEqual([]);
    rmSync(own, { recursive: true, force: true });
  });

  it('name a port that another program has', async () => {
    const own = mkdtempSync(join(tmpdir(), 'school-office-'));
    const parts = await openParts(own);
    const first = await startServer(parts);
    const port = Number(new URL(first.newAddress()).port);
    await expect(startServer(parts, port)).rejects.toMatchObject({
      code: 'port-in-use',
      message: `Порт ${port} занят другой программой. Укажите другой или запустите без --port.`,
    });
    await first.close();
    await parts.office.close();
    rmSync(own, { recursive: true, force: true });
  });
});

describe('the end of the HTTP host', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('closes the database on %s', async (signal) => {
    const own = mkdtempSync(join(tmpdir(), 'school-office-'));
    const other = await startHttpHost(own);
    await expect(startHttpHost(own)).rejects.toThrow(/Эта папка данных уже открыта\. Её держит/u);
    expect(await other.stop(signal)).toBe(0);
    expect(readdirSync(own).filter((name) => /-wal|holder|uploads|outbox/u.test(name))).toEqual([]);
    const again = await startHttpHost(own);
    await again.stop();
    rmSync(own, { recursive: true, force: true });
  });
});

describe('an idle connection', () => {
  it('is not closed under a question on its way: the host names no time limit', async () => {
    const own = mkdtempSync(join(tmpdir(), 'school-office-'));
    const parts = await openParts(own);
    const server = await startServer(parts);
    const response = await fetch(new URL('/api/call', server.newAddress()));
    await response.text();
    expect(response.headers.get('connection')).toBe('keep-alive');
    expect(response.headers.get('keep-alive')).toBeNull();
    await server.close();
    await parts.office.close();
    rmSync(own, { recursive: true, force: true });
  });
});

describe('a client that goes away', () => {
  it('cancels its operation', async () => {
    const own = mkdtempSync(join(tmpdir(), 'school-office-'));
    const parts = await openParts(own);
    const { office: real } = parts;
    const aborted = Promise.withResolvers<string>();
    const office: typeof real = {
      ...real,
      call: (_name, _input, options) =>
        new Promise((resolve) => {
          options?.onProgress?.({ stage: 'чтение', done: 1, total: 2 });
          options?.signal?.addEventListener('abort', () => {
            aborted.resolve('aborted');
            resolve({ ok: false, error: { code: 'cancelled', message: '', fields: [] } });
          });
        }),
    };
    const server = await startServer({ ...parts, office });
    const address = server.newAddress();
    const { origin } = new URL(address);
    const { headers } = await enterHost({ address, origin });
    const control = new AbortController();
    const response = await fetch(`${origin}/api/call`, {
      method: 'POST',
      signal: control.signal,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ callId: crypto.randomUUID(), name: 'x', input: {} }),
    });
    const first = await response.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toContain('"progress"');
    control.abort();
    expect(await aborted.promise).toBe('aborted');
    await server.close();
    await real.close();
    expect(existsSync(join(own, 'office.sqlite-wal'))).toBe(false);
    rmSync(own, { recursive: true, force: true });
  });
});
