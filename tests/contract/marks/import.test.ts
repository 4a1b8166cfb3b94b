import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { csv, importFiles, previewFiles, report, rowsOfPlan } from './files.ts';
import { rowsOf } from './support.ts';

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const anna = 'Иванова Анна Сергеевна';
const head = 'Ученик;Класс;Предмет;Дата;Оценка';

const marks = async () =>
  (await rowsOf(school.office, 'marks')).map((row) => [row['codes'], row['ended_reason']]);

const at = (day: string): string => `${day}T09:00:00.000Z`;

const cells = (...row: readonly (string | null)[]) => report(anna, [10, 11], [['Алгебра', ...row]]);

const none = { new: 0, changed: 0, same: 0, vanished: 0 };

describe('rows of marks', () => {
  test('new, changed, same; a child nobody knows and a class that is not there are told', async () => {
    const { office } = school;
    const first = csv(head, `${anna};8А;Алгебра;10.03.2026;4`, `${anna};8А;Алгебра;11.03.2026;5 Н`);
    expect((await importFiles(office, ['a.csv', first])).marks).toEqual({ ...none, new: 2 });
    const preview = await previewFiles(office, [
      [
        'b.csv',
        csv(
          head,
          `${anna};8А;Алгебра;10.03.2026;5`,
          `${anna};8А;алгебра;11.03.2026;5/Н`,
          `${anna};8А;Физика;11.03.2026;3`,
          'Никто Никита Никитич;8А;Алгебра;11.03.2026;2',
          `${anna};7Г;Алгебра;11.03.2026;2`,
        ),
      ],
    ]);
    expect(preview.marks).toEqual({ ...none, new: 1, changed: 1, same: 1 });
    expect(preview.newSubjects).toEqual(['Физика']);
    expect(preview.pupils).toEqual({ matched: 1, remembered: 0, asked: 0, unknown: 1 });
    const rejected = await rowsOfPlan(office, preview.plan, { status: 'rejected' });
    expect(rejected.map(({ code, address }) => [code, address.replace(/\D/gu, '')])).toEqual([
      ['class-unknown', '6'],
      ['student-unknown', '5'],
    ]);
    expect(await rowsOfPlan(office, preview.plan, { status: 'changed' })).toMatchObject([
      { was: '4', becomes: '5', subject: 'Алгебра', date: '2026-03-10', fullName: anna },
    ]);
    await office.call('marks.commitImport', { plan: preview.plan });
    expect(await marks()).toEqual([
      ['4', 'changed'],
      ['5 Н', null],
      ['5', null],
      ['3', null],
    ]);
  });

  test('one lesson of the day is not taken for another: rows need not tell the whole day', async () => {
    const { office } = school;
    const day = csv(head, `${anna};8А;Алгебра;10.03.2026;3`, `${anna};8А;Алгебра;10.03.2026;5`);
    expect((await importFiles(office, ['a.csv', day])).lessons).toEqual({
      new: 2,
      changed: 0,
      same: 0,
    });
    const part = csv(head, `${anna};8А;Алгебра;10.03.2026;5`);
    expect((await importFiles(office, ['b.csv', part])).marks).toEqual({ ...none, same: 1 });
  });

  test('a source that tells the day of entry dates marks that had none', async () => {
    const { office } = school;
    await importFiles(office, ['a.csv', csv(head, `${anna};8А;Алгебра;10.03.2026;3`)]);
    const dated = csv(`${head};Дата выставления`, `${anna};8А;Алгебра;10.03.2026;3;12.03.2026`);
    expect((await importFiles(office, ['b.csv', dated])).marks).toEqual({ ...none, same: 1 });
    expect(await rowsOf(office, 'marks')).toMatchObject([{ entered_on: '2026-03-12' }]);
  });
});

