/**
 * From starting the HTTP host to a usable home screen over a demo school, beside an empty page of
 * the same host. The browser is already open: a secretary's usually is.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNow } from '../tests/support/child.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { startHttpHost } from '../tests/support/http-host.ts';
import { once, side } from './support/measure.ts';
import { cacheFolder } from './support/office.ts';

const out = (path: string): string => fileURLToPath(new URL(`../out/${path}`, import.meta.url));
const folder = join(cacheFolder(), 'http-start');
const emptyPage = out('renderer/bench-empty.html');

if (!existsSync(join(folder, 'office.sqlite')))
  runNow(process.execPath, [out('main/cli.js'), 'demo', '--data', folder], { stdio: 'ignore' });
writeFileSync(
  emptyPage,
  '<!doctype html><html lang="ru"><title>Пусто</title><h1>Главная</h1></html>',
);

const browser = await launchChromium();
const page = await browser.newPage();
let stop = async (): Promise<unknown> => undefined;
await once(async () => {
  const host = await startHttpHost(folder);
  stop = () => host.stop();
  // The entry is part of the start; the empty page has nowhere to go on to.
  if (side() === 'baseline') await page.context().request.get(host.address);
  await page.goto(side() === 'baseline' ? `${host.origin}/bench-empty.html` : host.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (side() === 'subject') await page.getByRole('table').first().waitFor();
});
await browser.close();
await stop();
rmSync(emptyPage, { force: true });
