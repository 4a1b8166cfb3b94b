import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { documentOf } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import type { Table } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../../src-main/documents/paper.ts';
import type { PaperSettings } from '../../src-main/documents/paper.ts';
import { plainText } from '../../src-main/documents/text.ts';
import { journalBook } from '../../src-main/features/journal/book.ts';
import type { JournalBook } from '../../src-main/features/journal/book.ts';
import type { JournalData } from '../../src-main/features/journal/data.ts';
import { launchChromium } from '../support/chromium.ts';
import { docxParts, docxText } from '../support/docx-text.ts';
import { inventJournal, subjectNames, withUntaughtSubject } from '../support/journal-data.ts';
import type { InventedClass } from '../support/journal-data.ts';
import { pdfLetters } from '../support/pdf-text.ts';
import { htmlToPdf, openHtml, testFontBaseUrl } from '../support/pictures.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
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
  const page = await openHtml(browser, html);
  const count = await page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.sheet');
    if (!sheet) throw new Error('no sheet');
    const style = getComputedStyle(sheet);
    const gap = parseFloat(style.columnGap);
    return (sheet.scrollWidth + gap) / (parseFloat(style.width) + gap);
  });
  await page.close();
  return Math.round(count);
};

/** Blocks of each page of the book, cut at its page breaks. */
const blocksByPage = ({ section }: JournalBook) => {
  const pages: (typeof section.blocks)[number][][] = [[]];
  for (const block of section.blocks)
    if (block.kind === 'pageBreak') pages.push([]);
    else pages.at(-1)?.push(block);
  return pages;
};

const cellText = (content: Table['rows'][number][number]['content']): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');

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
  it.each([
    ['a term', inventJournal({ period: 'term-1' }), defaultPaper],
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

  it('tells the sheets in figures and words on its last page', async () => {
    const book = journalBook(inventJournal({ period: 'term-1' }), defaultPaper);
    const pages = await printedPages([book], defaultPaper);
    expect(book.leaves).toBe(31);
    expect(pages.at(-1)).toContain(
      squeezed(
        'В настоящем журнале пронумеровано, прошнуровано и скреплено печатью 31 (тридцать один) лист.',
      ),
    );
    expect(pages.at(-1)).toContain('М.П.');
    expect(pages.at(-1)).toContain('Верно.');
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

/** Texts of the tables of a subject, one string a row. */
const tablesOf = (book: JournalBook, title: string, heads: string): readonly Table[] =>
  blocksByPage(book).flatMap((blocks) => {
    const [first] = blocks;
    const isOf = first?.kind === 'paragraph' && cellText(first.content) === title;
    return isOf
      ? blocks.filter(
          (block): block is Table =>
            block.kind === 'table' &&
            block.head[0]?.some(({ content }) => cellText(content) === heads) === true,
        )
      : [];
  });

const withLessons = (data: JournalData, count: number): JournalData => ({
  ...data,
  subjects: data.subjects.slice(0, 1).map((subject) => ({
    ...subject,
    lessons: subject.lessons.slice(0, count),
  })),
});

describe('spreads', () => {
  it('keep two lessons of a day in two columns and two rows', () => {
    const data = withLessons(inventJournal({ period: 'term-1' }), 0);
    const lesson = { topic: 'Тема', homework: null, teacher: null, date: '2025-09-04' };
    const [subject] = data.subjects;
    if (!subject) throw new Error('no subject');
    const cells = new Map([
      [1, new Map([[1, '5']])],
      [2, new Map([[1, 'Н']])],
    ]);
    const two = [
      { ...lesson, id: 1 },
      { ...lesson, id: 2 },
    ];
    const book = journalBook(
      { ...data, subjects: [{ ...subject, lessons: two, cells }] },
      defaultPaper,
    );
    const [marks] = tablesOf(book, 'Алгебра', 'Фамилия, имя');
    expect(marks?.head[1]?.map(({ content }) => content)).toEqual(['4', '4']);
    const firstPupil = marks?.rows[0] ?? [];
    expect(firstPupil.slice(0, 4).map(({ content }) => cellText(content))).toEqual([
      '1',
      'Иванова Анна',
      '5',
      'Н',
    ]);
    const [texts] = tablesOf(book, 'Алгебра', 'Тема урока');
    expect(texts?.rows.map(([date]) => cellText(date?.content ?? ''))).toEqual(['04.09', '04.09']);
  });

  it('mark the days when a pupil was not in the class, and say since when he is', () => {
    const book = journalBook(inventJournal({ period: 'term-1' }), defaultPaper);
    const [first, second] = tablesOf(book, 'Алгебра', 'Фамилия, имя');
    const rowOf = (table: Table | undefined, at: number) =>
      (table?.rows[at] ?? []).map(({ content }) => cellText(content));
    const days = first?.head[1]?.map(({ content }) => Number(content)) ?? [];
    const came = rowOf(first, 9);
    expect(came[1]).toBe('Журавлёва Пётр\nприбыла 15.09.2025');
    expect(days.slice(0, 5)).toEqual([4, 5, 11, 12, 18]);
    expect(came.slice(2, 7)).toEqual(['–', '–', '–', '–', '']);
    expect(
      rowOf(second, 4)
        .slice(2, -1)
        .every((text) => text === '–'),
    ).toBe(true);
  });

  it('repeat the lessons beside the second part of a great class only by a reference', () => {
    const data = withLessons(inventJournal({ period: 'term-1', pupils: 60 }), 5);
    const book = journalBook(data, defaultPaper);
    const at = book.contents.find(({ title }) => title === 'Алгебра')?.page ?? 0;
    const pages = blocksByPage(book);
    const names = [at, at + 2].flatMap((page) =>
      (pages[page - 1] ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    );
    expect(names).toHaveLength(60);
    const note = (pages[at + 2] ?? []).map((block) =>
      block.kind === 'paragraph' ? cellText(block.content) : '',
    );
    expect(note).toContain(`Темы этих уроков и задания на дом напечатаны на странице ${at + 1}.`);
  });

  it('never lose a word of a text longer than a page', () => {
    const data = withLessons(inventJournal({ period: 'term-1', longText }), 8);
    const book = journalBook(data, defaultPaper);
    const rows = tablesOf(book, 'Алгебра', 'Тема урока').flatMap((table) => table.rows);
    const parts = rows.filter(([date]) => cellText(date?.content ?? '').startsWith('19.09'));
    expect(parts.length).toBeGreaterThan(2);
    const joined = (column: number) =>
      parts.map((cells) => cellText(cells[column]?.content ?? '')).join(' ');
    expect(squeezed(joined(1)).includes(squeezed(longText))).toBe(true);
    expect(squeezed(joined(2)).includes(squeezed(longText))).toBe(true);
  });

  it('put the final mark after the last lesson of a term', () => {
    const data = inventJournal({ period: 'year' });
    const book = journalBook(withLessons(data, 1000), defaultPaper);
    const heads = tablesOf(book, 'Алгебра', 'Фамилия, имя').flatMap((table) =>
      (table.head[0] ?? []).flatMap(({ content, rotated }) =>
        rotated === true ? [cellText(content)] : [],
      ),
    );
    expect(heads).toEqual(['I четв.', 'II четв.', 'III четв.', 'IV четв.', 'Год']);
  });
});
