/**
 * `npm run dev:times`: a developer's run with a demo school on a copy of the tree, driven by a
 * real browser. Prints how soon a changed string is seen and a changed handler answers.
 */
import { loadavg } from 'node:os';
import { launchChromium } from '../tests/support/chromium.ts';
import { answerOf, startDev } from '../tests/support/dev-run.ts';

const rounds = 5;
const pollMs = 20;
/** Longest wait for one change; a run that needs more is broken. */
const patienceMs = 30_000;

const until = async (isSo: () => Promise<boolean>): Promise<number> => {
  const started = performance.now();
  while (!(await isSo())) {
    if (performance.now() - started > patienceMs) throw new Error('not seen');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return performance.now() - started;
};

const print = (name: string, times: readonly number[]): void => {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  console.log(`| ${name} | ${sorted[Math.floor(sorted.length / 2)]} | ${least}–${most} |`);
};

const started = performance.now();
const run = await startDev(['--demo']);
const up = performance.now() - started;
const browser = await launchChromium();
try {
  const page = await browser.newPage({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } });
  const opened = performance.now();
  await page.goto(run.address);
  const heading = page.locator('main h1');
  await heading.waitFor({ timeout: 60_000 });
  const first = performance.now() - opened;

  await page.goto(`${new URL(run.address).origin}/#/settings`);
  const title = await heading.innerText();
  const strings = run.stringsWith(title);
  const seen: number[] = [];
  let shown = title;
  for (let round = 1; round <= rounds; round += 1) {
    run.edit(strings, `'${shown}'`, `'${title} ${round}'`);
    shown = `${title} ${round}`;
    seen.push(await until(async () => (await heading.innerText()) === shown));
  }

  const handlers = 'src-main/features/home/handlers.ts';
  const answered: number[] = [];
  const back: number[] = [];
  let stands = 'overview(context),';
  for (let round = 1; round <= rounds; round += 1) {
    const today = `2001-01-0${round}`;
    const to = `overview(context).then((answer) => ({ ...answer, today: '${today}' })),`;
    const reloaded = page.waitForEvent('load');
    const edited = performance.now();
    run.edit(handlers, stands, to);
    stands = to;
    answered.push(
      await until(async () => {
        const reply = await answerOf(page, 'home.overview', {});
        return reply.ok && (reply.data as { today: string }).today === today;
      }),
    );
    await reloaded;
    await heading.waitFor();
    back.push(performance.now() - edited);
  }

  console.log(`| ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)} | median ms | range |`);
  console.log('|---|---:|---|');
  print('`npm run dev -- --demo` to its address', [up]);
  print('the first page, nothing prepared', [first]);
  print('a changed string seen in the page', seen);
  print('a changed handler answers', answered);
  print('and the page stands again', back);
} finally {
  await browser.close();
  await run.stop();
}
