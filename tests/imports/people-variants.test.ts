import { writeXlsx } from 'hucre';
import type { CellValue, WriteSheet } from 'hucre';
import { describe, expect, test } from 'vitest';
import { recognisePeople } from '../../src-main/spreadsheets/people/recognise-people.ts';
import type { RecognisedPeople } from '../../src-main/spreadsheets/people/recognised.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cp1251, utf16, utf8 } from '../fixtures/file-bytes.ts';

const fromBytes = async (bytes: Uint8Array): Promise<RecognisedPeople> =>
  recognisePeople(await readWorkbook(bytes));

const fromSheets = async (
  sheets: Readonly<Record<string, CellValue[][]>>,
  dateSystem: '1900' | '1904' = '1900',
): Promise<RecognisedPeople> => {
  const list: WriteSheet[] = Object.entries(sheets).map(([name, rows]) => ({ name, rows }));
  return fromBytes(await writeXlsx({ sheets: list, dateSystem }));
};

const contingentRow = (
  n: number,
  name: string,
  birth: CellValue,
  className: CellValue,
): CellValue[] => [
  n,
  name,
  birth,
  n % 2 ? 'муж.' : 'Женский',
  '123-456-789 00',
  'IV-ЛЕ',
  '777888',
  'г. Старый',
  '99',
  'с. Ясное',
  'Садовая',
  7,
  className,
];

describe('contingent', () => {
  test('other order and spelling, two levels, numbering row, repeated titles, footer', async () => {
    const titles: CellValue[] = [
      '№\nп/п',
      'Ф.И.О.\nобучающегося',
      'Дата\nрожд.',
      'ПОЛ',
      'СНИЛС',
      'Документ, удостоверяющий личность',
      null,
      'Адрес регистрации',
      null,
      'Адрес фактического проживания',
      null,
      null,
      'КЛАСС ',
    ];
    const under: CellValue[] = Array.from({ length: 13 }, () => null);
    under.splice(5, 7, 'Серия', 'Номер', 'Город', 'Дом', 'Насел. пункт / город', 'Улица', 'Дом');
    under[9] = 'Населённый пункт';
    const people = await fromSheets({
      'Лист 1': [
        ['МБОУ «СОШ»'],
        [],
        titles,
        under,
        Array.from({ length: 13 }, (_, at) => at + 1),
        contingentRow(1, 'Ёжиков  Пётр Ильич', '29.02.2012', '8 "а"'),
        contingentRow(2, 'Алиева Лейла Вагиф кызы', '2012-08-31', '10-Б класс'),
        titles,
        contingentRow(3, 'Ким Ан', 41_152, '8A'),
        contingentRow(4, 'Иванов', '01.09.2012', '8А'),
        contingentRow(5, 'Петров Пётр', '30.02.2012', '8А'),
        contingentRow(6, 'Сидоров Сидор', '01.09.2012', 'группа 1'),
        contingentRow(7, 'Ёжиков Петр Ильич', '29.02.2012', '8А'),
        ['Итого: 5'],
        ['Директор', null, 'Иванова А. А.'],
      ],
      Пояснения: [['Файл выгружен из системы']],
    });
    expect(people.kind).toBe('contingent');
    expect(people.students).toMatchObject([
      {
        where: { sheet: 'Лист 1', row: 6 },
        lastName: 'Ёжиков',
        firstName: 'Пётр',
        middleName: 'Ильич',
        birthDate: '2012-02-29',
        sex: 'male',
        className: '8А',
        address: 'с. Ясное, Садовая, д. 7',
      },
      { middleName: 'Вагиф кызы', birthDate: '2012-08-31', sex: 'female', className: '10Б' },
      { lastName: 'Ким', middleName: null, birthDate: '2012-08-31', className: '8А' },
    ]);
    expect(people.rejected.map((one) => [one.where.address, one.code])).toEqual([
      ['B10', 'bad-name'],
      ['C11', 'bad-birth-date'],
      ['M12', 'bad-class'],
      ['A1', 'sheet-skipped'],
      ['B13', 'repeated-row'],
    ]);
    expect(people.rejected[1]?.message).toContain('30.02.2012');
    expect(JSON.stringify(people)).not.toMatch(/777888|IV-ЛЕ|123-456/);
  });

  test('unformatted serials of a 1904 workbook', async () => {
    const people = await fromSheets(
      {
        Л: [
          ['Класс', 'Фамилия', 'Имя', 'Дата рождения'],
          ['1', 'Ким', 'Ан', 39_505],
        ],
      },
      '1904',
    );
    expect(people.students).toMatchObject([{ birthDate: '2012-02-28', className: '1' }]);
  });

  test('class in separate columns and in headings between rows', async () => {
    const split = await fromBytes(utf8('Параллель;Литера;Фамилия;Имя\n8;А;Ким;Ан\n11;;Цой;Ли\n'));
    expect(split.students.map((one) => one.className)).toEqual(['8А', '11']);
    const headed = await fromSheets({
      Список: [['№', 'ФИО'], ['8А класс'], [1, 'Ким Ан'], ['Класс: 9Б'], [1, 'Цой Ли']],
    });
    expect(headed.students.map((one) => one.className)).toEqual(['8А', '9Б']);
  });

  test('a cell that pretends to be a formula is no name and stays text', async () => {
    const people = await fromSheets({
      Л: [
        ['Класс', 'Фамилия', 'Имя'],
        ['8А', '=cmd|A1', 'Ан'],
        ['8А', 'Ким', 'Ан'],
      ],
    });
    expect(people.students).toHaveLength(1);
    expect(people.rejected).toMatchObject([
      { code: 'bad-name', where: { address: 'B2' }, cells: ['8А', '=cmd|A1', 'Ан'] },
    ]);
  });
});

