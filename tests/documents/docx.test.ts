import { describe, expect, it, vi } from 'vitest';
import {
  cell,
  column,
  documentOf,
  grid,
  heading,
  keepTogether,
  line,
  portrait,
  row,
  signature,
  table,
} from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import type { DocumentModel } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../support/paper.ts';
import { docxParts } from '../support/docx-text.ts';
import { journal, letter, mixed } from './samples.ts';

const part = async (model: DocumentModel, path: string): Promise<string> => {
  const text = (await docxParts(await renderDocx(model, defaultPaper))).get(path);
  if (text === undefined) throw new Error(`No ${path}`);
  return text;
};
const body = async (model: DocumentModel): Promise<string> => part(model, 'word/document.xml');
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

const renderedOn = async (day: string): Promise<Buffer> => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
  try {
    return Buffer.from(await renderDocx(mixed(), defaultPaper));
  } finally {
    vi.useRealTimers();
  }
};

describe('the Word file', () => {
  it('repeats the head of a table and never tears a row', async () => {
    const xml = await body(journal(60));
    expect(count(xml, /<w:tblHeader\/>/g)).toBe(2);
    expect(count(xml, /<w:cantSplit\/>/g)).toBe(count(xml, /<w:tr>|<w:tr /g));
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    expect(xml).toContain('w:val="btLr"');
  });

  it('gives each section its page', async () => {
    const xml = await body(mixed());
    const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([text]) => text);
    expect(sections).toHaveLength(3);
    expect(sections.map((text) => text.includes('w:w="16838" w:h="11906"'))).toEqual([
      false,
      true,
      false,
    ]);
    // The second section goes on counting and shows its first number.
    expect(sections.map((text) => text.includes('<w:titlePg/>'))).toEqual([true, false, true]);
    expect(sections[2]).toContain('w:start="1"');
    expect(sections[0]).toContain('w:left="1701"');
    expect(await part(mixed(), 'word/settings.xml')).toContain('<w:mirrorMargins/>');
    expect(await part(letter(), 'word/settings.xml')).not.toContain('mirrorMargins');
  });

  it('ends with a paragraph too small to make a page', async () => {
    const model = documentOf('Сетка', portrait([grid(2, [[line('а')], [line('б')]])]));
    const xml = await body(model);
    const last = xml.slice(xml.lastIndexOf('</w:tbl>'));
    expect(last).toMatch(/w:line="20"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="20"/);
  });

  it('names nobody and is the same every time', async () => {
    const core = await part(letter(), 'docProps/core.xml');
    expect(core).toContain('Заявление об отказе');
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified/);
    const [first, second] = [await renderedOn('2026-09-01'), await renderedOn('2027-02-28')];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('is in Russian and in the paper’s font', async () => {
    const styles = await part(letter(), 'word/styles.xml');
    expect(styles).toContain('w:val="ru-RU"');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:sz w:val="28"/>');
  });

  it('keeps a group together with its last block free', async () => {
    const model = documentOf(
      'Вместе',
      portrait([keepTogether(heading('А'), line('Б'), line('В')), signature({ role: 'Директор' })]),
    );
    const paragraphs = (await body(model)).match(/<w:p>.*?<\/w:p>/g) ?? [];
    const kept = (text: string): boolean =>
      paragraphs.some((xml) => xml.includes(`>${text}<`) && xml.includes('<w:keepNext/>'));
    expect([kept('Б'), kept('В'), kept('Директор'), kept('(подпись)')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('keeps two tables apart', async () => {
    const one = table([column(1)], [], [row('а')]);
    expect(await body(documentOf('Две', portrait([one, one])))).not.toContain('</w:tbl><w:tbl>');
  });

  it('drops characters Word refuses', async () => {
    expect(await body(documentOf('x', portrait([line('а\u0001\u000bб')])))).toContain('>аб<');
  });

  it('refuses a row that does not fill the table', async () => {
    const broken = table([column(1), column(1)], [], [row(cell('а', { colSpan: 3 }))]);
    await expect(renderDocx(documentOf('x', portrait([broken])), defaultPaper)).rejects.toThrow(
      'covers 3 columns of 2',
    );
  });
});
