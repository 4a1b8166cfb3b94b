/**
 * `npm run pictures -- FOLDER [--all]`: screenshots of every screen with a demo school in it.
 * Without --all: 1280×800, light, for the guide. With it: both sizes, light and dark, to look at.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../tests/support/chromium.ts';
import { startHttpHost } from '../tests/support/http-host.ts';
import { scenes } from './picture-scenes.ts';

const [target = 'docs/pictures', ...flags] = process.argv.slice(2);
const looks = flags.includes('--all')
  ? [
      { width: 1280, height: 800, scheme: 'light' },
      { width: 1280, height: 800, scheme: 'dark' },
      { width: 1024, height: 768, scheme: 'light' },
      { width: 1024, height: 768, scheme: 'dark' },
    ]
  : [{ width: 1280, height: 800, scheme: 'light' }];
const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length);

const cli = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'school-office-pictures-'));
const demo = spawnSync(process.execPath, [cli, 'demo', '--data', folder], { stdio: 'inherit' });
if (demo.status !== 0) process.exit(1);
mkdirSync(target, { recursive: true });

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
  await page.locator('main h1, main h2').first().waitFor({ timeout: 20_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(400);
};

const host = await startHttpHost(folder);
const browser = await launchChromium();
try {
  const context = await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(host.address);
  for (const { width, height, scheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });
    for (const scene of scenes.filter(({ name }) => !only || name.includes(only))) {
      await page.goto('about:blank');
      await page.goto(`${host.origin}/#${scene.address}`);
      await settle(page);
      await scene.act?.(page);
      await settle(page);
      const suffix = looks.length === 1 ? '' : `-${width}-${scheme}`;
      await page.screenshot({ path: join(target, `${scene.name}${suffix}.png`) });
      console.log(scene.name + suffix);
    }
  }
} finally {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}
