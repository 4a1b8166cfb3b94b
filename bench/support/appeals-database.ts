import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createRandom } from '../../src-main/app/demo/random.ts';
import * as words from '../../src-main/app/demo/vocabulary.ts';
import { addDays } from '../../src-main/domain/dates.ts';
import { fold } from '../../src-main/domain/names.ts';
import { cacheFolder, openBenchOffice } from './office.ts';

const students = 5000;

const fillPeople = (db: Database.Database, random: ReturnType<typeof createRandom>): string[][] => {
  const student = db.prepare(
    'INSERT INTO students (id, last_name, first_name, search) VALUES (?, ?, ?, ?)',
  );
  const guardian = db.prepare(
    'INSERT INTO guardians (id, last_name, first_name, search) VALUES (?, ?, ?, ?)',
  );
  db.prepare(
    "INSERT INTO teachers (id, last_name, first_name, search) VALUES (1, 'Орлова', 'Анна', 'орлова анна')",
  ).run();
  return Array.from({ length: students }, (_, index) => {
    const last = random.pick(words.surnames);
    const first = random.pick(words.maleNames);
    const mother = random.pick(words.femaleNames);
    student.run(index + 1, last, first, fold(`${last} ${first}`));
    guardian.run(index + 1, `${last}а`, mother, fold(`${last}а ${mother}`));
    return [`${last} ${first}`, `${last}а ${mother}`];
  });
};

const insertAppeal = `INSERT INTO appeals (year, ordinal, number, dated, registered_on, student_id, guardian_id, student_name,
  guardian_name, class_name, parallel, programme, subject, lesson_topic, channel, responsible_id, due_on, status,
  result, closed_on, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ООО', ?, ?, 'phone', 1, ?, ?, ?, ?, ?)`;

const fillAppeals = (db: Database.Database, count: number): void => {
  const random = createRandom(7);
  const people = fillPeople(db, random);
  const statement = db.prepare(insertAppeal);
  const perYear = Math.ceil(count / 10);
  for (let index = 0; index < count; index += 1) {
    const year = 2017 + Math.floor(index / perYear);
    const number = (index % perYear) + 1;
    const on = addDays(`${year}-01-01`, Math.floor((number * 360) / perYear));
    const who = random.below(students);
    const [studentName = '', guardianName = ''] = people[who] ?? [];
    const subject = random.pick(words.seniorSubjects);
    const topic = random.pick(words.topics[subject] ?? ['Повторение']);
    const parallel = 1 + random.below(11);
    const closed = random.chance(0.95);
    const search = fold(`${number} ${studentName} ${guardianName} ${subject} ${topic}`);
    statement.run(
      year,
      number,
      String(number),
      on,
      on,
      who + 1,
      who + 1,
      studentName,
      guardianName,
      `${parallel}А`,
      parallel,
      subject,
      topic,
      addDays(on, 10),
      closed ? 'closed' : 'registered',
      closed ? 'Передана ссылка' : null,
      closed ? addDays(on, 5) : null,
      search,
    );
  }
};

/** A data folder with `count` appeals over ten years; made once and kept for later rounds. */
export const appealsFolder = async (count: number): Promise<string> => {
  const folder = join(cacheFolder(), `appeals-two-dates-${count}`);
  const file = join(folder, 'office.sqlite');
  if (existsSync(join(folder, 'ready'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  await (await openBenchOffice(folder)).close();
  const db = new Database(file);
  db.transaction(() => fillAppeals(db, count))();
  db.exec('ANALYZE');
  db.close();
  writeFileSync(join(folder, 'ready'), '');
  return folder;
};
