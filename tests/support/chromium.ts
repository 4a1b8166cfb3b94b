/** A real Chromium for tests, out of an npm package: nothing has to be installed. */

import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/** Starts the browser; the caller closes it. `args` are added to the usual ones. */
export const launchChromium = async (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: await packaged.executablePath(), args: [...quiet, ...args] });

let kept: Promise<Browser> | null = null;

/**
 * The browser of this test process, started once and used by every file after: whoever takes it
 * closes his pages and contexts, never the browser. It ends with the process.
 */
export const keptChromium = async (): Promise<Browser> => {
  const browser = await (kept ??= launchChromium());
  if (browser.isConnected()) return browser;
  kept = launchChromium();
  return kept;
};