describe('whom a name means', () => {
  const petr = csv(head, 'Ёлкин Пётр;8А;Алгебра;10.03.2026;4');

  test('a child of another class is asked; the answer is proposed next time', async () => {
    const { office, petr: id } = school;
    const { plan, pupils } = await previewFiles(office, [['a.csv', petr]]);
    expect(pupils).toMatchObject({ asked: 1, matched: 0 });
    const [question] = await rowsOfPlan(office, plan, { kind: 'pupil' });
    expect(question).toMatchObject({ code: 'other-class', count: 1, remembered: null });
    expect(question?.candidates).toMatchObject([{ id, className: '5Б' }]);
    expect((await office.refusal('marks.commitImport', { plan })).code).toBe('questions-open');
    const key = question?.key ?? '';
    const wrong = { plan, answers: { [key]: school.anna } };
    expect((await office.refusal('marks.commitImport', wrong)).code).toBe('answer-invalid');
    const done = await office.call('marks.commitImport', { plan, answers: { [key]: id } });
    expect(done.marks).toEqual({ ...none, new: 1 });
    const again = await previewFiles(office, [['a.csv', petr]]);
    expect(again.pupils).toMatchObject({ asked: 0, remembered: 1 });
    expect(again.marks).toEqual({ ...none, same: 1 });
    expect(await rowsOfPlan(office, again.plan, { kind: 'pupil' })).toMatchObject([
      { status: 'question', remembered: id },
    ]);
  });

  test('nobody is taken when the question is skipped, and no lesson is made for it', async () => {
    const { office } = school;
    const { plan } = await previewFiles(office, [['a.csv', petr]]);
    const done = await office.call('marks.commitImport', { plan, unanswered: 'skip' });
    expect(done).toMatchObject({ marks: none, skipped: 1, lessons: { new: 0 }, newSubjects: 0 });
    expect(await rowsOf(office, 'lessons')).toEqual([]);
    expect(await rowsOf(office, 'subjects')).toEqual([]);
  });

  test('a name without its patronymic is asked, one who has left before is not of the class', async () => {
    const { office, leaver } = school;
    const rows = csv(
      head,
      'Иванова Анна;8А;Алгебра;10.03.2026;4',
      'Громов Егор;8А;Алгебра;10.03.2026;4',
    );
    const { plan } = await previewFiles(office, [['a.csv', rows]]);
    const questions = await rowsOfPlan(office, plan, { kind: 'pupil' });
    expect(questions.map(({ code, candidates }) => [code, candidates[0]?.id])).toEqual([
      ['name-short', school.anna],
      ['other-class', leaver],
    ]);
  });

  test('two namesakes of a class: each block of the file is asked', async () => {
    const { office, class8 } = school;
    const { id } = await office.call('people.saveStudent', {
      id: null,
      lastName: 'Иванова',
      firstName: 'Анна',
      middleName: 'Сергеевна',
      birthDate: '2011-05-05',
      sex: null,
      namesake: true,
      enrol: { classId: class8, startsOn: '2025-09-01' },
    });
    const both = [
      ...report(anna, [10], [['Алгебра', '5']]),
      [],
      ...report(anna, [10], [['Алгебра', '3']]),
    ];
    const { plan } = await previewFiles(office, [['a.xlsx', both]]);
    const questions = await rowsOfPlan(office, plan, { kind: 'pupil' });
    expect(questions.map(({ code }) => code)).toEqual(['namesakes', 'namesakes']);
    const [one, two] = questions.map(({ key }) => key);
    const shared = { [one ?? '']: id, [two ?? '']: id };
    expect((await office.refusal('marks.commitImport', { plan, answers: shared })).code).toBe(
      'answer-invalid',
    );
    const answers = { [one ?? '']: id, [two ?? '']: school.anna };
    await office.call('marks.commitImport', { plan, answers });
    expect(await rowsOf(office, 'marks')).toMatchObject([
      { student_id: id, codes: '5' },
      { student_id: school.anna, codes: '3' },
    ]);
  });
});

