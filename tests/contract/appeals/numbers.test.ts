import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

/** Two dates of an appeal and honest numbers (S1 Приложение 1; domain.md §2). Today is 16.03.2026. */

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

type Registration = Partial<OperationInput<'appeals.register'>>;

const card = async (id: number) => (await school.office.call('appeals.card', { id })).appeal;

const paper = (change: Registration): OperationInput<'appeals.register'> => ({
  studentId: school.anna,
  guardianId: school.annaMother,
  date: '2026-03-10',
  subject: 'Алгебра',
  lessonTopic: 'Квадратные уравнения',
  channel: 'letter',
  ...change,
});

const on = async (registeredOn: string, change: Registration = {}) => {
  const given = await school.register({ date: registeredOn, registeredOn, ...change });
  return `${given.number}${given.letter ?? ''}/${given.year}`;
};

const refuse = (change: Registration) => school.office.refusal('appeals.register', paper(change));

describe('two dates', () => {
  test('a paper of last week: its day decides the due day, the number goes by today', async () => {
    const { office } = school;
    const { id } = await office.call('appeals.register', paper({ date: '2026-03-05' }));
    expect(await card(id)).toMatchObject({
      date: '2026-03-05',
      registeredOn: '2026-03-16',
      dueOn: '2026-03-15',
      overdue: true,
      number: 1,
      letter: null,
    });
  });

  test('the class is that of the day on the paper', async () => {
    const { office, anna, class9 } = school;
    await office.call('people.transfer', {
      studentId: anna,
      classId: class9,
      startsOn: '2026-03-12',
    });
    const { id } = await office.call('appeals.register', paper({}));
    expect(await card(id)).toMatchObject({ className: '8А', registeredOn: '2026-03-16' });
  });

  test.each([
    [{ date: '2026-03-13', registeredOn: '2026-03-12' }, 'appeal-date-after-registration', 'date'],
    [{ date: '2026-03-17' }, 'appeal-date-after-registration', 'date'],
    [{ registeredOn: '2026-03-17' }, 'appeal-in-future', 'registeredOn'],
    [{ dueOn: '2026-03-09' }, 'appeal-due-before', 'dueOn'],
  ])('%j is refused as %s', async (change, code, path) => {
    const refusal = await refuse(change);
    expect(refusal.code).toBe(code);
    expect(refusal.fields[0]?.path).toBe(path);
  });

  test('work begins with the paper, not with its registration', async () => {
    const { office, teacher } = school;
    const { id } = await office.call('appeals.register', paper({ date: '2026-03-05' }));
    const work = { teacherId: teacher, appealId: id, quarterHours: 2, kind: 'search' } as const;
    await office.call('resources.saveWorkEntry', { ...work, workedOn: '2026-03-06' });
    const early = { ...work, workedOn: '2026-03-04' };
    const refusal = await office.refusal('resources.saveWorkEntry', early);
    expect(refusal.code).toBe('work-before-appeal');
    expect(refusal.message).toContain('05.03.2026');
    await office.call('appeals.recordPortalCheck', { id, on: '2026-03-06', found: false });
  });

  test('lists, filters and indicators know which of the two days is asked', async () => {
    const { office } = school;
    await office.call(
      'appeals.register',
      paper({ date: '2026-03-05', responsibleId: school.teacher }),
    );
    const found = async (filters: OperationInput<'appeals.list'>['filters']) =>
      (await office.call('appeals.list', { filters })).total;
    expect(await found({ from: '2026-03-01', to: '2026-03-10' })).toBe(1);
    expect(await found({ from: '2026-03-11' })).toBe(0);
    expect(await found({ registeredFrom: '2026-03-11', registeredTo: '2026-03-16' })).toBe(1);
    expect(await found({ registeredTo: '2026-03-10' })).toBe(0);
    const worked = async (from: string, to: string) =>
      (await office.call('appeals.indicators', { from, to })).workers[0]?.appeals ?? 0;
    expect(await worked('2026-03-01', '2026-03-10')).toBe(1);
    expect(await worked('2026-03-11', '2026-03-16')).toBe(0);
  });
});

