import { join } from 'node:path';
import Database from 'better-sqlite3';
import { assert, asyncProperty, integer } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemo } from '../../../src-main/app/demo/fill.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { recount } from '../../support/recount.ts';

/** The demo's figures against an independent count of its tables (Show 2 of the issue). */

const today = '2026-05-20';
const whole = { from: '2025-09-01', to: '2026-05-20' };
const periods = [
  ['the school year', whole],
  ['the period of the letter', { from: '2026-03-01', to: '2026-05-15' }],
  ['its first half', { from: '2025-09-01', to: '2026-03-31' }],
  ['its second half', { from: '2026-04-01', to: '2026-05-20' }],
] as const;

let office: TestOffice;
let db: Database.Database;

beforeAll(async () => {
  office = await openTestOffice({ today });
  await fillDemo(office.office, { students: 400, seed: 3, today });
  db = new Database(join(office.folder, 'office.sqlite'), { readonly: true });
}, 120_000);
afterAll(async () => {
  db.close();
  await office.close();
});

const figures = ['studentsOverTwoWeeks', 'appeals', 'quarterHours', 'resources'] as const;
type Period = (typeof periods)[number][1];

const rowsOf = async (period: Period, figure: (typeof figures)[number], counted: boolean) =>
  (
    await office.call('summary.listRows', {
      filters: { ...period, figure, counted },
      limit: 10_000,
    })
  ).rows;

const idsOf = async (period: Period, figure: (typeof figures)[number]) =>
  (await rowsOf(period, figure, true)).map(({ id }) => id).toSorted((a, b) => a - b);

describe.each(periods)('%s', (_, period) => {
  test('figures and rows are those recounted from the tables', async () => {
    const again = recount(db, period, today);
    expect(await idsOf(period, 'studentsOverTwoWeeks')).toEqual(again.students);
    expect(await idsOf(period, 'appeals')).toEqual(again.appeals);
    expect(await idsOf(period, 'quarterHours')).toEqual(again.work);
    expect(await idsOf(period, 'resources')).toEqual(again.resources);
    expect((await office.call('summary.compute', period)).figures).toEqual({
      organisations: 1,
      studentsOverTwoWeeks: again.students.length,
      appeals: again.appeals.length,
      quarterHours: again.quarterHours,
      resources: again.resources.length,
    });
  });

  test('rows sum to their figure, those beside to what is not counted and have a reason', async () => {
    const computed = await office.call('summary.compute', period);
    for (const counted of [true, false])
      for (const figure of figures) {
        const rows = await rowsOf(period, figure, counted);
        const sum =
          figure === 'quarterHours'
            ? rows.reduce((total, row) => total + (row.quarterHours ?? 0), 0)
            : rows.length;
        expect(sum).toBe(computed[counted ? 'figures' : 'notCounted'][figure]);
        expect(rows.every(({ reason }) => (reason === null) === counted)).toBe(true);
      }
  });
});

test('the demo has something counted and something not, of every kind', async () => {
  const { figures: counted, notCounted } = await office.call('summary.compute', whole);
  for (const figure of figures) expect([figure, counted[figure] > 0]).toEqual([figure, true]);
  for (const figure of ['appeals', 'quarterHours', 'resources'] as const)
    expect([figure, notCounted[figure] > 0]).toEqual([figure, true]);
});

const day = (date: Date): string => date.toISOString().slice(0, 10);

test('wherever the year is cut, columns 3–5 of its halves add up', async () => {
  const ofYear = (await office.call('summary.compute', whole)).figures;
  const halves = asyncProperty(integer({ min: 0, max: 260 }), async (days) => {
    const end = new Date(Date.parse(whole.from) + days * 86_400_000);
    const start = new Date(end.getTime() + 86_400_000);
    const first = await office.call('summary.compute', { ...whole, to: day(end) });
    const second = await office.call('summary.compute', { ...whole, from: day(start) });
    for (const figure of ['appeals', 'quarterHours', 'resources'] as const)
      expect(first.figures[figure] + second.figures[figure]).toBe(ofYear[figure]);
  });
  await assert(halves, { numRuns: 20 });
});

test('home teaching in the middle of an absence is cut out by both', async () => {
  const over = recount(db, whole, today).students;
  const cards = await Promise.all(over.map((id) => office.call('people.student', { id })));
  const studentId = cards.find(({ studyPeriods }) => studyPeriods.length === 0)?.student.id;
  const { rows } = await office.call('absences.list', {
    filters: { studentId: studentId ?? 0, overTwoWeeks: true },
  });
  const from = rows[0]?.from ?? '';
  await office.call('people.saveStudyPeriod', {
    id: null,
    studentId: studentId ?? 0,
    form: 'full-time',
    place: 'home',
    startsOn: from,
    endsOn: null,
  });
  const again = recount(db, whole, today);
  expect(again.students).not.toContain(studentId);
  expect(await idsOf(whole, 'studentsOverTwoWeeks')).toEqual(again.students);
  expect(await idsOf(whole, 'appeals')).toEqual(again.appeals);
});
