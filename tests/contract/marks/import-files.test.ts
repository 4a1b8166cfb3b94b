import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workbookOf } from '../../fixtures/marks-files.ts';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { csv, importFiles, previewFiles, registerBytes, report, rowsOfPlan } from './files.ts';
import { rowsOf } from './support.ts';

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const anna = 'Иванова Анна Сергеевна';
const head = 'Ученик;Класс;Предмет;Дата;Оценка';
const good = csv(head, `${anna};8А;Алгебра;10.03.2026;4`);
const none = { new: 0, changed: 0, same: 0, vanished: 0 };

/** A report with a mark for the period. */
const withTotal = (period: string) => {
  const lines = report(anna, [10], [['Алгебра', '5']], period).map((row) => [...row]);
  lines[8] = ['Предмет', 'Март', 'Итоговая оценка за период'];
  lines[10] = ['Алгебра', '5', '4'];
  return lines;
};

const stored = ['subjects', 'lessons', 'marks', 'final_marks', 'mark_coverages', 'imports'];
const everything = async () => {
  const rows = await Promise.all(stored.map((table) => rowsOf(school.office, table)));
  return Object.fromEntries(stored.map((table, at) => [table, rows[at]]));
};

describe('several files', () => {
  test('a truncated one is told; the others go on only when the person says so', async () => {
    const { office } = school;
    const whole = await workbookOf({ Лист1: report(anna, [11], [['Алгебра', '5']]) });
    const cut = await registerBytes(office, 'обрезан.xlsx', whole.slice(0, whole.length / 2));
    const file = await registerBytes(office, 'a.csv', good);
    const preview = await office.call('marks.previewImport', { files: [{ file: cut }, { file }] });
    expect(preview.brokenFiles).toBe(1);
    expect(preview.files[0]).toMatchObject({ kind: null, classNames: [] });
    expect(preview.files[0]?.refusal?.code).toMatch(/^file-/u);
    const { plan } = preview;
    expect(await office.refusal('marks.commitImport', { plan })).toMatchObject({
      code: 'files-broken',
      fields: [{ path: 'skipBroken' }],
    });
    const done = await office.call('marks.commitImport', { plan, skipBroken: true });
    expect(done.marks).toEqual({ ...none, new: 1 });
    // The only file is refused itself, and nothing is stored.
    const alone = await office.refusal('marks.previewImport', { files: [{ file: cut }] });
    expect(alone.code).toBe(preview.files[0]?.refusal?.code);
  });

  test('the same marks in two files of one import are one set; a difference is told', async () => {
    const { office } = school;
    const a = report(anna, [10, 11], [['Алгебра', '4', '5']]);
    const rows = csv(head, `${anna};8А;Алгебра;10.03.2026;4`, `${anna};8А;Алгебра;11.03.2026;3`);
    const preview = await previewFiles(office, [
      ['b.csv', rows],
      ['a.xlsx', a],
    ]);
    expect(preview.marks).toEqual({ ...none, new: 2, same: 1 });
    expect(await rowsOfPlan(office, preview.plan, { kind: 'warning' })).toMatchObject([
      { code: 'files-differ', fileName: expect.stringContaining('b.csv'), count: 1 },
    ]);
    await office.call('marks.commitImport', { plan: preview.plan });
    expect((await rowsOf(office, 'marks')).map((row) => row['codes'])).toEqual(['4', '5']);
  });

  test('a file none of whose classes exist is refused with their names', async () => {
    const { office } = school;
    const file = await registerBytes(office, 'a.csv', csv(head, 'Кто То;7Г;Алгебра;10.03.2026;4'));
    const refusal = await office.refusal('marks.previewImport', { files: [{ file }] });
    expect(refusal).toMatchObject({ code: 'class-unknown' });
    expect(refusal.message).toContain('7Г');
  });

  test('a file that names no class and whose pupils do not show it is refused till it is told', async () => {
    const { office } = school;
    const nameless = csv('Ученик;Предмет;Дата;Оценка', `${anna};Алгебра;10.03.2026;4`);
    const file = await registerBytes(office, 'без класса.csv', nameless);
    const refusal = await office.refusal('marks.previewImport', { files: [{ file }] });
    expect(refusal).toMatchObject({ code: 'class-needed' });
    expect(refusal.message).toContain('без класса.csv');
    expect((await office.call('marks.listImports', {})).total).toBe(0);
    const files = [{ file, className: '8А' }];
    expect((await office.call('marks.previewImport', { files })).marks).toEqual({
      ...none,
      new: 1,
    });
  });
});

