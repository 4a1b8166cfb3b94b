import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenCalls } from '../../support/stand-in/screen-calls.ts';
import type { Bridge } from '../../support/stand-in/screen-calls.ts';
import { startStandIn } from '../../support/stand-in/start.ts';
import type { StandIn } from '../../support/stand-in/start.ts';

/** What the built bundles forbid; the stand-in asks their own handlers. */
let folder = '';
let program: StandIn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  program = await startStandIn(folder);
});
afterAll(async () => {
  await program.quit();
  rmSync(folder, { recursive: true, force: true });
});

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
    // The window shows itself once its first page is drawn.
    const visible = async () => (await program.ask<Facts>('facts')).visible;
    await expect.poll(visible).toEqual([true]);
    expect(facts.userData).toBe(join(folder, 'electron'));
  });

  it('denies permissions but copying, and the network; serves a secure scheme', async () => {
    const { permissions, network, schemes } = await program.ask<Facts>('facts');
    expect(permissions).toEqual({
      camera: false,
      check: false,
      device: false,
      reading: false,
      copying: true,
      strangerCopying: false,
    });
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
    // Time to go wrong; a refused window may take longer to be gone on a busy machine.
    await page.waitForTimeout(300);
    await expect.poll(() => page.context().pages().length).toBe(1);
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
    expect(new URL(page.url()).origin).toBe(before);
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
    expect(await screenCalls(program.page).ask(channel, payload)).toMatchObject({
      ok: false,
      error: { code },
    });
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
