import { describe, expect, test } from 'vitest';
import { biff5 } from '../fixtures/file-bytes.ts';
import {
  cellLines,
  finalLines,
  marksOf,
  marksOfSheets,
  rejectedLines,
} from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const year = { schoolYear: 2025 } as const;

/** As the binary file of Excel 5: texts only. */
const texts = (rows: Rows): readonly (readonly string[])[] =>
  rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));

const block = (subject: string, ...rows: Rows): Rows => [
  [`Предмет : ${subject}`],
  [],
  [null, null, 'Сентябрь', null, null, 'Январь'],
  [null, null, 1, 1, 30, 12],
  ...rows,
  [],
];

describe('printed journal', () => {
  const rows: Rows = [
    ...block(
      'Алгебра',
      [1, 'Ёлкина Анна', '5', 'Б Б 3', '3/4'],
      [2, 'Ким Ан', null, '4  3', null, 'н'],
    ),
    ...block('Физика', [1, 'Ёлкина Анна', '2'], [2, 'Ким Ан']),
  ];
  const cells = [
    'Ёлкина Анна Алгебра 2025-09-01#1 = 5',
    'Ёлкина Анна Алгебра 2025-09-01#2 = Б Б 3',
    'Ёлкина Анна Алгебра 2025-09-30#1 = 3/4',
    'Ким Ан Алгебра 2025-09-01#2 = 4 3',
    'Ким Ан Алгебра 2026-01-12#1 = н',
    'Ёлкина Анна Физика 2025-09-01#1 = 2',
  ];

  test('binary Excel 5 in windows-1251', async () => {
    const found = await marksOf(biff5('Журнал', texts(rows)), year);
    expect(found).toMatchObject({ kind: 'class-journal', schoolYearFrom: 'assumed', rejected: [] });
    expect(cellLines(found)).toEqual(cells);
    expect(found.lessons).toHaveLength(8);
    expect(found.lessons[1]).toMatchObject({
      subject: 'Алгебра',
      date: '2025-09-01',
      ordinal: 2,
      described: false,
      topic: null,
      homework: null,
      className: '',
    });
    expect(found.pupils.map(({ className }) => className)).toEqual(['', '']);
    // Ким has no mark in physics, and the file says so.
    expect(found.marks[3]).toMatchObject({
      pupil: 1,
      subject: 'Физика',
      cells: [],
      covers: { from: '2025-09-01', to: '2026-01-12' },
    });
  });

  test.each([
    ['the name of the sheet', { '8 "А"': rows }],
    ['a title', { Лист1: [['Распечатка классного журнала 8А класса'], [], ...rows] }],
    ['a line', { Лист1: [['Класс: 8а'], ['Учебный год: 2025/2026'], ...rows] }],
  ] as const)('the class stands in %s', async (_, sheets) => {
    const found = await marksOfSheets(sheets, year);
    expect(found.classNames).toEqual(['8А']);
    expect(cellLines(found)).toEqual(cells.map((line) => `8А ${line}`));
    expect(found.lessons.every(({ className }) => className === '8А')).toBe(true);
  });

  test('or is told by a person', async () => {
    const found = await marksOfSheets({ Журнал: rows }, { ...year, className: '8 «а»' });
    expect(cellLines(found)[0]).toBe('8А Ёлкина Анна Алгебра 2025-09-01#1 = 5');
  });

  test('other rows for the head, titles, totals elsewhere, teacher, footer', async () => {
    const found = await marksOfSheets(
      {
        '9Б': [
          ['Учебный предмет: Родной язык: русский'],
          ['Учитель: Ким Анна Львовна'],
          ['№ п/п', 'Ф.И.О. ученика', null, 'Ср. балл', 'Октябрь', null, 'I четверть', 'Ноябрь'],
          [],
          ['№ п/п', 'Ф.И.О. ученика', null, 'Ср. балл', 'Октябрь', null, 'I четверть', 'Ноябрь'],
          [null, null, null, null, 6, 13, null, 5],
          [1, 'Мурза-Заде Лев Ильич', null, 4.5, 4, 5, 4, 'УП'],
          [null, 'Классный руководитель', null, null, null, null, null],
          ['Н Неявка, УП Уважительный пропуск'],
        ],
      },
      year,
    );
    expect(cellLines(found)).toEqual([
      '9Б Мурза-Заде Лев Ильич Родной язык: русский 2025-10-06#1 = 4',
      '9Б Мурза-Заде Лев Ильич Родной язык: русский 2025-10-13#1 = 5',
      '9Б Мурза-Заде Лев Ильич Родной язык: русский 2025-11-05#1 = УП',
    ]);
    expect(finalLines(found)).toEqual(['Мурза-Заде Родной язык: русский term-1 = 4']);
    expect(found.lessons.map(({ teacher }) => teacher?.lastName)).toEqual(['Ким', 'Ким', 'Ким']);
    expect(found.legend.map(({ code }) => code)).toEqual(['Н', 'УП']);
    expect(found.pupils).toHaveLength(1);
    expect(found.rejected).toEqual([]);
  });

  test('namesakes by their order; a page of further pupils, a page of further days', async () => {
    const head: Rows = [
      [null, null, 'Март', null],
      [null, null, 3, 4],
    ];
    const found = await marksOfSheets(
      {
        '8А': [
          ['Предмет : Химия'],
          ...head,
          [1, 'Ким Ан', '2', null],
          [2, 'Ким Ан', '3', null],
          ...head,
          [3, 'Ким Ан', '4', null],
          [null, null, 'Март', null],
          [null, null, 4, 5],
          [1, 'Ким Ан', '5', null],
          [2, 'Ким Ан', null, '5'],
        ],
      },
      year,
    );
    expect(cellLines(found).toSorted()).toEqual([
      '8А Ким Ан (2) Химия 2026-03-03#1 = 3',
      '8А Ким Ан (2) Химия 2026-03-05#1 = 5',
      '8А Ким Ан (3) Химия 2026-03-03#1 = 4',
      '8А Ким Ан Химия 2026-03-03#1 = 2',
      '8А Ким Ан Химия 2026-03-04#2 = 5',
    ]);
    expect(found.rejected).toEqual([]);
  });

  test('cells that cannot be taken', async () => {
    const found = await marksOfSheets(
      {
        '8А': [
          ['Предмет : Химия'],
          [],
          [null, null, 'Апрель', null, null],
          [null, null, 29, 31, null],
          [1, 'Ким Ан', '5', '4', '3'],
          [2, null, '5'],
          [3, 'Иванов', '5'],
          [4, 'Цой Ли', new Date(Date.UTC(2026, 3, 3))],
          [5, 'Юн Ли', '2'],
        ],
      },
      year,
    );
    expect(rejectedLines(found)).toEqual([
      'D5 bad-date',
      'E5 no-date',
      'A6 no-student-name',
      'B7 bad-student-name',
      'C8 mark-became-date',
    ]);
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Химия 2026-04-29#1 = 5',
      '8А Юн Ли Химия 2026-04-29#1 = 2',
    ]);
  });

  test('a subject without days is refused, pupils are not taken for days', async () => {
    const found = await marksOfSheets(
      {
        '8А': [
          ['Предмет : Химия'],
          [null, null, 'Апрель', null],
          [1, 'Ким Ан', '5', '4'],
          ['Предмет : Физика'],
          [null, null, 'Апрель', null],
          [null, null, 6, 7],
          [1, 'Ким Ан', '5', '4'],
        ],
      },
      year,
    );
    expect(rejectedLines(found)).toEqual(['A2 no-days']);
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Физика 2026-04-06#1 = 5',
      '8А Ким Ан Физика 2026-04-07#1 = 4',
    ]);
  });

  test('a wrongly assumed year is betrayed by its Sundays', async () => {
    // Mondays of March 2026 are Sundays of March 2025.
    const days: Rows = [
      ['Предмет : Химия'],
      [null, null, 'Март', null, null],
      [null, null, 2, 9, 16],
      [1, 'Ким Ан', '5', '4', '3'],
    ];
    const right = await marksOfSheets({ '8А': days }, { schoolYear: 2025 });
    expect(right.warnings).toEqual([]);
    const wrong = await marksOfSheets({ '8А': days }, { schoolYear: 2024 });
    expect(wrong.warnings.map(({ code }) => code)).toEqual(['year-doubtful']);
  });
});
