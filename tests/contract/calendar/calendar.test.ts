import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
});
afterEach(() => office.close());

const prefill = (startYear = 2025): Promise<YearPlan> =>
  office.call('calendar.prefill', { startYear });

const paths = async (plan: unknown): Promise<readonly string[]> =>
  (await office.refusal('calendar.saveYear', plan)).fields.map((field) => field.path);

describe('prefill', () => {
  test('proposes eleven parallels, half-years in 10–11, first-graders rest in February', async () => {
    const plan = await prefill();
    expect(plan.parallels.map((row) => `${row.parallel} ${row.termKind} ${row.weekDays}`)).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `${index + 1} quarter 5`),
      '10 half-year 5',
      '11 half-year 5',
    ]);
    expect(plan.parallels[0]?.terms[0]).toEqual({ startsOn: '2025-09-01', endsOn: '2025-10-24' });
    expect(plan.holidays.filter((row) => row.parallel !== null)).toEqual([
      {
        parallel: 1,
        kind: 'vacation',
        title: 'Дополнительные каникулы первоклассников',
        startsOn: '2026-02-16',
        endsOn: '2026-02-22',
      },
    ]);
    expect(plan.movedDays.map((day) => `${day.date} ${day.weekDays}`)).toEqual([
      '2026-03-09 null',
      '2026-05-11 5',
    ]);
  });

  test('takes the shape of the parallels it is told', async () => {
    const plan = await office.call('calendar.prefill', {
      startYear: 2025,
      parallels: [{ parallel: 5, weekDays: 6, termKind: 'trimester' }],
    });
    expect(plan.parallels[4]).toMatchObject({ parallel: 5, weekDays: 6, termKind: 'trimester' });
    expect(plan.parallels[4]?.terms).toHaveLength(3);
  });

  test('stores nothing', async () => {
    await prefill();
    expect((await office.call('calendar.years', {})).years).toEqual([]);
    expect((await office.refusal('calendar.get', {})).code).toBe('school-year-unknown');
  });

  test('its own proposal is always good, for every year', async () => {
    for (const startYear of [2015, 2019, 2023, 2024, 2025, 2026, 2027, 2031, 2050]) {
      await office.call('calendar.saveYear', await prefill(startYear));
    }
    expect((await office.call('calendar.years', {})).years.map((year) => year.startYear)).toEqual([
      2050, 2031, 2027, 2026, 2025, 2024, 2023, 2019, 2015,
    ]);
  });
});

describe('save and get', () => {
  test('gives back what was saved; saving again changes nothing', async () => {
    const plan = await prefill();
    const saved = await office.command('calendar.saveYear', plan);
    const read = await office.call('calendar.get', { id: saved.data.id });
    expect(read).toEqual({
      ...plan,
      id: saved.data.id,
      title: '2025/2026',
      startsOn: '2025-09-01',
      endsOn: '2026-08-31',
    });
    const again = await office.command('calendar.saveYear', plan);
    expect(again.data.id).toBe(saved.data.id);
    expect(await office.call('audit.changes', { id: again.auditId })).toMatchObject({ total: 0 });
  });

  test('one changed date is one changed row, and undo takes it back', async () => {
    const plan = await prefill();
    await office.call('calendar.saveYear', plan);
    const parallels = plan.parallels.map((row) =>
      row.parallel === 8
        ? { ...row, terms: row.terms.with(3, { startsOn: '2026-04-06', endsOn: '2026-05-30' }) }
        : row,
    );
    const saved = await office.command('calendar.saveYear', { ...plan, parallels });
    expect(await office.call('audit.changes', { id: saved.auditId })).toMatchObject({ total: 1 });
    expect(
      (await office.call('calendar.get', { startYear: 2025 })).parallels[7]?.terms[3]?.endsOn,
    ).toBe('2026-05-30');
    await office.call('audit.undo', { id: saved.auditId });
    expect(
      (await office.call('calendar.get', { startYear: 2025 })).parallels[7]?.terms[3]?.endsOn,
    ).toBe('2026-05-26');
  });

  test('31 August and 1 September lie in different years', async () => {
    await office.call('calendar.saveYear', await prefill(2025));
    office.clock.set('2026-08-31');
    expect((await office.call('calendar.get', {})).title).toBe('2025/2026');
    expect((await office.call('calendar.years', {})).years[0]).toMatchObject({ current: true });
    office.clock.set('2026-09-01');
    const refusal = await office.refusal('calendar.get', {});
    expect(refusal.code).toBe('school-year-unknown');
    expect(refusal.message).toContain('2026/2027');
    expect((await office.call('calendar.years', {})).years[0]).toMatchObject({ current: false });
  });
});

