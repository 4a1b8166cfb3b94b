import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';

/**
 * A sheet corrected before it is handed over, and what «не чаще» limits (S2 §7; domain.md §6): the
 * week replayed for a refusal and for an impossibility.
 */

let scene: Week;
let algebra = 0;
beforeEach(async () => {
  scene = await openWeek();
  algebra = await scene.lesson('2026-03-04', 'Алгебра', '4');
});
afterEach(() => scene.family.school.office.close());

const anna = () => ({ kind: 'rows' as const, rows: [{ studentId: scene.anna, week }] });
const impossibility = { kind: 'impossibility', reason: 'нет интернета' } as const;

const record = async () => {
  const { print } = await scene.call('sheets.prepare', { selection: anna() });
  return scene.command('sheets.issue', { print });
};
/** Prints Анна's sheet; gives its id. */
const printed = async (): Promise<number> => (await record()).data.ids[0] ?? 0;
const handOver = (...ids: readonly number[]) =>
  scene.command('sheets.markHandedOver', { selection: { ids: [...ids] } });
const sheetOf = async (id: number) => await scene.call('sheets.get', { id });
/** The register of the student, oldest first: number, state, day of handing over. */
const register = async () =>
  (await scene.call('sheets.listIssued', { filters: { studentId: scene.anna } })).rows
    .toSorted((a, b) => a.number - b.number)
    .map(
      ({ number, state, replacedByNumber, handedOn }) =>
        `№ ${number} ${state}${replacedByNumber === null ? '' : ` by № ${replacedByNumber}`} ${handedOn ?? '-'}`,
    );

describe.each([
  ['refusal', {}],
  ['impossibility', impossibility],
] as const)('before handing over, %s', (mode, statement) => {
  beforeEach(() => scene.family.register(statement));

  test('a different sheet corrects the printed one, which is void and kept', async () => {
    const first = await printed();
    await scene.mark(algebra, '5');
    expect(await scene.call('sheets.check', { selection: anna() })).toMatchObject({
      fresh: 0,
      corrected: 1,
      copies: 0,
      refused: [],
    });
    scene.family.school.office.clock.set('2026-03-07');
    const second = await printed();
    expect(await register()).toEqual(['№ 1 void by № 2 -', '№ 2 corrected -']);
    expect((await sheetOf(second)).content.edition).toEqual({
      kind: 'corrected',
      number: 2,
      replaces: [{ number: 1, printedOn: '2026-03-06' }],
    });
    const old = await sheetOf(first);
    expect(old.content).not.toHaveProperty('edition');
    expect(old.content.subjects[0]?.cells).toContain('4');
    expect(old.sheet).toMatchObject({ replacedById: second, replacedByOn: '2026-03-07' });
    // It counts neither as debt nor as given.
    expect(await scene.due()).toBe(`paper-${mode} printed 1+0`);
    expect((await scene.call('sheets.week', { week })).total).toMatchObject({
      owed: 1,
      printed: 1,
    });
    const { rows } = await scene.call('sheets.listDue', { filters: { week } });
    expect(rows[0]).toMatchObject({ sheetId: second, printedOn: '2026-03-07' });
  });

  test('the void one is neither handed over nor copied; the class is handed over without it', async () => {
    const first = await printed();
    await scene.mark(algebra, '5');
    const second = await printed();
    const [code, message] = await scene.refusal('sheets.markHandedOver', {
      selection: { ids: [first] },
    });
    expect(code).toBe('sheet-void');
    expect(message).toContain('Иванова Анна Сергеевна, 8А');
    expect(message).toContain('заменена распечаткой № 2 от 06.03.2026');
    expect((await scene.refusal('sheets.prepareCopies', { ids: [first] }))[0]).toBe('sheet-void');
    const { marked } = await scene.call('sheets.markHandedOver', { selection: { week } });
    expect(marked).toBe(1);
    expect(await register()).toEqual(['№ 1 void by № 2 -', '№ 2 corrected 2026-03-06']);
    expect((await sheetOf(second)).sheet.handedOn).toBe('2026-03-06');
    const handed = async (value: boolean) =>
      (await scene.call('sheets.listIssued', { filters: { handed: value } })).rows.map(
        ({ number }) => number,
      );
    expect(await handed(true)).toEqual([2]);
    // «Не выдана» asks what is still to be handed over.
    expect(await handed(false)).toEqual([]);
    const states = async (state: 'valid' | 'corrected' | 'void') =>
      (await scene.call('sheets.listIssued', { filters: { state } })).rows.map(({ id }) => id);
    expect([await states('valid'), await states('corrected'), await states('void')]).toEqual([
      [],
      [second],
      [first],
    ]);
  });

  test('a correction of the correction names the one before; the same content is its copy', async () => {
    await printed();
    await scene.mark(algebra, '5');
    const second = await printed();
    expect(await printed()).toBe(second);
    expect(await scene.due()).toBe(`paper-${mode} printed 1+1`);
    await scene.mark(algebra, '3');
    const third = await printed();
    expect((await sheetOf(third)).content.edition).toMatchObject({
      number: 3,
      replaces: [{ number: 2 }],
    });
    expect(await register()).toEqual(['№ 1 void by № 2 -', '№ 2 void by № 3 -', '№ 3 corrected -']);
    // What the void first one said is a correction again, not its copy.
    await scene.mark(algebra, '4');
    await printed();
    expect((await register()).at(-1)).toBe('№ 4 corrected -');
  });

  test('taking the correction back restores the old one', async () => {
    const first = await printed();
    await scene.mark(algebra, '5');
    const second = await record();
    expect(await scene.call('audit.describe', { id: second.auditId })).toMatchObject({
      obstacle: null,
      printed: [
        { kind: 'sheets', rows: 1 },
        { kind: 'sheets-again', rows: 1 },
      ],
    });
    await scene.call('audit.undo', { id: second.auditId });
    expect(await register()).toEqual(['№ 1 valid -']);
    // Handed over meanwhile, it is not made void again.
    const handed = await handOver(first);
    expect((await scene.refusal('audit.redo', { id: second.auditId }))[0]).toBe('changed-since');
    await scene.call('audit.undo', { id: handed.auditId });
    await scene.call('audit.redo', { id: second.auditId });
    expect(await register()).toEqual(['№ 1 void by № 2 -', '№ 2 corrected -']);
    expect((await scene.refusal('audit.redo', { id: handed.auditId }))[0]).toBe('changed-since');
  });

  test('once handed over or copied the correction stays', async () => {
    await printed();
    await scene.mark(algebra, '5');
    const second = await record();
    await handOver(...second.data.ids);
    expect((await scene.refusal('audit.undo', { id: second.auditId }))[0]).toBe('changed-since');
  });

  test('a correction made ready is not recorded when the old one was handed over meanwhile', async () => {
    const first = await printed();
    await scene.mark(algebra, '5');
    const { print, corrected } = await scene.call('sheets.prepare', { selection: anna() });
    expect(corrected).toBe(1);
    await handOver(first);
    expect((await scene.refusal('sheets.issue', { print }))[0]).toBe('print-stale');
    expect(await register()).toEqual(['№ 1 valid 2026-03-06']);
  });

  test('with the hand-over taken back it may be corrected', async () => {
    const first = await printed();
    await handOver(first);
    await scene.mark(algebra, '5');
    await scene.call('sheets.clearHandedOver', { ids: [first] });
    const second = await printed();
    expect(await register()).toEqual(['№ 1 void by № 2 -', '№ 2 corrected -']);
    await handOver(second);
    expect(await scene.due()).toBe(`paper-${mode} handed 1+0`);
  });
});

