/**
 * `npm run pictures -- FOLDER [--all]`: screenshots of every screen with a demo school in it.
 * Without --all: 1280×800, light, for the guide. With it: both sizes, light and dark, to look at.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { runNow } from '../tests/support/child.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { startHttpHost } from '../tests/support/http-host.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { scenes } from './picture-scenes.ts';

const [target = 'docs/pictures', ...flags] = process.argv.slice(2);
const looks = flags.includes('--all')
  ? [
      { width: 1366, height: 768, scheme: 'light' },
      { width: 1366, height: 768, scheme: 'dark' },
      { width: 1024, height: 768, scheme: 'light' },
      { width: 1024, height: 768, scheme: 'dark' },
    ]
  : [{ width: 1280, height: 800, scheme: 'light' }];
const only = flags
  .find((flag) => flag.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

ensureBuilt({ say: console.log });
const cli = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'school-office-pictures-'));
const demo = runNow(process.execPath, [cli, 'demo', '--data', folder], { stdio: 'inherit' });
if (demo.status !== 0) process.exit(1);
mkdirSync(target, { recursive: true });

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
  await page.locator('main h1, main h2').first().waitFor({ timeout: 20_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(400);
};

/** Where a school keeps its data; the folder of this demo is nobody's business. */
const shownFolder = String.raw`C:\Школьная канцелярия`;

/** Shows the neutral folder instead of the real one; refuses a picture that would tell it. */
const hideFolder = async (page: Page): Promise<void> => {
  await page.evaluate(
    ([real, shown]) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        if (text.data.includes(real)) text.data = text.data.replaceAll(real, shown);
      }
      for (const input of document.querySelectorAll('input'))
        if (input.value.includes(real)) input.value = input.value.replaceAll(real, shown);
    },
    [folder, shownFolder] as const,
  );
  const told = await page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join('\n'),
  );
  if (told.includes(tmpdir())) throw new Error(`a temporary folder is on screen: ${page.url()}`);
};

const host = await startHttpHost(folder);
const browser = await launchChromium();
try {
  const context = await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(host.address);
  await page.waitForURL(`${host.origin}/`);
  for (const { width, height, scheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });
    for (const scene of scenes.filter(
      ({ name }) => !only || only.some((part) => name.includes(part)),
    )) {
      await page.goto('about:blank');
      await page.goto(`${host.origin}/#${scene.address}`);
      await settle(page);
      await scene.act?.(page);
      await settle(page);
      await hideFolder(page);
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
