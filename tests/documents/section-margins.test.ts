import { expect, test } from 'vitest';
import { documentOf, landscape, line, portrait } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { sectionWidthMm } from '../../src-main/documents/layout.ts';
import { mmToTwips } from '../../src-main/documents/paper.ts';
import { defaultPaper } from '../support/paper.ts';
import { docxParts } from '../support/docx-text.ts';

const margins = { left: 8, right: 8, top: 10, bottom: 10 };
const narrow = landscape([line('узкие поля')], { margins, pageNumbers: 'none' });
const model = documentOf('Поля', portrait([line('обычные поля')]), narrow);

test('a section may have margins of its own, the others keep those of the settings', async () => {
  expect(sectionWidthMm(narrow, defaultPaper)).toBe(281);
  const html = renderPrintHtml(model, defaultPaper);
  expect(html).toContain('@page shape1{size:210mm 297mm;margin:20mm 15mm 20mm 30mm');
  expect(html).toContain('@page shape2{size:297mm 210mm;margin:10mm 8mm 10mm 8mm');
  expect(html).toContain('data-margins="10 8 10 8"');
  const xml = (await docxParts(await renderDocx(model, defaultPaper))).get('word/document.xml');
  const lefts = [...(xml ?? '').matchAll(/<w:pgMar [^>]*w:left="(\d+)"/gu)].map(([, left]) => left);
  expect(lefts).toEqual([`${mmToTwips(30)}`, `${mmToTwips(8)}`]);
});
