import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';

/** Making ready and recording: what is recorded is what came out on paper (S2 §7). */

let scene: Week;
let algebra = 0;
beforeEach(async () => {
  scene = await openWeek();
  await scene.family.register();
  algebra = await scene.lesson('2026-03-04', 'Алгебра', '4');
});
afterEach(() => scene.family.school.office.close());

const prepare = () => scene.call('sheets.prepare', { selection: { kind: 'due', week } });
const issued = async () => (await scene.call('sheets.listIssued', {})).rows;

describe('recording', () => {
  test('nothing is kept by making ready; what is kept is the paper and its moment', async () => {
    const { print, fresh } = await prepare();
    expect(fresh).toBe(1);
    expect(await issued()).toEqual([]);
    expect(await scene.due()).toBe('paper-refusal owed 0+0');
    // The answer comes the next day, and other work was done meanwhile.
    scene.family.school.office.clock.set('2026-03-07');
    await scene.lesson('2026-03-10', 'Физика', '5');
    const { ids } = await scene.call('sheets.issue', { print });
    expect(await issued()).toMatchObject([{ number: 1, printedOn: '2026-03-06', copies: 0 }]);
    const { content } = await scene.call('sheets.get', { id: ids[0] ?? 0 });
    expect(content.subjects.map(({ cells }) => cells.join('|'))).toEqual(['||4||']);
    expect((await scene.refusal('sheets.issue', { print }))[0]).toBe('print-unknown');
    expect(await issued()).toHaveLength(1);
  });

  test('marks that changed meanwhile are refused by name, and nothing is kept', async () => {
    const { print } = await prepare();
    await scene.mark(algebra, '5');
    const [code, message] = await scene.refusal('sheets.issue', { print });
    expect(code).toBe('print-stale');
    expect(message).toContain('Иванова Анна Сергеевна, 8А');
    expect(await issued()).toEqual([]);
  });

  test('of two runs of the same week only the first is kept', async () => {
    const [first, second] = [await prepare(), await prepare()];
    await scene.call('sheets.issue', { print: first.print });
    expect((await scene.refusal('sheets.issue', { print: second.print }))[0]).toBe('print-stale');
    expect(await issued()).toMatchObject([{ number: 1, copies: 0 }]);
  });

  test('a family that began to be served otherwise is refused', async () => {
    const { print } = await prepare();
    await scene.family.register({
      kind: 'annulment',
      date: '2026-03-06',
      registeredOn: '2026-03-06',
    });
    expect((await scene.refusal('sheets.issue', { print }))[0]).toBe('print-stale');
  });

  test('a copy is the copy of a sheet that still stands', async () => {
    const [id = 0] = (await scene.issue()).ids;
    const rows = { kind: 'rows' as const, rows: [{ studentId: scene.anna, week }] };
    const copy = await scene.call('sheets.prepare', { selection: rows });
    expect(copy).toMatchObject({ fresh: 0, copies: 1 });
    // The copy on paper says what the kept sheet says, whatever was marked since.
    await scene.mark(algebra, '5');
    await scene.call('sheets.issue', { print: copy.print });
    const again = await scene.call('sheets.prepareCopies', { ids: [id] });
    expect(await issued()).toMatchObject([{ copies: 1 }]);
    await scene.call('sheets.reprint', { print: again.print });
    expect(await issued()).toMatchObject([{ copies: 2 }]);
    expect((await scene.refusal('sheets.reprint', { print: again.print }))[0]).toBe(
      'print-unknown',
    );
  });

  test('copies of a sheet taken back meanwhile are not counted', async () => {
    const { print } = await prepare();
    const { data, auditId } = await scene.command('sheets.issue', { print });
    const copies = await scene.call('sheets.prepareCopies', { ids: data.ids });
    await scene.call('audit.undo', { id: auditId });
    expect((await scene.refusal('sheets.reprint', { print: copies.print }))[0]).toBe(
      'sheet-unknown',
    );
  });
});

describe('a week about which nothing is known', () => {
  /** Пётр's father has no internet; his class has neither lessons nor marks. */
  beforeEach(async () => {
    const { petr, petrFather } = scene.family.school;
    await scene.family.register({
      kind: 'impossibility',
      reason: 'нет интернета',
      studentId: petr,
      guardianId: petrFather,
    });
  });
  const selection = { kind: 'due' as const, week };
  const petrs = { studentName: 'Ёлкин Пётр', className: '5Б', weekTitle: '2–6 марта 2026 г.' };

  test('is named, and does not use up the sheet', async () => {
    expect(await scene.call('sheets.check', { selection })).toMatchObject({
      fresh: 1,
      copies: 0,
      withoutData: [petrs],
    });
    const run = await scene.call('sheets.prepare', { selection });
    expect(run).toMatchObject({ fresh: 1, withoutData: [petrs], classes: [{ className: '8А' }] });
    await scene.call('sheets.issue', { print: run.print });
    // Alone it is refused with what to do.
    const [code, message] = await scene.refusal('sheets.prepare', { selection });
    expect(code).toBe('week-without-data');
    expect(message).toContain('2–6 марта 2026 г.');
    expect(message).toContain('5Б');
    expect((await scene.refusal('sheets.preview', { selection }))[0]).toBe('week-without-data');
    // Lessons of his class are data, though he has no mark.
    await scene.petrsLesson('2026-03-03');
    expect(await scene.call('sheets.prepare', { selection })).toMatchObject({
      fresh: 1,
      withoutData: [],
    });
  });

  test('is printed by a deliberate choice: of all, or of the students named', async () => {
    const { petr } = scene.family.school;
    const all = await scene.call('sheets.prepare', { selection, empty: 'print' });
    expect(all).toMatchObject({ fresh: 2, withoutData: [] });
    // A week is named by any of its days.
    const named = await scene.call('sheets.prepare', {
      selection,
      empty: [{ studentId: petr, week: '2026-03-05' }],
    });
    expect(named).toMatchObject({ fresh: 2, withoutData: [] });
    const others = await scene.call('sheets.prepare', {
      selection,
      empty: [{ studentId: scene.anna, week }],
    });
    expect(others).toMatchObject({ fresh: 1, withoutData: [petrs] });
    await scene.call('sheets.issue', { print: named.print });
    // Once printed it is printed: the same sheet again is a copy.
    const again = { kind: 'rows' as const, rows: [{ studentId: petr, week }] };
    expect(await scene.call('sheets.prepare', { selection: again })).toMatchObject({
      fresh: 0,
      copies: 1,
    });
  });
});
