import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addGuardian, addStudent, motherLink } from './support.ts';

let office: TestOffice;
let fifth: number;
let fifthB: number;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
  fifth = await addClass(office, '5А');
  fifthB = await addClass(office, '5Б');
});
afterEach(() => office.close());

const codeOf = async (name: Parameters<TestOffice['refusal']>[0], input: unknown) =>
  (await office.refusal(name, input)).code;

const namesOf = async (search: string) =>
  (await office.call('people.listStudents', { search })).rows.map(({ fullName }) => fullName);

describe('finding', () => {
  test('ё = е, hyphen = space, any case and any word', async () => {
    await addStudent(office, 'Петрова-Водкина Алёна Львовна', { classId: fifth });
    await addStudent(office, 'Семенов Артём', { classId: fifth });
    for (const text of ['алена', 'АЛЁНА', 'водкина петрова', 'петрова водкина', 'Петрова-в'])
      expect(await namesOf(text)).toEqual(['Петрова-Водкина Алёна Львовна']);
    expect(await namesOf('семёнов')).toEqual(['Семенов Артём']);
    expect(await namesOf('%')).toEqual([]);
  });

  test('two letters of a name give class, programme and guardians of the day', async () => {
    const id = await addStudent(office, 'Петрова Анна Львовна', { classId: fifth });
    const mother = await addGuardian(office, 'Петрова Вера Ильинична', '8 910 111-22-33', id);
    await addStudent(office, 'Орлов Степан', {});
    const { students } = await office.call('people.findStudents', { text: 'ан' });
    expect(students).toEqual([
      {
        id,
        fullName: 'Петрова Анна Львовна',
        birthDate: '2012-05-10',
        className: '5А',
        classId: fifth,
        parallel: 5,
        programme: 'основная образовательная программа основного общего образования, 5А класс',
        isEnrolled: true,
        guardians: [
          {
            id: mother,
            fullName: 'Петрова Вера Ильинична',
            ...motherLink,
            phone: '+79101112233',
          },
        ],
      },
    ]);
    // The middle of a word is no beginning; who has no class is found only when asked.
    expect((await office.call('people.findStudents', { text: 'епан' })).students).toEqual([]);
    expect((await office.call('people.findStudents', { text: 'степ' })).students).toEqual([]);
    const everyone = await office.call('people.findStudents', { text: 'степ', everyone: true });
    expect(everyone.students).toMatchObject([{ className: null, isEnrolled: false }]);
  });

  test('filters and sort', async () => {
    const anna = await addStudent(office, 'Ясина Анна', {
      classId: fifth,
      birthDate: '2013-01-01',
    });
    const lev = await addStudent(office, 'Ёлкин Лев', { classId: fifthB, birthDate: '2012-01-01' });
    const oleg = await addStudent(office, 'Жук Олег', { birthDate: null });
    await addGuardian(office, 'Ясина Вера', null, anna);
    await office.call('people.saveStudyPeriod', {
      id: null,
      studentId: lev,
      form: 'full-time',
      place: 'home',
      startsOn: '2026-03-02',
      endsOn: '2026-03-31',
    });
    const ids = async (input: Parameters<typeof office.call<'people.listStudents'>>[1]) =>
      (await office.call('people.listStudents', input)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual([lev, oleg, anna]);
    expect(await ids({ sort: { column: 'birthDate', descending: true } })).toEqual([
      anna,
      lev,
      oleg,
    ]);
    expect(await ids({ sort: { column: 'className', descending: true } })).toEqual([
      lev,
      anna,
      oleg,
    ]);
    expect(await ids({ filters: { className: '5 "б"' } })).toEqual([lev]);
    expect(await ids({ filters: { status: 'enrolled' } })).toEqual([lev, anna]);
    expect(await ids({ filters: { status: 'enrolled', onDate: '2025-08-31' } })).toEqual([]);
    expect(await ids({ filters: { withoutGuardians: true, parallel: 5 } })).toEqual([lev]);
    expect(await ids({ filters: { homeSchooled: true } })).toEqual([lev]);
    expect(await ids({ filters: { homeSchooled: true, onDate: '2026-04-01' } })).toEqual([]);
    expect(await ids({ filters: { withoutBirthDate: true } })).toEqual([oleg]);
    expect(await office.call('people.listStudents', { limit: 1, offset: 1 })).toMatchObject({
      total: 3,
      rows: [{ id: oleg }],
    });
  });
});

describe('cards', () => {
  test('a namesake is refused until confirmed; fields are checked', async () => {
    await addStudent(office, 'Ким Ева', { birthDate: '2014-02-01' });
    const form = {
      id: null,
      lastName: 'Ким',
      firstName: 'Ева',
      middleName: null,
      birthDate: '2014-02-01',
      sex: null,
      address: null,
    };
    expect(await codeOf('people.saveStudent', form)).toBe('student-exists');
    await office.call('people.saveStudent', { ...form, namesake: true });
    await office.call('people.saveStudent', { ...form, birthDate: '2014-02-03' });
    expect((await office.call('people.listStudents', {})).total).toBe(3);
    const bad = await office.refusal('people.saveStudent', {
      ...form,
      lastName: 'Ким2',
      birthDate: '2014-02-30',
    });
    expect(bad.fields.map(({ path }) => path).sort()).toEqual(['birthDate', 'lastName']);
    expect(await codeOf('people.saveStudent', { ...form, birthDate: '2026-03-02' })).toBe(
      'birth-date-impossible',
    );
    expect(await codeOf('people.saveStudent', { ...form, id: 999 })).toBe('student-unknown');
    expect(await codeOf('people.student', { id: 999 })).toBe('student-unknown');
  });

  test('the age changes on the birthday; one born on 29 February grows on 1 March', async () => {
    const id = await addStudent(office, 'Ким Ева', { birthDate: '2012-02-29' });
    const ageOn = async (onDate: string) =>
      (await office.call('people.student', { id, onDate })).student.age;
    expect(await ageOn('2026-02-28')).toBe(13);
    expect(await ageOn('2026-03-01')).toBe(14);
  });

  test('changing a name changes what it is found by; undo returns both', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId: fifth });
    const { auditId } = await office.command('people.saveStudent', {
      id,
      lastName: 'Орлова',
      firstName: 'Ева',
      middleName: null,
      birthDate: '2012-05-10',
      sex: 'female',
      address: 'ул. Мира, д. 1',
    });
    expect(await namesOf('орлова')).toEqual(['Орлова Ева']);
    expect(await namesOf('ким')).toEqual([]);
    await office.call('audit.undo', { id: auditId });
    expect(await namesOf('ким')).toEqual(['Ким Ева']);
  });

  test('a student no register speaks of is deleted with all that is his', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId: fifth });
    await addGuardian(office, 'Ким Анна', null, id);
    const { auditId } = await office.command('people.deleteStudent', { id });
    expect((await office.call('people.listStudents', {})).total).toBe(0);
    expect((await office.call('people.listGuardians', {})).rows).toMatchObject([{ childCount: 0 }]);
    expect(await codeOf('people.deleteStudent', { id })).toBe('student-unknown');
    await office.call('audit.undo', { id: auditId });
    expect((await office.call('people.student', { id })).guardians.length).toBe(1);
  });
});

