import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../../src-main/app/office.ts';
import { addDays, weekday } from '../../src-main/domain/dates.ts';
import { fold } from '../../src-main/domain/names.ts';
import { cacheFolder, openBenchOffice } from './office.ts';

/** School years with lessons; the last one is 2025/2026. */
const years = [2021, 2022, 2023, 2024, 2025];
const classesPerYear = 40;
const subjects = 14;
const studentsPerClass = 25;

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

const fillPeople = (db: Database.Database): void => {
  const student = db.prepare(
    'INSERT INTO students (id, last_name, first_name, search) VALUES (?, ?, ?, ?)',
  );
  for (let id = 1; id <= classesPerYear * studentsPerClass; id += 1) {
    const last = `${surnames[id % 8]}-${surnames[(id >> 3) % 8]}`;
    const first = `Имя${String.fromCodePoint(0x430 + (id % 32), 0x430 + ((id >> 5) % 32))}`;
    student.run(id, last, first, fold(`${last} ${first}`));
  }
  const teacher = db.prepare(
    'INSERT INTO teachers (id, last_name, first_name, search) VALUES (?, ?, ?, ?)',
  );
  for (let id = 1; id <= 60; id += 1)
    teacher.run(id, `Учителев${String.fromCodePoint(0x430 + (id % 32))}`, 'Анна', `учителев ${id}`);
  const subject = db.prepare('INSERT INTO subjects (id, name, search) VALUES (?, ?, ?)');
  for (let id = 1; id <= subjects; id += 1) subject.run(id, `Предмет ${id}`, `предмет ${id}`);
};

const schoolDaysOf = (startYear: number): readonly string[] => {
  const days: string[] = [];
  for (let day = `${startYear}-09-02`; day <= `${startYear + 1}-05-26`; day = addDays(day, 1))
    if (weekday(day) <= 5) days.push(day);
  return days;
};

const insertLesson = `INSERT INTO lessons (id, class_id, subject_id, on_date, ordinal, topic,
  homework, teacher_id, described, audit_id) VALUES (?, ?, ?, ?, 1, ?, ?, ?, 1, 1)`;
const insertMark = `INSERT INTO marks (lesson_id, student_id, text, codes, code_table_id,
  entered_on, seen_at, unseen_at, audit_id) VALUES (?, ?, '4', '4', 1, ?, ?, ?, 1)`;

/** Most marks in time, some late, some unknown: imports every ten days. */
const fillYear = (db: Database.Database, startYear: number, yearId: number): void => {
  const lesson = db.prepare(insertLesson);
  const mark = db.prepare(insertMark);
  let next = Number(db.prepare('SELECT ifnull(max(id), 0) FROM lessons').pluck().get());
  schoolDaysOf(startYear).forEach((day, at) => {
    for (let room = 0; room < classesPerYear; room += 1) {
      const classId = (yearId - 1) * classesPerYear + room + 1;
      for (let hour = 0; hour < 6; hour += 1) {
        next += 1;
        const subject = 1 + ((at + hour * 3 + room) % subjects);
        const homework = next % 9 === 0 ? null : '§ 12';
        lesson.run(next, classId, subject, day, 'Тема', homework, 1 + ((subject * 7 + room) % 60));
        const wait = next % 20 === 0 ? 12 : 3;
        for (let one = 0; one < 7; one += 1) {
          const student = room * studentsPerClass + 1 + ((next + one * 4) % studentsPerClass);
          const entered = next % 3 === 0 ? null : addDays(day, wait);
          const unseen = wait > 7 ? `${addDays(day, 9)}T09:00:00.000Z` : null;
          mark.run(next, student, entered, `${addDays(day, wait)}T09:00:00.000Z`, unseen);
        }
      }
    }
  });
};

/** A data folder with about 1.5 million marks of five school years; made once and kept. */
export const controlFolder = async (): Promise<string> => {
  const folder = join(cacheFolder(), 'control-1500000');
  if (existsSync(join(folder, 'ready'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  const office = await openBenchOffice(folder);
  for (const startYear of years)
    await callTyped(
      office,
      'calendar.saveYear',
      await callTyped(office, 'calendar.prefill', { startYear }),
    );
  await office.close();
  const db = new Database(join(folder, 'office.sqlite'));
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  db.transaction(() => {
    fillPeople(db);
    years.forEach((startYear, index) => {
      const yearId = index + 1;
      const room = db.prepare(
        'INSERT INTO classes (id, school_year_id, parallel, letter) VALUES (?, ?, ?, ?)',
      );
      for (let one = 0; one < classesPerYear; one += 1)
        room.run(
          (yearId - 1) * classesPerYear + one + 1,
          yearId,
          1 + (one % 11),
          String.fromCodePoint(0x410 + Math.floor(one / 11)),
        );
      db.exec(`INSERT INTO weekly_loads (class_id, subject_id, lessons)
        SELECT c.id, s.id, 2 FROM classes c, subjects s WHERE c.school_year_id = ${yearId}`);
      fillYear(db, startYear, yearId);
    });
  })();
  db.close();
  writeFileSync(join(folder, 'ready'), '');
  return folder;
};
