import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OfficeError } from '../../src-main/contract/errors.ts';
import { recogniseMarks } from '../../src-main/spreadsheets/marks/recognise-marks.ts';
import { cellAddress } from '../../src-main/spreadsheets/workbook.ts';
import type { Cell, Row, Workbook } from '../../src-main/spreadsheets/workbook.ts';

const workbookOf = (rows: readonly Row[]): Workbook => ({
  format: 'xlsx',
  date1904: false,
  sheets: [{ name: 'Л', rows }],
});

const run = { numRuns: 300, seed: 20_261_122 } as const;

const pool: readonly Cell[] = [
  null,
  null,
  null,
  5,
  31,
  0,
  3.75,
  46_105,
  true,
  '3/4',
  'Н',
  '',
  '-',
  'Предмет',
  'Предмет : Химия',
  'Март',
  'Ученик: Ким Ан',
  'Ученик:',
  'Класс: 8А',
  '1 четверть',
  'Учебный год: 2025/2026',
  'Период: с 24.03.26 по 24.05.26',
  'Ким Ан',
  '24.03.2026',
  '8А',
  'Оценка',
  'Дата',
  'Тема',
  'Алгебра',
  'Итог',
  'Средняя оценка',
  'Н Неявка, Б Болезнь',
  '№',
  { date: '2026-03-24' },
];

const anyCell = fc.constantFrom(...pool);

test('whatever stands in the cells, the answer is a reading or a coded refusal', async () => {
  const rows = fc.array(fc.array(anyCell, { maxLength: 7 }), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const error: unknown = await recogniseMarks(workbookOf(cells), { schoolYear: 2025 }).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null) expect(error).toBeInstanceOf(OfficeError);
    }),
    run,
  );
});

/** Titles over one column of a report: the upper and the lower line. */
const column = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 31 }).map((day): Row => [null, day]) },
  { weight: 1, arbitrary: fc.constantFrom<Row>(['Апрель', 30], ['Март', 2], ['Февраль', 29]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Row>(['Средняя оценка', null], ['Средневзвешенный\nбалл', null]),
  },
  { weight: 1, arbitrary: fc.constant<Row>([null, null]) },
);

const mark = fc.constantFrom<Cell>(null, null, 5, '3/4', 'Н', 'О 2', 'Б  3/3', 'я', '4-');

test('every filled cell under a report is taken, rejected with its address, or an average', async () => {
  const table = fc.record({
    columns: fc.array(column, { minLength: 1, maxLength: 12 }),
    marks: fc.array(fc.array(mark, { minLength: 13, maxLength: 13 }), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, marks }) => {
      const rows: Row[] = [
        ['Учебный год: 2025/2026'],
        ['Класс: 8А'],
        ['Ученик: Ким Ан'],
        ['Предмет', 'Март', ...columns.map(([upper]) => upper ?? null)],
        [null, 1, ...columns.map(([, lower]) => lower ?? null)],
        ...marks.map((row, at): Row => [`П${at}`, ...row.slice(0, columns.length + 1)]),
      ];
      const found = await recogniseMarks(workbookOf(rows));
      const told = [
        ...found.marks.flatMap(({ cells }) => cells.map(({ address }) => address)),
        ...found.rejected.map(({ where }) => where.address),
      ].toSorted();
      const filled = marks.flatMap((row, at) =>
        row.slice(0, columns.length + 1).flatMap((cell, index) => {
          const own = columns[index - 1];
          const over = columns.slice(0, index).findLast(([upper]) => upper !== null)?.[0];
          const isAverage =
            typeof over === 'string' && over.startsWith('Сред') && own?.[1] === null;
          return cell === null || isAverage ? [] : [cellAddress(5 + at, index + 1)];
        }),
      );
      expect(told).toEqual(filled.toSorted());
    }),
    run,
  );
});
