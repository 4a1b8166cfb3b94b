import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';
import { fathers, mothers, twoParents } from './two-parents.ts';

/** Sheets printed before parents parted, or came to share one (S2 §7; domain.md §6). */

let scene: Week;
let algebra = 0;
beforeEach(async () => {
  scene = await openWeek();
  algebra = await scene.lesson('2026-03-04', 'Алгебра', '4');
});
afterEach(() => scene.family.school.office.close());

const { apart, bothOnPaper, link, printFor, rowOf, states, textOf, told } = twoParents(() => scene);

describe('a sheet given before the parents parted', () => {
  test('counts for both: the same one is its copy, a different one is refused to who refused', async () => {
    const { mother, father } = scene.family;
    await bothOnPaper();
    // With homework it would be another sheet for the mother alone, who refuses.
    await scene.call('settings.saveSheets', { homework: false });
    const { ids } = await printFor(null);
    await apart('mother', 'father');
    expect(await told()).toEqual([
      `${mothers}: paper-refusal printed 1+0`,
      `${fathers}: paper-impossibility printed 1+0`,
    ]);
    // The paper of the copy is the family's sheet, though the mother has one of her own now.
    expect(await printFor(mother)).toMatchObject({ issued: 0, copies: 1, ids });
    const { document } = await scene.call('sheets.prepare', { selection: rowOf(mother) });
    expect(await textOf(document)).not.toContain('Для:');
    // Handed over once, it is handed over to both who have nothing else.
    await scene.call('sheets.markHandedOver', { selection: { ids: [...ids] } });
    await scene.mark(algebra, '5');
    const [code, message] = await scene.refusal('sheets.prepare', { selection: rowOf(mother) });
    expect(code).toBe('sheet-already-issued');
    expect(message).toContain(`кому: ${mothers}`);
    const own = await printFor(father);
    expect(own).toMatchObject({ issued: 1 });
    expect((await scene.call('sheets.get', { id: own.ids[0] ?? 0 })).sheet).toMatchObject({
      number: 1,
      recipientId: father,
      recipient: fathers,
    });
    expect((await told())[0]).toBe(`${mothers}: paper-refusal handed 1+1`);
  });

  test('not handed over, it stays for who has nothing else, and is void when nobody has it', async () => {
    const { mother, father } = scene.family;
    await bothOnPaper();
    await printFor(null);
    await apart('mother', 'father');
    await scene.mark(algebra, '5');
    await printFor(mother);
    expect(await states()).toEqual([`${mothers} № 1 valid `, 'family № 1 valid '].toSorted());
    expect(await told()).toEqual([
      `${mothers}: paper-refusal printed 1+0`,
      `${fathers}: paper-impossibility printed 1+0`,
    ]);
    const [own = 0] = (await printFor(father)).ids;
    expect(await states()).toEqual(
      [`${mothers} № 1 valid `, `${fathers} № 1 corrected `, `family № 1 void ${own}`].toSorted(),
    );
  });

  test('each sheet of two who share one now is void by the common correction', async () => {
    await bothOnPaper();
    await apart('mother', 'father');
    await scene.issue({ selection: { kind: 'due', week } });
    await link('mother', {});
    await link('father', {});
    await scene.mark(algebra, '5');
    const [common = 0] = (await printFor(null)).ids;
    expect(await states()).toEqual(
      [
        `${mothers} № 1 void ${common}`,
        `${fathers} № 1 void ${common}`,
        'family № 1 corrected ',
      ].toSorted(),
    );
    // What was void stays so when they part again: the common one counts for both.
    await apart('mother', 'father');
    expect(await told()).toEqual([
      `${mothers}: paper-refusal printed 1+0`,
      `${fathers}: paper-impossibility printed 1+0`,
    ]);
  });

  test('a copy for each of two who have one sheet: two copies, two numbers', async () => {
    const { mother, father } = scene.family;
    await scene.call('settings.saveSheets', { homework: false });
    await bothOnPaper();
    const { ids } = await printFor(null);
    await apart('mother', 'father');
    const rows = [...rowOf(mother).rows, ...rowOf(father).rows];
    const { document, print } = await scene.call('sheets.prepare', {
      selection: { kind: 'rows', rows },
    });
    expect((await textOf(document)).match(/Копия № \d распечатки № 1 от 06\.03\.2026/gu)).toEqual([
      'Копия № 1 распечатки № 1 от 06.03.2026',
      'Копия № 2 распечатки № 1 от 06.03.2026',
    ]);
    expect(await scene.call('sheets.issue', { print })).toEqual({ issued: 0, copies: 2, ids });
    expect((await scene.call('sheets.listIssued', {})).rows[0]?.copies).toBe(2);
  });

  test('a sheet of his own counts for the household they share now', async () => {
    const { mother } = scene.family;
    await scene.family.register();
    await apart('mother');
    const { ids } = await printFor(mother);
    await link('mother', {});
    expect(await told()).toEqual([`${mothers}: paper-refusal printed 1+0`]);
    expect(await printFor(null)).toMatchObject({ issued: 0, copies: 1, ids });
    await scene.call('sheets.markHandedOver', { selection: { ids: [...ids] } });
    await scene.mark(algebra, '5');
    expect((await scene.refusal('sheets.prepare', { selection: rowOf(null) }))[0]).toBe(
      'sheet-already-issued',
    );
  });

  test('a run made ready before they parted is not recorded', async () => {
    await bothOnPaper();
    const { print } = await scene.call('sheets.prepare', { selection: { kind: 'due', week } });
    await apart('father');
    expect((await scene.refusal('sheets.issue', { print }))[0]).toBe('print-stale');
  });
});