describe('after handing over', () => {
  test('refusal: a second, different sheet is refused and names the day and the receiver', async () => {
    await scene.family.register();
    const first = await printed();
    await handOver(first);
    await scene.mark(algebra, '5');
    const [code, message] = await scene.refusal('sheets.prepare', { selection: anna() });
    expect(code).toBe('sheet-already-issued');
    expect(message).toContain('распечатка № 1 за неделю 2–6 марта 2026 г. уже выдана 06.03.2026');
    expect(message).toContain('кому: Иванова Алёна Викторовна');
    expect(message).toContain('раз в неделю, не реже и не чаще');
    expect(message).toContain('снимите отметку о выдаче');
    // What is repeated instead is the sheet that was handed over.
    expect(await scene.issue({ already: 'copy' })).toMatchObject({ copies: 1, ids: [first] });
    expect(await register()).toEqual(['№ 1 valid 2026-03-06']);
  });

  test('impossibility: a second one is an additional sheet, which may be corrected in its turn', async () => {
    await scene.family.register(impossibility);
    await handOver(await printed());
    await scene.mark(algebra, '5');
    const second = await printed();
    expect((await sheetOf(second)).content.edition).toEqual({
      kind: 'additional',
      number: 2,
      after: '2026-03-06',
    });
    expect(await scene.due()).toBe('paper-impossibility handed 2+0');
    await scene.mark(algebra, '3');
    await printed();
    expect(await register()).toEqual([
      '№ 1 valid 2026-03-06',
      '№ 2 void by № 3 -',
      '№ 3 corrected -',
    ]);
    await scene.call('sheets.markHandedOver', { selection: { week } });
    expect((await register()).at(-1)).toBe('№ 3 corrected 2026-03-06');
  });

  test('a second sheet of a week that became one of refusal is not handed over either', async () => {
    await scene.family.register({
      ...impossibility,
      date: '2026-03-03',
      registeredOn: '2026-03-03',
    });
    const first = await printed();
    await handOver(first);
    await scene.mark(algebra, '5');
    const second = await printed();
    await scene.family.register({ date: '2026-03-06', registeredOn: '2026-03-06' });
    expect(await scene.due()).toBe('paper-refusal handed 2+0');
    const [code, message] = await scene.refusal('sheets.markHandedOver', {
      selection: { ids: [second] },
    });
    expect(code).toBe('sheet-already-issued');
    expect(message).toContain('распечатка № 1');
    expect(message).toContain('выдана 06.03.2026');
    // The class is handed over without it.
    const all = { selection: { week, classId: scene.class8 } };
    expect((await scene.refusal('sheets.markHandedOver', all))[0]).toBe('nothing-to-hand-over');
  });

  test('electronic: printed freely, nothing is void', async () => {
    await printed();
    await scene.mark(algebra, '5');
    const second = await printed();
    expect(await register()).toEqual(['№ 1 valid -', '№ 2 valid -']);
    expect((await sheetOf(second)).content).not.toHaveProperty('edition');
  });
});
