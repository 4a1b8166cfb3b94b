import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usualPasswordCost } from '../../../src-main/features/lock/index.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

const password = 'Лошадь батарейка-7';
const next = 'Совсем другой пароль';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

const setPassword = async (): Promise<string> =>
  (await office.call('lock.setPassword', { password, repeat: password })).recoveryCode;
const stateNow = async () => (await office.call('lock.state', {})).state;
const lock = () => office.call('lock.lock', {});

test('first run: weak or unequal passwords are refused at their fields', async () => {
  const refuse = async (typed: string, repeat = typed) =>
    (await office.refusal('lock.setPassword', { password: typed, repeat })).fields;
  expect(await refuse('1234567')).toEqual([{ path: 'password', message: 'Не короче 8 знаков' }]);
  expect(await refuse('aaaaaaaa')).toMatchObject([{ path: 'password' }]);
  expect(await refuse('')).toMatchObject([{ path: 'password' }]);
  expect(await refuse(password, `${password} `)).toEqual([
    { path: 'repeat', message: 'Пароли не совпадают. Повторите новый пароль' },
  ]);
  expect(await office.call('lock.state', {})).toEqual({
    state: 'not-set',
    idleMinutes: 15,
    retryAfterSeconds: 0,
    wrongAttempts: 0,
    recoveryGivenOn: null,
    recoveryKept: false,
  });
});

test('the password is set once, opens at once and gives a recovery code', async () => {
  expect(await setPassword()).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-?){6}$/u);
  expect(await stateNow()).toBe('open');
  expect(await office.refusal('lock.setPassword', { password, repeat: password })).toMatchObject({
    code: 'password-already-set',
  });
});

test('a password costs an attacker 128 MB a guess, and later what it was set with', async () => {
  const { folder } = office;
  await office.office.close();
  const usual = await openTestOffice({ folder, passwordCost: usualPasswordCost });
  await usual.call('lock.setPassword', { password, repeat: password });
  await usual.close();
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  expect(db.prepare('SELECT kind, cost FROM vault_keys ORDER BY kind').all()).toEqual([
    { kind: 'password', cost: 17 },
    { kind: 'recovery', cost: null },
  ]);
  db.close();
  office = await openTestOffice({ folder });
  await office.call('lock.unlock', { password });
  await office.call('lock.changePassword', { current: password, next, repeat: next });
  await lock();
  await office.call('lock.unlock', { password: next });
});

test('locked on demand, opened by the password only', async () => {
  await setPassword();
  await lock();
  expect(await stateNow()).toBe('locked');
  expect(await office.refusal('lists.views', { list: 'x' })).toMatchObject({ code: 'locked' });
  expect(await office.refusal('lock.unlock', { password: next })).toMatchObject({
    code: 'password-wrong',
    fields: [{ path: 'password' }],
  });
  office.clock.pass(1);
  await office.call('lock.unlock', { password });
  expect(await stateNow()).toBe('open');
});

test('«й» typed as one sign or as two is the same password', async () => {
  const typed = 'Район-ёлка 1';
  await office.call('lock.setPassword', { password: typed, repeat: typed });
  await lock();
  await office.call('lock.unlock', { password: typed.normalize('NFD') });
  expect(await stateNow()).toBe('open');
});

