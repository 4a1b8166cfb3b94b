import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptChromium } from '../../support/chromium.ts';
import { startHttpHost } from '../../support/http-host.ts';
import type { HttpHost } from '../../support/http-host.ts';

/** The screens live with the strict policy as it is served: every screen of the menu, the dialogs. */
let folder = '';
let host: HttpHost;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  host = await startHttpHost(folder);
  browser = await keptChromium();
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // The console is the way out of the page; the test listens to it.
      console.error(`policy: ${event.violatedDirective} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await page.goto(host.address);
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the screens under the strict policy', () => {
  it('are served with it, whatever a developer’s run allows itself', async () => {
    const response = await page.request.get(`${new URL(page.url()).origin}/`);
    expect(response.headers()['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'self'",
    );
  });

  it('open clean, without the key in the address', async () => {
    await page.locator('nav a').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
  });

  it('open every screen of the menu', async () => {
    const links = await page
      .locator('nav a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      await page.goto(link);
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect(complaints).toEqual([]);
  });

  it('open a dialog', async () => {
    await page.keyboard.press('F1');
    await page.locator('[role=dialog]').waitFor();
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('notice a breach at all', async () => {
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
    });
    await expect.poll(() => complaints.join('\n')).toMatch(/style-src/u);
  });
});
