import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { longLimit, startNode } from '../child.ts';

const main = fileURLToPath(new URL('../../../out/main/electron.js', import.meta.url));
const register = new URL('./register.ts', import.meta.url).href;

export interface StandIn {
  /** The program's window; the whole Playwright API works on it. */
  readonly page: Page;
  /** Asks the stand-in in the program's process (see `driver.ts`). */
  ask<T = unknown>(name: string, ...args: readonly unknown[]): Promise<T>;
  /** Quits as Ctrl+Q does; gives the exit code. */
  quit(): Promise<number | null>;
  /** The exit code once the program has ended by itself. */
  readonly exited: Promise<number | null>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export interface Failed {
  readonly code: number | null;
  readonly errorBox: string | null;
  readonly output: string;
}

interface Started {
  readonly child: ChildProcess;
  readonly failed: Promise<Failed>;
  readonly exited: Promise<number | null>;
}

const spawnMain = (folder: string, env: NodeJS.ProcessEnv): Started => {
  const child = startNode(['--import', register, main, '--data', folder], {
    limit: longLimit,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let errorBox: string | null = null;
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.on('message', (message: { errorBox?: string }) => {
    errorBox = message.errorBox ?? errorBox;
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return { child, exited, failed: exited.then((code) => ({ code, errorBox, output })) };
};

const connect = async (port: number, isOver: () => boolean): Promise<Browser> => {
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (isOver()) throw error;
      await wait(100);
    }
  }
};

const firstPage = async (browser: Browser, isOver: () => boolean): Promise<Page> => {
  while (!isOver()) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url().startsWith('https://office-app.invalid/'));
    if (page) return page;
    await wait(50);
  }
  throw new Error('The window never opened');
};

const asker = (child: ChildProcess): StandIn['ask'] => {
  let lastId = 0;
  return <T>(name: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      const listen = (message: { id?: number; value?: T; error?: string }): void => {
        if (message.id !== id) return;
        child.off('message', listen);
        if (message.error === undefined) resolve(message.value as T);
        else reject(new Error(message.error));
      };
      child.on('message', listen);
      child.send({ id, name, args });
    });
};

/** Runs the built Electron main and preload on a data folder and waits for the window. */
export const startStandIn = async (folder: string): Promise<StandIn> => {
  const port = await freePort();
  const { child, exited, failed } = spawnMain(folder, { STAND_IN_CDP_PORT: `${port}` });
  let over: Failed | null = null;
  void failed.then((result) => (over = result));
  const isOver = (): boolean => over !== null;
  try {
    const browser = await connect(port, isOver);
    const page = await firstPage(browser, isOver);
    await page.waitForLoadState('load');
    const ask = asker(child);
    const quit = async (): Promise<number | null> => {
      await browser.close();
      child.send({ id: 0, name: 'quit', args: [] });
      return exited;
    };
    return { page, ask, quit, exited };
  } catch (error) {
    child.kill();
    throw new Error(`The stand-in did not start: ${JSON.stringify(await failed)}`, {
      cause: error,
    });
  }
};

/** Runs the built main where it is expected to end without a window. */
export const runStandIn = (folder: string, env: NodeJS.ProcessEnv = {}): Promise<Failed> =>
  spawnMain(folder, env).failed;
