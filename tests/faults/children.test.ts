import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { textFiles } from '../architecture/outside.ts';
import { ended, runChild, runNow, saysLine, startChild, startNode } from '../support/child.ts';

/** A process that a test starts has a time limit and dies with the test, its own children too. */

const sleeper = ['-e', 'setInterval(() => {}, 1000)'];

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const goes = (pid: number) => expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);

/** The first number a process prints. */
const printedPid = async (child: ChildProcess): Promise<number> => {
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return Number(chunk.toString());
};

const module = JSON.stringify(new URL('../support/child.ts', import.meta.url).href);
/** Starts a sleeper of its own, prints its id and sleeps on. */
const parent = [
  '--no-warnings',
  '--input-type=module',
  '-e',
  `import { startNode } from ${module};
   console.log(startNode(${JSON.stringify(sleeper)}).pid); setInterval(() => {}, 1000);`,
];

test('after its time limit it is killed, with what it started', async () => {
  const script = `const { spawn } = require('node:child_process');
    console.log(spawn('sleep', ['600']).pid); setInterval(() => {}, 1000)`;
  const child = startNode(['-e', script], { limit: 3000 });
  const [pid, { signal }] = await Promise.all([printedPid(child), ended(child)]);
  expect(signal).toBe('SIGKILL');
  await goes(pid);
  await expect(runChild(process.execPath, sleeper, { limit: 300 })).rejects.toThrow('SIGKILL');
  expect(() => runNow(process.execPath, sleeper, { limit: 300 })).toThrow('ETIMEDOUT');
});

test('killed with SIGKILL, its starter takes it along', async () => {
  const starter = startNode(parent);
  const pid = await printedPid(starter);
  expect(isAlive(pid)).toBe(true);
  starter.kill('SIGKILL');
  await goes(pid);
});

test('a word that never comes is told at once, not waited for', async () => {
  const child = startNode(['-e', 'console.log("commit")']);
  await saysLine(child, 'commit');
  await expect(saysLine(startNode(['-e', '']), 'commit')).rejects.toThrow('without «commit»');
  await expect(runChild('no-such-program', [])).rejects.toThrow('ENOENT');
});

let left = 0;
test('a test that leaves a process behind …', async () => {
  const child = startChild('sleep', ['600']);
  left = child.pid ?? 0;
  expect(isAlive(left)).toBe(true);
});
test('… finds it gone in the next one', async () => {
  await goes(left);
});

test('no test, figure or picture starts a process any other way', () => {
  // What a person starts, the program, its build and the tests themselves, is written in plain .mjs,
  // and a developer's run in scripts/dev/.
  const others = textFiles()
    .filter(({ path }) => /^(?:tests|bench|scripts\/(?!dev\/)).*\.ts$/u.test(path))
    .filter(({ text }) => /^import (?!type )[^;]*['"](?:node:)?child_process['"]/mu.test(text))
    .map(({ path }) => path);
  expect(others).toEqual(['tests/support/child.ts']);
});
