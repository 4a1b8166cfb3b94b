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
  (await office.call('users.setPassword', { password, repeat: password })).recoveryCode;
const stateNow = async () => (await office.call('users.state', {})).state;
const lock = () => office.call('users.lock', {});

test('first run: weak or unequal passwords are refused at their fields', async () => {
  const refuse = async (typed: string, repeat = typed) =>
    (await office.refusal('users.setPassword', { password: typed, repeat })).fields;
  expect(await refuse('1234567')).toEqual([{ path: 'password', message: 'Не короче 8 знаков' }]);
  expect(await refuse('aaaaaaaa')).toMatchObject([{ path: 'password' }]);
  expect(await refuse('')).toMatchObject([{ path: 'password' }]);
  expect(await refuse(password, `${password} `)).toEqual([
    { path: 'repeat', message: 'Пароли не совпадают. Повторите новый пароль' },
  ]);
  expect(await office.call('users.state', {})).toEqual({
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
  expect(await office.refusal('users.setPassword', { password, repeat: password })).toMatchObject({
    code: 'password-already-set',
  });
});

test('a password costs an attacker 128 MB a guess, and later what it was set with', async () => {
  const { folder } = office;
  await office.office.close();
  const usual = await openTestOffice({ folder, passwordCost: usualPasswordCost });
  await usual.call('users.setPassword', { password, repeat: password });
  await usual.close();
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  expect(db.prepare('SELECT kind, cost FROM vault_keys ORDER BY kind').all()).toEqual([
    { kind: 'password', cost: 17 },
    { kind: 'recovery', cost: null },
  ]);
  db.close();
  office = await openTestOffice({ folder });
  await office.call('users.unlock', { password });
  await office.call('users.changePassword', { current: password, next, repeat: next });
  await lock();
  await office.call('users.unlock', { password: next });
});

test('locked on demand, opened by the password only', async () => {
  await setPassword();
  await lock();
  expect(await stateNow()).toBe('locked');
  expect(await office.refusal('lists.views', { list: 'x' })).toMatchObject({ code: 'locked' });
  expect(await office.refusal('users.unlock', { password: next })).toMatchObject({
    code: 'password-wrong',
    fields: [{ path: 'password' }],
  });
  office.clock.pass(1);
  await office.call('users.unlock', { password });
  expect(await stateNow()).toBe('open');
});

test('«й» typed as one sign or as two is the same password', async () => {
  const typed = 'Район-ёлка 1';
  await office.call('users.setPassword', { password: typed, repeat: typed });
  await lock();
  await office.call('users.unlock', { password: typed.normalize('NFD') });
  expect(await stateNow()).toBe('open');
});

test('wrong passwords slow down; the count outlives the refusal and a restart', async () => {
  await setPassword();
  await lock();
  const wrong = () => office.refusal('users.unlock', { password: next });
  expect(await wrong()).toMatchObject({
    code: 'password-wrong',
    message: expect.stringContaining('через 1 секунду'),
  });
  expect(await wrong()).toMatchObject({ code: 'password-wait' });
  expect(await office.refusal('users.unlock', { password })).toMatchObject({
    code: 'password-wait',
  });
  office.clock.pass(1);
  expect(await wrong()).toMatchObject({ code: 'password-wrong' });
  expect(await office.call('users.state', {})).toMatchObject({
    wrongAttempts: 2,
    retryAfterSeconds: 2,
  });

  await office.office.close();
  const again = await openTestOffice({ folder: office.folder });
  try {
    again.clock.pass(1);
    expect(await again.call('users.state', {})).toMatchObject({
      wrongAttempts: 2,
      state: 'locked',
    });
    expect(await again.refusal('users.unlock', { password })).toMatchObject({
      code: 'password-wait',
    });
    again.clock.pass(-3600);
    expect(await again.refusal('users.unlock', { password })).toMatchObject({
      code: 'password-wait',
    });
    again.clock.pass(2);
    await again.call('users.unlock', { password });
    expect(await again.call('users.state', {})).toMatchObject({
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
    await office.refusal('users.changePassword', { current: next, next, repeat: next }),
  ).toMatchObject({ code: 'password-wrong', fields: [{ path: 'current' }] });
  office.clock.pass(1);
  await office.call('users.changePassword', { current: password, next, repeat: next });
  await lock();
  expect(await office.refusal('users.unlock', { password })).toMatchObject({
    code: 'password-wrong',
  });
  office.clock.pass(1);
  await office.call('users.unlock', { password: next });
  await office.call('users.printRecoveryCode', { code });
});

test('the recovery code opens, sets a new password and is used up', async () => {
  const code = await setPassword();
  await lock();
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const first = code.startsWith('2') ? '3' : '2';
  expect(
    await office.refusal('users.recover', { code: first + code.slice(1), next, repeat: next }),
  ).toMatchObject({ code: 'code-mistyped', message: expect.stringContaining('группе 1') });
  const { recoveryCode } = await office.call('users.recover', { code: typed, next, repeat: next });
  expect(recoveryCode).not.toBe(code);
  expect(await stateNow()).toBe('open');
  await lock();
  expect(await office.refusal('users.recover', { code, next, repeat: next })).toMatchObject({
    code: 'code-wrong',
  });
  office.clock.pass(1);
  await office.call('users.unlock', { password: next });
});

test('a new recovery code puts the former one out of force; the sheet prints the one in force', async () => {
  const code = await setPassword();
  await office.call('users.confirmRecoveryKept', {});
  expect(await office.call('users.state', {})).toMatchObject({
    recoveryGivenOn: '2026-03-02',
    recoveryKept: true,
  });
  const { recoveryCode } = await office.call('users.newRecoveryCode', { password });
  expect(await office.call('users.state', {})).toMatchObject({ recoveryKept: false });
  expect(await office.refusal('users.printRecoveryCode', { code })).toMatchObject({
    code: 'code-wrong',
  });
  const { title } = await office.call('users.printRecoveryCode', { code: recoveryCode });
  expect(title).toBe('Код восстановления');
});

test('the history names every turn of the key and holds no row of the vault', async () => {
  await setPassword();
  await lock();
  await office.refusal('users.unlock', { password: next });
  await office.refusal('users.unlock', { password });
  office.clock.pass(1);
  await office.call('users.unlock', { password });
  await office.refusal('users.changePassword', { current: next, next, repeat: next });
  await office.refusal('users.changePassword', { current: password, next, repeat: next });
  const { rows } = await office.call('audit.list', {});
  expect(rows.map(({ operation, changes, undoable }) => [operation, changes, undoable])).toEqual([
    ['users.passwordTooSoon', 0, false],
    ['users.wrongPassword', 0, false],
    ['users.unlock', 0, false],
    ['users.passwordTooSoon', 0, false],
    ['users.wrongPassword', 0, false],
    ['users.setPassword', 0, false],
  ]);
});
