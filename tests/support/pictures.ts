/** Documents as PDF and PNG: for counting pages in tests and for looking at them by eye. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { fontFaces } from '../../src-main/documents/html-styles.ts';
import { runChild } from './child.ts';

/** `fontBaseUrl` for pages opened by `openHtml`; nothing leaves the machine. */
export const testFontBaseUrl = 'http://fonts.invalid';

const serveFonts = async (page: Page): Promise<void> => {
  await page.route(`${testFontBaseUrl}/*`, async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    await route.fulfill({
      body: await readFile(
        new URL(`../../node_modules/@fontsource/tinos/files/${name}`, import.meta.url),
      ),
      contentType: 'font/woff2',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
};

/** The program's own faces: what a page says must not hang on the fonts of the machine. */
const withFonts = (html: string): string =>
  html.includes('@font-face')
    ? html
    : html.replace('<head>', `<head><style>${fontFaces(testFontBaseUrl)}</style>`);

const newPage = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage();
  await serveFonts(page);
  return page;
};

const show = async (page: Page, html: string): Promise<void> => {
  await page.setContent(withFonts(html));
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
};

/** A page with the HTML shown in the program's fonts; the caller closes it. */
export const openHtml = async (browser: Browser, html: string): Promise<Page> => {
  const page = await newPage(browser);
  await show(page, html);
  return page;
};

/** One page shows all in turn: a new one costs more than the showing. */
const kept = new WeakMap<Browser, Promise<Page>>();

/** Looks at the HTML in the program's fonts, on a page that is kept for the next. */
export const onHtml = async <T>(
  browser: Browser,
  html: string,
  look: (page: Page) => Promise<T>,
): Promise<T> => {
  const opened = kept.get(browser) ?? newPage(browser);
  kept.set(browser, opened);
  const page = await opened;
  await show(page, html);
  return look(page);
};

/** Prints HTML as the program does: page size and margins come from the page's own CSS. */
export const htmlToPdf = (browser: Browser, html: string): Promise<Buffer> =>
  onHtml(browser, html, (page) => page.pdf({ preferCSSPageSize: true, printBackground: true }));

/** Pages of a PDF that Chromium or LibreOffice wrote. */
export const pdfPageCount = (pdf: Uint8Array): number =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g),
  ].length;

const pdfToPngs = async (pdf: string, dpi: number): Promise<void> => {
  await runChild('pdftoppm', ['-r', `${dpi}`, '-png', pdf, pdf.replace(/\.pdf$/, '')]);
};

/** Writes `<name>.pdf` and `<name>-N.png` beside each other; needs pdftoppm. */
export const htmlToPngs = async (
  browser: Browser,
  html: string,
  pdfPath: string,
  dpi = 70,
): Promise<void> => {
  await writeFile(pdfPath, await htmlToPdf(browser, html));
  await pdfToPngs(pdfPath, dpi);
};

/**
 * Turns a DOCX into a PDF and PNGs in its folder. Needs LibreOffice and pdftoppm; returns false
 * where LibreOffice is not installed.
 */
export const docxToPngs = async (docxPath: string, dpi = 70): Promise<boolean> => {
  const profile = await mkdtemp(join(tmpdir(), 'office-look-'));
  const folder = dirname(docxPath);
  try {
    await runChild('soffice', [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      docxPath,
    ]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  await pdfToPngs(join(folder, basename(docxPath).replace(/\.docx$/, '.pdf')), dpi);
  return true;
};