const withTerms = async (parallel: number, terms: readonly [string, string][]) => {
  const plan = await prefill();
  return {
    ...plan,
    parallels: plan.parallels.map((row) =>
      row.parallel === parallel
        ? { ...row, terms: terms.map(([startsOn, endsOn]) => ({ startsOn, endsOn })) }
        : row,
    ),
  };
};

describe('refusals name the field', () => {
  test.each([
    ['outside the year', [['2025-08-25', '2025-10-24']], ['parallels.1.terms.0.startsOn']],
    ['upside down', [['2025-10-24', '2025-09-01']], ['parallels.1.terms.0.endsOn']],
    ['no terms', [], ['parallels.1.terms']],
    ['30 February', [['2025-09-01', '2026-02-30']], ['parallels.1.terms.0.endsOn']],
    [
      '29 February of a common year',
      [['2025-09-01', '2026-02-29']],
      ['parallels.1.terms.0.endsOn'],
    ],
    [
      'overlap',
      [
        ['2025-09-01', '2025-12-30'],
        ['2025-12-30', '2026-05-26'],
      ],
      ['parallels.1.terms.1.startsOn'],
    ],
    [
      'order',
      [
        ['2026-01-12', '2026-05-26'],
        ['2025-09-01', '2025-12-30'],
      ],
      ['parallels.1.terms.1.startsOn'],
    ],
  ] as const)('term %s', async (_, terms, expected) => {
    expect(await paths(await withTerms(2, terms as never))).toEqual(expected);
    expect((await office.call('calendar.years', {})).years).toEqual([]);
  });

  const holiday = { parallel: null, kind: 'other', title: 'Карантин' } as const;
  test('holidays: upside down, outside, twice', async () => {
    const plan = await prefill();
    const add = (...rows: readonly object[]) => ({ ...plan, holidays: rows });
    expect(await paths(add({ ...holiday, startsOn: '2026-02-10', endsOn: '2026-02-03' }))).toEqual([
      'holidays.0.endsOn',
    ]);
    expect(await paths(add({ ...holiday, startsOn: '2026-08-30', endsOn: '2026-09-02' }))).toEqual([
      'holidays.0.endsOn',
    ]);
    const row = { ...holiday, startsOn: '2026-02-03', endsOn: '2026-02-10' };
    expect(await paths(add(row, row))).toEqual(['holidays.1.title']);
    expect(await paths(add({ ...row, parallel: 13 }))).toEqual(['holidays.0.parallel']);
  });

  test.each([
    ['a working day that works already', '2026-03-03', true, 'и так учебный'],
    ['a working day in summer', '2026-07-04', true, 'вне учебных периодов'],
    ['a day off on Sunday', '2026-03-01', false, 'и так выходной'],
    ['a day of another year', '2026-09-01', false, 'вне 2025/2026'],
  ])('%s', async (_, date, works, text) => {
    const plan = await prefill();
    const refusal = await office.refusal('calendar.saveYear', {
      ...plan,
      movedDays: [{ date, works, weekDays: null, note: null }],
    });
    expect(refusal.fields.map((field) => field.path)).toEqual(['movedDays.0.date']);
    expect(refusal.fields[0]?.message).toContain(text);
  });

  test('the same moved day or the same parallel twice', async () => {
    const plan = await prefill();
    const day = { date: '2026-03-07', works: true, weekDays: null, note: null };
    expect(await paths({ ...plan, movedDays: [day, day] })).toEqual(['movedDays.1.date']);
    const twice = plan.parallels.with(10, { ...plan.parallels[10]!, parallel: 1 });
    expect(await paths({ ...plan, parallels: twice })).toEqual(['parallels.10.parallel']);
  });

  test('a parallel that has classes cannot be left out', async () => {
    const plan = await prefill();
    await office.call('people.saveClass', {
      id: null,
      parallel: 8,
      letter: 'А',
      programmeName: null,
    });
    const refusal = await office.refusal('calendar.saveYear', {
      ...plan,
      parallels: plan.parallels.filter((row) => row.parallel !== 8),
    });
    expect(refusal.fields).toEqual([
      { path: 'parallels', message: expect.stringContaining('параллелей: 8') },
    ]);
    // The class needed a year, so the usual one was created for it.
    expect((await office.call('calendar.years', {})).years).toMatchObject([
      { title: '2025/2026', classes: 1, current: true },
    ]);
    const { id, title, startsOn, endsOn, ...stored } = await office.call('calendar.get', {});
    expect(stored).toEqual(plan);
    expect([id > 0, title, startsOn, endsOn]).toEqual([
      true,
      '2025/2026',
      '2025-09-01',
      '2026-08-31',
    ]);
  });

  test('unknown keys and wrong weeks are refused', async () => {
    const plan = await prefill();
    expect((await office.refusal('calendar.saveYear', { ...plan, extra: 1 })).code).toBe(
      'invalid-input',
    );
    const week = { ...plan, parallels: [{ ...plan.parallels[0], weekDays: 7 }] };
    expect(await paths(week)).toEqual(['parallels.0.weekDays']);
  });
});

