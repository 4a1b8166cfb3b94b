import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { documentOf } from '../../src-main/documents/build.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import type { PaperSettings } from '../../src-main/documents/paper.ts';
import type { JournalData } from '../../src-main/features/journal/content.ts';
import { journalBook } from '../../src-main/features/journal/forms/book.ts';
import type { JournalBook } from '../../src-main/features/journal/forms/book.ts';
import { extractBook } from '../../src-main/features/journal/forms/extract.ts';
import { keptChromium } from '../support/chromium.ts';
import { inventJournal, withUntaughtSubject } from '../support/journal-data.ts';
import { defaultPaper } from '../support/paper.ts';
import { pdfLetters } from '../support/pdf-text.ts';
import { htmlToPdf, testFontBaseUrl } from '../support/pictures.ts';

/** Papers whose pages are counted beforehand: an extract, a journal with gaps and the director's word. */

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const smallest: PaperSettings = {
  ...defaultPaper,
  margins: { left: 50, right: 50, top: 50, bottom: 50 },
  fontSizePt: 18,
};

const printedPages = async (
  { section }: JournalBook,
  paper: PaperSettings,
): Promise<readonly string[]> => {
  const html = renderPrintHtml(documentOf('Выписка', section), paper, {
    fontBaseUrl: testFontBaseUrl,
  });
  return pdfLetters(await htmlToPdf(browser, html)).split('\n');
};

/** The one pupil of the class, who left it. */
const leaver = (data: JournalData): JournalData => {
  const [pupil] = data.pupils;
  if (!pupil) throw new Error('no pupil');
  const fullName = 'Абдурахманова-Преображенская Александра Константиновна';
  return {
    ...data,
    owner: { kind: 'leaver', fullName },
    graded: false,
    pupils: [{ ...pupil, fullName }],
  };
};

const bare = (data: JournalData): JournalData => ({
  ...data,
  subjects: data.subjects.slice(0, 6).map((subject) => ({
    ...subject,
    lessons: subject.lessons.map((lesson) => ({ ...lesson, topic: null })),
    finals: new Map(),
  })),
});

const term = inventJournal({ period: 'term-2', pupils: 12 });

describe('an extract', () => {
  it.each([
    ['of a term', leaver(term), defaultPaper],
    [
      'of a year with an untaught subject',
      leaver(withUntaughtSubject(inventJournal({ period: 'year' }))),
      defaultPaper,
    ],
    ['on the smallest paper in the largest letters', leaver(term), smallest],
    ['without a subject', leaver({ ...term, subjects: [] }), defaultPaper],
  ] as const)('%s has the pages it counts', async (_name, data, paper) => {
    const book = extractBook(data, paper);
    const pages = await printedPages(book, paper);
    expect(pages).toHaveLength(book.pages);
    expect(pages.at(-1)).toContain('Верно.');
    const all = pages.join('');
    expect(all.includes('прошнуровано')).toBe(book.leaves > 1);
    for (const { name } of data.subjects) expect(all).toContain(name.replaceAll(' ', ''));
  });
});

describe('a journal with gaps', () => {
  it.each([
    ['on usual paper', defaultPaper],
    ['on the smallest paper in the largest letters', smallest],
  ] as const)(
    '%s lists each on its own page of remarks, with the director’s word',
    async (_name, paper) => {
      const data = bare(term);
      const book = journalBook(data, paper);
      expect(book.gaps).toHaveLength(12);
      const pages = await printedPages(book, paper);
      expect(pages).toHaveLength(book.pages);
      const at = book.contents.find(({ title }) => title.startsWith('Замечания'))?.page ?? 0;
      const remarks = pages.slice(at - 1, -1).join('');
      for (const { name } of data.subjects) {
        const subject = name.replaceAll(' ', '');
        expect(remarks).toContain(`${subject}:неттемы`);
        expect(remarks).toContain(`${subject}:нетитоговыхотметок`);
      }
      expect(remarks).toContain('разрешаю');
      expect(pages.at(-1)).toContain(`настранице${at}«Замечанияповедениюжурнала»`);
    },
  );
});
