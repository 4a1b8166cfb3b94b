import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { OfficeError } from '../../src-main/contract/errors.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import type { ReadOptions } from '../../src-main/spreadsheets/read-workbook.ts';
import { biff5, utf8, zipOf } from '../fixtures/file-bytes.ts';
import { schoolFile } from '../support/fixtures.ts';

const sample = (name: string): Promise<Uint8Array> => readFile(schoolFile(name));

const workbook = (): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Лист', rows: [['Ёлкина', 1]] }] });

const refusal = async (bytes: Uint8Array, options?: ReadOptions): Promise<OfficeError> => {
  const error: unknown = await readWorkbook(bytes, options).then(
    () => new Error('the file was read'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof OfficeError)) throw error;
  expect(error.message).toMatch(/[а-я]{4}/);
  return error;
};

const codeOf = async (bytes: Uint8Array, options?: ReadOptions): Promise<string> =>
  (await refusal(bytes, options)).code;

const MB = 1024 * 1024;

describe('refused files', () => {
  test('an empty file, blank text and a workbook without values', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('file-empty');
    expect(await codeOf(utf8('\ufeff \r\n;;\r\n'))).toBe('file-empty');
    expect(await codeOf(await writeXlsx({ sheets: [{ name: 'Лист', rows: [] }] }))).toBe(
      'file-empty',
    );
  });

  test('more than 50 MB', async () => {
    expect(await codeOf(new Uint8Array(50 * MB + 1))).toBe('file-too-big');
  });

  test('too many rows or cells, in every kind of file', async () => {
    const limits = { sheetRows: 3, cells: 8 };
    const rows = [['а'], ['б'], ['в'], ['г']];
    const wide = Array.from({ length: 9 }, () => 'а');
    for (const [, bytes] of [
      ['xlsx rows', await writeXlsx({ sheets: [{ name: 'Лист', rows }] })],
      ['xlsx cells', await writeXlsx({ sheets: [{ name: 'Лист', rows: [wide] }] })],
      ['csv', utf8(wide.join(';'))],
      ['html rows', utf8(`<table>${'<tr><td>а'.repeat(4)}</table>`)],
      ['html cells', utf8('<table><tr><td colspan=20>а<td>б</table>')],
      ['xls', biff5('Лист', rows)],
    ] as const)
      expect(await codeOf(bytes, { limits })).toBe('file-too-big');
    expect((await readWorkbook(utf8('а;б\nв;г'), { limits })).sheets).toHaveLength(1);
  });

  test('a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Лист', rows: [['тайна']] }],
      encryption: { password: 'секрет', spinCount: 10 },
    });
    expect(await codeOf(bytes)).toBe('file-encrypted');
  });

  test('what is no table', async () => {
    const word = zipOf([{ name: 'word/document.xml', packed: deflateRawSync('x'), declared: 1 }]);
    expect((await refusal(word)).message).toContain('Word');
    for (const bytes of [
      word,
      utf8('%PDF-1.7\n1 0 obj'),
      utf8('{\\rtf1\\ansi text}'),
      utf8('<html><body><p>Нет прав</p></body></html>'),
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      Uint8Array.from({ length: 400 }, (_, at) => at % 7),
    ])
      expect(await codeOf(bytes)).toBe('file-unknown-format');
  });
});

describe('cut files', () => {
  test('xlsx cut anywhere', async () => {
    const bytes = await sample('kontingent.xlsx');
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999])
      expect(await codeOf(bytes.subarray(0, Math.ceil(bytes.length * share)))).toBe(
        'file-truncated',
      );
  });

  test('xls cut anywhere', async () => {
    const bytes = await sample('zhurnal-5А.xls');
    for (const share of [0.01, 0.1, 0.5, 0.8])
      expect(['file-truncated', 'file-unreadable']).toContain(
        await codeOf(bytes.subarray(0, Math.ceil(bytes.length * share))),
      );
  });
});

describe('zip bombs', () => {
  const zeros = deflateRawSync(Buffer.alloc(64 * MB), { level: 1 });
  const parts = (declared: number): Uint8Array =>
    zipOf(
      Array.from({ length: 7 }, (_, at) => ({
        name: `xl/worksheets/sheet${at}.xml`,
        packed: zeros,
        declared,
      })),
    );

  test('an honest one is refused by its declared sizes, before any inflating', async () => {
    const started = performance.now();
    expect(await codeOf(parts(64 * MB))).toBe('file-zip-bomb');
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('a lying one stops at the limit', async () => {
    const memory = process.memoryUsage().rss;
    expect(await codeOf(parts(100))).toBe('file-zip-bomb');
    expect(process.memoryUsage().rss - memory).toBeLessThan(200 * MB);
    expect(await codeOf(parts(100), { limits: { inflatedBytes: MB } })).toBe('file-zip-bomb');
  });

  test('too many entries', async () => {
    const packed = deflateRawSync('x');
    const many = Array.from({ length: 10_001 }, (_, at) => ({
      name: `xl/${at}`,
      packed,
      declared: 1,
    }));
    expect(await codeOf(zipOf(many))).toBe('file-zip-bomb');
  });
});

test('an OpenDocument sheet of one tag repeated into billions of cells', async () => {
  const xml =
    '<office:document-content><office:body><office:spreadsheet><table:table table:name="A">' +
    '<table:table-row table:number-rows-repeated="1000000">' +
    '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">' +
    '<text:p>a</text:p></table:table-cell></table:table-row></table:table>' +
    '</office:spreadsheet></office:body></office:document-content>';
  const packed = deflateRawSync(xml);
  const bytes = zipOf([{ name: 'content.xml', packed, declared: xml.length }]);
  expect(await codeOf(bytes)).toBe('file-too-big');
});

test('whatever the bytes, the answer is a workbook or a coded refusal', async () => {
  const seeds = [
    await workbook(),
    biff5('Лист', [['Ёлкина', '1']]),
    (await sample('zhurnal-5А.xls')).subarray(0),
    utf8('<table><tr><td rowspan=2>а</td></tr></table>'),
    utf8('а;б\nв;"г'),
  ];
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), damage, async (seed, changes) => {
      const bytes = Uint8Array.from(seed);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      const error: unknown = await readWorkbook(bytes).catch((reason: unknown) => reason);
      if (error instanceof Error) expect(error).toBeInstanceOf(OfficeError);
    }),
    { numRuns: 150, seed: 20_261_122 },
  );
});
