import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../../src-main/app/office.ts';
import { addDays, weekday } from '../../src-main/domain/dates.ts';
import { fold } from '../../src-main/domain/names.ts';
import { makeSchool, subjectCount, subjectOf } from './marks-school.ts';
import { openBenchOffice } from './office.ts';

/** A class with a whole year of lessons, topics, homework, marks and final marks. */

export const journalYear = 2025;
const pupils = 25;
const topics = [
  'Повторение изученного в прошлом году',
  'Решение задач на движение и совместную работу; составление уравнений по условию задачи',
  'Контрольная работа № 2',
];
const homeworks = [
  '§ 14, № 201–204',
  'Прочитать с. 40–47, ответить на вопросы 1–5 письменно',
  null,
];
const marks = ['5', '4', '3', 'Н', 'Б 3 3', '5 4', 'У'];

/** About 34 weeks of lessons: two or three a week of each subject. */
const daysOf = (subject: number): readonly string[] => {
  const days: string[] = [];
  for (let day = `${journalYear}-09-01`; day < `${journalYear + 1}-05-26`; day = addDays(day, 1)) {
    const at = weekday(day);
    if (at <= 5 && (at + subject) % 5 < 2 + (subject % 2)) days.push(day);
  }
  return days;
};

const fill = (db: Database.Database): void => {
  const subject = db.prepare('INSERT INTO subjects (id, name, search) VALUES (?, ?, ?)');
  const lesson = db.prepare(`INSERT INTO lessons (class_id, subject_id, on_date, ordinal, topic,
    homework, described, audit_id) VALUES (1, ?, ?, 1, ?, ?, 1, 1)`);
  const mark = db.prepare(`INSERT INTO marks (lesson_id, student_id, text, codes, code_table_id,
    seen_at, audit_id) VALUES (?, ?, ?, ?, 1, '2026-05-26T09:00:00.000Z', 1)`);
  const final = db.prepare(`INSERT INTO final_marks (student_id, class_id, subject_id, period, text,
    codes, code_table_id, seen_at, audit_id)
    VALUES (?, 1, ?, ?, '4', '4', 1, '2026-05-26T09:00:00.000Z', 1)`);
  for (let one = 1; one <= subjectCount; one += 1) {
    subject.run(one, subjectOf(one - 1), fold(subjectOf(one - 1)));
    for (const [at, day] of daysOf(one).entries()) {
      const id = lesson.run(one, day, topics[at % 3], homeworks[at % 3]).lastInsertRowid;
      for (let pupil = 1 + (at % 3); pupil <= pupils; pupil += 3) {
        const text = marks[(pupil + at) % marks.length];
        mark.run(id, pupil, text, text);
      }
    }
    for (let pupil = 1; pupil <= pupils; pupil += 1)
      for (const period of ['term-1', 'term-2', 'term-3', 'term-4', 'year'])
        final.run(pupil, one, period);
  }
};

/** An office with one class, id 1. */
export const makeJournalSchool = async (folder: string): Promise<void> => {
  await makeSchool(folder, [journalYear], 1);
  const office = await openBenchOffice(folder);
  await callTyped(office, 'settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'МБОУ «СОШ № 7»',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
  await office.close();
  const db = new Database(join(folder, 'office.sqlite'));
  db.transaction(() => fill(db))();
  db.close();
};
