import { writeOds } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cp1251, utf16, utf8 } from '../fixtures/file-bytes.ts';
import {
  cellLines,
  marksOf,
  marksOfSheets,
  rejectedLines,
  workbookOf,
} from '../fixtures/marks-files.ts';
import type { Rows } from '../fixtures/marks-files.ts';

const titles = ['Ученик', 'Класс', 'Предмет', 'Дата', 'Оценка', 'Дата выставления', 'Учитель'];
const csv = [
  titles.join(';'),
  'Ёлкина Анна Ильинична;8 "А";Алгебра;24.03.2026;3/4;30.03.2026 14:05;Ким Анна Львовна',
  'Ёлкина Анна Ильинична;8 "А";Алгебра;24.03.26;Н;;Ким Анна Львовна',
  'Мурза-Заде Лев;8Б;История;2026-03-25;4-;26.03.2026;',
  'Мурза-Заде Лев;8Б;История;26 марта 2026 г.;;;',
].join('\r\n');
const cells = [
  '8А Ёлкина Анна Ильинична Алгебра 2026-03-24#1 = 3/4',
  '8А Ёлкина Анна Ильинична Алгебра 2026-03-24#2 = Н',
  '8Б Мурза-Заде Лев История 2026-03-25#1 = 4-',
];

describe('a row for every mark', () => {
  test.each([
    ['UTF-8', utf8(csv)],
    ['UTF-8 with a mark', utf8(`\ufeff${csv}`)],
    ['windows-1251', cp1251(csv)],
    ['UTF-16 LE', utf16(csv, 'le')],
    ['UTF-16 BE', utf16(csv, 'be')],
    ['tabs', utf8(csv.replaceAll(';', '\t'))],
  ])('text in %s', async (_, bytes) => {
    const found = await marksOf(bytes);
    expect(found).toMatchObject({
      kind: 'mark-rows',
      schoolYear: 2025,
      schoolYearFrom: 'dates',
      classNames: ['8А', '8Б'],
      rejected: [],
      warnings: [],
    });
    expect(cellLines(found)).toEqual(cells);
    expect(found.marks[0]).toMatchObject({
      covers: null,
      cells: [{ enteredOn: '2026-03-30', address: 'E2' }, { enteredOn: null }],
    });
    expect(found.lessons).toMatchObject([
      { date: '2026-03-24', ordinal: 1, described: false, teacher: { lastName: 'Ким' } },
      { date: '2026-03-24', ordinal: 2, described: false },
    ]);
  });

  test('ods', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: 'Оценки',
          rows: [
            ['Дата урока', 'Фамилия', 'Имя', 'Отчество', 'Учебный предмет', 'Отметка', 'Класс'],
            [
              new Date(Date.UTC(2026, 2, 24)),
              'Ёлкина',
              'Анна',
              'Ильинична',
              'Алгебра',
              '3/4',
              '8А',
            ],
            [new Date(Date.UTC(2026, 2, 25)), 'Ким', 'Ан', '-', 'Алгебра', 5, '8А'],
          ],
        },
      ],
    });
    expect((await readWorkbook(bytes)).format).toBe('ods');
    expect(cellLines(await marksOf(bytes))).toEqual([
      '8А Ёлкина Анна Ильинична Алгебра 2026-03-24#1 = 3/4',
      '8А Ким Ан Алгебра 2026-03-25#1 = 5',
    ]);
  });

  test('HTML with the heading in a table of its own', async () => {
    const found = await marksOf(
      utf8(
        '<html><body><table><tr><td>Класс: 8А</td></tr><tr><td>Предмет: Химия</td></tr></table>' +
          '<table><tr><th>ФИО</th><th>Дата</th><th>Отметка</th></tr>' +
          '<tr><td>Ким Ан</td><td>24.03.2026</td><td>3/4</td></tr></table></body></html>',
      ),
    );
    expect(cellLines(found)).toEqual(['8А Ким Ан Химия 2026-03-24#1 = 3/4']);
    expect(found.rejected).toEqual([]);
  });

  test.each([
    ['1900', 46_105],
    ['1904', 44_643],
  ] as const)('unformatted serials of a %s workbook', async (system, serial) => {
    const bytes = await workbookOf(
      {
        Л: [
          ['Ученик', 'Класс', 'Предмет', 'Дата', 'Оценка'],
          ['Ким Ан', '8А', 'Химия', serial, 5],
          ['Ким Ан', '8А', 'Химия', String(serial + 1), 4],
        ],
      },
      system,
    );
    expect((await readWorkbook(bytes)).date1904).toBe(system === '1904');
    expect(cellLines(await marksOf(bytes))).toEqual([
      '8А Ким Ан Химия 2026-03-24#1 = 5',
      '8А Ким Ан Химия 2026-03-25#1 = 4',
    ]);
  });

  test('headings of classes, repeated titles, numbers in order, footer', async () => {
    const head = ['№', 'ФИО ученика', 'Предмет', 'Дата', 'Балл'];
    const found = await marksOfSheets({
      Л: [
        ['Оценки за 2025/2026 учебный год'],
        [],
        head,
        [1, 2, 3, 4, 5],
        ['8А класс'],
        [1, 'Ким Ан', 'Химия', '24.03.2026', '5'],
        head,
        ['Класс: 8Б'],
        [1, 'Цой Ли', 'Химия', '24.03.2026', '4'],
        [],
        ['Итого: 2'],
      ],
    });
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Химия 2026-03-24#1 = 5',
      '8Б Цой Ли Химия 2026-03-24#1 = 4',
    ]);
    expect(found).toMatchObject({ schoolYearFrom: 'file', rejected: [] });
  });

  test('a class in two columns', async () => {
    const found = await marksOfSheets({
      Л: [
        ['Параллель', 'Литера', 'Учащийся', 'Предмет', 'Дата', 'Отметка'],
        [8, 'а', 'Ким Ан', 'Химия', '24.03.2026', 5],
        [11, null, 'Цой Ли', 'Химия', '24.03.2026', 4],
      ],
    });
    expect(found.pupils.map(({ className }) => className)).toEqual(['8А', '11']);
  });

  test('numbers of lessons tell which lesson of the day, and join its marks', async () => {
    const found = await marksOfSheets({
      '8А': [
        ['Ученик', 'Предмет', 'Дата', '№ урока', 'Оценка', 'Дата внесения'],
        ['Ким Ан', 'Химия', '24.03.2026', 5, 'Н', '24.03.2026'],
        ['Цой Ли', 'Химия', '24.03.2026', 5, '3', '25.03.2026'],
        ['Цой Ли', 'Химия', '24.03.2026', 2, '4', '24.03.2026'],
        ['Цой Ли', 'Химия', '24.03.2026', 5, '5', '29.03.2026'],
      ],
    });
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Химия 2026-03-24#2 = Н',
      '8А Цой Ли Химия 2026-03-24#2 = 3 5',
      '8А Цой Ли Химия 2026-03-24#1 = 4',
    ]);
    expect(found.marks[1]?.cells[0]?.enteredOn).toBe('2026-03-29');
  });

  test('rows that cannot be taken', async () => {
    const found = await marksOfSheets({
      Л: [
        titles,
        ['Ким Ан', '8А', 'Химия', '24.03.2026', '5', 'вчера', 'Ким'],
        ['Ким', '8А', 'Химия', '24.03.2026', '5'],
        [null, '8А', 'Химия', '24.03.2026', '5'],
        ['Ким Ан', 'кружок', 'Химия', '24.03.2026', '5'],
        ['Ким Ан', '8А', null, '24.03.2026', '5'],
        ['Ким Ан', '8А', 'Химия', '31.04.2026', '5'],
        ['Ким Ан', '8А', 'Химия', null, '5'],
        ['Ким Ан', '8А', 'Химия', '01.09.2026', '5'],
        ['Ким Ан', '8А', 'Химия', '31.08.2026', new Date(Date.UTC(2026, 3, 3))],
        ['Ким Ан', '8А', 'Химия', '31.08.2026', '4'],
      ],
    });
    expect(rejectedLines(found)).toEqual([
      'A3 bad-student-name',
      'A4 bad-student-name',
      'B5 bad-class',
      'C6 no-subject',
      'D7 bad-date',
      'D8 bad-date',
      'D9 date-out-of-year',
      'E10 mark-became-date',
    ]);
    expect(found.rejected[4]).toMatchObject({
      message: 'Лист «Л», D7: «31.04.2026» – такой даты нет. Укажите её в виде ДД.ММ.ГГГГ.',
      cells: ['Ким Ан', '8А', 'Химия', '31.04.2026', '5', '', ''],
    });
    expect(cellLines(found)).toEqual([
      '8А Ким Ан Химия 2026-03-24#1 = 5',
      '8А Ким Ан Химия 2026-08-31#1 = 4',
    ]);
    expect(found.warnings.map(({ where, code }) => `${where.address} ${code}`)).toEqual([
      'F2 bad-entered-on',
    ]);
  });
});

test('what is no such table is refused', async () => {
  const rows: Rows = [['Приказ'], ['О каникулах']];
  await expect(marksOfSheets({ Л: rows })).rejects.toMatchObject({ code: 'file-not-recognised' });
});

test('the pause is awaited every 2,000 rows, and may stop the reading', async () => {
  const rows: Rows = [
    titles,
    ...Array.from({ length: 6000 }, (_, at) => ['Ким Ан', '8А', `П${at}`, '24.03.2026', '5']),
  ];
  let pauses = 0;
  const workbook = await readWorkbook(await workbookOf({ Л: rows }));
  const { recogniseMarks } = await import('../../src-main/spreadsheets/marks/recognise-marks.ts');
  const found = await recogniseMarks(workbook, {
    pause: async () => {
      pauses += 1;
      await Promise.resolve();
    },
  });
  expect(found.marks).toHaveLength(6000);
  expect(pauses).toBeGreaterThanOrEqual(6);
  const stop = recogniseMarks(workbook, { pause: () => Promise.reject(new Error('stopped')) });
  await expect(stop).rejects.toThrow('stopped');
});
