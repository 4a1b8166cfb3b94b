import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../src-main/domain/dates.ts';
import { isGraded, timelinessOf } from '../../../src-main/domain/control.ts';
import type { ControlledSchool } from './school.ts';
import { openControlledSchool, writeRaw } from './school.ts';

/** The figures of lessons are kept by triggers; whatever writes marks, they must agree with the rule. */

let school: ControlledSchool;
beforeEach(async () => {
  school = await openControlledSchool();
});
afterEach(() => school.office.close());

interface Figures {
  readonly lesson_id: number;
  readonly on_date: string;
  readonly week: string;
  readonly topic: number;
  readonly homework: number;
  readonly described: number;
  readonly cells: number;
  readonly graded: number;
  readonly on_time: number;
  readonly late: number;
}

const figures = (): readonly Figures[] => {
  const db = new Database(join(school.office.folder, 'office.sqlite'), { readonly: true });
  try {
    return db.prepare('SELECT * FROM lesson_figures ORDER BY lesson_id').all() as Figures[];
  } finally {
    db.close();
  }
};

const counts = () =>
  figures().map(({ cells, graded, on_time, late }) => [cells, graded, on_time, late]);

test('typing, changing, erasing and undoing marks keep the figures', async () => {
  const { office, lesson, mark } = school;
  const first = await lesson();
  expect(counts()).toEqual([[0, 0, 0, 0]]);
  await mark(first, 'Н', '2026-03-02');
  expect(counts()).toEqual([[1, 0, 0, 0]]);
  await mark(first, '4', '2026-03-09');
  expect(counts()).toEqual([[1, 1, 1, 0]]);
  await mark(first, '4 5', '2026-03-10');
  expect(counts()).toEqual([[1, 1, 0, 1]]);
  await mark(first, '', '2026-03-11');
  expect(counts()).toEqual([[0, 0, 0, 0]]);
  const { rows } = await office.call('audit.list', { limit: 2 });
  for (const { id } of rows) await office.call('audit.undo', { id });
  expect(counts()).toEqual([[1, 1, 1, 0]]);
});

test('a lesson that moves or goes takes its figures along', async () => {
  const { office, class8, lesson, mark } = school;
  const id = await lesson({ topic: '' });
  await mark(id, '5', '2026-03-12');
  expect(figures()).toMatchObject([{ week: '2026-03-02', topic: 0, homework: 1, late: 1 }]);
  const move = await office.command('marks.saveLesson', {
    id,
    classId: class8,
    subject: 'Алгебра',
    date: '2026-03-09',
    topic: 'Корни',
    homework: ' ',
  });
  expect(figures()).toMatchObject([
    { on_date: '2026-03-09', week: '2026-03-09', topic: 1, homework: 0, on_time: 1, late: 0 },
  ]);
  await office.call('audit.undo', { id: move.auditId });
  expect(figures()).toMatchObject([{ on_date: '2026-03-02', late: 1 }]);
  await mark(id, '', '2026-03-13');
  await office.call('marks.deleteLesson', { id });
  expect(figures()).toEqual([]);
});

test('an undone lesson leaves no figures, in whatever order rows go', async () => {
  const { office, class8 } = school;
  const { auditId } = await office.command('marks.saveLesson', {
    id: null,
    classId: class8,
    subject: 'Физика',
    date: '2026-03-02',
    topic: '',
    homework: '',
  });
  await office.call('audit.undo', { id: auditId });
  expect(figures()).toEqual([]);
});

const lessonOn = '2026-03-02';
const day = fc.integer({ min: -3, max: 20 });
const time = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([days, ms]) =>
    new Date(Date.parse(`${addDays(lessonOn, days)}T00:00:00Z`) + ms).toISOString(),
  );
const cell = fc.record({
  codes: fc.constantFrom('5', 'Н', 'Б 3 3', 'ЗЧ', 'Н НЗ', '?4А', 'Н/А', 'О 2', '?Ж 4', '3-'),
  enteredOn: fc.option(day.map((days) => addDays(lessonOn, days))),
  seenAt: time,
  unseenAt: fc.option(time),
});

const pad = (value: number): string => String(value).padStart(2, '0');
const localDay = (at: string): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
};

test('the triggers, the list and the rule of the domain say the same of any mark', async () => {
  const { office, anna, lesson } = school;
  const id = await lesson({ date: lessonOn });
  const zones = ['UTC', 'Europe/Moscow', 'Asia/Kamchatka', 'America/New_York'];
  for (const zone of zones) {
    process.env['TZ'] = zone;
    // The bounds of the lesson's week are those of the zone it was written in.
    writeRaw(office.folder, (db) => db.prepare('UPDATE lessons SET topic = ?').run(zone));
    await fc.assert(
      fc.asyncProperty(cell, async (one) => {
        writeRaw(office.folder, (db) => {
          db.prepare('DELETE FROM marks').run();
          db.prepare(
            `INSERT INTO marks (lesson_id, student_id, text, codes, code_table_id, entered_on, seen_at, unseen_at, audit_id)
            VALUES (?, ?, ?, ?, 1, ?, ?, ?, (SELECT max(id) FROM audit))`,
          ).run(id, anna, one.codes, one.codes, one.enteredOn, one.seenAt, one.unseenAt);
        });
        const expected = isGraded(one.codes)
          ? timelinessOf({
              lessonOn,
              enteredOn: one.enteredOn,
              seenOn: localDay(one.seenAt),
              unseenOn: one.unseenAt === null ? null : localDay(one.unseenAt),
            })
          : null;
        const [found] = figures();
        expect([found?.graded, found?.on_time, found?.late]).toEqual([
          expected === null ? 0 : 1,
          expected === 'on-time' ? 1 : 0,
          expected === 'late' ? 1 : 0,
        ]);
        const listed = await Promise.all(
          (['on-time', 'late', 'unknown'] as const).map(async (timeliness) => {
            const filters = { timeliness, from: lessonOn, to: lessonOn };
            const { rows } = await office.call('control.listLateMarks', { filters });
            return rows.map((row) => row.timeliness);
          }),
        );
        expect(listed.flat()).toEqual(expected === null ? [] : [expected]);
      }),
      { numRuns: 40 },
    );
  }
  process.env['TZ'] = 'UTC';
});
