import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

/** A registered appeal is corrected in child or day under its number (domain.md §2). */

let school: SmallSchool;
let id = 0;

beforeEach(async () => {
  school = await openSmallSchool();
  ({ id } = await school.register({ registeredOn: '2026-03-12' }));
});
afterEach(() => school.office.close());

type Correction = OperationInput<'appeals.correct'>;

const correction = (change: Partial<Correction>): Correction => ({
  id,
  studentId: school.anna,
  guardianId: school.annaMother,
  date: '2026-03-12',
  reason: 'ошибка при вводе',
  ...change,
});
const correct = (change: Partial<Correction>) =>
  school.office.command('appeals.correct', correction(change));
const refuse = (change: Partial<Correction>) =>
  school.office.refusal('appeals.correct', correction(change));
const card = () => school.office.call('appeals.card', { id });
const toPetr = () => ({ studentId: school.petr, guardianId: school.petrFather });

describe('a wrong child', () => {
  test('is replaced under the same number with parent, class and programme', async () => {
    const { office } = school;
    await correct(toPetr());
    const { appeal, corrections } = await card();
    expect(appeal).toMatchObject({
      number: 1,
      studentId: school.petr,
      studentName: 'Ёлкин Пётр',
      guardianName: 'Ёлкина Алёна Викторовна'.replace('Ёлкина', 'Ёлкин'),
      className: '5Б',
      date: '2026-03-12',
    });
    expect(corrections).toMatchObject([
      {
        correctedOn: '2026-03-16',
        was: 'обучающийся Иванова Анна Сергеевна, основная образовательная программа основного общего образования, 8А класс, родитель Иванова Алёна Викторовна',
        became:
          'обучающийся Ёлкин Пётр, основная образовательная программа основного общего образования, 5Б класс, родитель Ёлкин Алёна Викторовна',
        reason: 'ошибка при вводе',
      },
    ]);
    const search = async (text: string) =>
      (await office.call('appeals.list', { search: text })).total;
    expect([await search('елкин 5б'), await search('иванова')]).toEqual([1, 0]);
  });

  test('hours and resources stay with the appeal', async () => {
    const { office, teacher } = school;
    const resourceId = await school.resource();
    await office.call('appeals.linkResource', {
      id,
      resourceId,
      prepared: false,
      givenOn: '2026-03-13',
    });
    const work = { teacherId: teacher, appealId: id, quarterHours: 3, kind: 'search' } as const;
    await office.call('resources.saveWorkEntry', { ...work, workedOn: '2026-03-13' });
    await correct(toPetr());
    expect((await card()).appeal).toMatchObject({ quarterHours: 3, resourceCount: 1 });
  });
});

describe('a wrong day', () => {
  test('moves the due day with it and takes the class of that day', async () => {
    const { office, anna, class9 } = school;
    await office.call('people.transfer', {
      studentId: anna,
      classId: class9,
      startsOn: '2026-03-11',
    });
    const second = await school.register({ registeredOn: '2026-03-12' });
    id = second.id;
    await correct({ date: '2026-03-10' });
    const { appeal, corrections } = await card();
    expect(appeal).toMatchObject({
      date: '2026-03-10',
      registeredOn: '2026-03-12',
      dueOn: '2026-03-20',
      className: '8А',
    });
    expect(corrections[0]).toMatchObject({
      was: 'основная образовательная программа основного общего образования, 9А класс, дата обращения 12.03.2026, срок 22.03.2026',
      became:
        'основная образовательная программа основного общего образования, 8А класс, дата обращения 10.03.2026, срок 20.03.2026',
    });
  });

  test('work before the new day is named', async () => {
    const { office, teacher } = school;
    const early = await school.register({ date: '2026-03-05', registeredOn: '2026-03-12' });
    id = early.id;
    const work = { teacherId: teacher, appealId: id, quarterHours: 3, kind: 'search' } as const;
    await office.call('resources.saveWorkEntry', { ...work, workedOn: '2026-03-06' });
    await office.call('appeals.recordPortalCheck', { id, on: '2026-03-07', found: false });
    const refusal = await refuse({ date: '2026-03-10' });
    expect(refusal.code).toBe('appeal-correction-before-work');
    expect(refusal.fields[0]?.path).toBe('date');
    for (const said of ['06.03.2026', 'Белова Ольга Игоревна', '07.03.2026', 'проверка портала'])
      expect(refusal.message).toContain(said);
    await correct({ date: '2026-03-06' });
  });
});

