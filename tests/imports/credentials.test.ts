import { readFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre';
import type { CellValue } from 'hucre';
import { describe, expect, test } from 'vitest';
import { recogniseCredentials } from '../../src-main/spreadsheets/credentials/recognise-credentials.ts';
import type { RecognisedCredentials } from '../../src-main/spreadsheets/credentials/recognised.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cp1251, utf16, utf8 } from '../fixtures/file-bytes.ts';
import { expectedSchool, schoolFile } from '../support/fixtures.ts';

const recognise = async (bytes: Uint8Array): Promise<RecognisedCredentials> =>
  recogniseCredentials(await readWorkbook(bytes));
const fromSheets = async (
  sheets: Readonly<Record<string, CellValue[][]>>,
): Promise<RecognisedCredentials> =>
  recognise(
    await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }),
  );

describe('the invented school', () => {
  test('students, separated by spaces: every line', async () => {
    const found = await recognise(await readFile(schoolFile('logins-ucheniki.txt')));
    const { students, classes } = expectedSchool();
    expect(found.role).toBe('student');
    expect(found.rejected).toEqual([]);
    expect(found.rows).toHaveLength(students);
    expect([...new Set(found.rows.map((row) => row.className))]).toEqual(classes);
    expect(found.rows[0]).toEqual({
      where: { sheet: 'Текст', row: 1, address: 'A1' },
      role: 'student',
      kind: 'password',
      lastName: 'Гончарова',
      firstName: 'Ксения',
      middleName: 'Алексеевна',
      login: 'goncharova0',
      secret: 'ydzqf4eu',
      className: '1А',
      child: null,
      birthDate: null,
    });
    expect(found.rows.filter((row) => row.middleName === 'Гасан оглы')).toHaveLength(3);
  });

  test('guardians in windows-1251: every row with its child', async () => {
    const found = await recognise(await readFile(schoolFile('logins-roditeli.csv')));
    const { guardians } = expectedSchool();
    expect(found.role).toBe('guardian');
    expect(found.rejected).toEqual([]);
    expect(found.rows).toHaveLength(guardians);
    expect(found.rows.every((row) => row.role === 'guardian' && row.child !== null)).toBe(true);
    expect(found.rows[1]).toMatchObject({
      lastName: 'Гончаров',
      middleName: 'Фёдорович',
      login: 'r00001',
      secret: 'ty7499bw',
      className: '1А',
      child: { lastName: 'Гончарова', firstName: 'Ксения', middleName: 'Алексеевна' },
    });
  });

  test.each([
    'kontingent.xlsx',
    'roditeli-1251.csv',
    'pedagogi.xlsx',
    'uroki-5А.xlsx',
    'otchet-5А.xlsx',
    'zhurnal-5А.xls',
  ])('%s holds no credentials', async (name) => {
    await expect(readFile(schoolFile(name)).then(recognise)).rejects.toMatchObject({
      code: 'file-not-recognised',
    });
  });
});

describe('lines', () => {
  test('windows-1251, titles, class apart, headings of classes, «оглы», child of a guardian', async () => {
    const text = [
      'Логин Пароль ФИО Класс',
      'ivanov1 Qw-12345 Иванов Иван Иванович 8 Ж',
      'mail@school.example 0012 Мамедов Эльчин Вагиф оглы 10А',
      '',
      'par77 zz9+x Петрова Анна Ильинична Петров Олег Юрьевич 2б',
      'par78 zz9=x Петрова Анна Петров Олег Юрьевич 2б',
    ].join('\r\n');
    const found = await recognise(cp1251(text));
    expect(found.rejected).toEqual([]);
    expect(
      found.rows.map((row) => [
        row.role,
        row.lastName,
        row.middleName,
        row.className,
        row.secret,
        row.where.row,
      ]),
    ).toEqual([
      ['student', 'Иванов', 'Иванович', '8Ж', 'Qw-12345', 2],
      ['student', 'Мамедов', 'Вагиф оглы', '10А', '0012', 3],
      ['guardian', 'Петрова', 'Ильинична', '2Б', 'zz9+x', 5],
      ['guardian', 'Петрова', null, '2Б', 'zz9=x', 6],
    ]);
    expect(found.rows[3]?.child).toEqual({
      lastName: 'Петров',
      firstName: 'Олег',
      middleName: 'Юрьевич',
    });
  });

  test('tabs and UTF-16; a line that is no credential is told without its words', async () => {
    const lines = [
      'a1\tsecretpw\tИванова Анна Петровна\t5А',
      'b2\tsecretpw2\tСидорова Вера Ильинична\t5А',
      'c3 secretpw3',
    ];
    const found = await recognise(utf16(lines.join('\r\n'), 'le'));
    expect(found.rows.map((row) => row.login)).toEqual(['a1', 'b2']);
    expect(found.rejected).toHaveLength(1);
    expect(found.rejected[0]).toMatchObject({ code: 'bad-line', where: { row: 3 } });
    expect(JSON.stringify(found.rejected)).not.toContain('secretpw3');
  });

  test('plain text is not taken for credentials', async () => {
    await expect(
      recognise(utf8('Это просто письмо из двух строк\nи ещё одна строка письма\n')),
    ).rejects.toMatchObject({
      code: 'file-not-recognised',
    });
  });
});

