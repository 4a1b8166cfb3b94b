import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../../src-main/app/office.ts';
import { addDays, weekday } from '../../src-main/domain/dates.ts';
import { fold } from '../../src-main/domain/names.ts';
import { cacheFolder, openBenchOffice } from './office.ts';

export const students = 1000;
const classes = 40;
const inClass = students / classes;

const subjects = [
  'Алгебра',
  'Английский язык',
  'Биология',
  'Вероятность и статистика',
  'География',
  'Геометрия',
  'Изобразительное искусство',
  'Информатика',
  'История',
  'Литература',
  'Музыка',
  'Обществознание',
  'Основы безопасности и защиты Родины',
  'Русский язык',
  'Физика',
  'Физическая культура',
] as const;

const surnames = ['Иванов', 'Белоус', 'Гончаров', 'Зайцев', 'Королев', 'Лапшин', 'Новиков'];
const codes = ['5', '4', '3 4', 'Б', 'Н', '4', '5', 'О 2'];

const fillPeople = (db: Database.Database): void => {
  for (const [table, ending] of [
    ['students', ''],
    ['guardians', 'а'],
  ] as const) {
    const person = db.prepare(
      `INSERT INTO ${table} (id, last_name, first_name, middle_name, search) VALUES (?, ?, 'Имя', ?, ?)`,
    );
    for (let id = 1; id <= students; id += 1) {
      const last = `${surnames[id % 7]}${ending}`;
      const middle = `Отчество${String.fromCodePoint(0x430 + (id % 32), 0x430 + ((id >> 5) % 32))}`;
      person.run(id, last, middle, fold(`${last} имя ${middle}`));
    }
  }
  const room = db.prepare(
    'INSERT INTO classes (id, school_year_id, parallel, letter) VALUES (?, 1, ?, ?)',
  );
  for (let id = 1; id <= classes; id += 1)
    room.run(id, 1 + ((id - 1) % 11), String.fromCodePoint(0x410 + Math.floor((id - 1) / 11)));
  db.exec(`
    INSERT INTO enrolments (student_id, class_id, starts_on)
      SELECT id, 1 + (id - 1) / ${inClass}, '2025-09-01' FROM students;
    INSERT INTO guardianships (student_id, guardian_id, relation) SELECT id, id, 'mother' FROM students;
    INSERT INTO statements (id, year, ordinal, number, kind, student_id, guardian_id, student_name,
      guardian_name, class_name, parallel, dated, registered_on, passport_shown, content, search)
      SELECT id, 2026, id, CAST(id AS TEXT), 'refusal', id, id, last_name, last_name, '8А', 8,
        '2026-01-12', '2026-01-12', 0, '{}', search FROM students`);
};

/** Marks of the third term to 6 March: 6 lessons a day, a third of the class has a mark. */
const fillMarks = (db: Database.Database): void => {
  const subject = db.prepare('INSERT INTO subjects (id, name, search) VALUES (?, ?, ?)');
  for (const [at, name] of subjects.entries()) subject.run(at + 1, name, fold(name));
  const lesson = db.prepare(`INSERT INTO lessons (id, class_id, subject_id, on_date, ordinal, topic,
    homework, described, audit_id) VALUES (?, ?, ?, ?, 1, 'Тема', 'Учебник, с. 112–118, упр. 217', 1, 1)`);
  const mark = db.prepare(`INSERT INTO marks (lesson_id, student_id, text, codes, code_table_id,
    seen_at, audit_id) VALUES (?, ?, ?, ?, 1, '2026-03-06T09:00:00.000Z', 1)`);
  let next = 0;
  for (let day = '2026-01-12'; day <= '2026-03-06'; day = addDays(day, 1))
    for (let room = 0; room < classes && weekday(day) <= 5; room += 1)
      for (let hour = 0; hour < 6; hour += 1) {
        next += 1;
        lesson.run(next, room + 1, 1 + ((next * 7) % subjects.length), day);
        for (let one = next % 3; one < inClass; one += 3) {
          const text = codes[(next + one) % codes.length] ?? '5';
          mark.run(next, room * inClass + one + 1, text, text);
        }
      }
};

/** 1,000 students of 40 classes, all on paper by refusal, with the marks of a term. */
const madeFolder = async (): Promise<string> => {
  const folder = join(cacheFolder(), `sheets-${students}`);
  if (existsSync(join(folder, 'ready'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  const office = await openBenchOffice(folder);
  await callTyped(office, 'settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'МБОУ «СОШ № 7»',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
  const plan = await callTyped(office, 'calendar.prefill', { startYear: 2025 });
  await callTyped(office, 'calendar.saveYear', plan);
  await office.close();
  const db = new Database(join(folder, 'office.sqlite'));
  db.transaction(() => {
    fillPeople(db);
    fillMarks(db);
  })();
  db.exec('ANALYZE');
  db.close();
  writeFileSync(join(folder, 'ready'), '');
  return folder;
};

/** A copy to write into, so that every round begins with nothing printed. */
export const sheetsFolder = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
  cpSync(await madeFolder(), folder, { recursive: true });
  return folder;
};
