import { afterEach, beforeEach, expect, test } from 'vitest';
import { officePassword } from './school.ts';
import type { Families } from './support.ts';
import { addCredential, importTable, openFamilies } from './support.ts';

/** Only who acts for the child on the day is given anything (domain.md §1, S2 §4). */

let families: Families;
beforeEach(async () => {
  families = await openFamilies();
});
afterEach(() => families.office.close());

const relate = (guardianId: number, studentId: number, relation: 'mother' | 'not-representative') =>
  families.office.call('people.linkGuardian', { guardianId, studentId, relation });

const toRevoke = async () =>
  (await families.office.call('credentials.list', { filters: { right: 'revoke' } })).rows;

const refused = { code: 'not-representative' };

test('a grandmother is refused data of her own, and the child’s, with what to do', async () => {
  const { office, young, father } = families;
  const own = await addCredential(office, 'guardian', father, 'otec');
  const child = await addCredential(office, 'student', young, 'anna');
  await relate(father, young, 'not-representative');
  const save = {
    id: null,
    owner: 'guardian',
    ownerId: father,
    kind: 'password',
    login: 'new',
    secret: 'тайна',
  } as const;
  expect(await office.refusal('credentials.save', save)).toMatchObject({
    ...refused,
    message: expect.stringContaining('Исправьте «Кем приходится»') as string,
  });
  const issue = { receivedBy: 'guardian', receiverId: father } as const;
  expect(await office.refusal('credentials.issue', { ids: [own], ...issue })).toMatchObject(
    refused,
  );
  expect(await office.refusal('credentials.issue', { ids: [child], ...issue })).toMatchObject(
    refused,
  );
  const { families: found } = await office.call('credentials.queue', { text: 'Ёлкина Анна' });
  expect(found[0]?.guardians).toMatchObject([
    { relationName: 'мать', represents: true },
    { relationName: 'не представитель', represents: false },
  ]);
  const offered = found[0]?.credentials.find(({ id }) => id === own);
  expect(offered?.handOver).toMatchObject([{ receiverId: father, allowed: false }]);
});

test('what was issued is listed for a person to revoke, never revoked by itself', async () => {
  const { office, young, father, mother } = families;
  const own = await addCredential(office, 'guardian', father, 'otec');
  await addCredential(office, 'guardian', mother, 'mat');
  await office.call('credentials.issue', { ids: [own], receivedBy: 'guardian', receiverId: null });
  expect(await toRevoke()).toEqual([]);
  await relate(father, young, 'not-representative');
  expect(await toRevoke()).toMatchObject([
    { id: own, state: 'issued', barrier: 'not-representative' },
  ]);
  const home = await office.call('home.attention', {});
  expect(home.standing).toEqual({ doubts: 0, statements: 0, toRevoke: 1 });
  const cards = { selection: { ids: [own] } };
  expect(await office.refusal('credentials.printCards', cards)).toMatchObject({
    code: 'nothing-to-print',
  });
  await office.call('credentials.revoke', { id: own, reason: 'Не представитель' });
  expect(await toRevoke()).toEqual([]);
});

test('on the child’s 18th birthday the parents’ are listed and the student receives himself', async () => {
  const { office, elder, mother, young } = families;
  await relate(mother, young, 'not-representative');
  const own = await addCredential(office, 'guardian', mother, 'mat');
  const child = await addCredential(office, 'student', elder, 'petr');
  // Born 10.05.2012.
  const unlock = () => office.call('lock.unlock', { password: officePassword });
  office.clock.set('2030-05-09');
  await unlock();
  expect(await toRevoke()).toEqual([]);
  office.clock.set('2030-05-10');
  await unlock();
  expect(await toRevoke()).toMatchObject([{ id: own }]);
  const issue = { ids: [child], receivedBy: 'guardian', receiverId: mother } as const;
  expect(await office.refusal('credentials.issue', issue)).toMatchObject(refused);
  await office.call('credentials.issue', { ids: [child], receivedBy: 'student', receiverId: null });
});

test('an import gives nothing to somebody who represents no child', async () => {
  const { office, young, father } = families;
  await relate(father, young, 'not-representative');
  const { preview, counts } = await importTable(office, [
    'ФИО родителя;ФИО ученика;Класс;Логин;Пароль',
    'Ёлкин Пётр Ильич;Ёлкина Анна Петровна;2А;otec;тайна',
    'Ёлкина Мария Игоревна;Ёлкина Анна Петровна;2А;mat;тайна2',
  ]);
  expect(counts).toMatchObject({ new: 1, rejected: 1 });
  const { rows } = await office.call('credentials.listPlanRows', {
    plan: preview.plan,
    filters: { status: 'rejected' },
  });
  expect(rows).toMatchObject([{ code: 'not-representative' }]);
});