test('a sex nobody understands is left empty and told at its cell', async () => {
  const people = await fromBytes(utf8('Класс;Фамилия;Имя;Пол\n8А;Ким;Ан;жен\n8А;Цой;Ли;да\n'));
  expect(people.students.map(({ sex }) => sex)).toEqual(['female', null]);
  expect(people.warnings.map(({ code, where }) => `${where.address} ${code}`)).toEqual([
    'D3 unknown-sex',
  ]);
});

test('class lists: sheets named after classes, others reported', async () => {
  const people = await fromSheets({
    '8 "А"': [['Список 8А'], [], ['номер', 'Участник', 'д.р.'], [1, 'Ким Ан', '01.09.2012']],
    '8Б': [[], ['№ п/п', 'Фамилия, Имя, Отчество'], [1, 'Цой Ли'], [2, 'Цой Ли'], [3, null]],
    '9А': [['Пусто']],
    Кружок: [
      ['№', 'ФИО'],
      [1, 'Ким Ан'],
    ],
  });
  expect(people.kind).toBe('class-lists');
  expect(people.students).toMatchObject([
    { where: { sheet: '8 "А"', row: 4 }, className: '8А', birthDate: '2012-09-01' },
    { className: '8Б', birthDate: null },
  ]);
  expect(people.rejected.map((one) => [one.where.sheet, one.code])).toEqual([
    ['9А', 'sheet-skipped'],
    ['Кружок', 'sheet-skipped'],
    ['8Б', 'repeated-row'],
  ]);
});

test('teachers: other titles, grouped names, lists of classes', async () => {
  const people = await fromSheets({
    Учителя: [
      ['Кл. руководство', 'Учебный предмет', 'Учитель', 'Классы'],
      ['нет', 'Алгебра', 'Ёлкина О. П.', '7А,Б; 8 "В"'],
      [null, 'Геометрия', null, '7А 7Б'],
      ['9А', 'Физика', 'Вакансия', '9А'],
      [null, 'Химия', null, '9А'],
      ['5А', 'Музыка', 'Ким Ан', '5А, группа 2'],
      ['6Б', 'Алгебра', 'Елкина О.П.', '9А'],
    ],
  });
  expect(people.teachers).toMatchObject([
    {
      lastName: 'Ёлкина',
      assignments: [
        { subject: 'Алгебра', classNames: ['7А', '7Б', '8В', '9А'] },
        { subject: 'Геометрия', classNames: ['7А', '7Б'] },
      ],
      classTeacherOf: ['6Б'],
    },
    { lastName: 'Ким', classTeacherOf: ['5А'] },
  ]);
  expect(people.rejected.map((one) => one.where.row)).toEqual([4, 5]);
  expect(people.warnings).toMatchObject([{ code: 'unknown-class', where: { address: 'D6' } }]);
});

describe('guardians', () => {
  const table = [
    'Класс;Ребёнок;Кем приходится;Мобильный телефон;E-mail;Родитель (законный представитель);Паспорт',
    '8а;Ким Ан;Мама;8 (999) 123-45-67, 8 (47 22) 33-44-55;OLGA@mail.ru;Ким Ольга Ивановна;1400 765432',
    '8А;Ким Ан;опекун;нет;-;Цой Ли;1400 222333',
    '8А;Ким Ан;тётя;12-34;почта;Пак Мин;',
    '8А;Ким;мать;;;Пак Мин;',
    '8А;Ким Ан;мама;+7 999 123 45 67;olga@mail.ru;Ким Ольга Ивановна;',
  ].join('\r\n');

  test.each([
    ['windows-1251', cp1251(table)],
    ['UTF-16', utf16(table, 'le')],
    ['tabs', utf8(table.replaceAll(';', '\t'))],
    [
      'an HTML table',
      cp1251(`<table>${table.replaceAll(/^|\r\n/g, '<tr><td>').replaceAll(';', '<td>')}</table>`),
    ],
  ])('any order, spelling and encoding: %s', async (_, bytes) => {
    const people = await fromBytes(bytes);
    expect(people.kind).toBe('guardians');
    expect(people.guardians).toMatchObject([
      {
        relation: { known: 'mother' },
        phone: '+79991234567',
        email: 'olga@mail.ru',
        lastName: 'Ким',
      },
      { relation: { known: 'guardian' }, phone: null, email: null, student: { className: '8А' } },
      {
        relation: { text: 'тётя', key: 'тетя', known: null, proposal: 'not-representative' },
        phone: null,
        student: { birthDate: null },
      },
    ]);
    expect(people.warnings.map((one) => one.code)).toEqual(['bad-phone', 'bad-email']);
    expect(people.rejected.map((one) => [one.where.row, one.code])).toEqual([
      [5, 'bad-student-name'],
      [6, 'repeated-row'],
    ]);
    expect(JSON.stringify(people)).not.toMatch(/765432|222333/);
  });

  test('two levels of titles and names in separate columns', async () => {
    const people = await fromSheets({
      Родители: [
        ['Обучающийся', null, null, 'Родитель', null, null, null],
        ['Фамилия', 'Имя', 'Дата рождения', 'Фамилия', 'Имя', 'Отчество', 'Телефон'],
        ['Ким', 'Ан', new Date(Date.UTC(2012, 1, 29)), 'Ким', 'Ольга', '-', 79_991_234_567],
      ],
    });
    expect(people.guardians).toMatchObject([
      {
        firstName: 'Ольга',
        middleName: null,
        phone: '+79991234567',
        student: { firstName: 'Ан', birthDate: '2012-02-29' },
      },
    ]);
  });
});
