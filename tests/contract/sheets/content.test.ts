import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readProduced } from '../../../src-main/hosts/shared/outputs.ts';
import { openWeek, week, type Week } from './scenario.ts';

let scene: Week;
beforeEach(async () => {
  scene = await openWeek();
});
afterEach(() => scene.family.school.office.close());

const contentOf = async (change: Parameters<Week['issue']>[0] = {}) => {
  const { ids } = await scene.issue(change);
  return (await scene.call('sheets.get', { id: ids[0] ?? 0 })).content;
};

/** Анна's sheet by the settings, unless the run says otherwise. */
const homeworkOf = async (asked: { readonly homework?: boolean } = {}) =>
  (await contentOf(asked)).homework?.map(({ text }) => text) ?? null;
const refused = () => scene.family.register();
const impossible = () => scene.family.register({ kind: 'impossibility', reason: 'нет интернета' });

const htmlOf = async (document: string): Promise<string> => {
  const { handle } = await scene.call('printing.html', { document });
  const { bytes } = await readProduced(scene.family.school.office.office, handle);
  return new TextDecoder().decode(bytes);
};

describe('the content', () => {
  test('marks and codes by days, two lessons stay two, averages of the term to the end of the week', async () => {
    const { lesson, mark } = scene;
    await lesson('2026-01-13', 'Алгебра', '3');
    // The term before does not count, nor does what comes after the week.
    await lesson('2025-12-22', 'Алгебра', '2');
    await lesson('2026-03-10', 'Алгебра', '2');
    await lesson('2026-03-03', 'Алгебра', 'б 4/5', '№ 345');
    await lesson('2026-03-05', 'Алгебра', '5');
    await lesson('2026-03-05', 'Алгебра');
    await lesson('2026-03-02', 'Физика', 'Н');
    const unknown = await lesson('2026-03-06', 'Физика');
    await mark(unknown, 'Щ');
    await lesson('2026-02-20', 'Музыка', '5');
    const content = await contentOf();
    expect(content.subjects).toEqual([
      { subject: 'Алгебра', cells: ['', 'Б 4/5', '', '5; –', ''], average: '4,25' },
      { subject: 'Музыка', cells: ['', '', '', '', ''], average: '5,00' },
      { subject: 'Физика', cells: ['Н', '', '', '', 'Щ'], average: '—' },
    ]);
    expect(content).toMatchObject({
      school: 'МБОУ «СОШ № 7»',
      student: 'Иванова Анна Сергеевна',
      className: '8А',
      classTeacher: 'Белова Ольга Игоревна',
      averagesOf: 'с 12.01.2026 по 06.03.2026, III четверть',
      homework: [{ date: '2026-03-03', subject: 'Алгебра', text: '№ 345' }],
      absences: {
        total: 2,
        ill: 1,
        excused: 0,
        absent: 0,
        late: 0,
        unexplained: 1,
        unrecognised: [{ code: 'Щ', count: 1 }],
      },
      remark: null,
    });
    expect(content.legend.map(({ code }) => code)).toEqual(['Б', 'Н', 'Щ']);
    expect(content.days.map(({ date }) => date)).toHaveLength(5);
  });

  test('homework and averages are left out when the run, or the settings, say so', async () => {
    await scene.lesson('2026-03-03', 'Алгебра', '4', '№ 345');
    await scene.call('settings.saveSheets', { averages: false });
    const content = await contentOf({ homework: false });
    expect(content.homework).toBeNull();
    expect(content.averagesOf).toBeNull();
    expect(content.subjects[0]?.average).toBeNull();
  });

  describe('homework by the mode of each (S2 §7)', () => {
    beforeEach(async () => {
      await scene.lesson('2026-03-03', 'Алгебра', '4', '№ 345');
    });

    test('a refusal has none by default, an impossibility and a free sheet have it', async () => {
      expect(await homeworkOf()).toEqual(['№ 345']);
      await refused();
      expect(await homeworkOf()).toBeNull();
      await scene.family.register({ kind: 'annulment' });
      await impossible();
      expect(await homeworkOf()).toEqual(['№ 345']);
    });

    test('the office may choose otherwise for each, and for one run', async () => {
      await scene.call('settings.saveSheets', { homework: false, homeworkOnRefusal: true });
      await refused();
      expect(await homeworkOf()).toEqual(['№ 345']);
      expect(await homeworkOf({ homework: false })).toBeNull();
      await scene.family.register({ kind: 'annulment' });
      await impossible();
      expect(await homeworkOf()).toBeNull();
      expect(await homeworkOf({ homework: true })).toEqual(['№ 345']);
    });
  });

  test('an empty week says so; Saturday stands there only with lessons', async () => {
    expect(await contentOf({ empty: 'print' })).toMatchObject({
      subjects: [],
      remark: 'За неделю нет сведений об уроках.',
    });
    await scene.lesson('2026-03-07', 'Алгебра');
    const content = await contentOf();
    expect(content.remark).toBe('За неделю оценок нет.');
    expect(content.days.at(-1)).toEqual({ date: '2026-03-07', school: false });
  });

  test('a holiday inside the week is marked', async () => {
    await scene.lesson('2026-02-24', 'Алгебра', '4');
    const selection = {
      kind: 'rows' as const,
      rows: [{ studentId: scene.anna, week: '2026-02-23' }],
    };
    expect((await contentOf({ selection })).days[0]).toEqual({ date: '2026-02-23', school: false });
  });

  test('who changed class in mid-week has the lessons and marks of both', async () => {
    const { call, lesson, mark, family } = scene;
    await lesson('2026-03-03', 'Алгебра', '4');
    await lesson('2026-03-05', 'Химия', undefined, 'не для него');
    await call('people.transfer', {
      studentId: scene.anna,
      classId: family.school.class9,
      startsOn: '2026-03-05',
    });
    const { id } = await call('marks.saveLesson', {
      id: null,
      classId: family.school.class9,
      subject: 'Физика',
      date: '2026-03-06',
      topic: null,
      homework: '§ 3',
    });
    await mark(id, '5');
    const content = await contentOf();
    expect(content.className).toBe('9А');
    expect(content.subjects.map(({ subject, cells }) => [subject, cells.join('|')])).toEqual([
      ['Алгебра', '|4|||'],
      ['Физика', '||||5'],
    ]);
    expect(content.homework).toEqual([{ date: '2026-03-06', subject: 'Физика', text: '§ 3' }]);
  });
});

