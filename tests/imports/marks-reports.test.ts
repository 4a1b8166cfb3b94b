import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cp1251, utf8 } from '../fixtures/file-bytes.ts';
import {
  cellLines,
  finalLines,
  marksOf,
  marksOfSheets,
  rejectedLines,
  reportHead,
  workbookOf,
} from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const kim = 'Ким Ан';
const legend: Rows = [['Н Неуважительная, О Опоздание, Б Болезнь, У Уважительная']];

describe('columns of each pupil', () => {
  test('totals elsewhere, titles with line breaks, a day repeated', async () => {
    const found = await marksOfSheets({
      Лист1: [
        ...reportHead('Ёлкина-Петрова Анна Ильинична', '8 "А"'),
        ['Предмет', 'Март', null, 'Апрель', null, null, 'Средняя оценка', 'Средневзвешенный\nбалл'],
        [null, 24, 31, 1, 2, 2],
        ['Алгебра', '5', 'О 2', '3/4', 'Н', 'Б  3/3', 3.8, 3.8],
        ...legend,
        [],
        ...reportHead(kim, '8а класс'),
        ['Предмет', 'Средняя\nоценка', 'Март', null, 'Итоговая оценка за период', 'Май', null],
        [null, null, '24', '25', null, '4', '4'],
        ['Физика', 0, null, null, null, null, 'УП'],
        ['Алгебра', 4.5, null, 'Б Б 3', 4, 'я', '5 Н'],
        ...legend,
      ],
    });
    expect(cellLines(found)).toEqual([
      '8А Ёлкина-Петрова Анна Ильинична Алгебра 2026-03-24#1 = 5',
      '8А Ёлкина-Петрова Анна Ильинична Алгебра 2026-03-31#1 = О 2',
      '8А Ёлкина-Петрова Анна Ильинична Алгебра 2026-04-01#1 = 3/4',
      '8А Ёлкина-Петрова Анна Ильинична Алгебра 2026-04-02#1 = Н',
      '8А Ёлкина-Петрова Анна Ильинична Алгебра 2026-04-02#2 = Б 3/3',
      '8А Ким Ан Физика 2026-05-04#2 = УП',
      '8А Ким Ан Алгебра 2026-03-25#1 = Б Б 3',
      '8А Ким Ан Алгебра 2026-05-04#1 = я',
      '8А Ким Ан Алгебра 2026-05-04#2 = 5 Н',
    ]);
    // Averages are never taken; the mark of the period is, for whoever knows what term it is.
    expect(finalLines(found)).toEqual(['Ким Алгебра covered = 4']);
    expect(found.marks[0]?.covers).toEqual({ from: '2026-03-24', to: '2026-05-24' });
    expect(found.marks[0]?.cells[1]?.address).toBe('C12');
    expect(found.legend).toEqual([
      { code: 'Н', title: 'Неуважительная' },
      { code: 'О', title: 'Опоздание' },
      { code: 'Б', title: 'Болезнь' },
      { code: 'У', title: 'Уважительная' },
    ]);
    expect(found.rejected).toEqual([]);
  });

  test('number column, blank columns, other words, days with weekdays, labels in two cells', async () => {
    const found = await marksOfSheets({
      Отчёт: [
        [null, 'Учебный год', null],
        [null, 'Учебный год:', '2025-2026', null, 'Класс:', '10-Б'],
        [null, 'Отчётный период:', null, 'с 1 сентября 2025 по 31.12.2025 г.'],
        [null, 'ФИО учащегося:', null, 'Алиев  Вагиф Рашид оглы (10Б)'],
        ['№', 'Учебный предмет', null, 'сентябрь 2025', null, null, 'Декабрь', 'Ср. балл'],
        [null, null, null, '1 пн', null, '2\nвт', '31.12', null],
        [1, 'Родной язык: русский', null, 5, null, 'н', '4+', '4,5'],
        [2, 'Химия', null, null, null, null, '-', '0'],
        [3, 'Музыка'],
        [4, 'Физика', null, null, null, '2', null, '2'],
        ['МБОУ «СОШ № 17»'],
        [null, 'Итого пропусков', null, 7, null, 1, 3],
      ],
    });
    expect(cellLines(found)).toEqual([
      '10Б Алиев Вагиф Рашид оглы Родной язык: русский 2025-09-01#1 = 5',
      '10Б Алиев Вагиф Рашид оглы Родной язык: русский 2025-09-02#1 = н',
      '10Б Алиев Вагиф Рашид оглы Родной язык: русский 2025-12-31#1 = 4+',
      '10Б Алиев Вагиф Рашид оглы Физика 2025-09-02#1 = 2',
    ]);
    expect(found.rejected).toEqual([]);
    // A subject without marks is told, a title of the next page is none.
    expect(found.marks.map(({ subject }) => subject)).toEqual([
      'Родной язык: русский',
      'Химия',
      'Музыка',
      'Физика',
    ]);
  });

  test('a page break repeats the head or goes on with other days; it is one child', async () => {
    const head: Rows = [
      ['Предмет', 'Март', null],
      [null, 24, 25],
    ];
    const found = await marksOfSheets({
      Лист1: [
        ...reportHead(kim),
        ...head,
        ['Алгебра', '5', null],
        ...head,
        ['Химия', null, '4'],
        [],
        ['Предмет', 'Апрель', null],
        [null, 2, 3],
        ['Алгебра', null, '3'],
      ],
    });
    expect(found.pupils).toHaveLength(1);
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Алгебра 2026-03-24#1 = 5',
      '8А Ким Ан Алгебра 2026-04-03#1 = 3',
      '8А Ким Ан Химия 2026-03-25#1 = 4',
    ]);
    expect(found.rejected).toEqual([]);
  });

  test('namesakes are two; the same child in the next period is one', async () => {
    const block = (period: string, month: string, mark: string): Rows => [
      ['Класс: 8А'],
      [`Период: ${period}`],
      ['Ученик: Ким Ан'],
      ['Предмет', month],
      [null, 9],
      ['Алгебра', mark],
    ];
    const first = 'с 01.09.25 по 31.10.25';
    const second = 'с 01.11.25 по 31.12.25';
    const found = await marksOfSheets({
      Лист1: [
        ...block(first, 'Сентябрь', '2'),
        ...block(first, 'Сентябрь', '3'),
        ...block(second, 'Декабрь', '4'),
        ...block(second, 'Декабрь', '5'),
      ],
    });
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Алгебра 2025-09-09#1 = 2',
      '8А Ким Ан (2) Алгебра 2025-09-09#1 = 3',
      '8А Ким Ан Алгебра 2025-12-09#1 = 4',
      '8А Ким Ан (2) Алгебра 2025-12-09#1 = 5',
    ]);
    expect(found.marks.map(({ covers }) => covers?.from)).toEqual([
      '2025-09-01',
      '2025-09-01',
      '2025-11-01',
      '2025-11-01',
    ]);
  });
});

