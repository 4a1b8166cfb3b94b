import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { fillSchool, period, requisites } from '../summary/scenario.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-05-15' });
});
afterEach(() => office.close());

const overview = () => office.call('home.overview', {});
const attention = () => office.call('home.attention', {});

describe('first run', () => {
  test('an empty folder needs every step, and the steps go one by one', async () => {
    expect(await overview()).toEqual({
      today: '2026-05-15',
      firstRun: { needed: true, missing: ['requisites', 'year', 'people'] },
      school: null,
      year: null,
      counts: { students: 0, guardians: 0, teachers: 0, classes: 0 },
      appeals: { inWork: 0, overdueTotal: 0, overdue: [] },
      lastSummary: null,
    });
    expect(await attention()).toEqual({
      absences: { from: '2026-04-15', to: '2026-05-15', overTwoWeeks: [], nearly: [] },
      sheets: {
        week: '2026-05-11',
        title: '11–15 мая 2026 г.',
        waiting: 0,
        notPrinted: 0,
        notHanded: 0,
      },
      journals: { total: 0, periods: [] },
      standing: { doubts: 0, statements: 0, toRevoke: 0 },
      duplicates: 0,
      summaryDrift: null,
    });
    await office.call('settings.saveSchool', requisites);
    expect((await overview()).firstRun.missing).toEqual(['year', 'people']);
    const plan = await office.call('calendar.prefill', { startYear: 2025 });
    await office.call('calendar.saveYear', plan);
    expect((await overview()).firstRun).toEqual({ needed: true, missing: ['people'] });
  });

  test('a new school year that is not created yet is no first run', async () => {
    await fillSchool(office);
    office.clock.set('2026-09-01');
    const { firstRun, year } = await overview();
    expect(firstRun).toEqual({ needed: false, missing: [] });
    expect(year).toBeNull();
  });
});

describe('a working office', () => {
  test('shows people, overdue appeals and who is over or near two weeks', async () => {
    const { students } = await fillSchool(office);
    const first = await overview();
    expect(first.school).toEqual({ shortName: requisites.shortName, level: 'school' });
    expect(first.year?.title).toBe('2025/2026');
    expect(first.counts).toEqual({ students: 4, guardians: 1, teachers: 1, classes: 1 });
    // Registered on 28.02, 02.03, 04.03 and 15.05 with ten days each.
    expect(first.appeals).toMatchObject({ inWork: 4, overdueTotal: 3 });
    expect(first.appeals.overdue.map((row) => `${row.number} ${row.daysLate}`)).toEqual([
      '1/2026 66',
      '2/2026 64',
      '3/2026 62',
    ]);
    const { absences } = await attention();
    expect(absences.overTwoWeeks).toMatchObject([
      { id: students.open, className: '8А', days: 19, unit: 'calendar-days', absent: true },
    ]);
    expect(absences.nearly).toEqual([]);

    office.clock.set('2026-05-08');
    const earlier = await attention();
    expect(earlier.absences.overTwoWeeks).toEqual([]);
    expect(earlier.absences.nearly.map((row) => row.id)).toEqual([students.open]);
  });

  test('a child who came back is no longer near the limit', async () => {
    const { students } = await fillSchool(office);
    office.clock.set('2026-05-08');
    const { rows } = await office.call('absences.list', {
      filters: { studentId: students.open, open: true },
    });
    await office.call('absences.close', { id: rows[0]!.id, to: '2026-05-07' });
    expect((await attention()).absences.nearly).toEqual([]);
  });

  test('the last summary and whether it has drifted', async () => {
    const { absence } = await fillSchool(office);
    const { id } = await office.call('summary.finalise', period);
    expect((await overview()).lastSummary).toMatchObject({ id, version: 1, ...period });
    const still = { id, version: 1, ...period, drifted: false, changedFigures: [] };
    expect((await attention()).summaryDrift).toMatchObject(still);
    await office.call('absences.delete', { id: absence });
    expect((await attention()).summaryDrift).toMatchObject({
      drifted: true,
      changedFigures: ['studentsOverTwoWeeks', 'appeals', 'quarterHours', 'resources'],
    });
  });

  test('two cards of one child wait for a person', async () => {
    await fillSchool(office);
    await office.call('people.saveStudent', {
      id: null,
      lastName: 'Длиннов',
      firstName: 'Илья',
      middleName: 'Олегович',
      birthDate: '2012-02-29',
      sex: 'male',
      address: null,
      namesake: true,
    });
    expect((await attention()).duplicates).toBe(1);
  });

  test('unknown keys are refused', async () => {
    for (const name of ['home.overview', 'home.attention'] as const)
      expect((await office.refusal(name, { now: 1 })).code).toBe('invalid-input');
  });
});
