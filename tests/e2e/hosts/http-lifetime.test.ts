import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOffice } from '../../../src-main/app/office.ts';
import { startServer } from '../../../src-main/hosts/http/server.ts';
import { createUploads } from '../../../src-main/hosts/shared/uploads.ts';
import { systemClock } from '../../../src-main/ports/system-clock.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';

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

describe('a client that goes away', () => {
  it('cancels its operation', async () => {
    const own = mkdtempSync(join(tmpdir(), 'school-office-'));
    const clock = systemClock;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const tables = { read: () => Promise.reject(new Error('unused')) };
    const real = await openOffice({
      folder: own,
      program: 'тест',
      actor: 'тест',
      clock,
      log,
      tables,
    });
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
    const place = { dataFolder: own, openToOthers: false };
    const about = { host: 'http', version: '0', ...place, canSavePdf: false } as const;
    const layout = { renderer: own, fonts: own };
    const takeUpload = createUploads(office);
    const server = await startServer({ office, takeUpload, log, about, layout });
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
