import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addGuardian, addStudent, addTeacher } from './support.ts';

let office: TestOffice;
let classId: number;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
  classId = await addClass(office, '5А');
});
afterEach(() => office.close());

const codeOf = async (name: Parameters<TestOffice['refusal']>[0], input: unknown) =>
  (await office.refusal(name, input)).code;

describe('guardians', () => {
  const form = {
    id: null,
    lastName: 'Ким',
    firstName: 'Анна',
    middleName: null,
    phone: null,
    email: null,
    address: null,
  };

  test('save, find by phone, refuse bad contacts and namesakes', async () => {
    const { id } = await office.call('people.saveGuardian', {
      ...form,
      phone: '8 (910) 111-22-33',
      email: 'anna@example.ru',
    });
    for (const text of ['9101112233', 'example', 'ким'])
      expect((await office.call('people.listGuardians', { search: text })).rows).toMatchObject([
        { id },
      ]);
    expect(await codeOf('people.saveGuardian', form)).toBe('guardian-exists');
    await office.call('people.saveGuardian', { ...form, phone: '+7 910 111-22-34' });
    expect(await codeOf('people.saveGuardian', { ...form, phone: 'нет' })).toBe('bad-phone');
    expect(
      (await office.refusal('people.saveGuardian', { ...form, email: 'anna@' })).fields[0]?.path,
    ).toBe('email');
    expect(await codeOf('people.saveGuardian', { ...form, id: 999, phone: '89990000000' })).toBe(
      'guardian-unknown',
    );
  });

  test('links, relation, card, filters, deletion', async () => {
    const studentId = await addStudent(office, 'Ким Ева', { classId });
    const id = await addGuardian(office, 'Ким Анна', null);
    expect(
      await codeOf('people.linkGuardian', { guardianId: id, studentId: 999, relation: 'mother' }),
    ).toBe('student-unknown');
    expect(
      (await office.call('people.listGuardians', { filters: { withoutChildren: true } })).total,
    ).toBe(1);
    await office.call('people.linkGuardian', {
      guardianId: id,
      studentId,
      relation: 'not-representative',
    });
    await office.call('people.linkGuardian', { guardianId: id, studentId, relation: 'mother' });
    const card = await office.call('people.guardian', { id });
    expect(card.children).toMatchObject([{ studentId, className: '5А', relation: 'mother' }]);
    expect(card.guardian.children).toEqual(['Ким Ева, 5А']);
    expect(
      (
        await office.call('people.listGuardians', {
          filters: { className: '5А', withoutPhone: true },
        })
      ).rows,
    ).toMatchObject([{ id }]);
    expect((await office.call('people.findGuardians', { text: 'ан' })).guardians).toMatchObject([
      { id },
    ]);
    await office.call('people.unlinkGuardian', { guardianId: id, studentId });
    expect(await codeOf('people.unlinkGuardian', { guardianId: id, studentId })).toBe(
      'link-unknown',
    );
    await office.call('people.deleteGuardian', { id });
    expect(await codeOf('people.guardian', { id })).toBe('guardian-unknown');
  });
});

