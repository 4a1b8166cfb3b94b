import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import type { Families, Paper } from './support.ts';
import { addCredential, goTo, importTable, openFamilies, register } from './support.ts';

/** Where a withheld login is seen: desk, list, home, cards, ledgers (domain.md §5). */

let families: Families;
let own: { young: number; elder: number; mother: number; father: number };

beforeEach(async () => {
  families = await openFamilies();
  const { office, young, elder, mother, father } = families;
  own = {
    young: await addCredential(office, 'student', young, 'anna'),
    elder: await addCredential(office, 'student', elder, 'petr'),
    mother: await addCredential(office, 'guardian', mother, 'mama'),
    father: await addCredential(office, 'guardian', father, 'papa'),
  };
});
afterEach(() => families.office.close());

const call: Families['office']['call'] = (...args) => families.office.call(...args);
const state = (...paper: Paper) => register(families.office, ...paper);
const listed = async (right: 'revoke' | 'withheld' | 'has') =>
  (await call('credentials.list', { filters: { right } })).rows
    .map(({ id, barrier }) => [id, barrier] as const)
    .toSorted(([a], [b]) => a - b);
const issue = (id: number, receivedBy: 'student' | 'guardian', receiverId: number) =>
  call('credentials.issue', { ids: [id], receivedBy, receiverId });

test('the desk answers for each person, with the way out', async () => {
  const { young, mother, father } = families;
  await state('refusal', young, father);
  const { families: found } = await call('credentials.queue', { text: 'Ёлкина Анна' });
  const answers = new Map(found[0]?.credentials.map(({ id, handOver }) => [id, handOver]));
  const decision = { kind: 'decision', studentId: young, guardianId: null };
  const annulment = { kind: 'annulment', studentId: young, guardianId: father };
  expect(answers.get(own.young)).toMatchObject([
    { receivedBy: 'guardian', receiverId: mother, allowed: false, ways: [decision] },
    { receivedBy: 'guardian', receiverId: father, allowed: false, ways: [annulment] },
    { receivedBy: 'student', receiverId: young, allowed: false, ways: [decision] },
  ]);
  expect(answers.get(own.father)).toMatchObject([{ allowed: false, ways: [annulment] }]);
  expect(answers.get(own.mother)).toMatchObject([{ allowed: true, ways: [] }]);
});

test('the list tells what is withheld and why', async () => {
  const { young, father } = families;
  await state('refusal', young, father);
  expect(await listed('withheld')).toEqual([
    [own.young, 'disputed'],
    [own.father, 'refusal'],
  ]);
  await call('statements.decideAccess', { studentId: young, allowed: false, reason: 'Решение' });
  expect(await listed('withheld')).toEqual([
    [own.young, 'school-decision'],
    [own.father, 'refusal'],
  ]);
  expect(await listed('revoke')).toEqual([]);
});

test('what a refusing family has is listed to revoke, and counted once at home', async () => {
  const { young, elder, mother, father } = families;
  await issue(own.father, 'guardian', father);
  await issue(own.mother, 'guardian', mother);
  await issue(own.young, 'guardian', mother);
  await state('refusal', young, father);
  // The school is asked about the child; the mother does not refuse.
  expect(await listed('revoke')).toEqual([[own.father, 'refusal']]);
  await state('refusal', young, mother);
  // She does not refuse for the elder one.
  expect(await listed('revoke')).toEqual([
    [own.young, 'refusal'],
    [own.father, 'refusal'],
  ]);
  await state('refusal', elder, mother);
  const all = [own.young, own.mother, own.father];
  expect((await listed('revoke')).map(([id]) => id)).toEqual(all);
  expect((await call('home.attention', {})).standing.toRevoke).toBe(3);
  for (const id of all) await call('credentials.revoke', { id, reason: 'Отказ' });
  expect(await listed('revoke')).toEqual([]);
});

test('a parent’s that shows an adult is listed until he permits', async () => {
  const { young, elder, mother, father, office } = families;
  await call('people.saveStudent', {
    id: young,
    lastName: 'Ёлкина',
    firstName: 'Анна',
    middleName: 'Петровна',
    birthDate: '2015-05-10',
    sex: null,
  });
  await issue(own.mother, 'guardian', mother);
  await goTo(office, '2030-05-10');
  expect(await listed('revoke')).toEqual([[own.mother, 'of-age']]);
  await state('permission-18', elder, mother);
  expect(await listed('revoke')).toEqual([]);
  // Nothing of hers is typed for a child who permits nothing.
  await call('people.linkGuardian', { guardianId: father, studentId: elder, relation: 'father' });
  const save: OperationInput<'credentials.save'> = {
    id: null,
    owner: 'guardian',
    ownerId: father,
    studentIds: [elder],
    kind: 'password',
    login: 'new',
    secret: 'тайна',
  };
  expect((await office.refusal('credentials.save', save)).code).toBe('not-representative');
});

test('an import takes the login of a parent whom the adult permits', async () => {
  const { elder, mother, office } = families;
  await goTo(office, '2030-05-10');
  const lines = [
    'ФИО родителя;ФИО ученика;Класс;Логин;Пароль',
    'Ёлкина Мария Игоревна;Ёлкин Пётр Петрович;8Б;mat;тайна2',
  ];
  expect((await importTable(office, lines)).counts).toMatchObject({ new: 0, rejected: 1 });
  await state('permission-18', elder, mother);
  expect((await importTable(office, lines)).counts).toMatchObject({ rejected: 0 });
});

test('cards leave out who may be handed nothing, and say how many and why', async () => {
  const { young, father, mother } = families;
  await state('refusal', young, father);
  const made = await call('credentials.printCards', { selection: { filters: {} } });
  expect(made).toMatchObject({ cards: 2, skipped: 0 });
  expect(made.withheld).toEqual([
    { barrier: 'refusal', count: 1 },
    { barrier: 'disputed', count: 1 },
  ]);
  await state('annulment', young, father);
  const all = await call('credentials.printCards', { selection: { filters: {} } });
  expect(all).toMatchObject({ cards: 4, withheld: [] });
  await state('refusal', young, mother);
  const selection = { ids: [own.young] };
  expect(await families.office.refusal('credentials.printCards', { selection })).toMatchObject({
    code: 'nothing-to-print',
    message: expect.stringContaining('Право получать') as string,
  });
});

test('ledgers leave them out too, and put a consenting pupil into the students’ table', async () => {
  const { young, father, mother, office } = families;
  await state('refusal', young, father);
  const parents = await call('credentials.printLedger', { table: 1 });
  // The mother with each of her two children; the father and the child's own are left out.
  expect(parents).toMatchObject({
    rows: 2,
    withheld: [
      { barrier: 'refusal', count: 1 },
      { barrier: 'disputed', count: 1 },
    ],
  });
  expect(await call('credentials.printLedger', { table: 2 })).toMatchObject({
    rows: 1,
    withheld: [],
  });
  await goTo(office, '2026-05-12');
  await state('refusal', young, mother);
  await state('consent-14', young, father, { passportShown: true });
  // She signs for the elder one alone.
  expect(await call('credentials.printLedger', { table: 1 })).toMatchObject({
    rows: 1,
    withheld: [{ barrier: 'refusal', count: 1 }],
  });
  expect(await call('credentials.printLedger', { table: 2 })).toMatchObject({ rows: 2 });
  // What was signed for stays whatever comes after.
  await issue(own.young, 'student', young);
  const issued = await call('credentials.printLedger', { table: 2, state: 'issued' });
  expect(issued).toMatchObject({ rows: 1, withheld: [] });
});
