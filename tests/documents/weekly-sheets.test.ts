import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import type { SheetLayout } from '../../src-main/contract/sheets-fields.ts';
import { sheetContent } from '../../src-main/contract/sheets-fields.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { addressedTo } from '../../src-main/domain/sheet-content.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { defaultPaper } from '../support/paper.ts';
import { plainText } from './plain-text.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxText } from '../support/docx-text.ts';
import { htmlToPdf, pdfPageCount } from '../support/pictures.ts';
import type { Sample } from './sheet-samples.ts';
import { longName, printed, sampleSheet, subjects16 } from './sheet-samples.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const full = { subjects: subjects16, perDay: 7, sixDays: true, student: longName };
const layouts: readonly SheetLayout[] = ['a4', 'a5', 'strips'];

const pages = async (sample: Sample, layout: SheetLayout, count: number, paper = defaultPaper) => {
  const contents = Array.from({ length: count }, () => sampleSheet(sample));
  const html = renderPrintHtml(await printed(contents, layout, paper), paper);
  return pdfPageCount(await htmlToPdf(browser, html));
};

/** The fullest sheet of a parent who lives apart: his name takes a line more. */
test.each([
  ['a4', 4],
  ['a5', 4],
  ['strips', 2],
] as const)('an own sheet keeps to its place: %s', async (layout, expected) => {
  expect(await pages({ ...full, recipient: longName }, layout, 4)).toBe(expected);
});

/** Letters only: spaces and the scissors belong to the layout. */
const plain = (text: string) => text.replace(/[\s✂]+/gu, '');

/** Pages taken by four students. */
describe.each<readonly [string, Sample, Readonly<Record<SheetLayout, number>>]>([
  ['ten subjects with homework', {}, { a4: 4, a5: 2, strips: 2 }],
  ['16 subjects without homework', { ...full, homework: 'none' }, { a4: 4, a5: 2, strips: 1 }],
  // Homework has slips of its own where a sheet would be too small to read.
  ['16 subjects, six days, homework', full, { a4: 4, a5: 4, strips: 2 }],
  [
    '16 subjects, long homework',
    { ...full, homework: 'long', sixDays: false, perDay: 4 },
    { a4: 4, a5: 4, strips: 4 },
  ],
  ['no marks', { marks: false }, { a4: 4, a5: 2, strips: 2 }],
  ['no lessons', { lessons: false, marks: false }, { a4: 4, a5: 2, strips: 1 }],
])('%s', (_name, sample, expected) => {
  test.each(layouts)('layout %s', async (layout) => {
    expect(await pages(sample, layout, 4)).toBe(expected[layout]);
  });
});

test('margins and sizes of the settings do not tear a sheet', async () => {
  const paper = {
    ...defaultPaper,
    fontSizePt: 18,
    margins: { left: 40, right: 20, top: 30, bottom: 30 },
  };
  expect(await pages({ ...full, homework: 'none' }, 'a4', 3, paper)).toBe(3);
  expect(await pages({ ...full, homework: 'none' }, 'a5', 4, paper)).toBe(2);
});

describe('the text', () => {
  test.each(layouts)('is the same in Word and in print: %s', async (layout) => {
    const model = await printed(
      [sampleSheet(full), sampleSheet({ marks: false, lessons: false })],
      layout,
    );
    const word = await docxText(await renderDocx(model, defaultPaper));
    expect(plain(word)).toBe(plain(plainText(model)));
    const html = renderPrintHtml(model, defaultPaper)
      .replace(/<style>[\s\S]*?<\/style>|<title>[^<]*<\/title>/gu, '')
      .replace(/<[^>]+>/gu, '');
    expect(plain(html)).toBe(plain(plainText(model)));
  });

  test('a sheet says whose it is, what was missed, what the signs mean, and who signs', async () => {
    const text = plainText(await printed([sampleSheet()], 'a4'));
    for (const part of [
      'Сведения об успеваемости за неделю 2–6 марта 2026 г.',
      'Иванова Анна Сергеевна, 8А класс',
      'Ср. балл',
      'Пропущено 5 уроков: по болезни 3, причина не указана 2. 3 опоздания.',
      'Средний балл: с 12.01.2026 по 06.03.2026, III четверть.',
      'Б — отсутствие по болезни',
      'Классный руководитель ________________ Белова О. И.',
      'С результатами за неделю 2–6 марта 2026 г. ознакомлен(а).',
      'Подпись родителя (законного представителя)',
    ])
      expect(text).toContain(part);
  });

  test.each(layouts)(
    'a sheet of his own names the parent, on slips of homework too: %s',
    async (layout) => {
      const recipient = 'Иванова Мария Петровна';
      const own = sampleSheet({ ...full, homework: 'long', recipient });
      const text = plainText(await printed([own], layout));
      expect(text.match(/Для: Иванова М\. П\./gu)).toHaveLength(layout === 'a4' ? 1 : 2);
      expect(plainText(await printed([sampleSheet()], layout))).not.toContain('Для:');
    },
  );

  test('what was printed before there were own sheets parses and keeps its fingerprint', () => {
    const kept = JSON.stringify(sampleSheet());
    expect(kept).not.toContain('recipient');
    const parsed = sheetContent.parse(JSON.parse(kept));
    expect(JSON.stringify(addressedTo(parsed, null))).toBe(kept);
  });

  test('an empty week says so', async () => {
    expect(plainText(await printed([sampleSheet({ marks: false })], 'strips'))).toContain(
      'За неделю оценок нет.',
    );
    const none = sampleSheet({ marks: false, lessons: false });
    const text = plainText(await printed([none], 'strips'));
    expect(text).toContain('За неделю нет сведений об уроках.');
    // Without lessons nothing is known about absences.
    expect(text).not.toContain('Пропус');
  });

  test('homework that found no room is on a slip of its own, with all of its lines', async () => {
    const content = sampleSheet({ ...full, homework: 'long' });
    const text = plainText(await printed([content], 'a5'));
    expect(text).toContain('Домашние задания — на отдельном листке.');
    expect(text.match(/Капитанская дочка/gu)).toHaveLength(content.homework?.length ?? 0);
  });

  test('the title names the week, and the class or the student where there is one', async () => {
    const two = await printed([sampleSheet(), sampleSheet({ student: longName })], 'a4');
    expect(two.title).toBe('Распечатки за неделю 2–6 марта 2026 г., 8А');
    expect((await printed([sampleSheet()], 'a5')).title).toBe(
      'Распечатка за неделю 2–6 марта 2026 г., 8А, Иванова Анна Сергеевна',
    );
  });
});