describe('the order of registration', () => {
  test('a day before that of the last number is refused with both ways out', async () => {
    expect([await on('2026-03-10'), await on('2026-03-12')]).toEqual(['1/2026', '2/2026']);
    const refusal = await refuse({ registeredOn: '2026-03-11' });
    expect(refusal.code).toBe('registration-out-of-order');
    expect(refusal.fields[0]?.path).toBe('registeredOn');
    for (const said of ['№ 2/2026', '12.03.2026', '16.03.2026', '№ 1а'])
      expect(refusal.message).toContain(said);
    expect(await on('2026-03-12')).toBe('3/2026');
  });

  test('each year has its own order', async () => {
    expect(await on('2025-12-31')).toBe('1/2025');
    expect(await on('2026-01-01')).toBe('1/2026');
    expect(await on('2025-12-31')).toBe('2/2025');
    expect((await refuse({ date: '2025-12-30', registeredOn: '2025-12-30' })).code).toBe(
      'registration-out-of-order',
    );
  });

  test('a clock set back is told as such; a number of a future day is put out of the way', async () => {
    const { office } = school;
    const { id } = await school.register({ date: '2026-03-16', registeredOn: '2026-03-16' });
    office.clock.set('2026-03-02');
    const refusal = await refuse({ date: '2026-03-02' });
    expect(refusal.code).toBe('registration-clock-back');
    for (const said of ['02.03.2026', '№ 1/2026', '16.03.2026', 'Проверьте дату на компьютере'])
      expect(refusal.message).toContain(said);
    office.clock.set('2015-01-01');
    expect((await refuse({ date: '2015-01-01' })).code).toBe('registration-clock-back');
    office.clock.set('2026-03-02');
    await office.call('appeals.annul', { id, reason: 'часы спешили' });
    expect(await on('2026-03-02')).toBe('2/2026');
  });
});

describe('a letter number', () => {
  const forgotten = 'забыта в папке приёмной';
  const letter = (after: number, registeredOn: string, reason: string | null = forgotten) => ({
    date: registeredOn,
    registeredOn,
    letterAfter: after,
    letterReason: reason,
  });

  beforeEach(async () => {
    await on('2026-03-09');
    await on('2026-03-10');
    await on('2026-03-13');
  });

  test('stands between its number and the next one; the counter does not move', async () => {
    const { office } = school;
    expect(await on('2026-03-11', letter(2, '2026-03-11'))).toBe('2а/2026');
    expect(await on('2026-03-11', letter(2, '2026-03-11'))).toBe('2б/2026');
    expect(await on('2026-03-16')).toBe('4/2026');
    const { rows } = await office.call('appeals.list', { sort: { column: 'number' } });
    expect(rows.map(({ number, letter: own }) => `${number}${own ?? ''}`)).toEqual([
      '1',
      '2',
      '2а',
      '2б',
      '3',
      '4',
    ]);
    expect(rows[2]).toMatchObject({ letterReason: forgotten, registeredOn: '2026-03-11' });
    expect((await office.call('appeals.list', { search: '2б/2026' })).total).toBe(1);
  });

  test('is offered for the day', async () => {
    const { office } = school;
    const ask = (registeredOn: string) => office.call('appeals.numbering', { registeredOn });
    expect(await ask('2026-03-16')).toEqual({ problem: null, letter: null });
    expect(await ask('2026-03-11')).toMatchObject({ letter: { after: 2, letter: 'а' } });
    await on('2026-03-11', letter(2, '2026-03-11'));
    expect(await ask('2026-03-12')).toMatchObject({ letter: { after: 2, letter: 'б' } });
    const before = await ask('2026-03-02');
    expect(before.letter).toBeNull();
    expect(before.problem).toContain('№ 3/2026');
  });

  test.each([
    ['no reason', letter(2, '2026-03-11', null), 'letterReason'],
    ['a reason and no number', { registeredOn: '2026-03-16', letterReason: 'так' }, 'letterAfter'],
    ['before its number', letter(2, '2026-03-09'), 'registeredOn'],
    ['after the next number', letter(2, '2026-03-14'), 'registeredOn'],
    ['after the last number', letter(3, '2026-03-14'), 'letterAfter'],
    ['of a number that is not there', letter(7, '2026-03-14'), 'letterAfter'],
    ['of another year', letter(2, '2025-12-30'), 'letterAfter'],
  ])('is refused: %s', async (_case, change, path) => {
    const refusal = await refuse(change);
    expect(refusal.code).toBe('registration-letter-refused');
    expect(refusal.fields[0]?.path).toBe(path);
  });
});
