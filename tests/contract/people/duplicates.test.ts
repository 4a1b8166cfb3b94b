import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outside } from '../../../src-main/domain/periods.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addGuardian, addStudent, addTeacher } from './support.ts';

let office: TestOffice;
let fifth: number;
let sixth: number;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
  fifth = await addClass(office, '5А');
  sixth = await addClass(office, '6А');
});
afterEach(() => office.close());

const groups = async (kind: 'student' | 'guardian' | 'teacher') =>
  (await office.call('people.listDuplicates', { filters: { kind } })).rows.map(
    ({ reason, people }) => [reason, people.map(({ id }) => id)],
  );

describe('suspected duplicates', () => {
  test('ё/е, hyphen and swapped fields are shown; homonyms are not', async () => {
    const a = await addStudent(office, 'Петрова-Водкина Алёна Львовна', { classId: fifth });
    const b = await addStudent(office, 'Петрова Алена', { birthDate: '2011-01-01' });
    const c = (
      await office.call('people.saveStudent', {
        id: null,
        lastName: 'Петрова Водкина',
        firstName: 'Алена',
        middleName: 'Львовна',
        birthDate: '2012-05-10',
        sex: null,
        address: null,
        namesake: true,
      })
    ).id;
    const d = await addStudent(office, 'Ким Ева', { birthDate: '2014-02-01' });
    const e = await addStudent(office, 'Ева Ким', { birthDate: '2014-02-01' });
    await addStudent(office, 'Ким Ева', { birthDate: '2013-02-01' });
    expect(b).toBeGreaterThan(0);
    expect(await groups('student')).toEqual([
      ['spelling', [a, c]],
      ['swapped-name', [d, e]],
    ]);
    await office.call('people.markDistinct', { kind: 'student', ids: [e, d] });
    await office.call('people.markDistinct', { kind: 'student', ids: [d, e] });
    expect(await groups('student')).toEqual([['spelling', [a, c]]]);
  });

  test('guardians are told apart by phones, teachers by names', async () => {
    const a = await addGuardian(office, 'Ким Анна Львовна', '89101112233');
    const b = await addGuardian(office, 'Ким Анна Львовна', null);
    await addGuardian(office, 'Орлова Вера Ильинична', '89101112234');
    await addGuardian(office, 'Орлова Вера Ильинична', '89101112235');
    const t = [
      await addTeacher(office, 'Жилин Пётр Ильич'),
      await addTeacher(office, 'Жилин Петр Ильич'),
    ];
    expect(await groups('guardian')).toEqual([['same-name-no-phone', [a, b]]]);
    expect((await groups('teacher')).map(([, ids]) => ids)).toEqual([t]);
    expect((await office.call('people.listDuplicates', {})).total).toBe(2);
  });
});

const cut = (from: string, to: string | null, ...others: (readonly [string, string | null])[]) =>
  outside(
    { from, to },
    others.map(([a, b]) => ({ from: a, to: b })),
  ).map((one) => [one.from, one.to]);

