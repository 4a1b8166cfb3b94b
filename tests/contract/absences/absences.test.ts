import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const input = (change: object) => ({
  studentId: school.anna,
  from: '2026-02-02',
  to: '2026-02-16',
  reason: 'illness' as const,
  document: 'medical-organisation' as const,
  excused: true,
  ...change,
});
const save = async (change: object = {}) =>
  (await school.office.call('absences.save', input(change))).id;
const refuse = async (change: object) => {
  const { code, fields } = await school.office.refusal('absences.save', input(change));
  return [code, fields[0]?.path ?? null];
};
const list = async (question: OperationInput<'absences.list'>) =>
  (await school.office.call('absences.list', question)).rows.map(
    (row) => `${row.studentName.split(' ')[0]} ${row.from}`,
  );

describe('saving', () => {
  test('a row counts its days and says why it passes', async () => {
    const row = await school.office.call('absences.card', { id: await save() });
    expect(row).toMatchObject({
      className: '8А',
      calendarDays: 15,
      schoolDays: 11,
      twoWeeks: { passes: true },
    });
    expect(row.twoWeeks.why).toContain('15 календарных дней');
  });

  test.each([
    [{ from: '2026-02-16', to: '2026-02-02' }, ['period-upside-down', 'to']],
    [{ from: '2026-02-29' }, ['invalid-input', 'from']],
    [{ from: '2026-03-17', to: null }, ['absence-in-future', 'from']],
    [{ from: '2025-08-31', to: '2025-09-03' }, ['absence-not-enrolled', 'from']],
    [{ from: '2025-09-01', to: '2026-09-02' }, ['absence-too-long', 'to']],
    [{ studentId: 999 }, ['student-unknown', null]],
    [{ reason: 'grippe' }, ['invalid-input', 'reason']],
    [{ id: 44 }, ['absence-unknown', null]],
  ])('refuses %j', async (change, expected) => {
    expect(await refuse(change)).toEqual(expected);
    expect((await school.office.call('absences.list', {})).total).toBe(0);
    expect(school.office.bugs).toEqual([]);
  });

  test('not beyond the last day of a child who left', async () => {
    const { leaver } = school;
    expect(await refuse({ studentId: leaver, from: '2026-01-20', to: '2026-01-31' })).toEqual([
      'absence-not-enrolled',
      'to',
    ]);
    await save({ studentId: leaver, from: '2026-01-20', to: '2026-01-30' });
  });

  test('one day of overlap is refused, the next day is not; a record does not overlap itself', async () => {
    const id = await save();
    expect(await refuse({ from: '2026-02-16', to: '2026-02-20' })).toEqual([
      'absence-overlaps',
      'from',
    ]);
    await save({ id, to: '2026-02-17' });
    await save({ from: '2026-02-18', to: '2026-02-20' });
    await save({ studentId: school.petr });
  });

  test('an open absence is counted to today, then closed once; deletion is undone', async () => {
    const { office } = school;
    const id = await save({ from: '2026-03-09', to: null });
    expect(await office.call('absences.card', { id })).toMatchObject({ to: null, calendarDays: 8 });
    expect((await office.refusal('absences.close', { id, to: '2026-03-08' })).code).toBe(
      'period-upside-down',
    );
    await office.call('absences.close', { id, to: '2026-03-13' });
    expect((await office.refusal('absences.close', { id, to: '2026-03-14' })).code).toBe(
      'absence-closed',
    );
    const { auditId } = await office.command('absences.delete', { id });
    expect((await office.refusal('absences.card', { id })).code).toBe('absence-unknown');
    await office.call('audit.undo', { id: auditId });
    expect(await office.call('absences.card', { id })).toMatchObject({ to: '2026-03-13' });
  });
});