describe('the year', () => {
  const table = (...lines: readonly string[]): Rows => [
    ...lines.map((line) => [line]),
    ['Ученик: Ким Ан'],
    ['Предмет', 'Декабрь', 'Январь', 'Февраль'],
    [null, 30, 12, 28],
    ['Алгебра', '5', '4', '3'],
  ];
  const days = ['2025-12-30', '2026-01-12', '2026-02-28'];
  const datesOf = async (...lines: readonly string[]): Promise<readonly string[]> =>
    (await marksOfSheets({ Л: table(...lines) })).marks.flatMap(({ cells }) =>
      cells.map(({ date }) => date),
    );

  test('is that of the school year, else of the period', async () => {
    expect(await datesOf('Учебный год: 2025/2026')).toEqual(days);
    expect(await datesOf('Период: с 01.12.25 по 28.02.26')).toEqual(days);
    expect(await datesOf('Период: 01.12.2025 - 28.02.2026')).toEqual(days);
  });

  test('a period over two school years gives each day the only year it fits', async () => {
    const found = await marksOfSheets({
      Л: [
        ['Период: с 12.05.26 по 10.09.26'],
        ['Ученик: Ким Ан'],
        ['Предмет', 'Май', 'Сентябрь'],
        [null, 14, 2],
        ['Алгебра', '5', '4'],
      ],
    });
    expect(found.marks[0]?.cells.map(({ date }) => date)).toEqual(['2026-05-14', '2026-09-02']);
  });

  test('is asked for when nothing says it, and an assumed one is told', async () => {
    const none = await marksOfSheets({ Л: table() });
    expect(none.marks[0]?.cells).toEqual([]);
    expect(rejectedLines(none)).toEqual([
      'B4 no-school-year',
      'C4 no-school-year',
      'D4 no-school-year',
    ]);
    const assumed = await marksOfSheets({ Л: table() }, { schoolYear: 2025 });
    expect(assumed).toMatchObject({ schoolYear: 2025, schoolYearFrom: 'assumed', rejected: [] });
    expect(assumed.marks[0]?.cells.map(({ date }) => date)).toEqual(days);
  });

  test('contradicting lines refuse the table', async () => {
    const found = await marksOfSheets({
      Л: table('Учебный год: 2024/2025', 'Период: с 01.12.25 по 28.02.26'),
    });
    expect(found.marks).toEqual([]);
    expect(rejectedLines(found)).toEqual(['A3 year-conflict']);
  });

  test('29 February stands in leap years only; 31 August belongs to the year before', async () => {
    const february = (year: string): Rows => [
      [`Учебный год: ${year}`],
      ['Ученик: Ким Ан'],
      ['Предмет', 'Февраль', 'Август'],
      [null, 29, 31],
      ['Алгебра', '5', '4'],
    ];
    const leap = await marksOfSheets({ Л: february('2023/2024') });
    expect(leap.marks[0]?.cells.map(({ date }) => date)).toEqual(['2024-02-29', '2024-08-31']);
    const common = await marksOfSheets({ Л: february('2025/2026') });
    expect(rejectedLines(common)).toEqual(['B5 bad-date']);
    expect(common.marks[0]?.cells.map(({ date }) => date)).toEqual(['2026-08-31']);
  });
});