describe('a report that covers its days', () => {
  test('what vanished is kept as history, never beyond the days of the file', async () => {
    const { office } = school;
    await importFiles(office, ['a.csv', csv(head, `${anna};8А;Алгебра;10.02.2026;2`)]);
    await importFiles(office, ['a.xlsx', report(anna, [10, 11], [['Алгебра', '5', '4']])]);
    const later = await importFiles(office, [
      'b.xlsx',
      report(anna, [10, 11], [['Алгебра', null, '4']]),
    ]);
    expect(later.marks).toEqual({ ...none, same: 1, vanished: 1 });
    expect(await marks()).toEqual([
      ['2', null],
      ['5', 'vanished'],
      ['4', null],
    ]);
    // A subject the file does not have is not told about.
    const other = await importFiles(office, ['c.xlsx', report(anna, [11], [['Физика', '3']])]);
    expect(other.marks).toEqual({ ...none, new: 1 });
  });

  test('the order of the day decides, not the column: the same marks are one set', async () => {
    const { office } = school;
    await importFiles(office, ['a.xlsx', report(anna, [10, 10], [['Алгебра', null, '5']])]);
    const rows = csv(head, `${anna};8А;Алгебра;10.03.2026;5`);
    expect((await importFiles(office, ['b.csv', rows])).marks).toEqual({ ...none, same: 1 });
    const back = await importFiles(office, [
      'c.xlsx',
      report(anna, [10, 10], [['Алгебра', '5', null]]),
    ]);
    expect(back.marks).toEqual({ ...none, same: 1 });
    expect(back.lessons.new).toBe(0);
  });

  test('first seen: bounded by the import before, kept by a correction, new for an added mark', async () => {
    const { office } = school;
    await importFiles(office, ['a.xlsx', cells('4', null)]);
    office.clock.set('2026-03-23');
    await importFiles(office, ['b.xlsx', cells('5', '3')]);
    office.clock.set('2026-03-30');
    await importFiles(office, ['c.xlsx', cells('5/4', '3')]);
    const rows = await rowsOf(office, 'marks');
    expect(rows.map((row) => [row['codes'], row['seen_at'], row['unseen_at']])).toEqual([
      ['4', at('2026-03-16'), null],
      ['5', at('2026-03-16'), null],
      ['3', at('2026-03-23'), at('2026-03-16')],
      ['5 4', at('2026-03-30'), at('2026-03-23')],
    ]);
  });

  test('a clock that was set back bounds nothing from the future', async () => {
    const { office } = school;
    office.clock.set('2026-03-30');
    await importFiles(office, ['a.xlsx', report(anna, [10, 11], [['Алгебра', '4', null]])]);
    office.clock.set('2026-03-20');
    await importFiles(office, ['b.xlsx', report(anna, [10, 11], [['Алгебра', '4', '5']])]);
    expect((await rowsOf(office, 'marks')).at(-1)).toMatchObject({
      seen_at: '2026-03-20T09:00:00.000Z',
      unseen_at: null,
    });
  });

  test('a report of one of two pupils bounds only his marks', async () => {
    const { office, class8 } = school;
    await office.call('people.saveStudent', {
      id: null,
      lastName: 'Яшин',
      firstName: 'Яков',
      birthDate: null,
      sex: null,
      enrol: { classId: class8, startsOn: '2025-09-01' },
    });
    await importFiles(office, ['a.xlsx', report(anna, [10], [['Алгебра', null]])]);
    expect(await rowsOf(office, 'mark_coverages')).toMatchObject([{ student_id: school.anna }]);
    office.clock.set('2026-03-20');
    const both = [
      ...report(anna, [10], [['Алгебра', '5']]),
      [],
      ...report('Яшин Яков', [10], [['Алгебра', '4']]),
    ];
    await importFiles(office, ['b.xlsx', both]);
    expect(await rowsOf(office, 'marks')).toMatchObject([
      { student_id: school.anna, unseen_at: '2026-03-16T09:00:00.000Z' },
      { unseen_at: null },
    ]);
    expect((await rowsOf(office, 'mark_coverages')).at(-1)).toMatchObject({ student_id: null });
  });
});
