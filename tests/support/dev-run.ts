/** `npm run dev` on a copy of the tree, which may be edited: what a developer sees. */

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Reply } from '../../src-main/contract/operation.ts';
import { longLimit, startChild } from './child.ts';
import { headersOf } from './http-host.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a run needs of the tree; packages are found in the folders above the copy. */
const copied = ['src-main', 'src-renderer', 'scripts', 'package.json', 'tsconfig.json'];

export interface DevRun {
  /** The printed address: its key works once. */
  readonly address: string;
  /** What was printed so far. */
  output(): string;
  /** Replaces a text in a file of the copy; fails where the text does not stand. */
  edit(path: string, from: string, to: string): void;
  /** The file of the screens' strings that holds a text as it stands on the screen. */
  stringsWith(text: string): string;
  /** Ends the run and removes the copy. */
  stop(): Promise<void>;
}

const copyTree = (): string => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(join(root, '.cache', 'dev-'));
  for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
  return copy;
};

/** Waits until the run prints a match; throws all it printed when it ends without one. */
const printed = async (
  child: ChildProcess,
  output: () => string,
  pattern: RegExp,
): Promise<string> => {
  while (child.exitCode === null && child.signalCode === null) {
    const [found] = pattern.exec(output()) ?? [];
    if (found !== undefined) return found;
    await setTimeout(20);
  }
  throw new Error(output());
};

/** Copies the tree and starts `npm run dev` in it. */
export const startDev = async (words: readonly string[] = []): Promise<DevRun> => {
  const copy = copyTree();
  const child = startChild('npm', ['run', 'dev', '--', '--browser', ...words], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
    limit: longLimit,
  });
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  const closed = once(child, 'close');
  const stop = async (): Promise<void> => {
    // To the whole group, as Ctrl+C in a terminal: npm alone would leave the program running.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    // A loaded machine may miss it in the middle of a build: the test does not wait for ever.
    const late = globalThis.setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 30_000);
    await closed;
    clearTimeout(late);
    rmSync(copy, { recursive: true, force: true });
  };
  const file = (path: string): string => join(copy, path);
  const strings = join('src-renderer', 'strings');
  return {
    address: await printed(child, () => text, /http:\S+\?key=\S+/u),
    output: () => text,
    edit(path, from, to) {
      const before = readFileSync(file(path), 'utf8');
      if (!before.includes(from)) throw new Error(`${path} has no «${from}»`);
      writeFileSync(file(path), before.replace(from, to));
    },
    stringsWith(shown) {
      const found = readdirSync(file(strings)).find((name) =>
        readFileSync(file(join(strings, name)), 'utf8').includes(`'${shown}'`),
      );
      if (found === undefined) throw new Error(`no strings say «${shown}»`);
      return join(strings, found);
    },
    stop,
  };
};

/** What the core answers now, asked as the page asks. */
export const answerOf = async (page: Page, name: string, input: object): Promise<Reply> => {
  const headers = await headersOf(page);
  const asked = { callId: crypto.randomUUID(), name, input };
  const answer = await page.request.post(`${headers['origin']}/api/call`, { headers, data: asked });
  const line = (await answer.text()).trim().split('\n').at(-1) ?? '';
  return (JSON.parse(line) as { readonly reply: Reply }).reply;
};
