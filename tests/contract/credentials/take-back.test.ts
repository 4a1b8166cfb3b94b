import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestOffice } from '../../support/office.ts';
import { searchFolder } from '../../support/search-folder.ts';
import { rowsOf } from '../marks/support.ts';
import type { Families } from './support.ts';
import { addCredential, importTable, openFamilies } from './support.ts';

/** An issue can be taken back for a time; so long its secret stays sealed, then it is gone. */

let families: Families;
let id: number;

beforeEach(async () => {
  families = await openFamilies();
  await call('settings.saveCredentials', {});
  id = await addCredential(families.office, 'guardian', families.mother, 'mama');
});
afterEach(() => families.office.close());

const call: Families['office']['call'] = (...args) => families.office.call(...args);
const refusal: Families['office']['refusal'] = (...args) => families.office.refusal(...args);
const issue = (signed = true) =>
  call('credentials.issue', { ids: [id], receivedBy: 'guardian', receiverId: null, signed });
/** Time passes at work: the program does not lock itself meanwhile. */
const minutes = async (n: number) => {
  for (let left = n; left > 0; left -= 10) {
    families.office.clock.pass(Math.min(left, 10) * 60);
    await call('settings.get', {});
  }
};
const operations = async () =>
  (await call('audit.list', {})).rows.map(({ operation }) => operation).slice(0, 2);
const kinds = async () =>
  (await call('credentials.history', { id })).events.map(({ kind }) => kind);
/** The sealed bytes as they lie in the database, read by another connection. */
const sealed = async () =>
  (await rowsOf(families.office, 'credential_secrets')).map((row) => row['sealed_secret'] !== null);

test('without a word about the signature there is none, and nothing is wiped', async () => {
  await call('credentials.issue', { ids: [id], receivedBy: 'guardian', receiverId: null });
  await minutes(60);
  expect(await call('credentials.get', { id })).toMatchObject({ signed: false, hasSecret: true });
  await call('credentials.takeBack', { ids: [id] });
  expect(await call('credentials.get', { id })).toMatchObject({ state: 'new', issuedOn: null });
});

test('a signed issue is taken back in time with its secret; the history keeps both', async () => {
  expect(await issue()).toEqual({ issued: 1, wiped: 0, wipeAfter: '2026-03-02T09:30:00.000Z' });
  expect(
    (
      await refusal('credentials.issue', {
        ids: [id],
        receivedBy: 'guardian',
        receiverId: null,
      })
    ).code,
  ).toBe('cannot-issue');
  await minutes(29);
  expect(await call('credentials.takeBack', { ids: [id] })).toEqual({ takenBack: 1 });
  expect(await call('credentials.get', { id })).toMatchObject({
    state: 'new',
    signed: null,
    receiverName: null,
    wipeAfter: null,
  });
  expect((await call('credentials.reveal', { id })).secret).toBe('тайна-mama');
  const { events } = await call('credentials.history', { id });
  expect(events[1]).toMatchObject({ kind: 'issued', takenBackOn: '2026-03-02', signed: true });
  await minutes(60);
  expect((await call('credentials.reveal', { id })).secret).toBe('тайна-mama');
  await issue();
});

test('after the time the program wipes by itself, with a row of history and an event', async () => {
  await issue();
  await minutes(30);
  const refused = await refusal('credentials.takeBack', { ids: [id] });
  expect(refused.code).toBe('take-back-late');
  expect(refused.message).toContain('Ёлкина Мария');
  expect(refused.message).toContain('Взять выдачу назад уже нельзя');
  expect(await sealed()).toEqual([false]);
  expect(await operations()).toEqual(['credentials.wipe', 'credentials.issue']);
  expect(await kinds()).toEqual(['received', 'issued', 'wiped']);
  expect((await refusal('credentials.reveal', { id })).code).toBe('secret-wiped');
  await call('credentials.list', {});
  expect(await operations()).toEqual(['credentials.wipe', 'credentials.issue']);
  expect(searchFolder(families.office.folder, ['тайна-mama']).found).toEqual([]);
});

test('also while locked', async () => {
  await issue();
  await call('lock.lock', {});
  families.office.clock.pass(29 * 60);
  await call('lock.state', {});
  expect(await sealed()).toEqual([true]);
  families.office.clock.pass(60);
  await call('lock.state', {});
  await expect.poll(sealed).toEqual([false]);
});

