import { describe, expect, test } from 'vitest';
import { recogniseMarks } from '../../src-main/spreadsheets/marks/recognise-marks.ts';
import type { TableMapping } from '../../src-main/spreadsheets/marks/recognised.ts';
import { marksTable } from '../../src-main/spreadsheets/marks/table-wizard.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import type { Workbook } from '../../src-main/spreadsheets/workbook.ts';
import { utf8 } from '../fixtures/file-bytes.ts';
import { cellLines, rejectedLines, workbookOf } from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const read = async (rows: Rows): Promise<Workbook> => readWorkbook(await workbookOf({ Л: rows }));

const head = ['Кто', 'Поток', 'Курс', 'Когда', 'Рез.'];
const rows: Rows = [
  ['Выгрузка'],
  [],
  head,
  ['Ёлкина Анна', '8А', 'Алгебра', '24.03.2026', '5'],
  ['Ким Ан', '8Б', 'Химия', '25.03.2026', 'Б 3/3'],
];

const code = async (workbook: Workbook, mappings: readonly TableMapping[] = []): Promise<string> =>
  recogniseMarks(workbook, { mappings }).then(
    () => 'read',
    (error: unknown) => (error as { code: string }).code,
  );

describe('a table whose titles say nothing', () => {
  test('is shown with its titles, samples and what its values look like', async () => {
    const workbook = await read(rows);
    expect(await code(workbook)).toBe('columns-unknown');
    expect(marksTable(workbook)).toEqual({
      sheet: 'Л',
      headRow: 3,
      headerKey: 'кто|поток|курс|когда|рез',
      columns: [
        { index: 0, letters: 'A', title: 'Кто', samples: ['Ёлкина Анна', 'Ким Ан'] },
        { index: 1, letters: 'B', title: 'Поток', samples: ['8А', '8Б'] },
        { index: 2, letters: 'C', title: 'Курс', samples: ['Алгебра', 'Химия'] },
        { index: 3, letters: 'D', title: 'Когда', samples: ['24.03.2026', '25.03.2026'] },
        { index: 4, letters: 'E', title: 'Рез.', samples: ['5', 'Б 3/3'] },
      ],
      rows: [
        ['Ёлкина Анна', '8А', 'Алгебра', '24.03.2026', '5'],
        ['Ким Ан', '8Б', 'Химия', '25.03.2026', 'Б 3/3'],
      ],
      guess: { kind: 'mark-rows', columns: { student: 0, className: 1, date: 3, mark: 4 } },
    });
  });

  const mapping: TableMapping = {
    kind: 'mark-rows',
    headerKey: 'кто|поток|курс|когда|рез',
    columns: { student: 0, className: 1, subject: 2, date: 3, mark: 4 },
  };

  test('is read by a mapping, also next time with other lines above and other spelling', async () => {
    const lines = [
      '8А Ёлкина Анна Алгебра 2026-03-24#1 = 5',
      '8Б Ким Ан Химия 2026-03-25#1 = Б 3/3',
    ];
    const first = await recogniseMarks(await read(rows), { mappings: [mapping] });
    expect(cellLines(first)).toEqual(lines);
    const text = ['Кто;поток;КУРС;Когда:;Рез', 'Ёлкина Анна;8А;Алгебра;24.03.2026;5'].join('\n');
    const next = await recogniseMarks(await readWorkbook(utf8(text)), { mappings: [mapping] });
    expect(cellLines(next)).toEqual(lines.slice(0, 1));
  });

  test('is not read by a mapping of other titles', async () => {
    const workbook = await read([['Кто', 'Курс', 'Поток', 'Когда', 'Рез.'], ...rows.slice(3)]);
    expect(await code(workbook, [mapping])).toBe('columns-unknown');
  });

  test('a wrong mapping gives reasons, not marks', async () => {
    const wrong: TableMapping = {
      ...mapping,
      columns: { ...mapping.columns, date: 2, subject: 3 },
    };
    const found = await recogniseMarks(await read(rows), { mappings: [wrong] });
    expect(found.marks).toEqual([]);
    expect(rejectedLines(found)).toEqual(['C4 bad-date', 'C5 bad-date']);
  });

  test('lessons are guessed and mapped too', async () => {
    const workbook = await read([
      ['Урок от', 'Группа', 'Задано', 'Курс'],
      ['24.03.2026', '8А', '§ 5', 'Химия'],
      ['25.03.2026', '8А', null, 'Химия'],
    ]);
    const table = marksTable(workbook);
    expect(table?.guess).toEqual({
      kind: 'lesson-rows',
      columns: { date: 0, className: 1, homework: 2 },
    });
    const found = await recogniseMarks(workbook, {
      mappings: [
        {
          kind: 'lesson-rows',
          headerKey: table?.headerKey ?? '',
          columns: { ...table?.guess.columns, subject: 3 },
        },
      ],
    });
    expect(found.lessons.map(({ date, homework }) => [date, homework])).toEqual([
      ['2026-03-24', '§ 5'],
      ['2026-03-25', null],
    ]);
  });
});

test('a workbook without a table has nothing to map', async () => {
  const workbook = await read([['Приказ'], ['О каникулах']]);
  expect(marksTable(workbook)).toBeNull();
  expect(await code(workbook)).toBe('file-not-recognised');
});
