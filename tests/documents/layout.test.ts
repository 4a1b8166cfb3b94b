import { describe, expect, it } from 'vitest';
import {
  cell,
  column,
  documentOf,
  line,
  mm,
  pageBreak,
  portrait,
  row,
  table,
} from '../../src-main/documents/build.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { documentFontFiles } from '../../src-main/documents/html-styles.ts';
import { cellColumns, columnWidthsMm, splitPages } from '../../src-main/documents/layout.ts';
import { mmToTwips, pageBox, ptToHalfPoints } from '../../src-main/documents/paper.ts';
import { textWidthMm } from '../../src-main/documents/text-width.ts';
import { existsSync } from 'node:fs';
import { keptChromium } from '../support/chromium.ts';
import { defaultPaper } from '../support/paper.ts';
import { openHtml, testFontBaseUrl } from '../support/pictures.ts';
import { letter, mixed } from './samples.ts';

describe('paper', () => {
  it('converts units as Word counts them', () => {
    expect(mmToTwips(25.4)).toBe(1440);
    expect([mmToTwips(210), mmToTwips(297)]).toEqual([11906, 16838]);
    expect(ptToHalfPoints(10.5)).toBe(21);
  });

  it('leaves what the margins leave, on either side of the sheet', () => {
    expect(pageBox(defaultPaper, 'portrait')).toMatchObject({
      contentWidthMm: 165,
      contentHeightMm: 257,
    });
    expect(pageBox(defaultPaper, 'landscape')).toMatchObject({
      contentWidthMm: 252,
      contentHeightMm: 170,
    });
  });
});

describe('tables', () => {
  it('divides what the fixed columns leave', () => {
    const columns = [column(mm(15)), column(2), column(1)];
    expect(columnWidthsMm(columns, 165)).toEqual([15, 100, 50]);
    expect(() => columnWidthsMm([column(mm(170)), column(1)], 165)).toThrow('170 mm of 165 mm');
  });

  it('finds the columns of cells under spans', () => {
    const head = [
      row(cell('№', { rowSpan: 2 }), cell('Урок', { colSpan: 2 }), cell('Итог', { rowSpan: 2 })),
      row('Тема', 'Дата'),
    ];
    expect(cellColumns(head, 4)).toEqual([
      [0, 1, 3],
      [1, 2],
    ]);
    expect(cellColumns([row('а', 'б')], 2)).toBeUndefined();
  });

  it.each([
    ['too few cells', [row('а')]],
    ['a span past the end', [row(cell('а', { rowSpan: 2 }), 'б')]],
    ['a row left short under a span', [row(cell('а', { colSpan: 2 })), row('б')]],
  ])('refuses %s', (_name, rows) => {
    expect(() => cellColumns(rows, 2)).toThrow(/columns|last row/);
  });
});

describe('pages', () => {
  it('drops breaks that would leave an empty page', () => {
    const pages = splitPages([pageBreak(), line('1'), pageBreak(), pageBreak(), line('2')]);
    expect(pages.map((blocks) => blocks.length)).toEqual([1, 1]);
  });

  it('numbers from the second page and begins a count anew', () => {
    const css = renderPrintHtml(mixed(), defaultPaper);
    expect(css).toContain(
      'size:210mm 297mm;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page,after-1)',
    );
    expect(css).toContain('size:297mm 210mm');
    expect(css).toContain('content:counter(page);');
    expect(css).toContain(':left{margin-left:15mm;margin-right:30mm}');
    expect(css).toContain('html{counter-reset:count3 0}');
    expect(css).toContain('counter-increment:count3;@top-center{content:counter(count3,after-1)');
  });

  it('numbers nothing where no numbers are wanted', () => {
    const css = renderPrintHtml(
      documentOf('Без номеров', portrait([line('а')], { pageNumbers: 'none' })),
      defaultPaper,
    );
    expect(css).not.toContain('@top-center');
  });

  it('turns a head as high as its cell', () => {
    const html = renderPrintHtml(
      documentOf(
        'Поворот',
        portrait([
          table([column(1)], [row(cell('01.09', { rotated: true, minHeightMm: 20 }))], []),
        ]),
      ),
      defaultPaper,
    );
    expect(html).toContain('<div class="rotated" style="height:19mm">01.09</div>');
  });
});

describe('fonts', () => {
  it('names files the package really has', () => {
    expect(documentFontFiles).toHaveLength(8);
    for (const name of documentFontFiles) {
      const file = new URL(`../../node_modules/@fontsource/tinos/files/${name}`, import.meta.url);
      expect(existsSync(file), name).toBe(true);
    }
  });

  it('loads them, and estimates widths close to theirs, never too small', async () => {
    const browser = await keptChromium();
    const paper = { ...defaultPaper, fontFamily: 'Tinos' };
    const page = await openHtml(
      browser,
      renderPrintHtml(letter(), paper, { fontBaseUrl: testFontBaseUrl }),
    );
    const text = 'Прошу предоставлять сведения № 12, Щукина Ж. Ю. (подпись)';
    const [loaded, width] = await page.evaluate((sample) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('No canvas');
      context.font = '14pt Tinos';
      const names = [...document.fonts].filter(({ status }) => status === 'loaded');
      return [names.length, (context.measureText(sample).width * 25.4) / 96] as const;
    }, text);
    expect(loaded).toBeGreaterThanOrEqual(4);
    const ratio = textWidthMm(text, 14) / width;
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(1.08);
  });
});