test('wrong passwords slow down; the count outlives the refusal and a restart', async () => {
  await setPassword();
  await lock();
  const wrong = () => office.refusal('lock.unlock', { password: next });
  expect(await wrong()).toMatchObject({
    code: 'password-wrong',
    message: expect.stringContaining('через 1 секунду'),
  });
  expect(await wrong()).toMatchObject({ code: 'password-wait' });
  expect(await office.refusal('lock.unlock', { password })).toMatchObject({
    code: 'password-wait',
  });
  office.clock.pass(1);
  expect(await wrong()).toMatchObject({ code: 'password-wrong' });
  expect(await office.call('lock.state', {})).toMatchObject({
    wrongAttempts: 2,
    retryAfterSeconds: 2,
  });

  await office.office.close();
  const again = await openTestOffice({ folder: office.folder });
  try {
    again.clock.pass(1);
    expect(await again.call('lock.state', {})).toMatchObject({
      wrongAttempts: 2,
      state: 'locked',
    });
    expect(await again.refusal('lock.unlock', { password })).toMatchObject({
      code: 'password-wait',
    });
    again.clock.pass(-3600);
    expect(await again.refusal('lock.unlock', { password })).toMatchObject({
      code: 'password-wait',
    });
    again.clock.pass(2);
    await again.call('lock.unlock', { password });
    expect(await again.call('lock.state', {})).toMatchObject({
      wrongAttempts: 0,
      retryAfterSeconds: 0,
    });
  } finally {
    await again.close();
  }
});

test('changing the password re-wraps the key only: the former password and no new code', async () => {
  const code = await setPassword();
  expect(
    await office.refusal('lock.changePassword', { current: next, next, repeat: next }),
  ).toMatchObject({ code: 'password-wrong', fields: [{ path: 'current' }] });
  office.clock.pass(1);
  await office.call('lock.changePassword', { current: password, next, repeat: next });
  await lock();
  expect(await office.refusal('lock.unlock', { password })).toMatchObject({
    code: 'password-wrong',
  });
  office.clock.pass(1);
  await office.call('lock.unlock', { password: next });
  await office.call('lock.printRecoveryCode', { code });
});

test('the recovery code opens, sets a new password and is used up', async () => {
  const code = await setPassword();
  await lock();
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const first = code.startsWith('2') ? '3' : '2';
  expect(
    await office.refusal('lock.recover', { code: first + code.slice(1), next, repeat: next }),
  ).toMatchObject({ code: 'code-mistyped', message: expect.stringContaining('группе 1') });
  const { recoveryCode } = await office.call('lock.recover', { code: typed, next, repeat: next });
  expect(recoveryCode).not.toBe(code);
  expect(await stateNow()).toBe('open');
  await lock();
  expect(await office.refusal('lock.recover', { code, next, repeat: next })).toMatchObject({
    code: 'code-wrong',
  });
  office.clock.pass(1);
  await office.call('lock.unlock', { password: next });
});

test('a new recovery code puts the former one out of force; the sheet prints the one in force', async () => {
  const code = await setPassword();
  await office.call('lock.confirmRecoveryKept', {});
  expect(await office.call('lock.state', {})).toMatchObject({
    recoveryGivenOn: '2026-03-02',
    recoveryKept: true,
  });
  const { recoveryCode } = await office.call('lock.newRecoveryCode', { password });
  expect(await office.call('lock.state', {})).toMatchObject({ recoveryKept: false });
  expect(await office.refusal('lock.printRecoveryCode', { code })).toMatchObject({
    code: 'code-wrong',
  });
  const { title } = await office.call('lock.printRecoveryCode', { code: recoveryCode });
  expect(title).toBe('Код восстановления');
});

test('the history names every turn of the key and holds no row of the vault', async () => {
  await setPassword();
  await lock();
  await office.refusal('lock.unlock', { password: next });
  await office.refusal('lock.unlock', { password });
  office.clock.pass(1);
  await office.call('lock.unlock', { password });
  await office.refusal('lock.changePassword', { current: next, next, repeat: next });
  await office.refusal('lock.changePassword', { current: password, next, repeat: next });
  const { rows } = await office.call('audit.list', {});
  expect(rows.map(({ operation, changes, undoable }) => [operation, changes, undoable])).toEqual([
    ['lock.passwordTooSoon', 0, false],
    ['lock.wrongPassword', 0, false],
    ['lock.unlock', 0, false],
    ['lock.passwordTooSoon', 0, false],
    ['lock.wrongPassword', 0, false],
    ['lock.setPassword', 0, false],
  ]);
});