test.each([
  ['nothing is changed', {}, 'appeal-correction-empty', 'studentId'],
  ['no reason', { date: '2026-03-10', reason: ' ' }, 'invalid-input', 'reason'],
  [
    'a day after the registration',
    { date: '2026-03-13' },
    'appeal-date-after-registration',
    'date',
  ],
  [
    'the child did not study here that day',
    { date: '2025-08-31' },
    'appeal-not-enrolled',
    'studentId',
  ],
])('is refused: %s', async (_case, change, code, path) => {
  const refusal = await refuse(change);
  expect(refusal.code).toBe(code);
  expect(refusal.fields.map((field) => field.path)).toContain(path);
});

test('is refused: the parent is of another child, a child who has left', async () => {
  expect((await refuse({ studentId: school.petr })).code).toBe('appeal-guardian-not-linked');
  const left = { studentId: school.leaver, guardianId: school.leaverMother };
  expect((await refuse(left)).code).toBe('appeal-not-enrolled');
});

test('a closed appeal is corrected and stays closed, an annulled one is not', async () => {
  const { office } = school;
  await office.call('appeals.recordPortalCheck', { id, on: '2026-03-12', found: false });
  const closing = { id, on: '2026-03-13', result: 'Помощь оказана', withoutResource: true };
  await office.call('appeals.close', closing);
  expect((await card()).allowed.correct).toBe(true);
  await correct(toPetr());
  expect((await card()).appeal).toMatchObject({ status: 'closed', className: '5Б' });
  await office.call('appeals.reopen', { id });
  await office.call('appeals.annul', { id, reason: 'дважды' });
  expect((await card()).allowed.correct).toBe(false);
  expect((await refuse({ date: '2026-03-10' })).code).toBe('appeal-annulled');
});

test('two corrections stand in their order, and the undo takes the last one back', async () => {
  const { office } = school;
  await correct(toPetr());
  const { auditId } = await correct({ ...toPetr(), date: '2026-03-10' });
  expect((await card()).corrections.map(({ became }) => became)).toEqual([
    expect.stringContaining('Ёлкин Пётр'),
    'дата обращения 10.03.2026, срок 20.03.2026',
  ]);
  await office.call('audit.undo', { id: auditId });
  const { appeal, corrections } = await card();
  expect(appeal).toMatchObject({ date: '2026-03-12', studentId: school.petr });
  expect(corrections).toHaveLength(1);
  await office.call('audit.redo', { id: auditId });
  const again = await card();
  expect(again.appeal.date).toBe('2026-03-10');
  expect(again.corrections).toHaveLength(2);
});

test('the undo is refused while work stands before the day that would return', async () => {
  const { office, teacher } = school;
  const { auditId } = await correct({ date: '2026-03-10' });
  const { id: entry } = await office.call('resources.saveWorkEntry', {
    teacherId: teacher,
    appealId: id,
    quarterHours: 3,
    kind: 'search',
    workedOn: '2026-03-11',
  });
  const refusal = await office.refusal('audit.undo', { id: auditId });
  expect(refusal.code).toBe('work-before-appeal');
  expect(refusal.message).toContain('11.03.2026');
  await office.call('resources.deleteWorkEntry', { id: entry });
  await office.call('audit.undo', { id: auditId });
  expect((await card()).appeal.date).toBe('2026-03-12');
});

test('a window that has seen an older row is told, and nothing is overwritten', async () => {
  const { office } = school;
  const read = await office.office.call('appeals.card', { id });
  const version = 'version' in read ? read.version : null;
  expect(version).toEqual(expect.any(Number));
  await correct(toPetr());
  const stale = await office.office.call('appeals.correct', {
    ...correction({ date: '2026-03-10' }),
    version,
  });
  expect(stale).toMatchObject({ ok: false, error: { code: 'stale-version' } });
});