describe('merging', () => {
  test('everything that refers to the dropped card moves; undo brings both back', async () => {
    const keep = await addStudent(office, 'Ким Ева', {
      classId: fifth,
      birthDate: null,
      startsOn: '2026-01-12',
    });
    const drop = await addStudent(office, 'Ким Ева Львовна', {
      classId: sixth,
      birthDate: '2014-02-01',
    });
    const mother = await addGuardian(office, 'Ким Анна', null, drop);
    await office.call('people.linkGuardian', {
      guardianId: mother,
      studentId: keep,
      relation: 'mother',
    });
    const father = await addGuardian(office, 'Ким Олег', null, drop);
    await office.call('people.saveStudyPeriod', {
      id: null,
      studentId: drop,
      form: 'full-time',
      place: 'home',
      startsOn: '2025-12-01',
      endsOn: '2025-12-20',
    });
    const absence = await office.call('absences.save', {
      id: null,
      studentId: drop,
      from: '2025-12-22',
      to: '2025-12-24',
      reason: 'illness',
      document: 'none',
      excused: false,
      note: null,
    });
    expect((await office.refusal('people.deleteStudent', { id: drop })).message).toContain(
      'пропуски',
    );
    const { auditId } = await office.command('people.mergeStudents', {
      keep,
      drop,
      takeFromDropped: ['middleName'],
    });
    const card = await office.call('people.student', { id: keep });
    expect(card.student).toMatchObject({ fullName: 'Ким Ева Львовна', birthDate: '2014-02-01' });
    expect(card.guardians.map(({ id }) => id)).toEqual([mother, father]);
    expect(card.studyPeriods.length).toBe(1);
    // The kept card's class wins on the days both tell of.
    expect(card.enrolments.map((one) => [one.className, one.startsOn, one.endsOn])).toEqual([
      ['5А', '2026-01-12', null],
      ['6А', '2025-09-01', '2026-01-11'],
    ]);
    expect((await office.call('absences.card', { id: absence.id })).studentId).toBe(keep);
    expect((await office.refusal('people.student', { id: drop })).code).toBe('student-unknown');
    expect((await office.call('people.listStudents', { search: 'львовна' })).total).toBe(1);

    await office.call('audit.undo', { id: auditId });
    expect((await office.call('people.student', { id: drop })).guardians.length).toBe(2);
    expect((await office.call('people.student', { id: keep })).student.birthDate).toBeNull();
    expect((await office.call('absences.card', { id: absence.id })).studentId).toBe(drop);
  });

  test('guardians and teachers', async () => {
    const child = await addStudent(office, 'Ким Ева', { classId: fifth });
    const keep = await addGuardian(office, 'Ким Анна', null);
    const drop = await addGuardian(office, 'Ким Анна', '89101112233', child);
    await office.call('people.mergeGuardians', { keep, drop });
    expect(
      (await office.call('people.listGuardians', { search: '9101112233' })).rows,
    ).toMatchObject([{ id: keep, childCount: 1 }]);

    const [first, second] = [
      await addTeacher(office, 'Жилин Пётр'),
      await addTeacher(office, 'Жилин Петр'),
    ];
    const duties = { assignments: [{ classId: fifth, subject: 'Химия' }], namesake: true };
    const name = { lastName: 'Жилин', firstName: 'Петр', middleName: null, position: 'учитель' };
    await office.call('people.saveTeacher', { id: first, ...name, ...duties });
    await office.call('people.saveTeacher', {
      id: second,
      ...name,
      ...duties,
      classTeacherOf: [fifth],
    });
    await office.call('people.mergeTeachers', { keep: first, drop: second });
    const card = await office.call('people.teacher', { id: first });
    expect(card.assignments.length).toBe(1);
    expect(card.classTeacherOf).toMatchObject([{ className: '5А' }]);
  });

  test('refusals', async () => {
    const id = await addStudent(office, 'Ким Ева');
    expect((await office.refusal('people.mergeStudents', { keep: id, drop: id })).code).toBe(
      'merge-same',
    );
    expect((await office.refusal('people.mergeStudents', { keep: id, drop: 999 })).code).toBe(
      'person-unknown',
    );
    expect((await office.refusal('people.markDistinct', { kind: 'student', ids: [id] })).code).toBe(
      'invalid-input',
    );
  });

  test('a period without the days of others', () => {
    expect(cut('2025-09-01', null, ['2025-10-01', '2025-10-31'])).toEqual([
      ['2025-09-01', '2025-09-30'],
      ['2025-11-01', null],
    ]);
    expect(cut('2025-09-01', null, ['2025-09-01', null])).toEqual([]);
    expect(cut('2025-09-01', '2025-09-30', ['2025-10-01', null])).toEqual([
      ['2025-09-01', '2025-09-30'],
    ]);
    expect(cut('2025-09-01', '2025-10-05', ['2025-10-01', null])).toEqual([
      ['2025-09-01', '2025-09-30'],
    ]);
    expect(cut('2025-09-15', '2025-10-05', ['2025-09-01', '2025-09-20'])).toEqual([
      ['2025-09-21', '2025-10-05'],
    ]);
  });
});