test('also at the start of the program, before anybody has come in', async () => {
  await issue();
  await families.office.office.close();
  const { folder } = families.office;
  const next = await openTestOffice({ folder, today: '2026-03-03' });
  expect(await sealed()).toEqual([false]);
  expect(await next.call('lock.state', {})).toMatchObject({ state: 'locked' });
  await next.office.close();
});

describe('the clock', () => {
  test('set back does not keep the secret for longer', async () => {
    await issue();
    await minutes(20);
    await call('lock.state', {});
    families.office.clock.pass(-5 * 60);
    await call('lock.state', {});
    await expect.poll(sealed).toEqual([false]);
    expect(await operations()).toEqual(['credentials.wipe', 'credentials.issue']);
  });

  test('put right by some seconds wipes nothing', async () => {
    await issue();
    families.office.clock.pass(-30);
    await call('lock.state', {});
    expect(await sealed()).toEqual([true]);
  });
});

test('a signature that came later begins the time; twice is refused', async () => {
  await issue(false);
  await minutes(120);
  expect(await call('credentials.sign', { ids: [id] })).toEqual({
    signed: 1,
    wiped: 0,
    wipeAfter: '2026-03-02T11:30:00.000Z',
  });
  expect((await refusal('credentials.sign', { ids: [id] })).code).toBe('already-signed');
  await minutes(30);
  expect(await call('credentials.get', { id })).toMatchObject({ signed: true, hasSecret: false });
  expect((await call('credentials.history', { id })).events[1]?.signed).toBe(true);
});

test('many queries at once wipe once', async () => {
  await issue();
  families.office.clock.pass(14 * 60);
  await call('settings.get', {});
  families.office.clock.pass(14 * 60);
  await call('settings.get', {});
  families.office.clock.pass(2 * 60);
  await Promise.all(Array.from({ length: 20 }, () => call('credentials.list', {})));
  expect(await operations()).toEqual(['credentials.wipe', 'credentials.issue']);
});

test('nought minutes: gone with the signature', async () => {
  await call('settings.saveCredentials', { takeBackMinutes: 0 });
  expect(await issue()).toEqual({ issued: 1, wiped: 1, wipeAfter: null });
  expect((await refusal('credentials.takeBack', { ids: [id] })).code).toBe('take-back-late');
  expect(await operations()).toEqual(['credentials.issue', 'settings.saveCredentials']);
});

test('a re-issue, a revocation and an import lose the waiting secret at once', async () => {
  await issue();
  await call('credentials.reissue', { id, secret: 'новая' });
  await issue();
  await call('credentials.revoke', { id, reason: 'утеряна' });
  expect(await sealed()).toEqual([false]);
  const students = 'Фамилия;Имя;Отчество;Логин;Пароль;Класс';
  await importTable(families.office, [students, 'Ёлкин;Пётр;Петрович;petr;старый-1;8Б']);
  const { rows } = await call('credentials.list', { search: 'petr' });
  id = rows[0]?.id ?? 0;
  await call('credentials.issue', {
    ids: [id],
    receivedBy: 'student',
    receiverId: null,
    signed: true,
  });
  await importTable(families.office, [students, 'Ёлкин;Пётр;Петрович;petr;новый-2;8Б']);
  expect(await sealed()).toEqual([false, false, true]);
  await minutes(60);
  expect((await call('credentials.reveal', { id })).secret).toBe('новый-2');
});

test('the desk names the one who was typed, also when his were handed out', async () => {
  const { mother, father, young } = families;
  await addCredential(families.office, 'guardian', father, 'papa');
  await addCredential(families.office, 'student', young, 'anna');
  await issue();
  const named = async (text: string) =>
    (await call('credentials.queue', { text })).families.flatMap((family) =>
      family.named.map(({ owner, ownerId }) => [family.studentId, owner, ownerId]),
    );
  const { elder } = families;
  expect(await named('mama')).toEqual([
    [young, 'guardian', mother],
    [elder, 'guardian', mother],
  ]);
  expect(await named('Ёлкина Мария Игоревна')).toHaveLength(2);
  expect(await named('papa')).toEqual([[young, 'guardian', father]]);
  expect(await named('anna')).toEqual([[young, 'student', young]]);
  expect(await named('елкина а')).toEqual([[young, 'student', young]]);
  const [family] = (await call('credentials.queue', { text: 'mama' })).families;
  expect(family?.credentials.find((one) => one.id === id)).toMatchObject({
    issuedOn: '2026-03-02',
    signed: true,
    receiverName: 'Ёлкина Мария Игоревна',
    wipeAfter: '2026-03-02T09:30:00.000Z',
  });
});
