import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const entry = (change: object = {}) => ({
  teacherId: school.teacher,
  appealId: null,
  workedOn: '2026-03-12',
  quarterHours: 6,
  kind: 'preparation' as const,
  ...change,
});
const save = (change: object = {}) => school.office.call('resources.saveWorkEntry', entry(change));
const refuse = (change: object) => school.office.refusal('resources.saveWorkEntry', entry(change));

describe('hours', () => {
  test.each([
    [{ quarterHours: 0 }, 'invalid-input', 'quarterHours'],
    [{ quarterHours: 97 }, 'invalid-input', 'quarterHours'],
    [{ quarterHours: 1.5 }, 'invalid-input', 'quarterHours'],
    [{ quarterHours: '6' }, 'invalid-input', 'quarterHours'],
    [{ workedOn: '2026-03-17' }, 'work-in-future', 'workedOn'],
    [{ teacherId: 999 }, 'teacher-unknown', 'teacherId'],
    [{ appealId: 999 }, 'appeal-unknown', 'appealId'],
    [{ kind: 'sleep' }, 'invalid-input', 'kind'],
  ])('refuses %j', async (change, code, path) => {
    const refusal = await refuse(change);
    expect([refusal.code, refusal.fields[0]?.path]).toEqual([code, path]);
    expect((await school.office.call('resources.listWorkEntries', {})).total).toBe(0);
  });

  test('24 hours of a teacher in a day and not a quarter more; the refusal names day and sum', async () => {
    await save({ quarterHours: 90 });
    const { id } = await save({ quarterHours: 6 });
    const refusal = await refuse({ quarterHours: 1 });
    expect(refusal.code).toBe('work-day-exceeded');
    expect(refusal.message).toContain('12.03.2026');
    expect(refusal.message).toContain('24,25 часа');
    await save({ quarterHours: 1, teacherId: school.otherTeacher });
    await save({ quarterHours: 1, workedOn: '2026-03-11' });
    await save({ id, quarterHours: 5 });
    await save({ quarterHours: 1 });
  });

  test('an annulled appeal takes no hours', async () => {
    const { id } = await school.register();
    await school.office.call('appeals.annul', { id, reason: 'ошибка' });
    expect((await refuse({ appealId: id })).code).toBe('appeal-annulled');
  });

  test('hours do not lie before their appeal, whichever of the two is changed', async () => {
    const { id: appealId } = await school.register({ registeredOn: '2026-03-10' });
    const refusal = await refuse({ appealId, workedOn: '2026-03-09' });
    expect([refusal.code, refusal.fields[0]?.path]).toEqual(['work-before-appeal', 'workedOn']);
    expect(refusal.message).toContain('10.03.2026');
    const { id } = await save({ appealId, workedOn: '2026-03-10' });
    expect((await refuse({ id, appealId, workedOn: '2026-03-09' })).code).toBe(
      'work-before-appeal',
    );
    const { id: free } = await save({ workedOn: '2026-03-09' });
    expect((await refuse({ id: free, appealId, workedOn: '2026-03-09' })).code).toBe(
      'work-before-appeal',
    );
  });

  test('an unknown entry is neither changed nor deleted', async () => {
    expect((await refuse({ id: 5 })).code).toBe('work-entry-unknown');
    expect((await school.office.refusal('resources.deleteWorkEntry', { id: 5 })).code).toBe(
      'work-entry-unknown',
    );
  });
});

describe('list and totals', () => {
  test('filters, search by teacher and student, totals per teacher', async () => {
    const { office, otherTeacher } = school;
    const { id: appealId } = await school.register();
    await save({ appealId });
    await save({
      teacherId: otherTeacher,
      quarterHours: 3,
      workedOn: '2026-03-13',
      kind: 'posting',
    });
    const { id } = await save({ quarterHours: 2, workedOn: '2026-02-28' });
    const list = async (input: object) =>
      (await office.call('resources.listWorkEntries', input)).rows.map((row) => row.quarterHours);
    expect(await list({})).toEqual([3, 6, 2]);
    expect(await list({ search: 'иванов' })).toEqual([6]);
    expect(await list({ search: 'ЖУКОВА' })).toEqual([3]);
    expect(await list({ filters: { kind: 'posting' } })).toEqual([3]);
    expect(await list({ filters: { from: '2026-03-01', to: '2026-03-12' } })).toEqual([6]);
    expect(await list({ sort: { column: 'quarterHours' } })).toEqual([2, 3, 6]);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(await office.call('resources.workTotals', march)).toMatchObject({
      quarterHours: 9,
      teachers: [
        { teacherName: 'Белова Ольга Игоревна', quarterHours: 6, entries: 1 },
        { teacherName: 'Жукова Ольга Игоревна', quarterHours: 3, entries: 1 },
      ],
    });
    await office.call('resources.deleteWorkEntry', { id });
    expect(await list({})).toEqual([3, 6]);
  });

  test('a period upside down is refused', async () => {
    const refusal = await school.office.refusal('resources.workTotals', {
      from: '2026-03-31',
      to: '2026-03-01',
    });
    expect([refusal.code, refusal.fields[0]?.path]).toEqual(['period-upside-down', 'to']);
  });
});