describe('a plan', () => {
  test('grows stale when marks, lessons or classes change', async () => {
    const { office, class8 } = school;
    const { plan } = await previewFiles(office, [['a.csv', good]]);
    await office.call('marks.saveLesson', {
      id: null,
      classId: class8,
      subject: 'Физика',
      date: '2026-03-10',
    });
    expect((await office.refusal('marks.commitImport', { plan })).code).toBe('plan-stale');
    const fresh = await previewFiles(office, [['a.csv', good]]);
    await office.call('marks.commitImport', { plan: fresh.plan });
    expect((await office.refusal('marks.commitImport', { plan: fresh.plan })).code).toBe(
      'plan-stale',
    );
  });

  test('stopped at any stage leaves nothing half-done, and can be applied after that', async () => {
    const { office } = school;
    const lines = Array.from(
      { length: 60 },
      (_, at) => `${anna};8А;Предмет ${at % 7};${String(1 + (at % 28)).padStart(2, '0')}.02.2026;4`,
    );
    const { plan } = await previewFiles(office, [['a.csv', csv(head, ...lines)]]);
    const before = await everything();
    const stages = new Set<string>();
    for (let steps = 1; steps < 50; steps += 1) {
      const control = new AbortController();
      let left = steps;
      const reply = await office.office.call(
        'marks.commitImport',
        { plan },
        {
          signal: control.signal,
          onProgress: ({ stage }) => {
            stages.add(stage);
            left -= 1;
            if (left === 0) control.abort();
          },
        },
      );
      if (reply.ok) break;
      expect(reply.error.code).toBe('cancelled');
      expect(await everything()).toEqual(before);
    }
    expect([...stages]).toEqual(expect.arrayContaining(['lessons', 'writing']));
    expect(await rowsOf(office, 'marks')).toHaveLength(60);
  });

  test('undo gives back everything as it was, and the import comes again', async () => {
    const { office } = school;
    await importFiles(office, ['a.csv', good]);
    const before = await everything();
    const preview = await previewFiles(office, [
      [
        'b.xlsx',
        report(
          anna,
          [10, 11],
          [
            ['Алгебра', '5', '3'],
            ['Физика', null, 'Н'],
          ],
        ),
      ],
    ]);
    const { auditId } = await office.command('marks.commitImport', { plan: preview.plan });
    expect((await rowsOf(office, 'marks')).length).toBe(4);
    await office.call('audit.undo', { id: auditId });
    const { imports: _kept, ...rest } = await everything();
    const { imports: _before, ...was } = before;
    expect(rest).toEqual(was);
    const { rows } = await office.call('marks.listImports', {});
    expect(rows.map(({ undone }) => undone)).toEqual([true, false]);
    const found = await office.call('marks.listImports', { search: 'XLSX b' });
    expect(found.rows.map(({ fileName }) => fileName)).toEqual([
      expect.stringMatching(/b\.xlsx$/u),
    ]);
    const again = await importFiles(office, [
      'b.xlsx',
      report(
        anna,
        [10, 11],
        [
          ['Алгебра', '5', '3'],
          ['Физика', null, 'Н'],
        ],
      ),
    ]);
    expect(again.marks).toEqual({ ...none, new: 2, changed: 1 });
  });
});

describe('other tables', () => {
  const odd = csv(
    'Кто;Где;По чему;Когда это было;Сколько',
    `${anna};8А;Алгебра;10.03.2026;4`,
    `${anna};8А;Алгебра;11.03.2026;5`,
  );

  test('columns are named once; a table with the same titles is then known', async () => {
    const { office } = school;
    const file = await registerBytes(office, 'a.csv', odd);
    const refusal = await office.refusal('marks.previewImport', { files: [{ file }] });
    expect(refusal.code).toBe('columns-unknown');
    const { tables } = await office.call('marks.describeTable', { file });
    const [table] = tables;
    expect(table?.remembered).toBeNull();
    expect(table?.columns.map(({ title }) => title)).toContain('По чему');
    const mapping = {
      kind: 'mark-rows' as const,
      headerKey: table?.headerKey ?? '',
      columns: { student: 0, className: 1, subject: 2, date: 3, mark: 4 },
    };
    const preview = await office.call('marks.previewImport', {
      files: [{ file }],
      mappings: [mapping],
    });
    expect(preview.marks).toEqual({ ...none, new: 2 });
    await office.call('marks.commitImport', { plan: preview.plan });
    const again = await previewFiles(office, [['b.csv', odd]]);
    expect(again.marks).toEqual({ ...none, same: 2 });
    const described = await office.call('marks.describeTable', { file });
    expect(described.tables[0]?.remembered).toEqual({
      kind: 'mark-rows',
      columns: mapping.columns,
    });
  });

  test('lessons: topics are filled, a file without homework does not wipe it', async () => {
    const { office, teacher } = school;
    await importFiles(office, ['m.csv', good]);
    const full = csv(
      'Класс;Предмет;Дата;Тема;Домашнее задание;Учитель',
      '8А;Алгебра;10.03.2026;Степени;№ 12;Белова О. И.',
      '8А;Алгебра;11.03.2026;Корни;;Никто Н. Н.',
    );
    const preview = await previewFiles(office, [['l.csv', full]]);
    expect(preview.lessons).toEqual({ new: 1, changed: 1, same: 0 });
    expect(await rowsOfPlan(office, preview.plan, { kind: 'warning' })).toMatchObject([
      { code: 'teacher-unknown' },
    ]);
    await office.call('marks.commitImport', { plan: preview.plan });
    const topics = csv(
      'Класс;Предмет;Дата;Тема',
      '8А;Алгебра;10.03.2026;Степени и корни',
      '8А;Алгебра;11.03.2026;Корни',
    );
    expect((await importFiles(office, ['t.csv', topics])).lessons).toEqual({
      new: 0,
      changed: 1,
      same: 1,
    });
    expect(await rowsOf(office, 'lessons')).toMatchObject([
      { topic: 'Степени и корни', homework: '№ 12', teacher_id: teacher, described: 1 },
      { topic: 'Корни', homework: null, teacher_id: null, described: 1 },
    ]);
  });

  test('a mark for the period is a final mark only when the days are a term', async () => {
    const { office } = school;
    const part = await previewFiles(office, [['a.xlsx', withTotal('с 01.03.26 по 31.03.26')]]);
    expect(part.finals.new).toBe(0);
    expect(await rowsOfPlan(office, part.plan, { kind: 'warning' })).toMatchObject([
      { code: 'final-without-term', address: 'C11', subject: 'Алгебра' },
    ]);
    const done = await importFiles(office, ['b.xlsx', withTotal('с 12.01.26 по 27.03.26')]);
    expect(done.finals.new).toBe(1);
    expect(await rowsOf(office, 'final_marks')).toMatchObject([{ period: 'term-3', codes: '4' }]);
  });
});
