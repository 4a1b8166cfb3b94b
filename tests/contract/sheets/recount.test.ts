import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemo } from '../../../src-main/app/demo/fill.ts';
import type { SheetContent } from '../../../src-main/contract/sheets-fields.ts';
import { readProduced } from '../../../src-main/hosts/shared/outputs.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { recountSheet } from '../../support/recount-sheets.ts';

/** What sheets of the demo say, against an independent count of its tables (Show 4 of the issue). */

const today = '2026-05-20';
/** The end of a term, the beginning of the next, weeks with holidays, and usual ones. */
const weeks = ['2025-10-20', '2025-11-03', '2026-02-23', '2026-03-02', '2026-04-27', '2026-05-11'];

let office: TestOffice;
let db: Database.Database;
/** The last sheet that the demo printed itself, before the hard cells came. */
let ofDemo = 0;

interface Sheet {
  readonly id: number;
  readonly student: number;
  readonly classId: number;
  readonly week: string;
  readonly content: SheetContent;
}

/** Cells the demo has none of: a day off, a code nobody knows, a reason that is told, two lessons. */
const hardCells = [
  ['2026-05-01', '2'],
  ['2026-04-28', 'Щ 5'],
  ['2026-04-28', 'нпн4'],
  ['2025-10-24', '3'],
  ['2025-10-28', '2'],
  ['2025-11-05', '5'],
] as const;

const addHardCells = async (): Promise<void> => {
  const { rows } = await office.call('people.listStudents', {
    filters: { parallel: 8 },
    limit: 2,
  });
  const { classes } = await office.call('journal.overview', {});
  for (const { id: studentId, className } of rows)
    for (const [date, text] of hardCells) {
      const classId = classes.find((one) => one.className === className)?.classId ?? 0;
      const lesson = { classId, subject: 'Алгебра', date, topic: null, homework: null };
      const { id: lessonId } = await office.call('marks.saveLesson', { id: null, ...lesson });
      await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });
    }
};

const print = async (week: string): Promise<void> => {
  const selection = { kind: 'school' as const, week };
  const run = await office.call('sheets.prepare', { selection, empty: 'print', already: 'skip' });
  await office.call('sheets.issue', { print: run.print });
};

const paperOf = async (ids: readonly number[]): Promise<string> => {
  const { document } = await office.call('sheets.show', { ids: [...ids] });
  const { handle } = await office.call('printing.html', { document });
  const { bytes } = await readProduced(office.office, handle);
  return new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
};

beforeAll(async () => {
  office = await openTestOffice({ today });
  await fillDemo(office.office, { students: 150, seed: 3, today });
  db = new Database(join(office.folder, 'office.sqlite'));
  ofDemo = (db.prepare('SELECT max(id) AS id FROM sheets').get() as { id: number }).id;
  await addHardCells();
  for (const week of weeks) await print(week);
}, 240_000);
afterAll(async () => {
  db.close();
  await office.close();
});

/** Sheets printed here: of everybody who had none of the demo. */
const printed = (): readonly Sheet[] =>
  (
    db
      .prepare(
        `SELECT s.id, s.student_id AS student, s.class_id AS classId, s.week_starts_on AS week, t.content
         FROM sheets s JOIN sheet_contents t ON t.id = s.id
         WHERE s.week_starts_on IN (SELECT value FROM json_each(?))
           AND s.id > ? ORDER BY s.id`,
      )
      .all(JSON.stringify(weeks), ofDemo) as (Omit<Sheet, 'content'> & { content: string })[]
  ).map((row) => ({ ...row, content: JSON.parse(row.content) as SheetContent }));

const short = (date: string): string => date.split('-').toReversed().join('.');

/** What the sheet ought to say, and what it says. */
const compared = ({ content, id: _id, ...place }: Sheet) => {
  const again = recountSheet(db, place);
  const { missed, averages } = again;
  const { ill = 0, excused = 0, unexcused = 0, absent = 0 } = missed;
  const { absences } = content;
  return {
    ought: {
      ...place,
      missed: [ill + excused + unexcused + absent, ill, excused, unexcused, absent],
      unrecognised: missed['?'] ?? 0,
      averages: Object.fromEntries(averages),
      covers: content.averagesOf === null ? '' : `с ${short(again.from)} по ${short(again.to)}`,
    },
    says: {
      ...place,
      missed: [
        absences.total,
        absences.ill,
        absences.excused,
        absences.absent,
        absences.unexplained ?? 0,
      ],
      unrecognised: (absences.unrecognised ?? []).reduce((sum, { count }) => sum + count, 0),
      averages: Object.fromEntries(
        content.subjects.flatMap(({ subject, average }) =>
          average === null || average === '—' ? [] : [[subject, average] as const],
        ),
      ),
      covers: content.averagesOf?.split(',')[0] ?? '',
    },
  };
};

test('500 sheets of six weeks say what their tables say', () => {
  const sheets = printed();
  expect(sheets.length).toBeGreaterThanOrEqual(500);
  const all = sheets.map(compared);
  expect(all.map(({ says }) => says)).toEqual(all.map(({ ought }) => ought));
  // There is something of every kind to be compared.
  for (const at of [1, 2, 3, 4])
    expect(all.some(({ ought }) => (ought.missed[at] ?? 0) > 0)).toBe(true);
  expect(all.some(({ ought }) => ought.unrecognised > 0)).toBe(true);
  expect(all.some(({ ought }) => Object.keys(ought.averages).length > 5)).toBe(true);
});

test('the paper says the same numbers', async () => {
  for (const week of weeks) {
    const sheets = printed().filter((sheet) => sheet.week === week);
    const html = await paperOf(sheets.map(({ id }) => id));
    const said = [...html.matchAll(/Пропущено (\d+) урок/gu)].map(([, count]) => Number(count));
    const ought = sheets.map((sheet) => compared(sheet).ought.missed[0] ?? 0);
    expect([week, said]).toEqual([week, ought.filter((count) => count > 0)]);
  }
});

test.each([
  ['a mark', "UPDATE marks SET text = '2', codes = '2' WHERE id = ?", '5'],
  ['an absence', "UPDATE marks SET text = 'Н', codes = 'Н' WHERE id = ?", 'Б'],
])('the count catches %s that the sheet does not know of', (_, sql, was) => {
  db.exec('BEGIN');
  try {
    const found = db
      .prepare(
        `SELECT m.id FROM marks m JOIN lessons l ON l.id = m.lesson_id
         WHERE m.text = ? AND m.ended_at IS NULL AND l.on_date BETWEEN '2026-03-02' AND '2026-03-06'
         LIMIT 1`,
      )
      .get(was) as { id: number };
    db.prepare(sql).run(found.id);
    const all = printed().map(compared);
    expect(all.map(({ says }) => says)).not.toEqual(all.map(({ ought }) => ought));
  } finally {
    db.exec('ROLLBACK');
  }
});
