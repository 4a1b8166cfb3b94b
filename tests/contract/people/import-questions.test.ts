import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addStudent, contingent, csv, importTable, planRow } from './support.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
});
afterEach(() => office.close());

const students = async () => (await office.call('people.listStudents', { limit: 100 })).rows;

describe('students: who is meant', () => {
  test('ё/е, hyphen and spaces name the same child; the class, sex and address are updated', async () => {
    await importTable(
      office,
      await contingent(office, '5А;Петрова-Водкина;Алёна;Львовна;01.02.2014;'),
    );
    const { preview } = await importTable(
      office,
      await contingent(office, '5А;Петрова – Водкина;Алена; Львовна;01.02.2014;Ж'),
    );
    expect(preview.counts).toMatchObject({ new: 0, changed: 1 });
    expect((await planRow(office, preview.plan, 'Петрова')).changes).toEqual([
      { field: 'sex', title: 'Пол', was: null, becomes: 'женский' },
    ]);
    expect(await students()).toMatchObject([
      { fullName: 'Петрова-Водкина Алёна Львовна', sex: 'female' },
    ]);
  });

  test('homonyms with different birth dates are two people, once and for ever', async () => {
    const rows = ['5А;Ким;Ева;;01.02.2014;', '5А;Ким;Ева;;03.11.2014;'];
    await importTable(office, await contingent(office, ...rows));
    const again = await importTable(office, await contingent(office, ...rows.toReversed()));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect((await students()).length).toBe(2);
  });

  test('a slip in the birth date is asked; each answer does what it says', async () => {
    const classId = await addClass(office, '5А');
    const id = await addStudent(office, 'Ким Ева', { classId, birthDate: '2014-02-01' });
    const file = await contingent(office, '5А;Ким;Ева;;01.03.2014;');
    const { plan, counts } = await office.call('people.previewImport', { file });
    expect(counts).toMatchObject({ questions: 1, new: 0 });
    const row = await planRow(office, plan, 'Ким');
    expect(row).toMatchObject({ status: 'question', code: 'namesake', candidates: [{ id }] });

    const refusal = await office.refusal('people.commitImport', { plan });
    expect(refusal.code).toBe('questions-open');
    expect(refusal.fields[0]?.path).toBe(`answers.${row.key}`);
    const wrong = await office.refusal('people.commitImport', {
      plan,
      answers: { [row.key]: 999 },
    });
    expect(wrong.code).toBe('answer-invalid');
    const stray = await office.refusal('people.commitImport', {
      plan,
      answers: { 'нет!A1': 'new' },
    });
    expect(stray.code).toBe('answer-invalid');

    const skipped = await office.call('people.commitImport', { plan, unanswered: 'skip' });
    expect(skipped.counts).toMatchObject({ new: 0, changed: 0, skipped: 1 });
    expect((await students()).length).toBe(1);

    const { data, auditId } = await office.command('people.commitImport', {
      plan,
      answers: { [row.key]: id },
    });
    expect(data.counts).toMatchObject({ changed: 1, skipped: 0 });
    expect(await students()).toMatchObject([{ id, birthDate: '2014-03-01' }]);
    await office.call('audit.undo', { id: auditId });
    expect(await students()).toMatchObject([{ id, birthDate: '2014-02-01' }]);

    const again = await office.call('people.previewImport', { file });
    await office.call('people.commitImport', { plan: again.plan, answers: { [row.key]: 'new' } });
    expect((await students()).map(({ birthDate }) => birthDate)).toEqual([
      '2014-02-01',
      '2014-03-01',
    ]);
    expect((await importTable(office, file)).counts).toMatchObject({ new: 0, changed: 0, same: 1 });
  });

  test('two rows may not be the same stored child', async () => {
    const classId = await addClass(office, '5А');
    const id = await addStudent(office, 'Ким Ева', { classId, birthDate: null });
    const file = await contingent(office, '6А;Ким;Ева;;01.03.2013;', '7А;Ким;Ева;;05.06.2012;');
    const { plan, counts } = await office.call('people.previewImport', { file });
    expect(counts.questions).toBe(2);
    const { rows } = await office.call('people.listPlanRows', {
      plan,
      filters: { status: 'question' },
    });
    const answers = Object.fromEntries(rows.map(({ key }) => [key, id]));
    expect((await office.refusal('people.commitImport', { plan, answers })).code).toBe(
      'answer-invalid',
    );
  });

  test('several stored namesakes are all offered, and the answer takes one of them', async () => {
    const fifth = await addClass(office, '5А');
    const sixth = await addClass(office, '6А');
    const ids = [
      await addStudent(office, 'Ким Ева', { classId: fifth, birthDate: '2014-02-01' }),
      await addStudent(office, 'Ким Ева', { classId: sixth, birthDate: '2013-02-01' }),
    ];
    const file = await csv(office, 'Класс;ФИО', '7А;Ким Ева');
    const { plan, counts } = await office.call('people.previewImport', { file });
    expect(counts).toMatchObject({ questions: 1, new: 0, changed: 0 });
    const row = await planRow(office, plan, 'Ким');
    expect(row).toMatchObject({ status: 'question', code: 'several-namesakes' });
    expect(new Set(row.candidates.map(({ id }) => id))).toEqual(new Set(ids));
    await office.call('people.commitImport', { plan, answers: { [row.key]: ids[1] ?? 0 } });
    const classes = new Map((await students()).map(({ id, className }) => [id, className]));
    expect(ids.map((id) => classes.get(id))).toEqual(['5А', '7А']);
  });

  test('class lists without birth dates find the children of the same class', async () => {
    await importTable(
      office,
      await contingent(office, '5А;Ким;Ева;;01.02.2014;', '5А;Юдин;Лев;;02.02.2014;'),
    );
    const again = await importTable(
      office,
      await csv(office, 'Класс;ФИО', '5А;Ким Ева', '5А;Юдин Лев'),
    );
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  });

  test('the same child in two classes of one file is asked, not doubled', async () => {
    const rows = ['5А;Ким;Ева;;01.02.2014;', '5Б;Ким;Ева;;01.02.2014;'];
    const first = await office.call('people.previewImport', {
      file: await contingent(office, ...rows),
    });
    expect(first.counts).toMatchObject({ new: 1, questions: 1 });
    expect(await planRow(office, first.plan, 'Ким', 1)).toMatchObject({
      status: 'question',
      code: 'repeated-in-file',
      row: 3,
      candidates: [],
    });
    await office.call('people.commitImport', { plan: first.plan, unanswered: 'skip' });
    const turned = await contingent(office, ...rows.toReversed());
    const again = await office.call('people.previewImport', { file: turned });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 1, questions: 1 });
  });
});

