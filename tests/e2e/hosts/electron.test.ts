import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src-main/contract/operation.ts';
import { openRemoteOffice } from '../../../src-main/app/remote-office.ts';
import { startHttpHost } from '../../support/http-host.ts';
import { pdfPageCount } from '../../support/pictures.ts';
import { runStandIn, startStandIn } from '../../support/stand-in/start.ts';
import type { StandIn } from '../../support/stand-in/start.ts';

/** The built main and preload bundles, unmodified, under the stand-in for `electron`. */
let folder = '';
let program: StandIn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  program = await startStandIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Bridge {
  office(
    channel: string,
    payload: unknown,
    onProgress?: (progress: unknown) => void,
  ): Promise<Reply>;
}

/** Calls the preload's function from the page, as the screens do. */
const ask = (channel: string, payload: unknown): Promise<Reply> =>
  program.page.evaluate(
    ([name, value]) => (window as unknown as Bridge).office(name as string, value),
    [channel, payload] as const,
  );

const call = (name: string, input: unknown): Promise<Reply> =>
  ask('call', { callId: crypto.randomUUID(), name, input });

const dataOf = <T>(reply: Reply): T => {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.data as T;
};

/** A form that exists from the first start: used to try printing. */
const printPage = async (): Promise<string> => {
  const { document } = dataOf<{ document: string }>(await call('summary.printBlank', {}));
  return dataOf<{ handle: string }>(await call('printing.html', { document })).handle;
};

interface Facts {
  readonly windows: readonly { readonly webPreferences: Record<string, unknown> }[];
  readonly schemes: readonly { readonly scheme: string; readonly privileges: object }[];
  readonly menu: unknown;
  readonly permissions: object;
  readonly network: boolean;
  readonly visible: readonly boolean[];
  readonly userData: string;
}

describe('hardening of the window', () => {
  it('isolates every page and gives it no Node', async () => {
    const facts = await program.ask<Facts>('facts');
    expect(facts.windows.length).toBeGreaterThan(0);
    for (const { webPreferences } of facts.windows)
      expect(webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
      });
    expect(facts.menu).toBeNull();
    expect(facts.visible).toEqual([true]);
    expect(facts.userData).toBe(join(folder, 'electron'));
  });

  it('denies permissions and the network, and serves a secure scheme', async () => {
    const { permissions, network, schemes } = await program.ask<Facts>('facts');
    expect(permissions).toEqual({ camera: false, check: false, device: false });
    expect(network).toBe(true);
    expect(schemes).toEqual([
      { scheme: 'office', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('gives the screens one frozen function and nothing else', async () => {
    const found = await program.page.evaluate(() => {
      const own = window as unknown as Record<string, unknown> & Bridge;
      const before = own.office;
      try {
        own.office = async () => ({ ok: false }) as never;
      } catch {
        // Assignment to a read-only property throws in strict code.
      }
      return {
        exposed: own['standInExposed'],
        isKept: own.office === before,
        isFrozen: Object.isFrozen(own.office),
        type: typeof own.office,
        node: [typeof own['require'], typeof own['process'], typeof own['ipcRenderer']],
      };
    });
    expect(found).toEqual({
      exposed: ['office'],
      isKept: true,
      isFrozen: true,
      type: 'function',
      node: ['undefined', 'undefined', 'undefined'],
    });
  });

  it('stays on its page: no navigation, no new window, no foreign frame, no foreign request', async () => {
    const { page } = program;
    const before = new URL(page.url()).origin;
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    await page.evaluate(() => void window.open('https://example.org/'));
    await page.waitForTimeout(300);
    expect(new URL(page.url()).origin).toBe(before);
    expect(await page.evaluate(() => document.readyState)).toBe('complete');
    expect(page.context().pages()).toHaveLength(1);
    const fetched = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'fetched',
        () => 'blocked',
      ),
    );
    expect(fetched).toBe('blocked');
  });

  it.each([
    { url: 'https://example.org/', parent: null },
    { url: 'https://app/', parent: null },
    { url: 'office://app.example.org/', parent: null },
    { url: 'office://evil@app/', parent: null },
    { url: 'office://app/print/x', parent: {} },
    { url: 'about:blank', parent: null },
  ])('refuses a call of the sender %o', async (frame) => {
    const answer = await program.ask('invokeAs', frame, 'about', {});
    expect(answer).toMatchObject({ value: { ok: false, error: { code: 'sender-refused' } } });
  });

  it.each([
    ['shell', {}, 'channel-unknown'],
    ['constructor', {}, 'channel-unknown'],
    ['about', { extra: 1 }, 'invalid-input'],
    ['call', { name: 'lists.views', input: {} }, 'invalid-input'],
    ['saveFile', { handle: '../../etc/passwd' }, 'invalid-input'],
    ['saveFile', { handle: crypto.randomUUID() }, 'file-handle-unknown'],
    ['savePdf', { handle: crypto.randomUUID() }, 'file-handle-unknown'],
  ])('refuses the message %s %o', async (channel, payload, code) => {
    expect(await ask(channel, payload)).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    'office://app/../package.json',
    'office://app/%2e%2e/%2e%2e/package.json',
    'office://app/..%2fmain%2felectron.js',
    'office://app/fonts/..%5c..%5cmain%5celectron.js',
    'office://app/print/..%2f..%2foffice.sqlite',
  ])('does not leave its folders: %s', async (url) => {
    expect(await program.ask('request', url)).toMatchObject({ status: 404 });
  });

  it('serves nothing under another host', async () => {
    expect(await program.ask('request', 'office://evil/index.html')).toMatchObject({ status: 403 });
  });

  it('sends the strict policy with its page', async () => {
    const answer = await program.ask('request', 'office://app/');
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-security-policy': expect.stringContaining("default-src 'none'; script") },
    });
  });
});

