import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OperationName } from '../../../src-main/contract/operations.ts';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { addStudent } from '../people/support.ts';

/** A step back or forward breaks no rule that holds when the same is typed. */

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(async () => {
  expect(school.office.bugs).toEqual([]);
  await school.office.close();
});

const undo = (id: number) => school.office.call('audit.undo', { id });
const redo = (id: number) => school.office.call('audit.redo', { id });
const refused = async (name: OperationName, id: number, code: string, word: string) => {
  const refusal = await school.office.refusal(name, { id });
  expect(refusal).toMatchObject({ code });
  expect(refusal.message).toContain(word);
};

const mark = async (studentId: number, classId: number, date: string) => {
  const { office } = school;
  const lesson = { id: null, classId, subject: 'Алгебра', date };
  const { id: lessonId } = await office.call('marks.saveLesson', lesson);
  return office.command('marks.saveCells', { cells: [{ lessonId, studentId, text: '5' }] });
};

const classes = async (id: number) =>
  (await school.office.call('people.student', { id })).enrolments.map(
    ({ className, startsOn }) => `${className} ${startsOn}`,
  );

test('a class is not taken from under the marks put in it', async () => {
  const { office, anna, class9 } = school;
  const move = { studentId: anna, classId: class9, startsOn: '2026-03-02' };
  const moved = await office.command('people.transfer', move);
  const marked = await mark(anna, class9, '2026-03-10');
  await refused('audit.undo', moved.auditId, 'enrolment-has-records', '1 оценка (9А');
  expect(await classes(anna)).toEqual(['9А 2026-03-02', '8А 2025-09-01']);
  await undo(marked.auditId);
  await undo(moved.auditId);
  expect(await classes(anna)).toEqual(['8А 2025-09-01']);
  await redo(moved.auditId);
  expect(await classes(anna)).toEqual(['9А 2026-03-02', '8А 2025-09-01']);
});

test('a class does not come back over another one of the same days', async () => {
  const { office, class8, class9 } = school;
  const studentId = await addStudent(office, 'Ким Ева Львовна');
  const enrol = (classId: number, startsOn: string) =>
    office.command('people.enrol', { studentId, classId, startsOn });
  const first = await enrol(class8, '2026-02-02');
  await undo(first.auditId);
  const second = await enrol(class9, '2026-03-02');
  await refused('audit.redo', first.auditId, 'enrolment-overlap', 'Ким Ева');
  expect(await classes(studentId)).toEqual(['9А 2026-03-02']);
  await undo(second.auditId);
  await redo(first.auditId);
  expect(await classes(studentId)).toEqual(['8А 2026-02-02']);
});

test('nothing comes back to days that have no class any more', async () => {
  const { office, anna, class8 } = school;
  const absence = await office.command('absences.save', {
    studentId: anna,
    from: '2026-03-10',
    to: '2026-03-11',
    reason: 'family',
    excused: false,
  });
  const marked = await mark(anna, class8, '2026-03-12');
  const noAbsence = await office.command('absences.delete', { id: absence.data.id });
  await undo(marked.auditId);
  const left = await office.command('people.leave', {
    studentId: anna,
    endsOn: '2026-03-05',
    reason: 'left',
  });
  await refused('audit.undo', noAbsence.auditId, 'enrolment-has-records', '1 пропуск (10.03.2026');
  await refused('audit.redo', marked.auditId, 'enrolment-has-records', '1 оценка (8А, 12.03.2026');
  expect((await office.call('absences.list', {})).total).toBe(0);
  await undo(left.auditId);
  await undo(noAbsence.auditId);
  await redo(marked.auditId);
  expect((await office.call('absences.list', {})).total).toBe(1);
});

