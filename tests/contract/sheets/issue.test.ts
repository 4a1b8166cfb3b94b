import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';

let scene: Week;
beforeEach(async () => {
  scene = await openWeek();
});
afterEach(() => scene.family.school.office.close());

const rowsOf = (studentId: number, day = week) => ({
  kind: 'rows' as const,
  rows: [{ studentId, week: day }],
});

/** Prints, and gives the audit row of the record. */
const record = async (selection: ReturnType<typeof rowsOf>) => {
  const { print } = await scene.call('sheets.prepare', { selection });
  return scene.command('sheets.issue', { print });
};

describe('refusal: one sheet a week, not more and not less', () => {
  test('a second, different sheet is refused; the same one is a copy; the kept one stays as it was', async () => {
    const { family, lesson, mark, issue, due, call } = scene;
    await family.register();
    const algebra = await lesson('2026-03-04', 'Алгебра', '4');
    expect(await due()).toBe('paper-refusal owed 0+0');
    const first = await issue();
    expect(first).toMatchObject({ issued: 1, copies: 0 });
    expect(await due()).toBe('paper-refusal printed 1+0');
    // The printer jammed: nothing has changed, so it is the same sheet.
    expect(await issue()).toMatchObject({ issued: 0, copies: 1, ids: first.ids });
    expect(await due()).toBe('paper-refusal printed 1+1');
    await call('sheets.markHandedOver', { selection: { week } });
    await mark(algebra, '5');
    const [code, message] = await scene.refusal('sheets.prepare', {
      selection: rowsOf(scene.anna),
    });
    expect(code).toBe('sheet-already-issued');
    expect(message).toContain('уже выдана 06.03.2026');
    expect(message).toContain('раз в неделю, не реже и не чаще');
    expect(message).toContain('за неделю 9–13 марта 2026 г., печатайте её с 13.03.2026');
    const checked = await call('sheets.check', { selection: rowsOf(scene.anna) });
    expect(checked).toMatchObject({ fresh: 0, copies: 0, refused: [{ sheetId: first.ids[0] }] });
    // The kept sheet is printed again as it was, and the screen can see what is newer.
    const [id = 0] = first.ids;
    expect(await scene.reprint([id])).toMatchObject({ copies: 1 });
    const kept = await call('sheets.get', { id });
    expect(kept.content.subjects).toEqual([
      { subject: 'Алгебра', cells: ['', '', '4', '', ''], average: '4,00' },
    ]);
    expect(kept.sheet).toMatchObject({ copies: 2, number: 1 });
    expect(kept.differences).toEqual([
      { subject: 'Алгебра', date: '2026-03-04', kind: 'mark', was: '4', now: '5' },
      { subject: 'Алгебра', date: null, kind: 'average', was: '4,00', now: '5,00' },
    ]);
  });

  test('a run over the whole class stops, skips them, or copies what they have', async () => {
    const { family, lesson, mark, issue, call } = scene;
    const boris = (
      await call('people.saveStudent', {
        id: null,
        lastName: 'Борисов',
        firstName: 'Борис',
        birthDate: null,
        sex: null,
        enrol: { classId: scene.class8, startsOn: '2025-09-01' },
      })
    ).id;
    await family.register();
    const algebra = await lesson('2026-03-04', 'Алгебра', '4');
    await issue();
    await call('sheets.markHandedOver', { selection: { week } });
    await mark(algebra, '2');
    const selection = { kind: 'class' as const, week, classId: scene.class8 };
    expect((await scene.refusal('sheets.prepare', { selection }))[0]).toBe('sheet-already-issued');
    // All or none: the refused run has left nothing.
    expect((await call('sheets.listIssued', {})).total).toBe(1);
    expect(await issue({ selection, already: 'skip' })).toMatchObject({ issued: 1, skipped: 1 });
    expect(await issue({ selection, already: 'copy' })).toMatchObject({ issued: 0, copies: 2 });
    const { rows } = await call('sheets.listIssued', { filters: { week } });
    expect(
      rows.map(({ studentId, number, copies, mode }) => [studentId, number, copies, mode]),
    ).toEqual([
      [boris, 1, 1, 'electronic'],
      [scene.anna, 1, 1, 'paper-refusal'],
    ]);
    expect(
      (
        await scene.refusal('sheets.prepare', { selection: rowsOf(scene.anna), already: 'skip' })
      )[0],
    ).toBe('nothing-to-print');
  });

  test('a clock set back opens no second sheet, and blocks no handing over', async () => {
    const { family, lesson, mark, issue, call } = scene;
    await family.register();
    const algebra = await lesson('2026-03-03', 'Алгебра', '4');
    const { ids } = await issue();
    family.school.office.clock.set('2026-03-04');
    await call('sheets.markHandedOver', { selection: { ids: [...ids] } });
    expect(await scene.due()).toBe('paper-refusal handed 1+0');
    family.school.office.clock.set('2026-03-03');
    await mark(algebra, '5');
    expect((await scene.refusal('sheets.prepare', { selection: rowsOf(scene.anna) }))[0]).toBe(
      'sheet-already-issued',
    );
    family.school.office.clock.set('2026-02-20');
    const [code] = await scene.refusal('sheets.prepare', { selection: rowsOf(scene.anna) });
    expect(code).toBe('week-not-begun');
  });
});

