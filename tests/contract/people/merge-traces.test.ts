import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { rowsOf } from '../marks/support.ts';
import { officePassword } from '../credentials/school.ts';
import { addClass, addGuardian, addStudent, addTeacher } from './support.ts';

/** What a merge must refuse, and rows that name a person without a foreign key. */

let office: TestOffice;
let fifth: number;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
  fifth = await addClass(office, '5А');
});
afterEach(() => office.close());

const hours = (teacherId: number, workedOn: string, quarterHours: number) =>
  office.call('resources.saveWorkEntry', {
    teacherId,
    workedOn,
    quarterHours,
    kind: 'preparation',
  });

const forms = async () =>
  (await rowsOf(office, 'name_cases')).map((row) => [row['person_id'], row['genitive']]);

const pairs = async () =>
  (await rowsOf(office, 'distinct_people')).map((row) => [row['first_id'], row['second_id']]);

test('two teachers’ hours of a day over 24 refuse the merge with day and sum', async () => {
  const keep = await addTeacher(office, 'Жилин Пётр');
  const drop = await addTeacher(office, 'Жилин Петр');
  await hours(keep, '2026-02-10', 40);
  await hours(drop, '2026-02-10', 96);
  const refused = await office.refusal('people.mergeTeachers', { keep, drop });
  expect(refused.code).toBe('merge-day-exceeded');
  expect(refused.message).toContain('10.02.2026 получится 34 часа');
  const { rows } = await office.call('resources.listWorkEntries', { filters: { teacherId: drop } });
  await office.call('resources.deleteWorkEntry', { id: rows[0]?.id ?? 0 });
  await hours(drop, '2026-02-10', 56);
  await office.call('people.mergeTeachers', { keep, drop });
  expect((await office.call('resources.listWorkEntries', {})).rows).toMatchObject([
    { teacherId: keep },
    { teacherId: keep },
  ]);
});

const save = (id: number, genitive: string) =>
  office.call('statements.saveNameCases', { kind: 'guardian', id, genitive });

describe('forms of the name', () => {
  test('go over to the kept card that takes the name; undo gives them back', async () => {
    const keep = await addGuardian(office, 'Ким Анна', null);
    const drop = await addGuardian(office, 'Ким Анна Львовна', null);
    await save(drop, 'Ким Анны Львовны');
    const { auditId } = await office.command('people.mergeGuardians', {
      keep,
      drop,
      takeFromDropped: ['middleName'],
    });
    expect(await forms()).toEqual([[keep, 'Ким Анны Львовны']]);
    await office.call('audit.undo', { id: auditId });
    expect(await forms()).toEqual([[drop, 'Ким Анны Львовны']]);
  });

  test('of the kept card stay, those of the dropped one go; a deleted person leaves none', async () => {
    const keep = await addGuardian(office, 'Ким Анна', null);
    const drop = await addGuardian(office, 'Ким Анна', null);
    await save(keep, 'Ким Анны');
    await save(drop, 'Ким Анне');
    await office.call('people.mergeGuardians', { keep, drop });
    expect(await forms()).toEqual([[keep, 'Ким Анны']]);
    await office.call('people.deleteGuardian', { id: keep });
    expect(await forms()).toEqual([]);
  });
});

test('«это разные люди» and filters of saved views speak of the kept card', async () => {
  const [a, b, c] = [
    await addTeacher(office, 'Жилин Пётр'),
    await addTeacher(office, 'Жилин Петр'),
    await addTeacher(office, 'Жилин Пётр Ильич'),
  ];
  await office.call('people.markDistinct', { kind: 'teacher', ids: [b, c] });
  const state = { search: '', filters: { responsibleId: b, subject: 'Химия' } };
  await office.call('lists.saveView', { list: 'appeals', name: 'его', state });
  await office.call('people.mergeTeachers', { keep: a, drop: b });
  expect(await pairs()).toEqual([[a, c]]);
  const { views } = await office.call('lists.views', { list: 'appeals' });
  expect(views[0]?.state).toEqual({
    search: '',
    filters: { responsibleId: a, subject: 'Химия' },
  });
});

const absent = (studentId: number, from: string, to: string) =>
  office.call('absences.save', {
    id: null,
    studentId,
    from,
    to,
    reason: 'illness',
    document: 'none',
    excused: false,
    note: null,
  });

describe('two cards of a child', () => {
  let keep: number;
  let drop: number;
  beforeEach(async () => {
    keep = await addStudent(office, 'Ким Ева', { classId: fifth });
    drop = await addStudent(office, 'Ким Ева Львовна', { classId: fifth });
  });

  test('absences of the same days refuse the merge', async () => {
    await absent(keep, '2026-02-02', '2026-02-06');
    const { id } = await absent(drop, '2026-02-06', '2026-02-09');
    const refused = await office.refusal('people.mergeStudents', { keep, drop });
    expect(refused.code).toBe('merge-absences-clash');
    expect(refused.message).toContain('06.02.2026');
    await office.call('absences.delete', { id });
    await absent(drop, '2026-02-07', '2026-02-09');
    await office.call('people.mergeStudents', { keep, drop });
    expect((await office.call('absences.list', {})).total).toBe(2);
  });

  test('marks of a class the kept card was not in on that day refuse the merge', async () => {
    const sixth = await addClass(office, '6А');
    const other = await addStudent(office, 'Ким Ева Олеговна', { classId: sixth });
    const { id: lessonId } = await office.call('marks.saveLesson', {
      id: null,
      classId: sixth,
      subject: 'Алгебра',
      date: '2026-02-10',
    });
    await office.call('marks.saveCells', { cells: [{ lessonId, studentId: other, text: '5' }] });
    const refused = await office.refusal('people.mergeStudents', { keep, drop: other });
    expect(refused.code).toBe('enrolment-has-records');
    expect(refused.message).toContain('1 оценка (6А, 10.02.2026)');
  });
});

test('passports of both cards are not lost silently', async () => {
  await office.call('lock.setPassword', { password: officePassword, repeat: officePassword });
  const eleventh = await addClass(office, '11А');
  const cards = [
    await addStudent(office, 'Ким Ева', { classId: eleventh }),
    await addStudent(office, 'Ким Ева Львовна', { classId: eleventh }),
  ];
  const passport = {
    series: '1419',
    number: '123456',
    issuedOn: '2026-02-10',
    issuedBy: 'УМВД России',
  };
  for (const studentId of cards) await office.call('passports.save', { studentId, ...passport });
  const [keep = 0, drop = 0] = cards;
  expect((await office.refusal('people.mergeStudents', { keep, drop })).code).toBe(
    'merge-passports-clash',
  );
  await office.call('passports.remove', { studentId: drop });
  await office.call('people.mergeStudents', { keep, drop });
});
