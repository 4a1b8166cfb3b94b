import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

/** Figures of S1 Приложение 2 where something else begins inside or behind the period. */

let school: SmallSchool;
let call: SmallSchool['office']['call'];

beforeEach(async () => {
  school = await openSmallSchool('2026-05-29');
  call = school.office.call;
});
afterEach(() => school.office.close());

const absence = async (from: string, to: string | null): Promise<number> => {
  const { anna: studentId } = school;
  const fields = { studentId, from, to, reason: 'illness', excused: true } as const;
  return (await call('absences.save', fields)).id;
};
const figures = async (to: string) => {
  const { figures: all } = await call('summary.compute', { from: '2026-03-01', to });
  return [all.studentsOverTwoWeeks, all.appeals];
};

test('the six days of the next class do not cut an absence of this one', async () => {
  // Nobody has lessons on Saturday 7 March in a five-day week: one absence of 19 days.
  await absence('2026-03-02', '2026-03-06');
  await absence('2026-03-09', '2026-03-20');
  await school.register();
  expect(await figures('2026-03-31')).toEqual([1, 1]);
  const next = await call('calendar.prefill', { startYear: 2026 });
  const parallels = next.parallels.map((one) => ({ ...one, weekDays: 6 as const }));
  await call('calendar.saveYear', { ...next, parallels });
  school.office.clock.set('2026-10-20');
  const class9 = { id: null, parallel: 9, letter: 'Я', onDate: '2026-09-01' };
  const { id: classId } = await call('people.saveClass', class9);
  await call('people.transfer', { studentId: school.anna, classId, startsOn: '2026-09-01' });
  await absence('2026-10-05', '2026-10-06');
  expect(await figures('2026-03-31')).toEqual([1, 1]);
});

test('an absence that goes on is measured to today, like one that ended yesterday', async () => {
  const id = await absence('2026-03-02', null);
  await school.register();
  // 13 days by the end of the period, 89 by today.
  expect(await figures('2026-03-14')).toEqual([1, 1]);
  await call('absences.close', { id, to: '2026-05-28' });
  expect(await figures('2026-03-14')).toEqual([1, 1]);
});

test('a child of семейное образование misses no lessons', async () => {
  await absence('2026-03-02', '2026-04-20');
  await school.register();
  const period = { form: 'family', place: 'school', startsOn: '2026-03-09', endsOn: null } as const;
  await call('people.saveStudyPeriod', { id: null, studentId: school.anna, ...period });
  // 2–6 March is what he missed.
  expect(await figures('2026-05-15')).toEqual([0, 0]);
});

test('a resource moved to a day before its appeal is a ready one', async () => {
  await absence('2026-03-02', '2026-03-20');
  const { id } = await school.register();
  const resourceId = await school.resource();
  await call('appeals.linkResource', { id, resourceId, givenOn: '2026-03-11', prepared: true });
  const period = { from: '2026-03-01', to: '2026-03-31' };
  expect((await call('summary.compute', period)).figures.resources).toBe(1);
  const {
    authorName: _name,
    appealCount: _count,
    ...fields
  } = (await call('resources.card', { id: resourceId })).resource;
  await call('resources.save', { ...fields, postedOn: '2026-03-09' });
  expect((await call('summary.compute', period)).figures.resources).toBe(0);
  const beside = { ...period, figure: 'resources', counted: false } as const;
  expect((await call('summary.listRows', { filters: beside })).rows[0]?.reason).toBe(
    'Ресурс размещён 09.03.2026, раньше обращения (10.03.2026): это готовый ресурс.',
  );
});

test('a child who left with an open absence misses no lessons after his last day', async () => {
  await absence('2026-03-02', null);
  await school.register({ registeredOn: '2026-03-04' });
  await call('people.leave', {
    studentId: school.anna,
    endsOn: '2026-03-06',
    reason: 'transferred',
  });
  expect(await figures('2026-05-15')).toEqual([0, 0]);
});
