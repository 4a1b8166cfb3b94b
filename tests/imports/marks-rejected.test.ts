import { describe, expect, test } from 'vitest';
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

const oneMark = (mark: string): Rows => [
  ['Предмет', 'Март'],
  [null, 24],
  ['Алгебра', mark],
];

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
    const found = await marksOfSheets({
      Лист1: [...reportHead(kim), ...oneMark('5'), ...oneMark('5'), ...oneMark('4')],
    });
    expect(cellLines(found)).toEqual(['8А Ким Ан Алгебра 2026-03-24#1 = 5']);
    expect(rejectedLines(found)).toEqual(['B18 repeated-cell']);
    expect(found.rejected[0]?.message).toContain('B12');
  });

  test('a final mark told twice', async () => {
    const found = await marksOfSheets({
      Л: [
        ['Класс: 8А'],
        ['Ученик: Ким Ан'],
        ['Предмет', '1 четверть', '2 четверть'],
        ['Алгебра', '5', '4'],
        ['Алгебра', '5', '3'],
      ],
    });
    expect(finalLines(found)).toEqual(['Ким Алгебра term-1 = 5', 'Ким Алгебра term-2 = 4']);
    expect(rejectedLines(found)).toEqual(['C5 repeated-final']);
    expect(found.rejected[0]?.message).toContain('C4');
  });

  const ten = Array.from({ length: 10 }, (_, at) => at);

  test.each<readonly [shape: string, rows: Rows, rejected: string]>([
    [
      'columns of a day',
      [
        ...reportHead(kim),
        ['Предмет', 'Март', ...ten.slice(1).map(() => null)],
        [null, ...ten.map(() => 24)],
        ['Алгебра', ...ten.map(() => '5')],
      ],
      'K12',
    ],
    [
      'rows of marks',
      [
        ['Ученик', 'Класс', 'Предмет', 'Дата', 'Оценка'],
        ...ten.map(() => [kim, '8А', 'Алгебра', '24.03.2026', '5']),
      ],
      'D11',
    ],
    [
      'rows of lessons',
      [
        ['Класс', 'Предмет', 'Дата', 'Тема'],
        ...ten.map((at) => ['8А', 'Алгебра', '24.03.2026', `Тема ${at}`]),
      ],
      'C11',
    ],
  ])('a tenth lesson of a subject on a day: %s', async (_, rows, rejected) => {
    const found = await marksOfSheets({ Лист1: rows });
    expect(rejectedLines(found)).toEqual([`${rejected} too-many-lessons`]);
    const taken =
      found.lessons.length > 0 ? found.lessons : found.marks.flatMap((one) => one.cells);
    expect(taken.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

test('a report cut short is refused as a whole', async () => {
  const bytes = await workbookOf({ Лист1: [...reportHead(kim), ['Предмет', 'Март'], [null, 24]] });
  await expect(marksOf(bytes.subarray(0, bytes.length - 200))).rejects.toMatchObject({
    code: 'file-truncated',
  });
});
