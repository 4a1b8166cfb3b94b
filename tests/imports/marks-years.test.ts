import { describe, expect, test } from 'vitest';
import { marksOfSheets, rejectedLines } from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const table = (...lines: readonly string[]): Rows => [
  ...lines.map((line) => [line]),
  ['Ученик: Ким Ан'],
  ['Предмет', 'Декабрь', 'Январь', 'Февраль'],
  [null, 30, 12, 28],
  ['Алгебра', '5', '4', '3'],
];

const february = (year: string): Rows => [
  [`Учебный год: ${year}`],
  ['Ученик: Ким Ан'],
  ['Предмет', 'Февраль', 'Август'],
  [null, 29, 31],
  ['Алгебра', '5', '4'],
];

const datesOf = async (...lines: readonly string[]): Promise<readonly string[]> =>
  (await marksOfSheets({ Л: table(...lines) })).marks.flatMap(({ cells }) =>
    cells.map(({ date }) => date),
  );

describe('the year', () => {
  const days = ['2025-12-30', '2026-01-12', '2026-02-28'];
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
    const leap = await marksOfSheets({ Л: february('2023/2024') });
    expect(leap.marks[0]?.cells.map(({ date }) => date)).toEqual(['2024-02-29', '2024-08-31']);
    const common = await marksOfSheets({ Л: february('2025/2026') });
    expect(rejectedLines(common)).toEqual(['B5 bad-date']);
    expect(common.marks[0]?.cells.map(({ date }) => date)).toEqual(['2026-08-31']);
  });
});
