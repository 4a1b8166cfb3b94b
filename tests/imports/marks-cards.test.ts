import { describe, expect, test } from 'vitest';
import { finalLines, marksOfSheets, rejectedLines } from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const heading = (pupil: string): Rows => [
  ['МБОУ «СОШ № 17»'],
  [],
  ['Табель успеваемости учащегося'],
  [],
  ['Учебный год: 2025/2026'],
  ['Класс: 8А'],
  [`Учащийся: ${pupil}`],
  [],
];

const terms = (count: number, name: string): readonly (string | null)[] =>
  Array.from({ length: count }, (_, at) => [`${at + 1} ${name}`, null, null]).flat();

const leaves = (count: number): readonly string[] =>
  Array.from({ length: count }, () => ['Средний балл', 'Ср. взв.\nбалл', 'Итог']).flat();

/** Head of four lines: titles, an empty line of a merged cell, terms, what is under a term. */
const head = (count: number, name: string): Rows => [
  [
    '№ п/п',
    'Предмет',
    'Учебные периоды',
    ...Array.from({ length: count * 3 - 1 }, () => null),
    'Год. оценка',
    'Экз. оценка',
    'Гос. экз. оценка',
    'Итог. оценка',
  ],
  [],
  [null, null, ...terms(count, name)],
  [null, null, ...leaves(count)],
];

const shortCard = (pupil: string): Rows => [
  [`Ученик: ${pupil}`],
  ['Предмет', '1 четверть'],
  ['Алгебра', '5'],
];

describe('report card', () => {
  test('quarters: final marks of terms, of the year, of exams; averages left out', async () => {
    const found = await marksOfSheets({
      Табель: [
        ...heading('Ёлкина Анна'),
        ...head(4, 'Четверть'),
        [1, 'Алгебра', 4.5, 4.4, '5', 3.2, 3.1, 3, 0, 0, null, 4, 4, 'н/а', '4', '5', 3, 4],
        [2, 'Физкультура', 0, 0, 'зч', 0, 0, 'осв', null, null, null, null, null, 999, 'зч'],
        [],
        ...heading('Ким Ан'),
        ...head(4, 'Четверть'),
        [1, 'Алгебра', 4.5, 4.4, 4],
        [2, 'Химия', 0, 0, 0],
      ],
    });
    expect(found).toMatchObject({
      kind: 'report-card',
      schoolYear: 2025,
      classNames: ['8А'],
      rejected: [],
    });
    expect(finalLines(found)).toEqual([
      'Ёлкина Алгебра term-1 = 5',
      'Ёлкина Алгебра term-2 = 3',
      'Ёлкина Алгебра term-4 = н/а',
      'Ёлкина Алгебра year = 4',
      'Ёлкина Алгебра exam = 5',
      'Ёлкина Алгебра state-exam = 3',
      'Ёлкина Алгебра final = 4',
      'Ёлкина Физкультура term-1 = зч',
      'Ёлкина Физкультура term-2 = осв',
      'Ёлкина Физкультура term-4 = 999',
      'Ёлкина Физкультура year = зч',
      'Ким Алгебра term-1 = 4',
      'Ким Химия term-1 = 0',
    ]);
    expect(found.marks.every(({ cells, covers }) => cells.length === 0 && covers === null)).toBe(
      true,
    );
    expect(found.marks[0]?.finals[0]?.address).toBe('E13');
  });

  test.each([
    ['Триместр', 3, ['term-1', 'term-2', 'term-3', 'year']],
    ['Полугодие', 2, ['term-1', 'term-2', 'year']],
  ] as const)('%s', async (name, count, periods) => {
    const marks = Array.from({ length: count }, () => [4.1, 4.2, 4]).flat();
    const found = await marksOfSheets({
      Л: [...heading('Ким Ан'), ...head(count, name), [1, 'Алгебра', ...marks, 5]],
    });
    expect(found.marks[0]?.finals.map(({ period }) => period)).toEqual(periods);
  });

  test('one line of titles, roman numbers, the period of which marks are filled', async () => {
    const found = await marksOfSheets({
      Л: [
        ['Ученик: Ким Ан'],
        ['Предмет', 'I полугодие', 'II полугодие', 'I четв.', 'II четв.', 'III четв.', 'Годовая'],
        ['Алгебра', '4', '5', null, null, null, '5'],
        ['Химия', '3', '4'],
      ],
    });
    expect(finalLines(found)).toEqual([
      'Ким Алгебра term-1 = 4',
      'Ким Алгебра term-2 = 5',
      'Ким Алгебра year = 5',
      'Ким Химия term-1 = 3',
      'Ким Химия term-2 = 4',
    ]);
    expect(found.pupils[0]?.className).toBe('');
  });

  test('marks of two kinds of terms, an average for a mark, a row without a subject', async () => {
    const found = await marksOfSheets({
      Л: [
        ['Класс: 8А'],
        ['Ученик: Ким Ан'],
        ['Предмет', '1 полугодие', '1 четверть', '2 четверть'],
        ['Алгебра', '4', '5', '4,33'],
        [null, null, '3'],
      ],
    });
    expect(finalLines(found)).toEqual(['Ким Алгебра term-1 = 5']);
    expect(rejectedLines(found)).toEqual(['B4 other-terms', 'D4 not-a-final', 'A5 no-subject']);
  });

  test('several sheets, a sheet for each class, and one with nothing of it', async () => {
    const found = await marksOfSheets({
      '8А': shortCard('Ким Ан'),
      '8 «б»': shortCard('Цой Ли'),
      Справка: [['Выгружено из системы']],
    });
    expect(found.pupils.map(({ className }) => className)).toEqual(['8А', '8Б']);
    expect(found.rejected.map(({ where, code }) => `${where.sheet} ${code}`)).toEqual([
      'Справка sheet-skipped',
    ]);
  });
});
