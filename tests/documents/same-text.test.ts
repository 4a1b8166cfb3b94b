import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { cell, column, documentOf, landscape, portrait } from '../../src-main/documents/build.ts';
import { field, line, row, table } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import type { DocumentModel } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../support/paper.ts';
import { plainText } from './plain-text.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxText } from '../support/docx-text.ts';
import { openHtml } from '../support/pictures.ts';
import { blank, cards, journal, letter, mixed } from './samples.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const htmlText = async (model: DocumentModel): Promise<string> => {
  const page = await openHtml(browser, renderPrintHtml(model, defaultPaper));
  try {
    return await page.evaluate(() => document.body.innerText);
  } finally {
    await page.close();
  }
};

const hostile = (): DocumentModel =>
  documentOf(
    'Разметка </title><script>',
    portrait([
      line('<script>alert(1)</script> & "кавычки" \'апострофы\' &amp; ]]>'),
      line('Первая строка\nвторая строка'),
      field('Класс', '<b>8</b> «А»'),
      field(
        'Причина',
        'Очень длинное значение, которому нужно больше одной строки. '.repeat(3).trim(),
        {
          after: 'и точка',
          caption: '(пояснение)',
        },
      ),
      table([column(1), column(2)], [], [row('<td>', cell([{ text: 'a' }, { text: '&nbsp;б' }]))]),
    ]),
    landscape([line('Конец')], { header: 'Верх "<\\' }),
  );

const models: readonly (readonly [string, DocumentModel])[] = [
  ['a letter', letter()],
  ['a blank form', blank()],
  ['a journal', journal(60)],
  ['cards', cards()],
  ['sections', mixed()],
  ['markup in texts', hostile()],
];

describe('Word and HTML say the same', () => {
  it.each(models)('%s', async (_name, model) => {
    const expected = words(plainText(model));
    expect(expected.length).toBeGreaterThan(50);
    expect(words(await docxText(await renderDocx(model, defaultPaper)))).toBe(expected);
    expect(words(await htmlText(model))).toBe(expected);
  });

  it('keeps a number and its word on one line in both', async () => {
    const model = documentOf('Дата', portrait([line('Школа № 12, 1 сентября 2026 г.')]));
    const html = await htmlText(model);
    expect(html).toContain('№\u00a012');
    expect(await docxText(await renderDocx(model, defaultPaper))).toBe(`${html.trim()}\n`);
  });

  it('runs nothing written into a text', async () => {
    const page = await openHtml(browser, renderPrintHtml(hostile(), defaultPaper));
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.title()).toBe('Разметка </title><script>');
    await page.close();
  });
});