describe('list', () => {
  test('filters, search and order', async () => {
    await save();
    await save({ studentId: school.petr, from: '2026-03-04', to: null, excused: false });
    await save({ studentId: school.petr, from: '2026-01-20', to: '2026-01-22', reason: 'family' });
    const anna = 'Иванова 2026-02-02';
    const petr = 'Ёлкин 2026-03-04';
    const earlier = 'Ёлкин 2026-01-20';
    expect(await list({})).toEqual([petr, anna, earlier]);
    expect(await list({ search: 'елкин' })).toEqual([petr, earlier]);
    expect(await list({ search: '8а' })).toEqual([anna]);
    expect(await list({ filters: { className: '5Б', open: true } })).toEqual([petr]);
    expect(await list({ filters: { reason: 'family' } })).toEqual([earlier]);
    expect(await list({ filters: { excused: false } })).toEqual([petr]);
    expect(await list({ filters: { from: '2026-02-16', to: '2026-03-01' } })).toEqual([anna]);
    expect(await list({ filters: { overTwoWeeks: true } })).toEqual([anna]);
    expect(await list({ sort: { column: 'studentName' }, limit: 1 })).toEqual([earlier]);
    const refusal = await school.office.refusal('absences.list', {
      filters: { from: '2026-03-01', to: '2026-02-01' },
    });
    expect(refusal.code).toBe('period-upside-down');
  });
});

const rule = (measure: 'span' | 'school-days-in-row' | 'cumulative', excusedOnly = false) =>
  school.office.call('settings.saveTwoWeekRule', { measure, excusedOnly });
const ask = (question: OperationInput<'absences.listOverTwoWeeks'>) =>
  school.office.call('absences.listOverTwoWeeks', question);
const over = async (from: string, to: string) =>
  (await ask({ filters: { from, to } })).rows.map(
    (row) => `${row.studentName.split(' ')[0]} ${row.status} ${row.days}`,
  );

describe('two-week rule', () => {
  test('14 calendar days do not pass, 15 do; two records without a school day between are one', async () => {
    const id = await save({ to: '2026-02-13' });
    await save({ studentId: school.petr, to: '2026-02-16' });
    expect(await over('2026-02-01', '2026-02-28')).toEqual([
      'Ёлкин passes 15',
      'Иванова nearly 12',
    ]);
    await save({ id, to: '2026-02-15' });
    expect(await over('2026-02-01', '2026-02-28')).toEqual([
      'Ёлкин passes 15',
      'Иванова nearly 12',
    ]);
    await save({ from: '2026-02-16', to: '2026-02-18' });
    expect(await over('2026-02-01', '2026-02-28')).toEqual([
      'Ёлкин passes 15',
      'Иванова passes 17',
    ]);
    expect(await over('2026-03-01', '2026-03-31')).toEqual([]);
  });

  test('home-schooled students are left out; measures and «excused only» follow the settings', async () => {
    await save({ excused: false });
    await save({ studentId: school.petr });
    await school.office.call('people.saveStudyPeriod', {
      id: null,
      studentId: school.petr,
      form: 'full-time',
      place: 'home',
      startsOn: '2026-02-01',
      endsOn: '2026-03-31',
    });
    expect(await over('2026-02-01', '2026-02-28')).toEqual(['Иванова passes 15']);
    await rule('school-days-in-row');
    expect(await over('2026-02-01', '2026-02-28')).toEqual(['Иванова passes 11']);
    await rule('span', true);
    expect(await over('2026-02-01', '2026-02-28')).toEqual([]);
    await rule('cumulative');
    expect(await over('2026-02-01', '2026-02-06')).toEqual([]);
    expect(await over('2026-02-01', '2026-02-12')).toEqual(['Иванова nearly 9']);
  });

  test('without a period it is the school year to today; filters and sorting', async () => {
    await save();
    expect((await ask({})).rows[0]).toMatchObject({
      className: '8А',
      unit: 'calendar-days',
      absenceIds: [1],
    });
    expect((await ask({ filters: { parallel: 5 } })).total).toBe(0);
    expect((await ask({ filters: { status: 'nearly' } })).total).toBe(0);
    expect((await ask({ search: 'анна 8а', sort: { column: 'days' } })).total).toBe(1);
    expect((await ask({ filters: { from: '2025-09-01', to: '2025-12-31' } })).total).toBe(0);
  });
});
