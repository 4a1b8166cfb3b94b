import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { documentOf } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { defaultPaper } from '../support/paper.ts';
import type { PaperSettings } from '../../src-main/documents/paper.ts';
import { plainText } from './plain-text.ts';
import { journalBook } from '../../src-main/features/journal/forms/book.ts';
import type { JournalBook } from '../../src-main/features/journal/forms/book.ts';
import type { JournalData } from '../../src-main/features/journal/content.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxParts, docxText } from '../support/docx-text.ts';
import { inventJournal, subjectNames, withUntaughtSubject } from '../support/journal-data.ts';
import type { InventedClass } from '../support/journal-data.ts';
import { pdfLetters } from '../support/pdf-text.ts';
import { htmlToPdf, onHtml, testFontBaseUrl } from '../support/pictures.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const longText =
  'Прочитать параграф, выписать определения; решить задачи: № 1–15 (чётные), подготовить доклад. '
    .repeat(70)
    .trim();

/** Four subjects of the class: as much layout as fourteen, in less time. */
const few = (invented: InventedClass): JournalData => {
  const data = inventJournal(invented);
  return { ...data, subjects: data.subjects.slice(3, 7) };
};

const squeezed = (text: string): string => text.replaceAll(/[\s\u00A0]/gu, '');

const modelOf = (...books: readonly JournalBook[]) =>
  documentOf('Журнал', ...books.map(({ section }) => section));

/** Letters of each printed page. */
const printedPages = async (
  books: readonly JournalBook[],
  paper: PaperSettings,
): Promise<readonly string[]> => {
  const html = renderPrintHtml(modelOf(...books), paper, { fontBaseUrl: testFontBaseUrl });
  return pdfLetters(await htmlToPdf(browser, html)).split('\n');
};

/** Pages of every section as the preview counts them: columns. */
const previewPages = async (book: JournalBook, paper: PaperSettings): Promise<number> => {
  const html = renderPrintHtml(modelOf(book), paper, {
    fontBaseUrl: testFontBaseUrl,
    preview: true,
  });
  const count = await onHtml(browser, html, (page) =>
    page.evaluate(() => {
      const sheet = document.querySelector<HTMLElement>('.sheet');
      if (!sheet) throw new Error('no sheet');
      const style = getComputedStyle(sheet);
      const gap = parseFloat(style.columnGap);
      return (sheet.scrollWidth + gap) / (parseFloat(style.width) + gap);
    }),
  );
  return Math.round(count);
};

/** Every page of the paper is the page of the book: its number and the names of the contents. */
const expectRightPages = (pages: readonly string[], book: JournalBook): void => {
  expect(pages).toHaveLength(book.pages);
  for (const [at, text] of pages.slice(1).entries())
    expect(text.startsWith(String(at + 2)), `page ${at + 2} begins «${text.slice(0, 30)}»`).toBe(
      true,
    );
  for (const { title, page } of book.contents) {
    if (page === book.pages) continue;
    expect(pages[page - 1]?.startsWith(`${page}${squeezed(title)}`), `${title} on ${page}`).toBe(
      true,
    );
    expect(pages[1]).toContain(`${squeezed(title)}${page}`);
  }
};

describe('the printed journal of a class', () => {
  it('names the printed pages and tells the sheets in figures and words on its last page', async () => {
    const book = journalBook(inventJournal({ period: 'term-1' }), defaultPaper);
    const pages = await printedPages([book], defaultPaper);
    expectRightPages(pages, book);
    expect(await previewPages(book, defaultPaper)).toBe(book.pages);
    expect(book.leaves).toBe(34);
    expect(pages.at(-1)).toContain(
      squeezed(
        'В настоящем журнале пронумеровано, прошнуровано и скреплено печатью 34 (тридцать четыре) листа.',
      ),
    );
    expect(pages.at(-1)).toContain('М.П.');
    expect(pages.at(-1)).toContain('Верно.');
  });

  it.each([
    ['an untaught subject', withUntaughtSubject(few({ period: 'term-1' })), defaultPaper],
    ['a class of 60', few({ period: 'term-1', pupils: 60 }), defaultPaper],
    ['a year', few({ period: 'year' }), defaultPaper],
    [
      'long topics and homework',
      few({ period: 'term-1', longText: longText.slice(0, 2500) }),
      defaultPaper,
    ],
    [
      'texts longer than a page',
      few({ period: 'term-2', longText: longText.slice(0, 6000) }),
      defaultPaper,
    ],
    [
      'narrow paper',
      few({ period: 'term-1', longText: longText.slice(0, 1500) }),
      { ...defaultPaper, margins: { left: 50, right: 40, top: 40, bottom: 40 }, fontSizePt: 16 },
    ],
    [
      'wide paper',
      few({ period: 'term-1', longText }),
      { ...defaultPaper, margins: { left: 10, right: 5, top: 10, bottom: 10 }, fontSizePt: 10 },
    ],
    [
      'the smallest paper in the largest letters',
      few({ period: 'term-1', longText: longText.slice(0, 500) }),
      { ...defaultPaper, margins: { left: 50, right: 50, top: 50, bottom: 50 }, fontSizePt: 18 },
    ],
  ] as const)('%s: contents name the printed pages', async (_name, data, paper) => {
    const book = journalBook(data, paper);
    expectRightPages(await printedPages([book], paper), book);
    expect(await previewPages(book, paper)).toBe(book.pages);
  });

  it('opens every subject on a left page and ends on a back side', () => {
    const data = withUntaughtSubject(inventJournal({ period: 'year', pupils: 47, longText }));
    const book = journalBook(data, defaultPaper);
    const subjects = book.contents.filter(({ title }) =>
      [...subjectNames, 'Химия'].includes(title),
    );
    expect(subjects).toHaveLength(15);
    expect(subjects.filter(({ page }) => page % 2 === 1)).toEqual([]);
    expect(book.pages % 2).toBe(0);
    expect(book.leaves).toBe(book.pages / 2);
  });

  it('counts the pages of each journal anew in a document of several', async () => {
    const [eight, nine] = [
      journalBook(few({ period: 'term-1' }), defaultPaper),
      journalBook(
        { ...inventJournal({ period: 'term-1', pupils: 12 }), className: '9Б' },
        defaultPaper,
      ),
    ];
    const pages = await printedPages([eight, nine], defaultPaper);
    expectRightPages(pages.slice(0, eight.pages), eight);
    expectRightPages(pages.slice(eight.pages), nine);
  });

  it('says the same in Word, page by page', async () => {
    const data = withUntaughtSubject(few({ period: 'term-1', longText }));
    const book = journalBook(data, defaultPaper);
    const file = await renderDocx(modelOf(book), defaultPaper);
    expect(squeezed(await docxText(file))).toBe(squeezed(plainText(modelOf(book))));
    const parts = await docxParts(file);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(book.pages - 1);
    expect(parts.get('word/settings.xml')).toContain('<w:mirrorMargins/>');
  });
});
