/** Pages of lessons and marks out of 1.5 million, beside one prepared SQL count of the class. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../src-main/app/office.ts';
import type { Office } from '../src-main/app/office.ts';
import { addDays } from '../src-main/domain/dates.ts';
import { controlFolder } from './support/control-school.ts';
import { p95, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

/** 200 classes; a class has its lessons in the year of its id. */
const classOf = (index: number): number => 1 + ((index * 37) % 200);
const monthOf = (index: number) => {
  const from = `20${22 + (index % 5)}-${String(1 + (index % 5)).padStart(2, '0')}-01`;
  return { from, to: addDays(from, 30) };
};
const words = ['гончаров', 'зайцев', 'имяа', 'белоус', 'королев'];

const cases: Readonly<Record<string, (office: Office, index: number) => Promise<unknown>>> = {
  class: (office, index) =>
    callTyped(office, 'marks.listMarks', {
      filters: { classId: classOf(index) },
      offset: (index * 970) % 9000,
    }),
  student: (office, index) =>
    callTyped(office, 'marks.listMarks', { filters: { studentId: 1 + ((index * 13) % 1000) } }),
  month: (office, index) => callTyped(office, 'marks.listMarks', { filters: monthOf(index) }),
  search: (office, index) =>
    callTyped(office, 'marks.listMarks', {
      filters: { classId: classOf(index) },
      search: words[index % words.length] ?? '',
    }),
  unknown: (office) => callTyped(office, 'marks.listMarks', { filters: { state: 'unknown' } }),
  lessons: (office, index) =>
    callTyped(office, 'marks.listLessons', {
      filters: { classId: classOf(index), missing: 'homework' },
    }),
  grid: (office, index) =>
    callTyped(office, 'marks.grid', {
      classId: 161 + (index % 40),
      subjectId: 1 + (index % 14),
      from: '2026-01-12',
      to: '2026-03-27',
    }),
};

const ask = cases[process.argv[3] ?? 'class'];
if (!ask) throw new Error(Object.keys(cases).join(', '));
const folder = await controlFolder();
const runs = 200;

if (side() === 'baseline') {
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  db.pragma('cache_size = -32000');
  const page = db.prepare(`SELECT count(*) FROM lessons l JOIN marks m ON m.lesson_id = l.id
    AND m.ended_at IS NULL WHERE l.class_id = ?`);
  await p95(runs, (index) => page.all(classOf(index)));
  db.close();
} else {
  const office = await openBenchOffice(folder);
  await p95(runs, (index) => ask(office, index));
  await office.close();
}
