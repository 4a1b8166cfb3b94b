import { readXlsx } from 'hucre';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { linesOf } from '../../src-main/spreadsheets/row-heights.ts';
import { writeWorkbook } from '../../src-main/spreadsheets/write-workbook.ts';
import type { SheetModel } from '../../src-main/spreadsheets/write-workbook.ts';

const DANGEROUS = ['=1+1', '+7 999', '-5', '@SUM(A1)', '\tтаб', '\rперевод', "=cmd|'/c calc'!A1"];

const journal: SheetModel = {
  name: "Журнал: 8А/8Б [черновик] с'апострофом и длинным именем",
  title: ['Журнал регистрации обращений', '2025/2026 учебный год'],
  columns: [
    { title: '№ п/п', width: 6, kind: 'number' },
    { title: 'ФИО родителя (законного представителя)', width: 20, kind: 'text' },
    { title: 'Дата', width: 12, kind: 'date' },
    { title: 'Часы', width: 8, kind: 'hours' },
  ],
  rows: [
    [1, 'Ёлкина Ольга', '2024-02-29', 5],
    ...DANGEROUS.map((text, at) => [at + 2, text, '2026-08-31', 4]),
    ['н/а', 'Петрова-Водкина Александра Константиновна', 'без даты', null],
  ],
  notes: ['Директор ______________ И. И. Иванов'],
  orientation: 'landscape',
};

/** A part of the written zip, inflated by hand. */
const partOf = (bytes: Uint8Array, name: string): string => {
  const buffer = Buffer.from(bytes);
  const central = buffer.lastIndexOf(Buffer.from(name)) - 46;
  const at = buffer.readUInt32LE(central + 42);
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const packed = buffer.subarray(start, start + buffer.readUInt32LE(central + 20));
  return (buffer.readUInt16LE(central + 10) === 8 ? inflateRawSync(packed) : packed).toString();
};

describe('writing xlsx', () => {
  test('text stays text, dates are dates, hours are hours', async () => {
    const book = await readWorkbook(await writeWorkbook([journal]));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual(['Журнал регистрации обращений']);
    expect(rows[3]?.slice(0, 4)).toEqual(journal.columns.map((column) => column.title));
    expect(rows[4]).toEqual([1, 'Ёлкина Ольга', { date: '2024-02-29' }, 1.25]);
    expect(rows.at(-3)?.slice(0, 3)).toEqual([
      'н/а',
      'Петрова-Водкина Александра Константиновна',
      'без даты',
    ]);
    expect(rows.at(-1)?.[0]).toBe('Директор ______________ И. И. Иванов');
  });

  test('nothing dangerous becomes a formula, and the signs survive', async () => {
    const bytes = await writeWorkbook([journal]);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f');
    const book = await readXlsx(bytes);
    const texts = book.sheets[0]?.rows.slice(5, 5 + DANGEROUS.length).map((row) => row[1]);
    expect(texts?.map((text) => String(text).replace(/\r\n?|\n/, '\r'))).toEqual(DANGEROUS);
  });

  test('prints on A4 with repeated titles, in the given orientation, one page wide', async () => {
    const bytes = await writeWorkbook([journal, { ...journal, printTitles: false }]);
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/fitToPage="(?:1|true)"/);
    expect(sheet).toMatch(/fitToWidth="1" fitToHeight="0"/);
    expect(sheet).toContain('<autoFilter ref="A4:D13"/>');
    expect(sheet).toMatch(/ySplit="4"[^>]*state="frozen"/);
    const names = partOf(bytes, 'xl/workbook.xml');
    const sheetNames = [...names.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) =>
      name.replaceAll('&apos;', "'"),
    );
    expect(sheetNames[0]).toBe("Журнал 8А 8Б черновик с'апостро");
    expect(sheetNames[1]).toMatch(/^Журнал 8А .* \(2\)$/);
    for (const name of sheetNames) expect(name.length).toBeLessThanOrEqual(31);
    const text = names.replaceAll('&apos;', "'");
    expect(text).toContain(">'Журнал 8А 8Б черновик с''апостро'!$4:$4<");
    expect(text).toContain(">'Журнал 8А 8Б черновик с''апостро'!$A$1:$D$15<");
    expect(text.match(/Print_Titles/g)).toHaveLength(1);
  });

  test('a row grows with its longest text', () => {
    expect(linesOf('Ёлкина Ольга', 20)).toBe(1);
    expect(linesOf('Петрова-Водкина Александра Константиновна', 20)).toBe(3);
    expect(linesOf('а\nб', 20)).toBe(2);
    expect(linesOf('я'.repeat(100), 12)).toBe(10);
  });

  test('forbidden signs and over-long texts do not break the file', async () => {
    const rows = [['\u0000зв\u0008ук\uffff', 'я'.repeat(40_000), null, null]];
    const book = await readWorkbook(await writeWorkbook([{ ...journal, rows }]));
    expect(book.sheets[0]?.rows[4]?.[0]).toBe('звук');
    expect(book.sheets[0]?.rows[4]?.[1]).toBe('я'.repeat(32_767));
  });

  test('a table without rows', async () => {
    const book = await readWorkbook(
      await writeWorkbook([{ ...journal, rows: [], title: [], notes: [] }]),
    );
    expect(book.sheets[0]?.rows).toHaveLength(1);
  });
});
