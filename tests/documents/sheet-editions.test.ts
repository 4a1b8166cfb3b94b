import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import type { SheetContent, SheetLayout } from '../../src-main/contract/sheets-fields.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxText } from '../support/docx-text.ts';
import { defaultPaper } from '../support/paper.ts';
import { htmlToPdf, pdfPageCount } from '../support/pictures.ts';
import { plainText } from './plain-text.ts';
import type { Stamps } from './sheet-samples.ts';
import { longName, printed, sampleSheet, subjects16 } from './sheet-samples.ts';

/** What a corrected, an additional, a copied and a void sheet say on paper (domain.md §6). */

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const layouts: readonly SheetLayout[] = ['a4', 'a5', 'strips'];
const first = { number: 1, printedOn: '2026-03-06' };
const second = { number: 2, printedOn: '2026-03-07' };
const corrected = (content: SheetContent): SheetContent => ({
  ...content,
  edition: { kind: 'corrected', number: 2, replaces: [first] },
});
const additional = (content: SheetContent): SheetContent => ({
  ...content,
  edition: { kind: 'additional', number: 2, after: '2026-03-06' },
});

const correctedLine = 'Распечатка № 2, исправленная, взамен распечатки № 1 от 06.03.2026';
const copyLine = 'Копия № 1 распечатки № 2 от 07.03.2026';

const textOf = async (content: SheetContent, layout: SheetLayout, stamps: Stamps = {}) =>
  plainText(await printed([content], layout, defaultPaper, stamps));

/** Letters only: spaces and the scissors belong to the layout. */
const plain = (text: string) => text.replace(/[\s✂]+/gu, '');

describe.each(layouts)('layout %s', (layout) => {
  test('a first sheet says nothing of the kind', async () => {
    expect(await textOf(sampleSheet(), layout)).not.toMatch(/Распечатка №|Копия|Недействительна/u);
  });

  test('a corrected one says what it replaces, in Word as in print', async () => {
    const model = await printed([corrected(sampleSheet())], layout);
    expect(plainText(model)).toContain(correctedLine);
    expect(plain(await docxText(await renderDocx(model, defaultPaper)))).toContain(
      plain(correctedLine),
    );
    expect(renderPrintHtml(model, defaultPaper).replaceAll('\u00A0', ' ')).toContain(correctedLine);
  });

  test('an additional one says that it is, and the day of the one before', async () => {
    expect(await textOf(additional(sampleSheet()), layout)).toContain(
      'Распечатка № 2 за эту неделю, дополнительная к выданной 06.03.2026',
    );
  });

  test('a copy of a corrected one says both, with its number', async () => {
    const text = await textOf(corrected(sampleSheet()), layout, { copy: { ...second, copy: 1 } });
    expect(text).toContain(correctedLine);
    expect(text).toContain(copyLine);
  });

  test('a void one looked at says by what', async () => {
    expect(await textOf(sampleSheet(), layout, { replacedBy: second })).toContain(
      'Недействительна, заменена распечаткой № 2 от 07.03.2026',
    );
  });

  test('the slip of homework that lies apart says it too', async () => {
    const full = { subjects: subjects16, perDay: 7, homework: 'long' as const };
    const text = await textOf(corrected(sampleSheet(full)), layout, {
      copy: { ...second, copy: 1 },
    });
    const papers = layout === 'a4' ? 1 : 2;
    expect(text.split(correctedLine)).toHaveLength(papers + 1);
    expect(text.split(copyLine)).toHaveLength(papers + 1);
  });

  test('the fullest copy of a corrected sheet keeps to its place', async () => {
    const recipient = longName;
    const full = { subjects: subjects16, perDay: 7, sixDays: true, student: longName, recipient };
    const contents = Array.from({ length: 4 }, () => corrected(sampleSheet(full)));
    const stamps = { copy: { ...second, copy: 10 } };
    const html = renderPrintHtml(
      await printed(contents, layout, defaultPaper, stamps),
      defaultPaper,
    );
    expect(pdfPageCount(await htmlToPdf(browser, html))).toBe(layout === 'strips' ? 2 : 4);
  });
});

test('the parent signs for the very sheet; a run of copies is called so', async () => {
  const text = await textOf(corrected(sampleSheet()), 'a4');
  expect(text).toContain(
    'С результатами за неделю 2–6 марта 2026 г. (распечатка № 2) ознакомлен(а).',
  );
  const copies = await printed([sampleSheet(), sampleSheet()], 'a4', defaultPaper, {
    copy: { ...first, copy: 1 },
  });
  expect(copies.title).toBe('Копии распечаток за неделю 2–6 марта 2026 г., 8А');
});