test('an absence does not come back over one added meanwhile', async () => {
  const { office, anna } = school;
  const days = (from: string, to: string) =>
    office.command('absences.save', {
      studentId: anna,
      from,
      to,
      reason: 'family',
      excused: false,
    });
  const first = await days('2026-02-02', '2026-02-06');
  const removed = await office.command('absences.delete', { id: first.data.id });
  const second = await days('2026-02-05', '2026-02-10');
  await refused('audit.undo', removed.auditId, 'absence-overlaps', '05.02.2026');
  const left = async () =>
    (await office.call('absences.list', { filters: { studentId: anna } })).rows.map(
      ({ from }) => from,
    );
  expect(await left()).toEqual(['2026-02-05']);
  await undo(second.auditId);
  await undo(removed.auditId);
  expect(await left()).toEqual(['2026-02-02']);
  // The one added meanwhile is now in the same place, in the other direction.
  await refused('audit.redo', second.auditId, 'absence-overlaps', '02.02.2026');
});

test('hours do not come back to a day that has been filled meanwhile', async () => {
  const { office, teacher } = school;
  const hours = (quarterHours: number, id: number | null = null) =>
    office.command('resources.saveWorkEntry', {
      id,
      teacherId: teacher,
      workedOn: '2026-03-12',
      quarterHours,
      kind: 'preparation',
    });
  const first = await hours(80);
  const less = await hours(8, first.data.id);
  const second = await hours(80);
  await refused('audit.undo', less.auditId, 'work-day-exceeded', '12.03.2026');
  await undo(second.auditId);
  await undo(less.auditId);
  await refused('audit.redo', second.auditId, 'work-day-exceeded', '40 часов');
  const day = { from: '2026-03-12', to: '2026-03-12' };
  expect((await office.call('resources.workTotals', day)).quarterHours).toBe(80);
});

test('a day filled over by an older version is emptied by a step back', async () => {
  const { office, teacher } = school;
  const entry = { teacherId: teacher, workedOn: '2026-03-12', kind: 'preparation' } as const;
  const { data } = await office.command('resources.saveWorkEntry', { ...entry, quarterHours: 4 });
  const change = { ...entry, id: data.id, quarterHours: 80 };
  const more = await office.command('resources.saveWorkEntry', change);
  const file = new Database(join(office.folder, 'office.sqlite'));
  file
    .prepare(
      `INSERT INTO work_entries (teacher_id, worked_on, quarter_hours, kind) VALUES (?, ?, 96, ?)`,
    )
    .run(teacher, entry.workedOn, entry.kind);
  file.close();
  await undo(more.auditId);
});

test('home schooling does not come back over a period added meanwhile', async () => {
  const { office, anna } = school;
  const period = (startsOn: string, endsOn: string | null, id: number | null = null) =>
    office.command('people.saveStudyPeriod', {
      id,
      studentId: anna,
      form: 'full-time',
      place: 'home',
      startsOn,
      endsOn,
    });
  const first = await period('2025-10-01', null);
  const shorter = await period('2025-10-01', '2025-10-31', first.data.id);
  const second = await period('2025-11-01', '2025-12-31');
  await refused('audit.undo', shorter.auditId, 'study-period-overlap', '01.11.2025');
  await undo(second.auditId);
  await undo(shorter.auditId);
  await refused('audit.redo', second.auditId, 'study-period-overlap', 'Иванова Анна');
  const { studyPeriods } = await office.call('people.student', { id: anna });
  expect(studyPeriods).toMatchObject([{ startsOn: '2025-10-01', endsOn: null }]);
});

test('a row with a secret never comes back empty, whatever command deleted it', async () => {
  const { office } = school;
  const password = 'канцелярия-7';
  await office.call('lock.setPassword', { password, repeat: password });
  const senior = await office.call('people.saveClass', { id: null, parallel: 11, letter: 'А' });
  const studentId = await addStudent(office, 'Юдин Олег Львович', { classId: senior.id });
  await office.call('passports.save', { studentId, series: '4510', number: '123456' });
  const removed = await office.command('passports.remove', { studentId });
  await refused('audit.undo', removed.auditId, 'not-undoable', 'нельзя');
  // As a command would be that forgot to say so.
  const file = new Database(join(office.folder, 'office.sqlite'));
  file.prepare('UPDATE audit SET undoable = 1 WHERE id = ?').run(removed.auditId);
  file.close();
  await refused('audit.undo', removed.auditId, 'secret-lost', 'тайны');
  expect((await office.call('audit.describe', { id: removed.auditId })).obstacle).toMatchObject({
    code: 'secret-lost',
  });
});
