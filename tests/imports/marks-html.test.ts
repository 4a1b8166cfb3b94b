import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cp1251, utf8 } from '../fixtures/file-bytes.ts';
import { cellLines, marksOf } from '../fixtures/marks-files.ts';

const pupilTables = (name: string, mark: string): string =>
  `<table><tr><td>Школа</td></tr><tr><td>Учебный год: 2025/2026</td></tr><tr><td>Класс:</td><td>8А</td></tr>` +
  `<tr><td>Период: с 24.03.26 по 24.05.26</td></tr><tr><td>Ученик: ${name}</td></tr></table>` +
  '<table border=1><tr><th rowspan=2>Предмет</th><th colspan="2">Март</th><th>Апрель</th>' +
  '<th rowspan=2>Средняя<br>оценка</th></tr><tr><th>24</th><th>24</th><th>3</th></tr>' +
  `<tr><td>Литература</td><td>3/4</td><td>&nbsp;</td><td>${mark}</td><td>4,2</td></tr></table>`;

const page = (charset: string): string =>
  `<html><head><meta charset="${charset}"></head><body>` +
  `${pupilTables('Ёжиков Пётр', '«я»')}${pupilTables('Ким Ан', 'Б&nbsp;3')}` +
  '<table><tr><td>Н Неуважительная, Б Болезнь</td></tr></table></body></html>';

describe('HTML under the name of an xls', () => {
  test.each([
    ['windows-1251', cp1251(page('windows-1251'))],
    ['windows-1251 that calls itself utf-8', cp1251(page('utf-8'))],
    ['utf-8', utf8(page('utf-8'))],
  ])('%s: all pupils of the page', async (_, bytes) => {
    expect((await readWorkbook(bytes)).format).toBe('html');
    const found = await marksOf(bytes);
    expect(cellLines(found)).toEqual([
      '8А Ёжиков Пётр Литература 2026-03-24#1 = 3/4',
      '8А Ёжиков Пётр Литература 2026-04-03#1 = «я»',
      '8А Ким Ан Литература 2026-03-24#1 = 3/4',
      '8А Ким Ан Литература 2026-04-03#1 = Б 3',
    ]);
    expect(found).toMatchObject({ kind: 'marks-report', rejected: [] });
    expect(found.legend).toHaveLength(2);
    expect(found.marks).toHaveLength(2);
    expect(found.marks[1]).toMatchObject({ sheet: 'Таблица 4' });
  });
});
