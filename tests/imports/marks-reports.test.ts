import { describe, expect, test } from 'vitest';
import { cellLines, finalLines, marksOfSheets, reportHead } from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const kim = 'Ким Ан';
const legend: Rows = [['Н Неуважительная, О Опоздание, Б Болезнь, У Уважительная']];

const block = (period: string, month: string, mark: string): Rows => [
  ['Класс: 8А'],
  [`Период: ${period}`],
  ['Ученик: Ким Ан'],
  ['Предмет', month],
  [null, 9],
  ['Алгебра', mark],
];

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

  test('a period named as a term, a period in the title, blank lines of merged titles', async () => {
    const table: Rows = [
      ['№', 'Предмет', 'Март', null, 'Итоговая оценка'],
      [],
      [null, null, 24, 25],
      [],
      [1, 'Алгебра', '5', '4', '5'],
    ];
    const named = await marksOfSheets({
      '8А': [['Учебный год: 2025/2026'], ['Период: III четверть'], ['Ученик: Ким Ан'], ...table],
    });
    expect(finalLines(named)).toEqual(['Ким Алгебра term-3 = 5']);
    expect(named.marks[0]?.covers).toEqual({ from: '2026-03-24', to: '2026-03-25' });
    const titled = await marksOfSheets({
      '8А': [['Отчёт за период с 01.03.2026 по 31.03.2026'], ['Ученик: Ким Ан'], ...table],
    });
    expect(titled.marks[0]?.covers).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(cellLines(titled)).toHaveLength(2);
    expect(titled.rejected).toEqual([]);
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
