/** The built program over its HTTP host with a real browser page: what a person sits before. */

import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PickedFile } from '../../src-main/contract/host.ts';
import type { Reply } from '../../src-main/contract/operation.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { keptChromium } from './chromium.ts';
import { emptyOffice } from './empty-office.ts';
import type { HttpHost } from './http-host.ts';
import { headersOf, startHttpHost } from './http-host.ts';
import { asJustRead } from './read-version.ts';

export interface HttpOffice {
  readonly page: Page;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly folder: string;
  /** Data of an operation, past the screens; throws the Russian refusal otherwise. */
  call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  /** Gives the program a file as a drop on the window does; the handle goes into operations. */
  upload(path: string): Promise<PickedFile>;
  /**
   * Opens a screen by its address after `#` as a link does, and waits for its answers. Where that
   * screen is open already, or something over it, the page is loaded anew.
   */
  goto(address: string): Promise<void>;
  /** Fails on serious and critical breaches of accessibility, in the light and the dark look. */
  checkAccess(): Promise<void>;
  /** Closes everything; fails on errors of the console, of the page and of its policy. */
  close(): Promise<void>;
}

const watch = (page: Page): readonly string[] => {
  const troubles: string[] = [];
  // Breaches of the content policy are errors of the console as well.
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`));
  return troubles;
};

const size = { width: 1280, height: 800 };

/** A page at one address: the browser keeps its process and the compiled screens from file to file. */
interface Seat {
  readonly page: Page;
  port: string;
}

let free: Seat | null = null;

const takeSeat = async (): Promise<Seat> => {
  const browser = await keptChromium();
  const seat = free;
  free = null;
  if (seat?.page.context().browser() === browser && !seat.page.isClosed()) return seat;
  const locale = 'ru-RU';
  const context = await browser.newContext({ viewport: size, locale, reducedMotion: 'reduce' });
  return { page: await context.newPage(), port: '0' };
};

/** Gives the page back as a new one would be; it waits on an empty page of the same address. */
const leaveSeat = async (seat: Seat, origin: string): Promise<void> => {
  const { page } = seat;
  for (const event of ['console', 'pageerror', 'request', 'requestfinished', 'requestfailed'])
    page.removeAllListeners(event);
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(`${origin}/none`);
  await page.context().clearCookies();
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  seat.port = new URL(origin).port;
  free = seat;
};

/** At the page's address; another program may have got the port meanwhile. */
const startHost = async (folder: string, { port }: Seat): Promise<HttpHost> => {
  try {
    return await startHttpHost(folder, { port });
  } catch (error) {
    if (port === '0') throw error;
    return startHttpHost(folder);
  }
};

const replyOf = (body: string): Reply => {
  const line = body.trim().split('\n').at(-1) ?? '';
  const message = JSON.parse(line) as Reply | { readonly reply: Reply };
  return 'reply' in message ? message.reply : message;
};

const dataOf = (reply: Reply): unknown => {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.data;
};

/**
 * What axe finds, by some of its rules or by all. It is put into a document once and answers with
 * breaches only: the rest of its report costs more than the look. A previewed sheet runs no
 * scripts, axe's own included; it is paper, not a screen.
 */
const violationsOn = async (
  page: Page,
  rules: readonly string[] | null,
): Promise<readonly axe.Result[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (some) => {
    const { axe: own } = window as unknown as { readonly axe: typeof axe };
    const runOnly = some && { type: 'rule' as const, values: [...some] };
    const { violations } = await own.run(
      { exclude: [['iframe']] },
      { resultTypes: ['violations'], preload: false, ...(runOnly && { runOnly }) },
    );
    return violations;
  }, rules);
};

const checkLook = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  // Transitions begin with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  // Colours on their way from one look to the other are nobody's.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  // The dark look has the same elements in other colours.
  const violations = await violationsOn(page, colorScheme === 'dark' ? ['color-contrast'] : null);
  const bad = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(bad).toEqual([]);
};

/**
 * Presses keys until what they open is there: a screen that is just being drawn hears no keys for
 * some milliseconds, which a person never meets and a busy machine does.
 */
export const pressFor = async (page: Page, keys: string, opened: Locator): Promise<void> => {
  for (let tries = 0; tries < 5; tries += 1) {
    await page.keyboard.press(keys);
    const isThere = await opened.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await opened.waitFor();
};

/**
 * Opens an address of the program from a fresh load, in the same document and process: from another
 * page the browser starts a new one, which costs as much again.
 */
export const loadAnew = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((url) => history.replaceState(null, '', url), address);
  await page.reload();
};

const screenOf = (address: string): string | undefined => address.split('?')[0];

/** Whether the program would ask before it leaves the screen, or has something open over it. */
const holds = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      !window.dispatchEvent(new Event('beforeunload', { cancelable: true })) ||
      document.querySelector('[role="dialog"]') !== null,
  );

/** How a page is led from screen to screen. */
const walkOn = (page: Page, origin: string) => {
  let asked = 0;
  page.on('request', () => void (asked += 1));
  page.on('requestfinished', () => void (asked -= 1));
  page.on('requestfailed', () => void (asked -= 1));
  /** A screen shows what it had in memory until it is answered. */
  const answered = async (): Promise<void> => {
    for (let quiet = 0; quiet < 2; quiet = asked > 0 ? 0 : quiet + 1)
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => setTimeout(resolve));
          }),
      );
  };
  return async (address: string): Promise<void> => {
    const target = `${origin}/#${address}`;
    if (screenOf(page.url()) === screenOf(target) || (await holds(page))) {
      await loadAnew(page, target);
      return;
    }
    await page.goto(target);
    await answered();
  };
};

/**
 * Starts the built program on an empty folder, or on the given one, and opens it in a browser of
 * 1280×800.
 */
export const openHttpOffice = async (kept?: string): Promise<HttpOffice> => {
  const folder = kept ?? (await emptyOffice());
  const seat = await takeSeat();
  const host = await startHost(folder, seat);
  const { page } = seat;
  const context = page.context();
  const troubles = watch(page);
  const { origin } = host;
  await page.goto(host.address);
  await page.waitForURL(`${origin}/`);
  const headers = await headersOf(page);
  const send = async (name: string, input: unknown): Promise<Reply> => {
    const data = { callId: crypto.randomUUID(), name, input };
    const response = await context.request.post(`${origin}/api/call`, { data, headers });
    return replyOf(await response.text());
  };
  return {
    page,
    origin,
    folder,
    async call(name, input) {
      return dataOf(await send(name, await asJustRead(send, name, input))) as never;
    },
    async upload(path) {
      const response = await context.request.post(`${origin}/api/upload`, {
        data: await readFile(path),
        headers: {
          ...headers,
          'Content-Type': 'application/octet-stream',
          'X-File-Name': encodeURIComponent(basename(path)),
        },
      });
      return dataOf(replyOf(await response.text())) as PickedFile;
    },
    goto: walkOn(page, origin),
    async checkAccess() {
      await checkLook(page, 'dark');
      await checkLook(page, 'light');
    },
    async close() {
      await leaveSeat(seat, origin);
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
      expect(troubles).toEqual([]);
    },
  };
};