describe('the program in its window', () => {
  it('says what it is', async () => {
    expect(await ask('about', {})).toMatchObject({
      ok: true,
      data: { host: 'electron', dataFolder: folder, canSavePdf: true },
    });
  });

  it('carries operations, their refusals and progress', async () => {
    expect(await call('lists.saveView', { list: 'a', name: 'Вид', state: {} })).toMatchObject({
      ok: true,
    });
    expect(await call('lists.views', { list: 'a' })).toMatchObject({
      ok: true,
      data: { views: [{ name: 'Вид' }] },
    });
    expect(await call('nothing.here', {})).toMatchObject({
      ok: false,
      error: { code: 'operation-unknown' },
    });
    expect(await ask('cancel', { callId: crypto.randomUUID() })).toMatchObject({ ok: true });
  });

  it('takes files from the dialog and from a drop', async () => {
    const file = join(folder, 'список.csv');
    writeFileSync(file, 'ФИО;Класс\nИванов Иван;5А\n');
    await program.ask('prepare', [{ canceled: false, filePaths: [file] }]);
    const picked = await ask('pickFiles', { extensions: ['csv'], multiple: false });
    expect(picked).toMatchObject({ ok: true, data: [{ name: 'список.csv' }] });
    expect(await ask('pickFiles', { extensions: [], multiple: true })).toMatchObject({ data: [] });
    const dropped = await program.page.evaluate(async () => {
      const name = encodeURIComponent('брошен.csv');
      const headers = { 'X-File-Name': name };
      const answer = await fetch('/api/upload', { method: 'POST', headers, body: 'ФИО' });
      return (await answer.json()) as unknown;
    });
    expect(dropped).toMatchObject({ ok: true, data: { name: 'брошен.csv', size: 6 } });
  });

  it('chooses a folder, or none', async () => {
    await program.ask('prepare', [{ canceled: false, filePaths: [folder] }]);
    expect(await ask('pickFolder', { path: null })).toMatchObject({ data: { path: folder } });
    expect(await ask('pickFolder', { path: folder })).toMatchObject({ ok: true, data: null });
  });

  it('saves a produced file where the user says', async () => {
    const columns = [{ key: 'at', title: 'Когда', kind: 'text' }];
    const input = { operation: 'audit.list', title: 'Журнал', input: {}, columns };
    const { handle } = dataOf<{ handle: string }>(await call('lists.exportTable', input));
    const filePath = join(folder, 'Журнал.xlsx');
    await program.ask('prepare', [{ canceled: false, filePath }]);
    expect(await ask('saveFile', { handle })).toMatchObject({ data: { saved: true } });
    expect(readFileSync(filePath).subarray(0, 2).toString()).toBe('PK');
    expect(await ask('saveFile', { handle })).toMatchObject({ data: { saved: false } });
    expect(await ask('print', { handle })).toMatchObject({ error: { code: 'file-not-printable' } });
  });

  it('prints A4 through the system dialog, one hidden window after another', async () => {
    const handle = await printPage();
    const both = await Promise.all([ask('print', { handle }), ask('print', { handle })]);
    for (const reply of both) expect(reply).toMatchObject({ ok: true, data: { printed: true } });
    const jobs = await program.ask<readonly { options: object; url: string }[]>('prints');
    expect(jobs).toHaveLength(2);
    expect(jobs[0]).toMatchObject({
      url: `office://app/print/${handle}`,
      options: { silent: false, pageSize: 'A4', printBackground: true },
      text: expect.stringMatching(/[А-Я]/u),
    });
    await expect.poll(() => program.page.context().pages().length).toBe(1);
  });

  it('tells a print given up from a printer that failed', async () => {
    const handle = await printPage();
    await program.ask('printNext', [false, 'Print job canceled']);
    expect(await ask('print', { handle })).toMatchObject({ data: { printed: false } });
    await program.ask('printNext', [false, 'Print job failed']);
    expect(await ask('print', { handle })).toMatchObject({ error: { code: 'print-failed' } });
    await program.ask('printNext', [true, '']);
  });

  it('saves a PDF with the fonts of the program in it', async () => {
    const handle = await printPage();
    const filePath = join(folder, 'Форма.pdf');
    await program.ask('prepare', [{ canceled: false, filePath }]);
    expect(await ask('savePdf', { handle })).toMatchObject({ data: { saved: true } });
    const pdf = readFileSync(filePath);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdfPageCount(pdf)).toBeGreaterThan(0);
    expect(pdf.toString('latin1')).toMatch(/\/BaseFont\s*\/\w*\+?Tinos|Liberation|Times/u);
    const [, asked] = (await program.ask<{ kind: string; options: object }[]>('asked')).slice(-2);
    expect(asked).toMatchObject({ options: { defaultPath: expect.stringMatching(/\.pdf$/u) } });
  });

  it('zooms by the keyboard in any layout', async () => {
    const key = { type: 'keyDown', control: true, alt: false, meta: false };
    expect(await program.ask('press', { ...key, code: 'Equal' })).toEqual({
      prevented: true,
      zoom: 0.5,
    });
    expect(await program.ask('press', { ...key, code: 'Digit0' })).toMatchObject({ zoom: 0 });
    expect(await program.ask('press', { ...key, code: 'KeyS' })).toMatchObject({
      prevented: false,
    });
  });
});

describe('the end of the program', () => {
  it('refuses a folder that another program holds, and says who', async () => {
    const { code, errorBox } = await runStandIn(folder);
    expect(code).toBe(1);
    expect(errorBox).toMatch(/Её держит Школьная канцелярия/u);
    await expect(startHttpHost(folder)).rejects.toThrow(/уже открыта/u);
  });

  it('leaves a second start of the same program to the first', async () => {
    expect(await runStandIn(folder, { STAND_IN_SECOND: '1' })).toMatchObject({ errorBox: null });
  });

  it('quits with the database closed, the folder free and nothing borrowed left', async () => {
    expect(await program.quit()).toBe(0);
    const left = readdirSync(folder).filter((name) => /-wal|holder|uploads|outbox/u.test(name));
    expect(left).toEqual([]);
    expect(existsSync(join(folder, 'window.json'))).toBe(true);
    const settings = { folder, program: 'тест', actor: 'тест', writeLog: () => undefined };
    const office = await openRemoteOffice(settings);
    await office.close();
    const log = readFileSync(join(folder, 'logs', 'office.log'), 'utf8');
    expect(log).toMatch(/closed\s*$/u);
    expect(log).not.toMatch(/\[error\]|Иванов/u);
  });
});
