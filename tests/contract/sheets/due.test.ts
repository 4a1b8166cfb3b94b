import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';

let scene: Week;
beforeEach(async () => {
  scene = await openWeek();
});
afterEach(() => scene.family.school.office.close());

const on = (date: string) => ({ date, registeredOn: date });
const today = (date: string) => scene.family.school.office.clock.set(date);

describe('which weeks owe a sheet', () => {
  test('the mode at the end of the week counts', async () => {
    const { family, due } = scene;
    today('2026-04-30');
    await family.register(on('2026-03-05'));
    await family.register({ kind: 'annulment', ...on('2026-03-19') });
    await family.register({ kind: 'impossibility', reason: 'нет интернета', ...on('2026-04-08') });
    await family.register(on('2026-04-16'));
    expect(await due('2026-02-24')).toBe('none');
    // Registered on Thursday: owed from that very week.
    expect(await due('2026-03-02')).toBe('paper-refusal not-printed 0+0');
    expect(await due('2026-03-09')).toBe('paper-refusal not-printed 0+0');
    // Annulled on Thursday: the whole week is seen electronically.
    expect(await due('2026-03-16')).toBe('none');
    // Spring holidays.
    expect(await due('2026-03-30')).toBe('none');
    expect(await due('2026-04-06')).toBe('paper-impossibility not-printed 0+0');
    // An impossibility turned into a refusal in mid-week.
    expect(await due('2026-04-13')).toBe('paper-refusal not-printed 0+0');
  });

  test('the register of many weeks agrees with the mode of each day', async () => {
    const { family, call } = scene;
    today('2026-04-30');
    await family.register(on('2026-02-05'));
    await family.register({ kind: 'annulment', ...on('2026-03-06') });
    await family.register({ guardianId: family.father, ...on('2026-03-13') });
    await family.register({
      kind: 'impossibility',
      reason: 'нет интернета',
      ...on('2026-04-24'),
    });
    for (const { week: monday } of (await call('sheets.weeks', {})).weeks) {
      const { rows } = await call('sheets.listDue', { filters: { week: monday, everyone: true } });
      const [row] = rows.filter(({ studentId }) => studentId === scene.anna);
      const { rows: paper } = await call('statements.listServedOnPaper', {
        filters: { on: row?.lastDay ?? '' },
      });
      const modes = paper.map(({ mode }) => mode);
      expect([monday, row?.mode]).toEqual([
        monday,
        // One's «не чаще» never ends the other's «не реже».
        modes.includes('paper-impossibility') ? 'paper-impossibility' : (modes[0] ?? 'electronic'),
      ]);
    }
  });

  test('one sheet for a household, which an impossibility asks for as often as needed; own consent does not end the right', async () => {
    const { family, call } = scene;
    today('2026-03-16');
    await family.register({ kind: 'impossibility', reason: 'нет интернета', ...on('2026-02-25') });
    await family.register({ guardianId: family.father, ...on('2026-02-26') });
    await family.register({
      kind: 'consent-14',
      guardianId: family.father,
      passportShown: true,
      ...on('2026-02-27'),
    });
    const { rows, total } = await call('sheets.listDue', { filters: { week } });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      mode: 'paper-impossibility',
      studentConsented: true,
      guardians: 'Иванова Алёна Викторовна, Иванов Сергей Петрович',
      weekTitle: '2–6 марта 2026 г.',
      printBy: '2026-03-10',
      handBy: '2026-03-13',
      status: 'not-printed',
    });
  });

  test('a student who left before the end of the week is owed nothing', async () => {
    const { family, call, due } = scene;
    await family.register(on('2026-03-02'));
    await call('people.leave', {
      studentId: scene.anna,
      endsOn: '2026-03-04',
      reason: 'transferred',
    });
    expect(await due()).toBe('none');
    expect(
      (
        await scene.refusal('sheets.prepare', {
          selection: { kind: 'rows', rows: [{ studentId: scene.anna, week }] },
        })
      )[0],
    ).toBe('nothing-to-print');
  });

  test('weeks before the counting began owe nothing', async () => {
    const { family, call, due } = scene;
    await family.register(on('2026-02-02'));
    await call('settings.saveSheets', { countFrom: '2026-03-01' });
    expect(await due('2026-02-23')).toBe('paper-refusal free 0+0');
    expect(await due()).toBe('paper-refusal owed 0+0');
    const { earlier } = await call('sheets.week', { week });
    expect(earlier).toEqual({ notPrinted: 0, notHanded: 0 });
  });
});

