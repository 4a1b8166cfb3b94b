import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';
import { fathers, mothers, twoParents } from './two-parents.ts';

/** Each representative has his own mode and sheet; one household, one sheet (S2 §7). */

let scene: Week;
let algebra = 0;
beforeEach(async () => {
  scene = await openWeek();
  algebra = await scene.lesson('2026-03-04', 'Алгебра', '4');
});
afterEach(() => scene.family.school.office.close());

const { apart, bothOnPaper, due, printFor, rowOf, textOf, told } = twoParents(() => scene);

describe('parents who live apart', () => {
  test("one's refusal never ends the other's «не реже»", async () => {
    const { mother, father } = scene.family;
    await bothOnPaper();
    await apart('mother', 'father');
    expect(await told()).toEqual([
      `${mothers}: paper-refusal owed 0+0`,
      `${fathers}: paper-impossibility owed 0+0`,
    ]);
    expect(await scene.issue({ selection: { kind: 'due', week } })).toMatchObject({ issued: 2 });
    await scene.call('sheets.markHandedOver', { selection: { week } });
    await scene.mark(algebra, '4 5');
    const [code, message] = await scene.refusal('sheets.prepare', { selection: rowOf(mother) });
    expect(code).toBe('sheet-already-issued');
    expect(message).toContain('Иванова Анна Сергеевна, 8А: распечатка № 1');
    expect(message).toContain(`уже выдана 06.03.2026 (кому: ${mothers})`);
    expect(await printFor(father)).toMatchObject({ issued: 1, copies: 0 });
    expect(await told()).toEqual([
      `${mothers}: paper-refusal handed 1+0`,
      `${fathers}: paper-impossibility handed 2+0`,
    ]);
  });
});

describe('one household, one sheet', () => {
  test('who lives apart has his own beside it, and one print never stands for the other', async () => {
    const { father } = scene.family;
    await bothOnPaper();
    await apart('father');
    expect(await printFor(null)).toMatchObject({ issued: 1 });
    expect(await told()).toEqual([
      `${mothers}: paper-refusal printed 1+0`,
      `${fathers}: paper-impossibility owed 0+0`,
    ]);
    const { total, classes } = await scene.call('sheets.week', { week });
    expect(total).toMatchObject({ owed: 2, waiting: 1, printed: 1 });
    expect(classes).toMatchObject([{ className: '8А', owed: 2 }]);
    expect((await scene.call('home.attention', {})).sheets.waiting).toBe(1);
    const { ids } = await printFor(father);
    await scene.call('sheets.markHandedOver', { selection: { ids: [...ids] } });
    expect(await told()).toEqual([
      `${mothers}: paper-refusal printed 1+0`,
      `${fathers}: paper-impossibility handed 1+0`,
    ]);
  });

  test('by the setting each parent on paper has his own', async () => {
    await bothOnPaper();
    expect(await told()).toEqual([`${mothers}, ${fathers}: paper-impossibility owed 0+0`]);
    await scene.call('settings.saveSheets', { perHousehold: false });
    expect(await told()).toEqual([
      `${mothers}: paper-refusal owed 0+0`,
      `${fathers}: paper-impossibility owed 0+0`,
    ]);
  });

  test('«не представитель» and who is not linked any more keep what they had, in the household', async () => {
    const { mother, father } = scene.family;
    await bothOnPaper();
    const key = { studentId: scene.anna, guardianId: mother };
    await scene.call('people.linkGuardian', { ...key, relation: 'not-representative' });
    await scene.call('people.unlinkGuardian', { studentId: scene.anna, guardianId: father });
    expect(await told()).toEqual([`${mothers}, ${fathers}: paper-impossibility owed 0+0`]);
  });

  test('the adult student by his own refusal is the household', async () => {
    const { call, family } = scene;
    const { student } = await call('people.student', { id: scene.anna });
    const { lastName, firstName, middleName, sex } = student;
    const name = { lastName, firstName, middleName, sex };
    await call('people.saveStudent', { id: scene.anna, ...name, birthDate: '2008-02-02' });
    await apart('mother', 'father');
    await family.register({ guardianId: null });
    expect(await told()).toEqual(['Иванова Анна Сергеевна: paper-refusal owed 0+0']);
    expect(await due()).toMatchObject([{ recipientId: null }]);
  });

  test('nobody on paper: one free sheet; asked for who has none, the program says so', async () => {
    await apart('mother', 'father');
    expect(await due(true)).toMatchObject([
      { recipientId: null, guardians: '', mode: 'electronic', owed: false },
    ]);
    await scene.family.register();
    expect((await due(true)).map(({ recipientId }) => recipientId)).toEqual([scene.family.mother]);
    const [code, message] = await scene.refusal('sheets.prepare', { selection: rowOf(null) });
    expect(code).toBe('nothing-to-print');
    expect(message).toContain('распечатка положена другому');
  });
});

