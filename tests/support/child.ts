import type {
  ChildProcess,
  SpawnOptions,
  SpawnSyncOptions,
  SpawnSyncReturns,
} from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * The only way in which tests, bench and pictures start a process. Each has a time limit, after
 * which it is killed with its whole group, and ends with the test that started it: at the end of
 * that test (or of the file, when its `beforeAll` started it), at the exit of the worker, and,
 * by `end-with-parent.mjs`, when the worker itself is killed.
 */

export interface ChildOptions extends SpawnOptions {
  /** Milliseconds the process may live. */
  readonly limit?: number;
}

/** A program that does one thing and ends. */
const shortLimit = 120_000;
/** A host that serves a whole file of tests, a round of the bench or all pictures. */
export const longLimit = 1_200_000;

const alive = new Set<ChildProcess>();
let ofTest: Set<ChildProcess> | null = null;

const watcher = new URL('./end-with-parent.mjs', import.meta.url).href;
const hasGroups = process.platform !== 'win32';

const killGroup = (child: ChildProcess): void => {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group has ended already
  }
};

const endAll = (children: Iterable<ChildProcess>): void => [...children].forEach(killGroup);

process.once('exit', () => endAll(alive));

/** Told by `setup.ts`: processes started from here on belong to the test that begins. */
export const testBegins = (): void => void (ofTest = new Set());

export const testEnds = (): void => {
  endAll(ofTest ?? []);
  ofTest = null;
};

export const fileEnds = (): void => endAll(alive);

/** Bundles are compiled once for all the processes that run them. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

const watched = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  // Not in the bench: a user starts the program without it.
  ...(process.env['VITEST'] && { NODE_COMPILE_CACHE: compiled }),
  TEST_STARTER: `${process.pid}`,
  NODE_OPTIONS: [env['NODE_OPTIONS'], `--import=${watcher}`].filter(Boolean).join(' '),
});

/** Starts a program; it is killed after its time limit and with the test. */
export const startChild = (
  program: string,
  words: readonly string[],
  { limit = shortLimit, env = process.env, ...options }: ChildOptions = {},
): ChildProcess => {
  const child = spawn(program, words, { ...options, env: watched(env), detached: hasGroups });
  const mine = ofTest;
  alive.add(child);
  mine?.add(child);
  const timer = setTimeout(() => {
    console.error(`killed after ${limit} ms: ${program} ${words.join(' ')}`);
    killGroup(child);
  }, limit);
  timer.unref();
  child.once('close', () => {
    clearTimeout(timer);
    alive.delete(child);
    mine?.delete(child);
  });
  child.once('error', () => clearTimeout(timer));
  return child;
};

/** Starts a script with the Node that runs the tests. */
export const startNode = (words: readonly string[], options?: ChildOptions): ChildProcess =>
  startChild(process.execPath, words, options);

/** Runs a program while everything waits for it; throws when it passes its time limit. */
export const runNow = (
  program: string,
  words: readonly string[],
  { limit = shortLimit, ...options }: SpawnSyncOptions & { readonly limit?: number } = {},
): SpawnSyncReturns<string> => {
  const done = spawnSync(program, words, {
    maxBuffer: 1 << 26,
    ...options,
    encoding: 'utf8',
    env: watched(process.env),
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  if (done.error) throw done.error;
  return done;
};

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Gathers what a process prints until it ends; rejects when it cannot be started. */
export const ended = async (child: ChildProcess): Promise<Ended> => {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => void (out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => void (err += chunk));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err };
};

/** Runs a program to its end; anything but exit code 0 is an error that tells what was printed. */
export const runChild = async (
  program: string,
  words: readonly string[],
  options?: ChildOptions,
): Promise<string> => {
  const { code, signal, out, err } = await ended(startChild(program, words, options));
  if (code === 0) return out;
  throw new Error(`${program} ${words.join(' ')}: ${signal ?? code}\n${out}${err}`);
};

/** Waits until a process prints a line; rejects when it ends without it. */
export const saysLine = (child: ChildProcess, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.split('\n').includes(line)) resolve();
    });
    child.once('close', (code, signal) =>
      reject(new Error(`ended (${signal ?? code}) without «${line}»: ${text}`)),
    );
  });
