import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { documentOf, pageBreak, paragraph, portrait } from '../../src-main/documents/build.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import type { DocumentModel } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../support/paper.ts';
import { keptChromium } from '../support/chromium.ts';
import { htmlToPdf, onHtml, openHtml, pdfPageCount, testFontBaseUrl } from '../support/pictures.ts';
import { blank, cards, journal, letter, mixed } from './samples.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const html = (model: DocumentModel, preview: boolean, paper = defaultPaper): string =>
  renderPrintHtml(model, paper, { fontBaseUrl: testFontBaseUrl, preview });

/** Counts pages as the preview does. */
const previewPages = async (model: DocumentModel, paper = defaultPaper): Promise<number[]> => {
  return onHtml(browser, html(model, true, paper), (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sheet')].map((sheet) => {
        const style = getComputedStyle(sheet);
        const gap = parseFloat(style.columnGap);
        const pages = (sheet.scrollWidth + gap) / (parseFloat(style.width) + gap);
        // A content wider than its column would show here as a part of a page.
        if (Math.abs(pages - Math.round(pages)) > 0.02) throw new Error(`${pages} pages`);
        return Math.round(pages);
      }),
    ),
  );
};

const printed = async (model: DocumentModel, paper = defaultPaper): Promise<number> =>
  pdfPageCount(await htmlToPdf(browser, html(model, false, paper)));

const prose = (): DocumentModel =>
  documentOf(
    'Проза',
    portrait(
      Array.from({ length: 60 }, (_, at) => paragraph(`${at}. Слово за словом. `.repeat(9))),
    ),
  );

const twoPages = (): DocumentModel =>
  documentOf('Разрыв', portrait([paragraph('1'), pageBreak(), paragraph('2'), pageBreak()]));

const models: readonly (readonly [string, DocumentModel, number | undefined])[] = [
  ['a letter', letter(), 1],
  ['a blank form', blank(), 1],
  ['a grid of cards', cards(), 1],
  ['forced breaks without an empty last page', twoPages(), 2],
  ['a long text', prose(), undefined],
  ['a journal of 60 rows', journal(60), undefined],
  ['a journal of 400 rows', journal(400), undefined],
  ['sections of both orientations', mixed(), undefined],
];

describe('preview and print', () => {
  it.each(models)('%s has equal pages in both', async (_name, model, expected) => {
    const pages = await previewPages(model);
    const total = pages.reduce((sum, count) => sum + count, 0);
    expect(await printed(model)).toBe(total);
    if (expected !== undefined) expect(total).toBe(expected);
  });

  it('agree on another paper', async () => {
    const paper = {
      ...defaultPaper,
      margins: { left: 20, right: 10, top: 10, bottom: 10 },
      fontSizePt: 12,
      lineHeight: 1.5,
    };
    const [preview, print] = [await previewPages(prose(), paper), await printed(prose(), paper)];
    expect([print]).toEqual(preview);
    expect(print).toBeGreaterThan(2);
  });

  it('repeats the head of a table on every page', async () => {
    const page = await openHtml(browser, html(journal(60), true));
    const [heads, bodies] = await page.evaluate(() =>
      ['thead', 'tbody'].map(
        (name) => document.querySelector(`.grid-all ${name}`)?.getClientRects().length ?? 0,
      ),
    );
    await page.close();
    expect(bodies).toBeGreaterThan(3);
    expect(heads).toBe(bodies);
  });
});