describe('teachers', () => {
  test('duties of one school year are replaced, those of another stay', async () => {
    const next = await addClass(office, '6А', '2026-09-01');
    const id = await addTeacher(office, 'Орлова Вера Ильинична');
    const form = {
      id,
      lastName: 'Орлова',
      firstName: 'Вера',
      middleName: 'Ильинична',
      position: 'учитель',
    };
    await office.call('people.saveTeacher', {
      ...form,
      onDate: '2026-09-01',
      assignments: [{ classId: next, subject: 'Алгебра' }],
    });
    await office.call('people.saveTeacher', {
      ...form,
      assignments: [
        { classId, subject: 'Алгебра' },
        { classId, subject: 'Физика' },
      ],
      classTeacherOf: [classId],
    });
    await office.call('people.saveTeacher', {
      ...form,
      assignments: [{ classId, subject: 'Физика' }],
    });
    const card = await office.call('people.teacher', { id });
    expect(card.assignments).toEqual([{ classId, className: '5А', subject: 'Физика' }]);
    expect(card.classTeacherOf).toEqual([{ classId, className: '5А' }]);
    expect(
      (await office.call('people.teacher', { id, onDate: '2026-09-01' })).assignments,
    ).toMatchObject([{ subject: 'Алгебра' }]);
    expect(
      await codeOf('people.saveTeacher', {
        ...form,
        assignments: [{ classId: next, subject: 'Физика' }],
      }),
    ).toBe('class-unknown');
    expect(
      (
        await office.call('people.listTeachers', {
          filters: { subject: 'Физика', className: '5А' },
        })
      ).rows,
    ).toMatchObject([{ id }]);
    expect(
      (await office.call('people.listTeachers', { filters: { subject: 'Химия' } })).total,
    ).toBe(0);
  });

  test('pickers offer the active ones; a namesake must be confirmed; deletion frees the class', async () => {
    const id = await addTeacher(office, 'Орлова Вера Ильинична');
    const form = {
      id: null,
      lastName: 'Орлова',
      firstName: 'Вера',
      middleName: 'Ильинична',
      position: null,
    };
    expect(await codeOf('people.saveTeacher', form)).toBe('teacher-exists');
    await office.call('people.saveTeacher', {
      ...form,
      id,
      active: false,
      classTeacherOf: [classId],
    });
    expect((await office.call('people.findTeachers', { text: 'ор ве' })).teachers).toEqual([]);
    expect(
      (await office.call('people.findTeachers', { text: 'ор ве', everyone: true })).teachers,
    ).toMatchObject([{ id }]);
    await office.call('people.deleteTeacher', { id });
    expect((await office.call('people.listClasses', {})).rows).toMatchObject([
      { classTeacher: null },
    ]);
    expect(await codeOf('people.deleteTeacher', { id })).toBe('teacher-unknown');
  });
});

describe('classes', () => {
  test('one name once a year; natural order; programme by level or adapted', async () => {
    await addClass(office, '10А');
    const form = { id: null, parallel: 5, letter: 'а', programmeName: null };
    expect(await codeOf('people.saveClass', form)).toBe('class-exists');
    expect(
      (await office.refusal('people.saveClass', { ...form, letter: 'Q' })).fields[0]?.path,
    ).toBe('letter');
    await office.call('people.saveClass', {
      ...form,
      parallel: 2,
      letter: 'К',
      programmeName: 'АООП НОО (вариант 7.1)',
    });
    const { rows } = await office.call('people.listClasses', {});
    expect(rows.map(({ className, programme }) => [className, programme])).toEqual([
      ['2К', 'АООП НОО (вариант 7.1)'],
      ['5А', 'ООО'],
      ['10А', 'СОО'],
    ]);
    expect(
      (await office.call('people.listClasses', { filters: { onDate: '2026-09-01' } })).total,
    ).toBe(0);
  });

  test('members of a day; a class anyone was in is not deleted', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId });
    await office.call('people.leave', { studentId: id, endsOn: '2026-02-28', reason: 'left' });
    const members = async (onDate: string) =>
      (await office.call('people.class', { id: classId, onDate })).members.length;
    expect([await members('2026-02-28'), await members('2026-03-01')]).toEqual([1, 0]);
    expect(await codeOf('people.deleteClass', { id: classId })).toBe('row-in-use');
    await office.call('people.deleteClass', { id: await addClass(office, '5Б') });
    expect(await codeOf('people.class', { id: 999 })).toBe('class-unknown');
  });

  test('the class list prints names, guardians and empty columns', async () => {
    const id = await addStudent(office, 'Ким Ева', { classId });
    await addGuardian(office, 'Ким Анна Львовна', '89101112233', id);
    const print = { classId, guardians: true, phones: true, blankColumns: ['Сдал', ''] };
    expect(await codeOf('people.printClassList', print)).toBe('school-not-set');
    await office.call('settings.saveSchool', {
      name: 'Муниципальная школа № 1',
      shortName: 'МБОУ «СОШ № 1»',
      code: '0007',
      municipality: 'Белый',
      directorName: 'Иванова Мария Петровна',
    });
    const { document, title } = await office.call('people.printClassList', print);
    expect(title).toBe('Список 5А класса');
    const { handle } = await office.call('printing.html', { document });
    const { path } = await office.office.locate(handle);
    const html = (await import('node:fs')).readFileSync(path, 'utf8');
    for (const text of [
      'Ким Ева',
      '10.05.2012',
      'Ким Анна Львовна',
      'Ким Анна Львовна, +7 910 111 22 33',
      'Сдал',
      '2025/2026 учебный год',
      'Всего: 1',
    ])
      expect(html.replaceAll('\u00A0', ' ')).toContain(text);
  });
});