describe('what cannot be taken is told by its cell', () => {
  test('impossible days, days out of the period, disorder, marks without a day', async () => {
    const found = await marksOfSheets({
      Лист1: [
        ...reportHead(kim),
        ['Предмет', 'Март', 'Апрель', null, 'Май', null, null, null, null],
        [null, 20, 30, 31, 30, 31, 1, 2, null],
        ['Алгебра', '5', '4', '3', '2', '5', '4', '3', '2'],
        ['Химия', null, '4'],
      ],
    });
    expect(rejectedLines(found)).toEqual([
      'B12 date-out-of-period',
      'D12 bad-date',
      'E12 day-order',
      'F12 day-order',
      'G12 day-order',
      'H12 day-order',
      'I12 no-date',
    ]);
    expect(found.rejected[1]?.message).toBe(
      'Лист «Лист1», D12: 31.04.2026 – такого дня нет в календаре или в периоде отчёта. Исправьте число в шапке таблицы.',
    );
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Алгебра 2026-04-30#1 = 4',
      '8А Ким Ан Химия 2026-04-30#1 = 4',
    ]);
  });

  test('a mark that became a date, a text that is no mark, a row without a subject', async () => {
    const found = await marksOfSheets({
      Лист1: [
        ...reportHead(kim),
        ['Предмет', 'Март', null],
        [null, 24, 25],
        ['Алгебра', new Date(Date.UTC(2026, 3, 3)), 'Ученик переведён в другую школу 20.03'],
        [null, '5', null],
      ],
    });
    expect(rejectedLines(found)).toEqual([
      'B12 mark-became-date',
      'C12 not-a-mark',
      'A13 no-subject',
    ]);
    expect(found.rejected[2]?.cells).toEqual(['5']);
  });

  test('blocks without a name, with no class in the class, without a head or a table', async () => {
    const table: Rows = [
      ['Предмет', 'Март'],
      [null, 24],
      ['Алгебра', '5'],
    ];
    const found = await marksOfSheets({
      Лист1: [
        ...reportHead(''),
        ...table,
        ...reportHead('12345'),
        ...table,
        ...reportHead('Цой Ли', 'группа продлённого дня'),
        ...table,
        // The next page names the class again but no pupil: these marks are nobody's.
        ['Класс: 8А'],
        ...table,
        ...reportHead(kim),
        ['Алгебра', '5', '4'],
        ['Химия', '3'],
        ...reportHead('Юн Ли'),
      ],
    });
    expect(found.marks).toEqual([]);
    expect(rejectedLines(found)).toEqual([
      'A8 no-student-name',
      'A20 bad-student-name',
      'A32 bad-class',
      'A38 no-student-name',
      'A50 no-head',
      'A51 no-head',
      'A59 no-table',
    ]);
  });

  test('a lesson told twice with different marks', async () => {
    const table = (mark: string): Rows => [
      ['Предмет', 'Март'],
      [null, 24],
      ['Алгебра', mark],
    ];
    const found = await marksOfSheets({
      Лист1: [...reportHead(kim), ...table('5'), ...table('5'), ...table('4')],
    });
    expect(cellLines(found)).toEqual(['8А Ким Ан Алгебра 2026-03-24#1 = 5']);
    expect(rejectedLines(found)).toEqual(['B18 repeated-cell']);
    expect(found.rejected[0]?.message).toContain('B12');
  });
});

describe('HTML under the name of an xls', () => {
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

test('a report cut short is refused as a whole', async () => {
  const bytes = await workbookOf({ Лист1: [...reportHead(kim), ['Предмет', 'Март'], [null, 24]] });
  await expect(marksOf(bytes.subarray(0, bytes.length - 200))).rejects.toMatchObject({
    code: 'file-truncated',
  });
});