const history = async (id: number) =>
  (await office.call('people.student', { id })).enrolments.map((one) => [
    one.className,
    one.startsOn,
    one.endsOn,
    one.leaveReason,
  ]);

describe('classes over time', () => {
  test('a transfer in the middle of a term: the class of each day', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId: fifth });
    await office.call('people.transfer', {
      studentId: id,
      classId: fifthB,
      startsOn: '2026-02-16',
    });
    expect(await history(id)).toEqual([
      ['5Б', '2026-02-16', null, null],
      ['5А', '2025-09-01', '2026-02-15', 'transferred'],
    ]);
    const classOn = async (onDate: string) =>
      (await office.call('people.student', { id, onDate })).student.className;
    expect([await classOn('2026-02-15'), await classOn('2026-02-16')]).toEqual(['5А', '5Б']);
    expect(
      await codeOf('people.transfer', { studentId: id, classId: fifthB, startsOn: '2026-03-01' }),
    ).toBe('same-class');
    expect(
      await codeOf('people.enrol', { studentId: id, classId: fifth, startsOn: '2026-03-01' }),
    ).toBe('enrolment-overlap');
  });

  test('31 August is the last day of a school year, 1 September the first', async () => {
    const id = await addStudent(office, 'Ким Ева');
    const enrol = (startsOn: string) => ({ studentId: id, classId: fifth, startsOn });
    expect(await codeOf('people.enrol', enrol('2025-08-31'))).toBe('date-outside-year');
    expect(await codeOf('people.enrol', enrol('2026-09-01'))).toBe('date-outside-year');
    await office.call('people.enrol', enrol('2025-09-01'));
    const next = await addClass(office, '5А', '2026-09-01');
    const sixth = await addClass(office, '6А', '2026-09-01');
    const repeat = { studentId: id, classId: sixth, startsOn: '2026-09-01' };
    expect(await codeOf('people.repeat', repeat)).toBe('repeat-wrong-class');
    await office.call('people.repeat', { ...repeat, classId: next });
    expect(await history(id)).toEqual([
      ['5А', '2026-09-01', null, null],
      ['5А', '2025-09-01', '2026-08-31', 'repeats'],
    ]);
  });

  test('leaving and coming back', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId: fifth });
    expect(
      await codeOf('people.leave', { studentId: id, endsOn: '2025-08-01', reason: 'left' }),
    ).toBe('not-enrolled');
    await office.call('people.leave', {
      studentId: id,
      endsOn: '2026-02-27',
      reason: 'transferred',
    });
    const card = await office.call('people.student', { id });
    expect(card.student).toMatchObject({ status: 'left', className: '5А' });
    expect(
      await codeOf('people.transfer', { studentId: id, classId: fifthB, startsOn: '2026-03-01' }),
    ).toBe('not-enrolled');
    await office.call('people.enrol', { studentId: id, classId: fifthB, startsOn: '2026-02-28' });
    expect((await office.call('people.student', { id })).student).toMatchObject({
      status: 'enrolled',
      className: '5Б',
    });
  });

  test('a wrong line of the history is corrected or removed', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId: fifth });
    const line = (await office.call('people.student', { id })).enrolments[0];
    const edit = { id: line?.id ?? 0, classId: fifthB, startsOn: '2025-10-01', endsOn: null };
    await office.call('people.saveEnrolment', edit);
    expect(await history(id)).toEqual([['5Б', '2025-10-01', null, null]]);
    expect(await codeOf('people.saveEnrolment', { ...edit, endsOn: '2025-09-30' })).toBe(
      'period-upside-down',
    );
    expect(await codeOf('people.saveEnrolment', { ...edit, leaveReason: 'left' })).toBe(
      'reason-without-end',
    );
    await office.call('people.deleteEnrolment', { id: edit.id });
    expect(await history(id)).toEqual([]);
    expect(await codeOf('people.deleteEnrolment', { id: edit.id })).toBe('enrolment-unknown');
  });
});
