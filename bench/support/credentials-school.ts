import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Office, callTyped } from '../../src-main/app/office.ts';
import { fold } from '../../src-main/domain/names.ts';
import { openBenchOffice } from './office.ts';

const surnames = [
  'Иванов',
  'Белоус',
  'Гончаров',
  'Зайцев',
  'Королев',
  'Лапшин',
  'Новиков',
  'Ёлкин',
];
const names = ['Иван', 'Пётр', 'Глеб', 'Анна', 'Мария', 'Юлия', 'Семён', 'Зоя', 'Лев', 'Ульяна'];

interface Person {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
}

/** A name of its own for every index: the patronymic carries the number in letters. */
const personOf = (index: number): Person => ({
  last: `${surnames[index % surnames.length]}-${surnames[(index >> 3) % surnames.length]}`,
  first: names[(index >> 6) % names.length] ?? '',
  middle: `Отчество${String.fromCodePoint(0x430 + (index % 32), 0x430 + ((index >> 5) % 32), 0x430 + ((index >> 10) % 32))}`,
});

const searchOf = ({ last, first, middle }: Person): string => fold(`${last} ${first} ${middle}`);

const classIds = JSON.stringify(Array.from({ length: 66 }, (_value, at) => at + 1));
const schoolSql = `
  INSERT INTO school_years (id, starts_on, ends_on) VALUES (1, '2025-09-01', '2026-08-31');
  INSERT INTO classes (id, school_year_id, parallel, letter)
    SELECT value, 1, 1 + (value - 1) % 11, char(1040 + (value - 1) / 11)
    FROM json_each('${classIds}')`;

/** Students, each with one guardian for the first `guardians`, written straight into the tables. */
export const fillPeople = (folder: string, students: number, guardians: number): void => {
  const db = new Database(join(folder, 'office.sqlite'));
  const student = db.prepare(
    'INSERT INTO students (id, last_name, first_name, middle_name, search) VALUES (?, ?, ?, ?, ?)',
  );
  const enrolment = db.prepare(
    "INSERT INTO enrolments (student_id, class_id, starts_on) VALUES (?, ?, '2025-09-01')",
  );
  const guardian = db.prepare(
    'INSERT INTO guardians (id, last_name, first_name, middle_name, search) VALUES (?, ?, ?, ?, ?)',
  );
  const link = db.prepare(
    "INSERT INTO guardianships (student_id, guardian_id, relation) VALUES (?, ?, 'mother')",
  );
  db.transaction(() => {
    db.exec(schoolSql);
    for (let index = 0; index < students; index += 1) {
      const one = personOf(index);
      student.run(index + 1, one.last, one.first, one.middle, searchOf(one));
      enrolment.run(index + 1, 1 + (index % 66));
    }
    for (let index = 0; index < guardians; index += 1) {
      const one = personOf(index + students);
      guardian.run(index + 1, one.last, one.first, one.middle, searchOf(one));
      link.run(1 + (index % students), index + 1);
    }
  })();
  db.close();
};

/** Credentials of all of them, without secrets: the search does not open any. */
export const fillCredentials = (folder: string): void => {
  const db = new Database(join(folder, 'office.sqlite'));
  db.exec(`
    INSERT INTO credentials (owner, student_id, kind, login, state, received_on)
      SELECT 'student', id, 'password', 's' || id, 'new', '2025-09-01' FROM students;
    INSERT INTO credentials (owner, guardian_id, kind, login, state, received_on)
      SELECT 'guardian', id, 'password', 'g' || id, 'new', '2025-09-01' FROM guardians;
    INSERT INTO credential_students (credential_id, student_id)
      SELECT c.id, l.student_id FROM credentials c JOIN guardianships l USING (guardian_id);`);
  db.close();
};

/** Makes an empty database in the folder. */
export const createDatabase = async (folder: string): Promise<void> =>
  (await openBenchOffice(folder)).close();

/** Imports a login and a password for each of the first `count` students. */
export const importPasswords = async (
  office: Office,
  folder: string,
  count: number,
): Promise<void> => {
  const path = join(folder, 'logins.csv');
  const rows = Array.from({ length: count }, (_value, index) => {
    const { last, first, middle } = personOf(index);
    return `${last};${first};${middle};login${index};пароль${index}`;
  });
  writeFileSync(path, ['Фамилия;Имя;Отчество;Логин;Пароль', ...rows].join('\n'));
  const file = await office.register(path);
  const { plan } = await callTyped(office, 'credentials.previewImport', { file });
  await callTyped(office, 'credentials.commitImport', { plan });
};
