import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemo } from '../../src-main/app/demo/fill.ts';
import { openTestOffice, type TestOffice } from '../support/office.ts';

const day = '2026-05-20';

const fill = (office: TestOffice, { today = day, students = 120, password = '' } = {}) =>
  fillDemo(office.office, { students, seed: 3, today, ...(password && { password }) });

const withOffice = async <T>(
  today: string,
  work: (office: TestOffice) => Promise<T>,
): Promise<T> => {
  const office = await openTestOffice({ today });
  try {
    const done = await work(office);
    expect(office.bugs).toEqual([]);
    return done;
  } finally {
    await office.close();
  }
};

let demo: TestOffice;
beforeAll(async () => {
  demo = await openTestOffice({ today: day });
  await fill(demo);
});
afterAll(() => demo.close());

test('an empty folder becomes a whole school that passes its own rules', async () => {
  const { counts, firstRun, lastSummary } = await demo.call('home.overview', {});
  expect(counts).toMatchObject({ students: 120, classes: 11 });
  expect(counts.guardians).toBeGreaterThan(120);
  expect(firstRun.needed).toBe(false);
  expect(lastSummary?.version).toBe(1);
  const { rows } = await demo.call('appeals.list', { limit: 500 });
  expect(rows.length).toBeGreaterThan(0);
  const dates = rows.map(({ registeredOn }) => registeredOn);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(demo.bugs).toEqual([]);
});

test('statements are on paper; with a password the children have logins', async () => {
  await withOffice(day, async (office) => {
    await fill(office, { students: 200, password: 'придуманный пароль' });
    expect((await office.call('statements.list', {})).total).toBeGreaterThan(0);
    const given = await office.call('credentials.list', { filters: { state: 'issued' } });
    const all = await office.call('credentials.list', {});
    expect(all.total).toBe(200);
    expect(given.total).toBeGreaterThan(0);
  });
});

test('marks, weekly sheets, journals and control have something to show', async () => {
  const [lessons, marks] = (
    await demo.call('marks.listImports', { sort: { column: 'at', descending: false } })
  ).rows;
  expect(lessons?.lessons.new).toBeGreaterThan(500);
  expect(marks?.marks.new).toBeGreaterThan(1000);
  expect(marks?.rejected).toBe(0);
  const { weeks } = await demo.call('sheets.weeks', {});
  expect(weeks.some(({ handed }) => handed > 0)).toBe(true);
  const { owed, classes } = await demo.call('journal.overview', {});
  expect(owed).toBeGreaterThan(0);
  const prints = classes.flatMap(({ cells }) => cells.map(({ print }) => print));
  expect(prints.some((print) => print?.certifiedOn === day)).toBe(true);
});

test('the hard cases are there: who is taught elsewhere, who speaks for whom, odd names', async () => {
  const { rows } = await demo.call('people.listStudents', { limit: 200 });
  const cards = await Promise.all(rows.map(({ id }) => demo.call('people.student', { id })));
  const studies = cards.flatMap((card) =>
    card.studyPeriods.map(({ form, place }) => `${form} ${place}`),
  );
  expect(studies.toSorted()).toEqual(['family school', 'full-time home', 'full-time medical']);
  const relations = new Set(cards.flatMap(({ guardians }) => guardians.map((one) => one.relation)));
  expect([...relations]).toEqual(
    expect.arrayContaining(['mother', 'father', 'guardian', 'not-representative', 'parent']),
  );
  expect(cards.some(({ guardians }) => guardians.some(({ livesApart }) => livesApart))).toBe(true);
  expect(rows.some(({ middleName }) => middleName === null)).toBe(true);
  expect(rows.some(({ lastName }) => lastName === 'Мамедова-Гусейнзаде')).toBe(true);
  expect(cards.filter(({ enrolments }) => enrolments.length > 1)).toHaveLength(1);
  expect(rows.filter(({ age }) => (age ?? 0) >= 18).length).toBeGreaterThan(0);
  const doubts = (await demo.call('statements.listDoubts', { limit: 200 })).rows;
  expect(new Set(doubts.map(({ doubt }) => doubt))).toEqual(new Set(['waits', 'access-disputed']));
  const kinds = (await demo.call('statements.list', { limit: 200 })).rows.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['consent-14', 'permission-18']));
  const appeals = (await demo.call('appeals.list', { limit: 200 })).rows;
  expect(appeals.filter(({ letter }) => letter !== null)).toHaveLength(1);
  expect(appeals.some(({ date, registeredOn }) => date < registeredOn)).toBe(true);
});

test('class 1 has lessons and no marks; every subject is of its classes', async () => {
  const { classes } = await demo.call('journal.overview', {});
  const ofClass = (name: string) => ({
    limit: 10_000,
    filters: { classId: classes.find((one) => one.className === name)?.classId ?? 0 },
  });
  const first = (await demo.call('marks.listMarks', ofClass('1А'))).rows;
  expect(first.length).toBeGreaterThan(0);
  expect(first.filter(({ text }) => /\d/u.test(text))).toEqual([]);
  const lessons = (
    await Promise.all(
      classes.map(({ className }) => demo.call('marks.listLessons', ofClass(className))),
    )
  ).flatMap(({ rows }) => rows);
  const classesOf = (subject: string) =>
    [...new Set(lessons.filter((one) => one.subject === subject).map(({ className }) => className))]
      .map((name) => Number.parseInt(name, 10))
      .toSorted((a, b) => a - b);
  expect(classesOf('Математика')).toEqual([1, 2, 3, 4, 5, 6]);
  expect(classesOf('Алгебра')).toEqual([7, 8, 9, 10, 11]);
  expect(classesOf('Химия')).toEqual([8, 9, 10, 11]);
});

const students = (office: TestOffice) => office.call('people.listStudents', { limit: 200 });

test('the same seed gives the same school', async () => {
  await withOffice(day, async (office) => {
    await fill(office);
    expect(await students(office)).toEqual(await students(demo));
  });
});

test('a folder with data is refused and stays as it is', async () => {
  const before = await demo.call('home.overview', {});
  await expect(fill(demo)).rejects.toMatchObject({ code: 'folder-not-empty' });
  expect(await demo.call('home.overview', {})).toEqual(before);
});

test.each(['2026-09-01', '2026-09-03', '2026-01-02', '2026-07-15', '2028-02-29'])(
  'works on %s: the first days of the year, the holidays, the summer',
  async (today) => {
    await withOffice(today, async (office) => {
      await fill(office, { today, students: 60 });
      expect((await office.call('home.overview', {})).counts.students).toBe(60);
    });
  },
);