describe('impossibility and electronic service', () => {
  test('impossibility: at least once a week, so a changed sheet is the second one', async () => {
    const { family, lesson, mark, issue, call } = scene;
    await family.register({ kind: 'impossibility', reason: 'нет интернета' });
    const algebra = await lesson('2026-03-02', 'Алгебра', '4');
    await issue();
    await call('sheets.markHandedOver', { selection: { week } });
    await mark(algebra, '4 5');
    expect(await issue()).toMatchObject({ issued: 1, copies: 0 });
    expect(await issue()).toMatchObject({ issued: 0, copies: 1 });
    expect(await scene.due()).toBe('paper-impossibility handed 2+1');
  });

  test('electronic: strips are printed freely and nothing is owed', async () => {
    const { lesson, issue, call, due } = scene;
    await lesson('2026-03-02', 'Алгебра', '4');
    expect(await due()).toBe('none');
    await issue({ layout: 'strips' });
    const { rows } = await call('sheets.listDue', { filters: { week, everyone: true } });
    expect(rows.find(({ studentId }) => studentId === scene.anna)).toMatchObject({
      mode: 'electronic',
      owed: false,
      status: 'printed',
      handBy: null,
    });
    const empty = { kind: 'due' as const, week };
    expect((await scene.refusal('sheets.prepare', { selection: empty }))[0]).toBe(
      'nothing-to-print',
    );
  });
});

describe('what may be taken back', () => {
  test('a print, until the sheet is copied or handed over', async () => {
    const { family, lesson, command, due, call } = scene;
    await family.register();
    await lesson('2026-03-02', 'Алгебра', '4');
    const selection = rowsOf(scene.anna);
    const printed = await record(selection);
    await call('audit.undo', { id: printed.auditId });
    expect(await due()).toBe('paper-refusal owed 0+0');
    const again = await record(selection);
    const handed = await command('sheets.markHandedOver', { selection: { week } });
    expect((await scene.refusal('audit.undo', { id: again.auditId }))[0]).toBe('changed-since');
    await call('audit.undo', { id: handed.auditId });
    expect(await due()).toBe('paper-refusal printed 1+0');
    await scene.reprint(again.data.ids);
    expect((await scene.refusal('audit.undo', { id: again.auditId }))[0]).toBe('changed-since');
  });

  test('never № 1 from under № 2, and № 2 never comes back without № 1', async () => {
    const { family, lesson, mark, call } = scene;
    await family.register({ kind: 'impossibility', reason: 'нет интернета' });
    const algebra = await lesson('2026-03-02', 'Алгебра', '4');
    const selection = rowsOf(scene.anna);
    const first = await record(selection);
    await mark(algebra, '4 5');
    const second = await record(selection);
    const numbers = async () =>
      (await call('sheets.listIssued', {})).rows
        .map(({ number }) => number)
        .toSorted((a, b) => a - b);
    const [code, message] = await scene.refusal('audit.undo', { id: first.auditId });
    expect(code).toBe('later-sheet-stands');
    expect(message).toContain('№ 2');
    expect(await numbers()).toEqual([1, 2]);
    await call('audit.undo', { id: second.auditId });
    await call('audit.undo', { id: first.auditId });
    expect(await numbers()).toEqual([]);
    expect((await scene.refusal('audit.redo', { id: second.auditId }))[0]).toBe(
      'earlier-sheet-missing',
    );
    expect(await numbers()).toEqual([]);
    await call('audit.redo', { id: first.auditId });
    await call('audit.redo', { id: second.auditId });
    expect(await numbers()).toEqual([1, 2]);
    expect((await call('sheets.get', { id: second.data.ids[0] ?? 0 })).sheet.number).toBe(2);
  });

  test('a run stopped while it is made ready leaves nothing', async () => {
    const { family, lesson, call } = scene;
    await family.register();
    await lesson('2026-03-02', 'Алгебра', '4');
    const stop = new AbortController();
    stop.abort();
    const { office } = family.school;
    const reply = await office.office.call(
      'sheets.prepare',
      { selection: rowsOf(scene.anna) },
      { signal: stop.signal },
    );
    expect(reply.ok ? 'done' : reply.error.code).toBe('cancelled');
    expect((await call('sheets.listIssued', {})).total).toBe(0);
  });
});

describe('handing over', () => {
  test('by class, on a day of the week or later, once', async () => {
    const { family, lesson, issue, call, refusal, due } = scene;
    await family.register();
    await lesson('2026-03-02', 'Алгебра', '4');
    const selection = { week, classId: scene.class8 };
    expect((await refusal('sheets.markHandedOver', { selection }))[0]).toBe('nothing-to-hand-over');
    const { ids } = await issue();
    expect(await refusal('sheets.markHandedOver', { selection, on: '2026-03-07' })).toEqual([
      'date-wrong',
      expect.stringContaining('ещё не наступила'),
    ]);
    expect(await refusal('sheets.markHandedOver', { selection, on: '2026-03-01' })).toEqual([
      'date-wrong',
      expect.stringContaining('неделя ещё не началась'),
    ]);
    expect(await call('sheets.markHandedOver', { selection })).toEqual({ marked: 1 });
    expect(await due()).toBe('paper-refusal handed 1+0');
    expect((await refusal('sheets.markHandedOver', { selection }))[0]).toBe('nothing-to-hand-over');
    await call('sheets.clearHandedOver', { ids: [...ids] });
    expect(await due()).toBe('paper-refusal printed 1+0');
    expect((await refusal('sheets.clearHandedOver', { ids: [999] }))[0]).toBe('sheet-unknown');
  });
});
