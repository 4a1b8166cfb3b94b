import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { recognisePeople } from '../../src-main/spreadsheets/people/recognise-people.ts';
import type { RecognisedPeople } from '../../src-main/spreadsheets/people/recognised.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { expectedSchool, schoolFile } from '../support/fixtures.ts';

const recognise = async (name: string): Promise<RecognisedPeople> =>
  recognisePeople(await readWorkbook(await readFile(schoolFile(name))));

describe('the invented school', () => {
  test('contingent: every student, no document', async () => {
    const people = await recognise('kontingent.xlsx');
    const { students, classes } = expectedSchool();
    expect(people.kind).toBe('contingent');
    expect(people.students).toHaveLength(students);
    expect(people.rejected).toEqual([]);
    expect(people.warnings).toEqual([]);
    expect([...new Set(people.students.map((one) => one.className))]).toEqual(classes);
    expect(people.students.every((one) => one.birthDate !== null && one.sex !== null)).toBe(true);
    expect(people.students[0]).toEqual({
      where: { sheet: 'Контингент', row: 11, address: 'A11' },
      lastName: 'Гончарова',
      firstName: 'Ксения',
      middleName: 'Алексеевна',
      birthDate: '2019-06-26',
      sex: 'female',
      className: '1А',
      address: 'г. Новооскольск, ул. Степная, д. 13',
    });
    // Series, number and type of the first student's birth certificate.
    expect(JSON.stringify(people)).not.toMatch(/275322|II-ЛЕ|Свидетельство/);
  });

  test('guardians in windows-1251: every pair', async () => {
    const people = await recognise('roditeli-1251.csv');
    const { guardians } = expectedSchool();
    expect(people.kind).toBe('guardians');
    expect(people.guardians).toHaveLength(guardians);
    expect(people.rejected).toEqual([]);
    expect(people.guardians[1]).toEqual({
      where: { sheet: 'Текст', row: 3, address: 'A3' },
      lastName: 'Гончаров',
      firstName: 'Михаил',
      middleName: 'Фёдорович',
      relation: { text: 'отец', key: 'отец', known: 'father', proposal: 'father' },
      phone: '+79253289090',
      knownBy: '+79253289090',
      email: null,
      address: null,
      student: {
        lastName: 'Гончарова',
        firstName: 'Ксения',
        middleName: 'Алексеевна',
        birthDate: '2019-06-26',
        className: '1А',
      },
    });
  });

  test('teachers: groups of rows become one teacher', async () => {
    const people = await recognise('pedagogi.xlsx');
    expect(people.kind).toBe('teachers');
    expect(people.rejected).toEqual([]);
    expect(people.teachers[0]).toMatchObject({
      lastName: 'Лапшина',
      assignments: [{ subject: 'Алгебра', classNames: ['7А', '7Б', '8А', '8Б', '8В', '9А', '9Б'] }],
      classTeacherOf: ['7А'],
    });
    expect(people.teachers.every((one) => one.assignments.length > 0)).toBe(true);
  });

  test.each([
    'otchet-5А.xlsx',
    'otchet-ucenik-5А.xls',
    'uroki-5А.xlsx',
    'zhurnal-5А.xls',
    'logins-roditeli.csv',
    'logins-ucheniki.txt',
  ])('%s is no list of people', async (name) => {
    await expect(recognise(name)).rejects.toMatchObject({ code: 'file-not-recognised' });
  });
});