describe('the weeks', () => {
  test('with counts; the one to work on is the last whose lessons are over', async () => {
    const { family, lesson, issue, call } = scene;
    await family.register(on('2026-02-24'));
    await lesson('2026-03-02', 'Алгебра', '4');
    today('2026-03-05');
    expect((await call('sheets.weeks', {})).suggested).toBe('2026-02-23');
    today('2026-03-06');
    const before = await call('sheets.weeks', {});
    expect(before.suggested).toBe(week);
    expect(before.weeks.slice(0, 2)).toMatchObject([
      { week, isoWeek: '2026-W10', over: true, owed: 1, waiting: 1 },
      { week: '2026-02-23', isoWeek: '2026-W09', owed: 1, notPrinted: 1 },
    ]);
    // Autumn and winter holidays are no weeks.
    expect(before.weeks.map((one) => one.week)).not.toContain('2025-10-27');
    expect(before.weeks.map((one) => one.week)).not.toContain('2026-01-05');
    expect(before.weeks.at(-1)?.week).toBe('2025-09-01');
    await issue();
    const overview = await call('sheets.week', { week: '2026-03-04' });
    expect(overview).toMatchObject({
      week,
      title: '2–6 марта 2026 г.',
      total: { owed: 1, waiting: 0, printed: 1 },
      classes: [{ className: '8А', printed: 1 }],
      earlier: { notPrinted: 1, notHanded: 0 },
    });
    today('2026-03-14');
    expect((await call('sheets.week', { week })).total.notHanded).toBe(1);
    expect((await call('home.attention', {})).sheets).toEqual({
      week: '2026-03-09',
      title: '9–13 марта 2026 г.',
      waiting: 1,
      notPrinted: 1,
      notHanded: 1,
    });
  });

  test('a week of holidays says so and owes nothing', async () => {
    await scene.family.register(on('2026-03-02'));
    today('2026-04-02');
    expect(await scene.call('sheets.week', { week: '2026-04-01' })).toMatchObject({
      week: '2026-03-30',
      lastDay: null,
      over: false,
      total: { owed: 0 },
    });
  });
});

describe('the lists', () => {
  test('earlier debts, filters, search, order', async () => {
    const { family, call } = scene;
    await family.register(on('2026-02-16'));
    const { petr, petrFather } = family.school;
    await family.register({
      kind: 'impossibility',
      reason: 'нет интернета',
      studentId: petr,
      guardianId: petrFather,
      ...on('2026-03-02'),
    });
    const ask = async (input: Parameters<typeof call<'sheets.listDue'>>[1]) =>
      (await call('sheets.listDue', input)).rows.map((row) => `${row.className} ${row.week}`);
    expect(await ask({})).toEqual([`5Б ${week}`, `8А ${week}`]);
    expect(await ask({ filters: { earlier: true } })).toEqual([
      `5Б ${week}`,
      '8А 2026-02-16',
      '8А 2026-02-23',
      `8А ${week}`,
    ]);
    expect(await ask({ filters: { mode: 'paper-refusal' } })).toEqual([`8А ${week}`]);
    expect(await ask({ filters: { earlier: true, status: 'not-printed' } })).toHaveLength(2);
    expect(await ask({ search: 'елкин' })).toEqual([`5Б ${week}`]);
    expect(await ask({ search: 'алена' })).toHaveLength(2);
    expect(
      await ask({
        filters: { earlier: true },
        sort: { column: 'week', descending: true },
        limit: 1,
      }),
    ).toEqual([`8А ${week}`]);
    const { total } = await call('sheets.listDue', { filters: { earlier: true }, limit: 1 });
    expect(total).toBe(4);
    const run = { kind: 'due' as const, week, earlier: true };
    const prepared = await call('sheets.prepare', { selection: run, empty: 'print' });
    expect(prepared).toMatchObject({
      fresh: 4,
      title: 'Распечатки за недели 16 февраля – 6 марта 2026 г.',
    });
    expect((await call('sheets.issue', { print: prepared.print })).issued).toBe(4);
    const issued = await call('sheets.listIssued', { sort: { column: 'week' }, search: 'иванова' });
    expect(issued.rows.map((row) => row.weekTitle)).toEqual([
      '16–20 февраля 2026 г.',
      '23–27 февраля 2026 г.',
      '2–6 марта 2026 г.',
    ]);
    expect((await call('sheets.listIssued', { filters: { handed: true } })).total).toBe(0);
  });
});
