import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const card = async (id: number) => (await school.office.call('appeals.card', { id })).appeal;

const on = async (registeredOn: string) => {
  const { year, number } = await school.register({ registeredOn });
  return `${number}/${year}`;
};

const refuse = (change: object) =>
  school.office.refusal('appeals.register', {
    studentId: school.anna,
    guardianId: school.annaMother,
    date: '2026-03-10',
    registeredOn: '2026-03-10',
    subject: 'Алгебра',
    lessonTopic: 'Квадратные уравнения',
    channel: 'phone',
    ...change,
  });

describe('registration', () => {
  test('keeps names, class and programme as they were that day', async () => {
    const { office, anna, class9 } = school;
    const { id, number, year } = await school.register();
    await office.call('people.saveStudent', {
      id: anna,
      lastName: 'Новикова',
      firstName: 'Анна',
      middleName: 'Сергеевна',
      birthDate: null,
      sex: null,
    });
    await office.call('people.transfer', {
      studentId: anna,
      classId: class9,
      startsOn: '2026-03-12',
    });
    const appeal = await card(id);
    expect({ number, year }).toEqual({ number: 1, year: 2026 });
    expect(appeal).toMatchObject({
      studentName: 'Иванова Анна Сергеевна',
      guardianName: 'Иванова Алёна Викторовна',
      className: '8А',
      programme: 'основная образовательная программа основного общего образования, 8А класс',
      dueOn: '2026-03-20',
      status: 'registered',
      overdue: false,
      responsibleName: 'Белова Ольга Игоревна',
    });
    await office.call('appeals.update', {
      id,
      guardianId: school.annaMother,
      subject: 'Алгебра',
      lessonTopic: 'Теорема Виета',
      channel: 'visit',
      dueOn: '2026-03-25',
      refresh: true,
    });
    expect(await card(id)).toMatchObject({
      studentName: 'Новикова Анна Сергеевна',
      className: '8А',
      lessonTopic: 'Теорема Виета',
      responsibleId: null,
    });
  });

  test('an update without refresh leaves the snapshots', async () => {
    const { id } = await school.register();
    await school.office.call('people.saveStudent', {
      id: school.anna,
      lastName: 'Новикова',
      firstName: 'Анна',
      middleName: null,
      birthDate: null,
      sex: null,
    });
    await school.office.call('appeals.update', {
      id,
      guardianId: school.annaMother,
      subject: 'Геометрия',
      lessonTopic: 'Площади',
      channel: 'visit',
      dueOn: '2026-03-25',
    });
    expect(await card(id)).toMatchObject({
      studentName: 'Иванова Анна Сергеевна',
      subject: 'Геометрия',
    });
  });

  test('somebody who is no representative is refused, with how to correct it', async () => {
    const { office, anna, annaMother } = school;
    const link = { guardianId: annaMother, studentId: anna };
    await office.call('people.linkGuardian', { ...link, relation: 'not-representative' });
    const refusal = await refuse({});
    expect(refusal).toMatchObject({ code: 'appeal-not-representative' });
    expect(refusal.message).toContain('исправьте «Кем приходится»');
    await office.call('people.linkGuardian', { ...link, relation: 'proxy' });
    await school.register();
  });

  test.each([
    [{ registeredOn: '2026-03-17' }, 'appeal-in-future', 'registeredOn'],
    [{ dueOn: '2026-03-09' }, 'appeal-due-before', 'dueOn'],
    [{ date: '2025-08-31' }, 'appeal-not-enrolled', 'studentId'],
    [{ registeredOn: '2026-02-30' }, 'invalid-input', 'registeredOn'],
    [{ subject: '  ' }, 'invalid-input', 'subject'],
    [{ channel: 'pigeon' }, 'invalid-input', 'channel'],
    [{ studentId: 'Анна' }, 'invalid-input', 'studentId'],
    [{ studentId: 999 }, 'student-unknown', null],
    [{ responsibleId: 999 }, 'teacher-unknown', 'responsibleId'],
    [{ extra: 1 }, 'invalid-input', ''],
  ])('refuses %j as %s and takes no number', async (change, code, path) => {
    const refusal = await refuse(change);
    expect(refusal.code).toBe(code);
    if (path !== null) expect(refusal.fields.map((field) => field.path)).toContain(path);
    expect((await school.register()).number).toBe(1);
    expect(school.office.bugs).toEqual([]);
  });

  test('refuses a child who left, but not for a day before he left', async () => {
    const leaver = { studentId: school.leaver, guardianId: school.leaverMother };
    const refusal = await refuse(leaver);
    expect(refusal.code).toBe('appeal-not-enrolled');
    expect(refusal.message).toContain('10.03.2026 Громов Егор');
    expect((await school.register({ ...leaver, registeredOn: '2026-01-30' })).number).toBe(1);
  });

  test("refuses another child's guardian", async () => {
    const refusal = await refuse({ guardianId: school.petrFather });
    expect(refusal.code).toBe('appeal-guardian-not-linked');
    expect(refusal.fields[0]?.path).toBe('guardianId');
  });
});

describe('numbers', () => {
  test('fifty at once get 1 to 50', async () => {
    const given = await Promise.all(Array.from({ length: 50 }, () => school.register()));
    const numbers = given.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  test('follow the calendar year of the registration, also a late one', async () => {
    const given = [await on('2025-12-30'), await on('2026-01-01'), await on('2025-12-31')];
    expect([...given, await on('2026-03-16')]).toEqual(['1/2025', '1/2026', '2/2025', '2/2026']);
  });

  test('are never reused: after annulment, after close, and registration cannot be undone', async () => {
    const { office } = school;
    const { id } = await school.register();
    await office.call('appeals.annul', { id, reason: 'внесено дважды' });
    const second = await office.command('appeals.register', {
      studentId: school.petr,
      guardianId: school.petrFather,
      date: '2026-03-11',
      registeredOn: '2026-03-11',
      subject: 'Математика',
      lessonTopic: 'Дроби',
      channel: 'letter',
    });
    expect(second.data.number).toBe(2);
    expect((await office.refusal('audit.undo', { id: second.auditId })).code).toBeTruthy();
    expect((await school.register({ registeredOn: '2026-03-11' })).number).toBe(3);
    expect(await card(id)).toMatchObject({ status: 'annulled', number: 1 });
  });
});
