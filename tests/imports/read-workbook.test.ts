import { readFile } from 'node:fs/promises';
import { writeOds, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cellAddress } from '../../src-main/spreadsheets/workbook.ts';
import type { Row } from '../../src-main/spreadsheets/workbook.ts';
import { biff5, cp1251, utf16, utf8 } from '../fixtures/file-bytes.ts';
import { schoolFile } from '../support/fixtures.ts';

const sample = (name: string): Promise<Uint8Array> => readFile(schoolFile(name));

const firstRows = async (bytes: Uint8Array): Promise<readonly Row[]> =>
  (await readWorkbook(bytes)).sheets[0]?.rows ?? [];

const leapDay = new Date(Date.UTC(2024, 1, 29));

describe('cell addresses', () => {
  test.each([
    [0, 0, 'A1'],
    [11, 1, 'B12'],
    [0, 25, 'Z1'],
    [0, 26, 'AA1'],
    [9, 701, 'ZZ10'],
    [9, 702, 'AAA10'],
  ])('row %i, column %i is %s', (row, col, address) => {
    expect(cellAddress(row, col)).toBe(address);
  });
});

describe('workbooks', () => {
  test('xlsx keeps text, numbers and dates apart, at their real addresses', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Лист',
          rows: [[], [null, '3/4', 4, leapDay, true, '=cmd|A1', '0012']],
          columns: [{}, {}, {}, { numFmt: 'dd.mm.yyyy' }],
        },
      ],
    });
    const book = await readWorkbook(bytes);
    expect(book).toMatchObject({ format: 'xlsx', date1904: false });
    expect(book.sheets[0]?.rows[0]).toEqual([]);
    expect(book.sheets[0]?.rows[1]).toEqual([
      null,
      '3/4',
      4,
      { date: '2024-02-29' },
      true,
      '=cmd|A1',
      '0012',
    ]);
  });

  test('a 1904 workbook gives the same days', async () => {
    const bytes = await writeXlsx({
      dateSystem: '1904',
      sheets: [{ name: 'Лист', rows: [[leapDay]], columns: [{ numFmt: 'dd.mm.yyyy' }] }],
    });
    const book = await readWorkbook(bytes);
    expect(book.date1904).toBe(true);
    expect(book.sheets[0]?.rows[0]).toEqual([{ date: '2024-02-29' }]);
  });

  test('ods', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: '8А',
          rows: [
            ['ФИО', 'Дата'],
            ['Ёлкина Ольга', leapDay],
            [null, 12],
          ],
        },
      ],
    });
    const book = await readWorkbook(bytes);
    expect(book.format).toBe('ods');
    expect(book.sheets[0]).toEqual({
      name: '8А',
      rows: [
        ['ФИО', 'Дата'],
        ['Ёлкина Ольга', { date: '2024-02-29' }],
        [null, 12],
      ],
    });
  });

  test('Excel 5 without a code page is windows-1251', async () => {
    const book = await readWorkbook(biff5('Класс', [['Ёжиков Пётр', '8А']]));
    expect(book.format).toBe('xls');
    expect(book.sheets).toEqual([{ name: 'Класс', rows: [['Ёжиков Пётр', '8А']] }]);
  });

  test('binary xls of the invented school', async () => {
    const book = await readWorkbook(await sample('zhurnal-5А.xls'));
    expect(book.format).toBe('xls');
    expect(book.sheets[0]?.rows[0]?.[0]).toBe('Предмет : Русский язык');
    expect(book.sheets[0]?.rows[5]?.slice(1, 4)).toEqual(['Беляев Василий Игоревич', 4, '4  3']);
  });

  test('XML Spreadsheet 2003', async () => {
    const xml =
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>' +
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
      'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="8А"><Table>' +
      '<Row><Cell><Data ss:Type="String">3/4</Data></Cell>' +
      '<Cell><Data ss:Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>';
    const book = await readWorkbook(utf8(xml));
    expect(book.format).toBe('xml');
    expect(book.sheets).toEqual([{ name: '8А', rows: [['3/4', 5]] }]);
  });

  test('13,000 rows of 16 columns stay cheap', async () => {
    const rows = Array.from({ length: 13_000 }, (_, r) =>
      Array.from({ length: 16 }, (_, c) => (c % 2 ? r * c : `текст ${r % 50}`)),
    );
    const bytes = await writeXlsx({ sheets: [{ name: 'Лист', rows }] });
    const started = performance.now();
    const read = await firstRows(bytes);
    expect(read).toHaveLength(13_000);
    expect(read[12_999]?.[15]).toBe(12_999 * 15);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

const page = (charset: string): string =>
  `<html><head><meta charset="${charset}"><title>Отчёт</title></head><body>` +
  '<table><tr><td>Класс: 8А</td></tr></table>' +
  '<table border=1><tr><th rowspan=2>Предмет</th><th colspan="2">Март</th></tr>' +
  '<tr><td>3<td>4</tr>' +
  '<tr><td>Алгебра &amp; начала</td><td>3/4</td><td><b>Б</b>&nbsp;3<br>н</td></tr></table>';

describe('HTML under the name of an xls', () => {
  const expected = [
    ['Предмет', 'Март'],
    [null, '3', '4'],
    ['Алгебра & начала', '3/4', 'Б 3\nн'],
  ];

  test.each([
    ['utf-8', utf8(page('utf-8')), 'utf-8'],
    ['windows-1251', cp1251(page('windows-1251')), 'windows-1251'],
    ['windows-1251 that calls itself utf-8', cp1251(page('utf-8')), 'windows-1251'],
  ])('%s: marks stay text, spans and unclosed cells keep columns', async (_, bytes, encoding) => {
    const book = await readWorkbook(bytes);
    expect(book).toMatchObject({ format: 'html', encoding });
    expect(book.sheets).toHaveLength(2);
    expect(book.sheets[1]?.rows).toEqual(expected);
  });

  test('a rowspan of three covers exactly two further rows', async () => {
    const rows = await firstRows(
      utf8('<table><tr><td rowspan=3>а<td>1<tr><td>2<tr><td>3<tr><td>4</table>'),
    );
    expect(rows).toEqual([['а', '1'], [null, '2'], [null, '3'], ['4']]);
  });

  test('a page of unclosed tags takes linear time', async () => {
    const started = performance.now();
    await readWorkbook(utf8(`<table><tr><td>x${'<td '.repeat(300_000)}`));
    await readWorkbook(utf8(`<table><tr>${'<td rowspan=900 colspan=900>x'.repeat(5000)}`));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('text files', () => {
  const lines = 'ФИО;Класс;Примечание\r\nЁлкина Ольга;8А;"a;b\nc"\r\nИванов Пётр;3/4;=cmd|A1\r\n';
  const rows = [
    ['ФИО', 'Класс', 'Примечание'],
    ['Ёлкина Ольга', '8А', 'a;b\nc'],
    ['Иванов Пётр', '3/4', '=cmd|A1'],
  ];

  test.each([
    ['UTF-8', utf8(lines), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${lines}`), 'utf-8'],
    ['UTF-16 LE', utf16(lines, 'le'), 'utf-16le'],
    ['UTF-16 BE', utf16(lines, 'be'), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(lines, 'le', false), 'utf-16le'],
    ['windows-1251', cp1251(lines), 'windows-1251'],
    ['tabs', utf8(lines.replaceAll(/;(?!b)/g, '\t')), 'utf-8'],
    ['commas', utf8(lines.replaceAll(/;(?!b)/g, ',')), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const book = await readWorkbook(bytes);
    expect(book).toMatchObject({ format: 'csv', encoding });
    expect(book.sheets[0]?.rows.slice(0, 3)).toEqual(rows);
  });

  test('commas inside addresses do not beat semicolons', async () => {
    const read = await firstRows(
      utf8('Имя;Адрес\nАнна;г. Белый, ул. Мира, д. 1\nОля;с. Ясное, 2\n'),
    );
    expect(read[1]).toEqual(['Анна', 'г. Белый, ул. Мира, д. 1']);
  });

  test('text without columns is cut at white space', async () => {
    const book = await readWorkbook(utf8('ivanov1  pas5wd Иванов Пётр Ильич 8Ж\nolga x y z\n'));
    expect(book.format).toBe('text');
    expect(book.sheets[0]?.rows[0]).toEqual(['ivanov1', 'pas5wd', 'Иванов', 'Пётр', 'Ильич', '8Ж']);
  });
});
