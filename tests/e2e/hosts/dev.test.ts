import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptChromium } from '../../support/chromium.ts';
import type { DevRun } from '../../support/dev-run.ts';
import { answerOf, startDev } from '../../support/dev-run.ts';

/** A developer's run, on a copy of the tree: edits are seen without a build and a new sign-in. */

let run: DevRun;
let page: Page;
const complaints: string[] = [];

const handlers = 'src-main/features/home/handlers.ts';
const heading = () => page.locator('main h1');
const overview = async () => {
  const reply = await answerOf(page, 'home.overview', {});
  return reply.ok ? (reply.data as { readonly today: string }).today : reply.error.code;
};

beforeAll(async () => {
  run = await startDev();
  page = await (await keptChromium()).newPage({ locale: 'ru-RU' });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(run.address);
  await page.locator('nav a').first().waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await page.close();
  await run.stop();
});

it('shows a changed string in the page that is open', async () => {
  await page.goto(`${new URL(run.address).origin}/#/settings`);
  const title = await heading().innerText();
  expect(complaints).toEqual([]);
  run.edit(run.stringsWith(title), `'${title}'`, `'${title}!'`);
  await expect.poll(() => heading().innerText()).toBe(`${title}!`);
});

it('answers by a changed handler', async () => {
  const from = 'overview(context),';
  const to = "overview(context).then((answer) => ({ ...answer, today: '2001-02-03' })),";
  run.edit(handlers, from, to);
  await expect.poll(overview, { timeout: 20_000 }).toBe('2001-02-03');
});

it('names the line of a mistake, and goes on when it is mended', async () => {
  run.edit(handlers, 'export const homeHandlers', 'throw new Error();\nexport const homeHandlers');
  await expect.poll(overview, { timeout: 20_000 }).toBe('core-stopped');
  await expect.poll(run.output).toMatch(/handlers\.ts:\d+:\d+/u);
  run.edit(handlers, 'throw new Error();\n', '');
  await expect.poll(overview, { timeout: 20_000 }).toBe('2001-02-03');
});

it('lets nobody else in', async () => {
  const { origin } = new URL(run.address);
  const paths = ['/', '/dev/main.tsx', '/dev/@vite/client', '/api/about'];
  const answers = await Promise.all(paths.map((path) => fetch(`${origin}${path}`)));
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});