const day = (date: string, parallel: number) => office.call('calendar.day', { date, parallel });

describe('a day', () => {
  test('says why', async () => {
    const plan = await office.call('calendar.prefill', {
      startYear: 2025,
      parallels: [{ parallel: 9, weekDays: 6, termKind: 'quarter' }],
    });
    await office.call('calendar.saveYear', {
      ...plan,
      movedDays: [
        ...plan.movedDays,
        { date: '2025-09-06', works: true, weekDays: 5, note: 'День здоровья' },
      ],
    });
    expect(await day('2026-03-02', 8)).toEqual({
      schoolDay: true,
      reason: 'lessons',
      text: 'Учебный день, 3 четверть',
      term: { kind: 'quarter', number: 3 },
    });
    expect(await day('2026-03-07', 8)).toMatchObject({ schoolDay: false, reason: 'day-off' });
    expect(await day('2026-03-07', 9)).toMatchObject({ schoolDay: true, reason: 'lessons' });
    expect(await day('2025-09-06', 8)).toMatchObject({
      schoolDay: true,
      reason: 'moved-working',
      text: 'Рабочий день по переносу: День здоровья',
    });
    expect(await day('2026-05-11', 8)).toMatchObject({ schoolDay: false, reason: 'moved-off' });
    expect(await day('2026-05-11', 9)).toMatchObject({ schoolDay: true });
    expect(await day('2026-02-18', 1)).toMatchObject({ schoolDay: false, reason: 'holiday' });
    expect(await day('2026-02-18', 2)).toMatchObject({ schoolDay: true });
    expect(await day('2026-07-01', 2)).toMatchObject({ schoolDay: false, reason: 'outside-terms' });
    expect((await day('2026-03-02', 10)).term).toEqual({ kind: 'half-year', number: 2 });
  });

  test('a year that is not stored has the usual calendar and says so', async () => {
    const answer = await day('2026-03-02', 8);
    expect(answer).toMatchObject({ schoolDay: true, reason: 'no-year' });
    expect(answer.text).toContain('2025/2026');
    expect((await office.refusal('calendar.day', { date: '2026-02-29', parallel: 8 })).code).toBe(
      'invalid-input',
    );
  });
});
