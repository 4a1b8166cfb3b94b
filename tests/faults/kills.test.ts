import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createRandom } from '../../src-main/app/demo/random.ts';
import { checkFile } from '../../src-main/database/health.ts';
import { saysLine, startNode } from '../support/child.ts';
import { runTask, type KillTask } from '../support/kill-task.ts';
import { openTestOffice } from '../support/office.ts';
import { jobs, type Job } from './kills/jobs.ts';
import { filesBelow, sceneIn, tablesOf, type Scene, type Side } from './kills/scene.ts';

/**
 * `kill -9` at random moments of six commands: everything is as before or as after, the database
 * whole, and nothing is left behind. KILLS: how many in all; KILLS_SEED repeats the moments.
 */

const kills = Math.ceil(Number(process.env['KILLS'] ?? 30) / jobs.length);
const seed = Number(process.env['KILLS_SEED'] ?? Date.now() % 1_000_000);
const random = createRandom(seed);
/** Late enough for the next start to take what the killed one left for dead. */
const dayAfterTomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

const script = fileURLToPath(new URL('../support/kill-child.ts', import.meta.url));

const taskOf = (job: Job, scene: Scene): KillTask => ({
  folder: scene.data,
  today: job.today,
  ...job.command(scene),
});

interface Child {
  readonly ready: Promise<void>;
  readonly done: Promise<void>;
  isDone(): boolean;
  go(): void;
  kill(): Promise<void>;
}

/** A process that says «ready» before the decisive step, waits for «go» and says «done». */
const start = (task: KillTask): Child => {
  const child = startNode(['--no-warnings', script, JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'school-office-compile-cache') },
  });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  const said = (word: string) => {
    const saying = saysLine(child, word);
    saying.catch(() => undefined); // a killed child says nothing; whoever waits for the word is told
    return saying;
  };
  const done = said('done');
  let isDone = false;
  done.then(
    () => (isDone = true),
    () => undefined,
  );
  return {
    ready: said('ready'),
    done,
    isDone: () => isDone,
    go: () => void child.stdin?.write('go\n'),
    async kill() {
      child.kill('SIGKILL');
      const [code, signal] = await exit;
      expect(code === 0 || signal === 'SIGKILL').toBe(true);
    },
  };
};

/** Runs the command to its end and gives the milliseconds of the decisive step. */
const runWhole = async (task: KillTask): Promise<number> => {
  const child = start(task);
  await child.ready;
  const started = performance.now();
  child.go();
  await child.done;
  const ms = performance.now() - started;
  await child.kill();
  return ms;
};

/** The next start of the program: it opens the folder, checks it in full and clears it up. */
const startAgain = async ({ data }: Scene): Promise<void> => {
  const office = await openTestOffice({ folder: data, today: dayAfterTomorrow });
  await office.close();
  expect(office.bugs).toEqual([]);
};

const told = (job: Job, scene: Scene) => ({
  ...tablesOf(join(scene.data, 'office.sqlite')),
  ...job.tells?.(scene),
});

interface Known {
  readonly base: Scene;
  readonly whole: Scene;
  readonly before: object;
  readonly after: object;
  /** All that may lie in the data folder. */
  readonly files: ReadonlySet<string>;
  readonly ms: number;
}

const copyOf = (root: string, name: string): Scene => {
  cpSync(join(root, 'base'), join(root, name), { recursive: true });
  return sceneIn(join(root, name));
};

/** Prepares the folder of a job and looks how it is before the command and after it. */
const learn = async (job: Job, root: string): Promise<Known> => {
  const base = sceneIn(join(root, 'base'));
  mkdirSync(join(root, 'base'));
  await job.prepare(base);
  const [untouched, whole] = [copyOf(root, 'untouched'), copyOf(root, 'whole')];
  const ms = await runWhole(taskOf(job, whole));
  for (const scene of [untouched, whole]) await startAgain(scene);
  const files = new Set([...filesBelow(untouched.data), ...filesBelow(whole.data)]);
  const [before, after] = [told(job, untouched), told(job, whole)];
  expect(before).not.toEqual(after);
  return { base, whole, before, after, files, ms };
};

/**
 * The first kill falls on the beginning, the last one after the end, the others anywhere.
 * @returns the time within which the next one falls: by what a busy machine needs now, so that
 *   about every fifth kill comes just after the end
 */
const killAtMoment = async (child: Child, n: number, within: number): Promise<number> => {
  await child.ready;
  child.go();
  if (n === kills - 1) await child.done;
  else if (n > 0) await setTimeout(random.below(Math.ceil(within)));
  const next = within * (child.isDone() ? 0.9 : 1.03);
  await child.kill();
  return n === 0 ? within : next;
};

/** What the next start of the program finds. */
const sideOf = async (job: Job, scene: Scene, known: Known): Promise<Side> => {
  expect(checkFile(join(scene.data, 'office.sqlite'), 'full')).toEqual([]);
  await startAgain(scene);
  const found = told(job, scene);
  const side = Object.entries(found).every(
    ([key, value]) => Reflect.get(known.after, key) === value,
  )
    ? 'after'
    : 'before';
  expect(found).toEqual(known[side]);
  await job.check?.(scene, { ...known, side });
  expect(filesBelow(scene.data).filter((name) => !known.files.has(name))).toEqual([]);
  if (job.mends) {
    await runTask(taskOf(job, scene));
    expect(filesBelow(scene.out)).toEqual(filesBelow(known.whole.out));
    expect(told(job, scene)).toEqual(known.after);
  }
  return side;
};

const lines: string[] = [];
afterAll(() => {
  const head = ['job', 'kills', 'before', 'after', ''].map((text) => text.padEnd(8)).join('');
  console.log([`seed ${seed}`, head, ...lines].join('\n'));
});

test.each(jobs)('kill -9 during $name', { timeout: 1_800_000 }, async (job) => {
  const root = mkdtempSync(join(tmpdir(), 'school-office-kill-'));
  try {
    const known = await learn(job, root);
    const sides: Side[] = [];
    const prepared = (n: number) => {
      const scene = copyOf(root, `${n}`);
      return { scene, child: start(taskOf(job, scene)) };
    };
    // The next two get ready while this one's folder is looked at.
    const waiting = [prepared(0), ...(kills > 1 ? [prepared(1)] : [])];
    let within = known.ms;
    for (let n = 0; n < kills; n += 1) {
      const { scene, child } = waiting.shift() ?? prepared(n);
      within = await killAtMoment(child, n, within);
      if (n + 2 < kills) waiting.push(prepared(n + 2));
      sides.push(await sideOf(job, scene, known));
      rmSync(join(root, `${n}`), { recursive: true });
    }
    const after = sides.filter((side) => side === 'after').length;
    const figures = [job.name, kills, kills - after, after];
    lines.push(`${figures.map((item) => `${item}`.padEnd(8)).join('')}integrity ok`);
    // The moments must really fall on both sides, or the test proves nothing.
    if (kills >= 20) expect([after > 0, after < kills]).toEqual([true, true]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
