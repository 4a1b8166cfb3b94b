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