describe('tables', () => {
  test('other order, e-mail as login, SNILS never read, numbers as passwords', async () => {
    const found = await fromSheets({
      Доступ: [
        ['МБОУ «СОШ»', null],
        [null],
        ['Пароль', 'СНИЛС', 'Класс', 'Ф.И.О. учащегося', 'E-mail', 'Дата рождения'],
        [12_345_678, '112-233-445 95', '8 "А"', 'Иванов Пётр', 'p@mail.example', '01.02.2012'],
        [
          '007x',
          '112-233-445 96',
          '8А',
          'Орлова  Анна-Мария Ильинична',
          'o@mail.example',
          '2012-02-29',
        ],
      ],
    });
    expect(found.role).toBe('student');
    expect(found.rejected).toEqual([]);
    expect(
      found.rows.map((row) => [row.login, row.secret, row.firstName, row.className, row.birthDate]),
    ).toEqual([
      ['p@mail.example', '12345678', 'Пётр', '8А', '2012-02-01'],
      ['o@mail.example', '007x', 'Анна-Мария', '8А', '2012-02-29'],
    ]);
    expect(JSON.stringify(found)).not.toContain('112-233');
  });

  test('invitation codes and ЕСИА without a password', async () => {
    const found = await fromSheets({
      Родители: [
        ['ФИО родителя', 'ФИО ребёнка', 'Класс ребёнка', 'Код приглашения', 'Вход через ЕСИА'],
        ['Иванова Анна Петровна', 'Иванов Пётр Ильич', '3В', 'AB-12-CD', 'нет'],
        ['Орлов Олег Ильич', 'Орлова Анна Олеговна', '3В', null, 'да'],
      ],
    });
    expect(found.role).toBe('guardian');
    expect(found.rejected).toEqual([]);
    expect(found.rows.map((row) => [row.kind, row.login, row.secret, row.child?.lastName])).toEqual(
      [
        ['invitation', null, 'AB-12-CD', 'Иванов'],
        ['esia', null, null, 'Орлова'],
      ],
    );
  });

  test('both roles in one table, classes from sheets and headings', async () => {
    const titles = ['Роль', 'Фамилия', 'Имя', 'Отчество', 'Логин', 'Пароль'];
    const found = await fromSheets({
      '5А': [
        titles,
        ['Ученик', 'Иванов', 'Пётр', 'Ильич', 'u1', 'p1'],
        ['Родитель', 'Иванова', 'Анна', null, 'u2', 'p2'],
      ],
      Прочие: [titles, ['7Б класс'], ['Ученик', 'Юдин', 'Лев', null, 'u3', 'p3']],
    });
    expect(found.rows.map((row) => [row.role, row.className, row.login])).toEqual([
      ['student', '5А', 'u1'],
      ['guardian', '5А', 'u2'],
      ['student', '7Б', 'u3'],
    ]);
  });

  test('bad rows are told by cell, without secrets; repeats are taken once', async () => {
    const found = await fromSheets({
      Лист1: [
        ['Логин', 'Пароль', 'ФИО', 'Класс'],
        ['u1', 'hidden-1', 'Иванов Пётр Ильич', '5А'],
        ['u1', 'hidden-1', 'Иванов Пётр Ильич', '5А'],
        ['u2', 'hidden-2', 'Петров2', '5А'],
        ['u3', 'hidden-3', 'Петров Олег', '15А'],
        ['u4', null, 'Петров Иван', '5А'],
        [null, 'hidden-5', 'Петров Илья', '5А'],
      ],
    });
    expect(found.rows.map((row) => row.login)).toEqual(['u1']);
    expect(found.rejected.map((one) => [one.code, one.where.address])).toEqual([
      ['bad-name', 'C4'],
      ['bad-class', 'D5'],
      ['no-password', 'B6'],
      ['no-login', 'A7'],
      ['repeated-row', 'A3'],
    ]);
    expect(JSON.stringify(found.rejected)).not.toMatch(/hidden/);
  });
});