describe('students: classes of the file', () => {
  test('another class is a transfer on the day of the import, history kept', async () => {
    await importTable(office, await contingent(office, '5А;Ким;Ева;;01.02.2014;'));
    const { preview } = await importTable(
      office,
      await contingent(office, '5Б;Ким;Ева;;01.02.2014;'),
    );
    expect(preview).toMatchObject({ counts: { changed: 1 }, newClasses: ['5Б'] });
    expect((await planRow(office, preview.plan, 'Ким')).changes).toEqual([
      { field: 'className', title: 'Класс с 02.03.2026', was: '5А', becomes: '5Б' },
    ]);
    const [student] = await students();
    const card = await office.call('people.student', { id: student?.id ?? 0 });
    expect(card.enrolments).toMatchObject([
      { className: '5Б', startsOn: '2026-03-02', endsOn: null },
      { className: '5А', startsOn: '2025-09-01', endsOn: '2026-03-01', leaveReason: 'transferred' },
    ]);
  });

  test('next September: promoted from 1 September, repeaters stay', async () => {
    await importTable(
      office,
      await contingent(office, '5А;Ким;Ева;;01.02.2014;', '5А;Юдин;Лев;;02.02.2014;'),
    );
    office.clock.set('2026-09-03');
    const { counts } = await importTable(
      office,
      await contingent(office, '6А;Ким;Ева;;01.02.2014;', '5А;Юдин;Лев;;02.02.2014;'),
    );
    expect(counts).toMatchObject({ new: 0, changed: 2 });
    const cards = await Promise.all(
      (await students()).map(({ id }) => office.call('people.student', { id })),
    );
    expect(
      cards.map(({ enrolments }) =>
        enrolments.map((one) => [one.className, one.startsOn, one.endsOn, one.leaveReason]),
      ),
    ).toEqual([
      [
        ['6А', '2026-09-01', null, null],
        ['5А', '2025-09-01', '2026-08-31', 'promoted'],
      ],
      [
        ['5А', '2026-09-01', null, null],
        ['5А', '2025-09-01', '2026-08-31', 'repeats'],
      ],
    ]);
  });

  test('31 August belongs to the old school year', async () => {
    office.clock.set('2026-08-31');
    const file = await contingent(office, '5А;Ким;Ева;;01.02.2014;');
    expect((await office.call('people.previewImport', { file })).schoolYear).toBe('2025/2026');
    const next = await office.call('people.previewImport', { file, onDate: '2026-09-01' });
    expect(next.schoolYear).toBe('2026/2027');
    await office.call('people.commitImport', { plan: next.plan });
    const [student] = await students();
    const card = await office.call('people.student', { id: student?.id ?? 0 });
    expect(card.enrolments).toMatchObject([{ startsOn: '2026-09-01', schoolYear: '2026/2027' }]);
  });

  test('a plan made before somebody else changed the same child is stale', async () => {
    await importTable(office, await contingent(office, '5А;Ким;Ева;;01.02.2014;'));
    const file = await contingent(office, '5Б;Ким;Ева;;01.02.2014;');
    const { plan } = await office.call('people.previewImport', { file });
    // Someone who is not in the file does no harm.
    await addStudent(office, 'Юдин Лев');
    const [student] = await students();
    const classId = await addClass(office, '5В');
    const { data: moved } = await office.command('people.transfer', {
      studentId: student?.id ?? 0,
      classId,
      startsOn: '2026-02-01',
    });
    expect(moved.id).toBeGreaterThan(0);
    expect((await office.refusal('people.commitImport', { plan })).code).toBe('plan-stale');
    expect((await office.refusal('people.commitImport', { plan: crypto.randomUUID() })).code).toBe(
      'plan-unknown',
    );
  });

  test('changes of other people do not make a plan stale', async () => {
    const file = await contingent(office, '5Б;Ким;Ева;;01.02.2014;');
    const { plan } = await office.call('people.previewImport', { file });
    await addStudent(office, 'Юдин Лев');
    await office.call('people.commitImport', { plan });
    expect((await students()).length).toBe(2);
  });
});