describe('the documents', () => {
  test('a preview stores nothing, and its first sheets come with the counts of the whole run', async () => {
    const { family, call, lesson } = scene;
    await lesson('2026-03-03', 'Алгебра', '4');
    family.school.office.clock.set('2026-03-04');
    const selection = { kind: 'school' as const, week };
    const asked = { selection, layout: 'strips' as const };
    const preview = await call('sheets.preview', { ...asked, first: 1, empty: 'print' });
    // Анна and Пётр; the leaver left in January.
    expect(preview).toMatchObject({ sheets: 2, shown: 1, printedBefore: 0, unfinished: true });
    expect((await call('sheets.listIssued', {})).total).toBe(0);
    const html = await htmlOf(preview.document);
    expect(html).toContain('Ёлкин Пётр');
    expect(html).not.toContain('Иванова');
    // Nothing is known about Пётр's week: the first sheet is that of the next one.
    const telling = await call('sheets.preview', { ...asked, first: 1 });
    expect(telling).toMatchObject({ sheets: 2, shown: 1 });
    expect(await htmlOf(telling.document)).toContain('Иванова');
  });

  test('sheets of different layouts are shown and reprinted each in its own', async () => {
    const { call, lesson, issue } = scene;
    const algebra = await lesson('2026-03-03', 'Алгебра', '4');
    const first = await issue({ layout: 'strips' });
    await scene.mark(algebra, '5');
    const second = await issue({ layout: 'a5' });
    const ids = [...first.ids, ...second.ids];
    const { document } = await call('sheets.show', { ids });
    const html = await htmlOf(document);
    expect(html.match(/<section/gu)).toHaveLength(2);
    expect((await call('sheets.listIssued', {})).rows.map(({ copies }) => copies)).toEqual([0, 0]);
    const copies = await call('sheets.prepareCopies', { ids });
    expect((await htmlOf(copies.document)).replaceAll('\u00A0', ' ')).toContain('Иванова Анна');
    expect(copies.title).toBe('Копии распечаток за неделю 2–6 марта 2026 г., 8А');
    expect(copies.sheets.map(({ number, printedOn }) => [number, printedOn])).toEqual([
      [1, '2026-03-06'],
      [2, '2026-03-06'],
    ]);
    // Looking counts nothing.
    expect((await call('sheets.listIssued', {})).rows.map((row) => row.copies)).toEqual([0, 0]);
    expect((await scene.refusal('sheets.show', { ids: [999] }))[0]).toBe('sheet-unknown');
  });
});
