import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillDemo } from '../../src-main/app/demo/fill.ts';
import { openTestOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-05-20' });
});
afterEach(() => office.close());

const fill = (today = '2026-05-20', students = 120) =>
  fillDemo(office.office, { students, seed: 3, today });

test('an empty folder becomes a whole school that passes its own rules', async () => {
  await fill();
  const { counts, firstRun, lastSummary } = await office.call('home.overview', {});
  expect(counts).toMatchObject({ students: 120, classes: 11 });
  expect(counts.guardians).toBeGreaterThan(120);
  expect(firstRun.needed).toBe(false);
  expect(lastSummary?.version).toBe(1);
  const { rows } = await office.call('appeals.list', { limit: 500 });
  expect(rows.length).toBeGreaterThan(0);
  const dates = rows.map(({ registeredOn }) => registeredOn);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(office.bugs).toEqual([]);
});

test('statements are on paper; with a password the children have logins', async () => {
  await fillDemo(office.office, {
    students: 200,
    seed: 3,
    today: '2026-05-20',
    password: 'придуманный пароль',
  });
  expect((await office.call('statements.list', {})).total).toBeGreaterThan(0);
  const given = await office.call('credentials.list', { filters: { state: 'issued' } });
  const all = await office.call('credentials.list', {});
  expect(all.total).toBe(200);
  expect(given.total).toBeGreaterThan(0);
  expect(office.bugs).toEqual([]);
});

test('marks, weekly sheets, journals and control have something to show', async () => {
  await fill();
  const [lessons, marks] = (
    await office.call('marks.listImports', { sort: { column: 'at', descending: false } })
  ).rows;
  expect(lessons?.lessons.new).toBeGreaterThan(500);
  expect(marks?.marks.new).toBeGreaterThan(1000);
  expect(marks?.rejected).toBe(0);
  const { weeks } = await office.call('sheets.weeks', {});
  expect(weeks.some(({ handed }) => handed > 0)).toBe(true);
  const { owed, classes } = await office.call('journal.overview', {});
  expect(owed).toBeGreaterThan(0);
  const prints = classes.flatMap(({ cells }) => cells.map(({ print }) => print));
  expect(prints.some((print) => print?.certifiedOn === '2026-05-20')).toBe(true);
});

test('the same seed gives the same school', async () => {
  await fill();
  const first = await office.call('people.listStudents', { limit: 200 });
  await office.close();
  office = await openTestOffice({ today: '2026-05-20' });
  await fill();
  expect(await office.call('people.listStudents', { limit: 200 })).toEqual(first);
});

test('a folder with data is refused and stays as it is', async () => {
  await fill();
  await expect(fill()).rejects.toMatchObject({ code: 'folder-not-empty' });
});

test.each(['2026-09-01', '2026-09-03', '2026-01-02', '2026-07-15', '2028-02-29'])(
  'works on %s: the first days of the year, the holidays, the summer',
  async (today) => {
    office.clock.set(today);
    await fill(today, 60);
    expect((await office.call('home.overview', {})).counts.students).toBe(60);
    expect(office.bugs).toEqual([]);
  },
);