describe('the paper and the register', () => {
  test('an own sheet says for whom; the household’s names nobody', async () => {
    const { father } = scene.family;
    await bothOnPaper();
    await apart('father');
    const { document, print } = await scene.call('sheets.prepare', {
      selection: { kind: 'due', week },
    });
    const text = await textOf(document);
    expect(text.match(/Для: [^<]*/gu)).toEqual(['Для: Иванов С. П.']);
    const { ids } = await scene.call('sheets.issue', { print });
    const [household, own] = await Promise.all(ids.map((id) => scene.call('sheets.get', { id })));
    expect(household?.content).not.toHaveProperty('recipient');
    expect(own?.content.recipient).toBe(fathers);
    expect(own?.differences).toEqual([]);
    const { rows } = await scene.call('sheets.listIssued', { filters: { week } });
    expect(rows.map((row) => [row.recipientId, row.recipient, row.number])).toEqual([
      [father, fathers, 1],
      [null, null, 1],
    ]);
  });

  test('numbers go by recipient: undo asks about his own series only', async () => {
    const { mother, father } = scene.family;
    await bothOnPaper();
    await apart('mother', 'father');
    const record = async (recipientId: number) => {
      const { print } = await scene.call('sheets.prepare', { selection: rowOf(recipientId) });
      return scene.command('sheets.issue', { print });
    };
    const mothersFirst = await record(mother);
    const fathersFirst = await record(father);
    await scene.mark(algebra, '5');
    const fathersSecond = await record(father);
    await scene.call('audit.undo', { id: mothersFirst.auditId });
    expect((await scene.refusal('audit.undo', { id: fathersFirst.auditId }))[0]).toBe(
      'later-sheet-stands',
    );
    await scene.call('audit.undo', { id: fathersSecond.auditId });
    await scene.call('audit.undo', { id: fathersFirst.auditId });
    await scene.call('audit.redo', { id: mothersFirst.auditId });
    expect((await scene.refusal('audit.redo', { id: fathersSecond.auditId }))[0]).toBe(
      'earlier-sheet-missing',
    );
  });

  test('two cards of one parent: no sheet is lost, the numbers go on', async () => {
    const { mother, father } = scene.family;
    const reason = 'нет интернета';
    await scene.family.register({ guardianId: father, kind: 'impossibility', reason });
    // In this order one parent could have stated both.
    await scene.family.register();
    await apart('mother', 'father');
    await scene.issue({ selection: { kind: 'due', week } });
    const { auditId } = await scene.command('people.mergeGuardians', {
      keep: father,
      drop: mother,
      takeFromDropped: [],
    });
    const numbers = async () =>
      (await scene.call('sheets.listIssued', { filters: { week } })).rows
        .map(({ recipientId, number }) => `${recipientId ?? ''} № ${number}`)
        .toSorted();
    expect(await numbers()).toEqual([`${father} № 1`, `${father} № 2`]);
    await scene.call('audit.undo', { id: auditId });
    expect(await numbers()).toEqual([`${mother} № 1`, `${father} № 1`].toSorted());
  });
});
