import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operation } from '../../../src-main/contract/operation.ts';
import { operations } from '../../../src-main/contract/operations.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

const password = 'Лошадь батарейка-7';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await office.call('lock.setPassword', { password, repeat: password });
});
afterEach(() => office.close());

const stateNow = async () => (await office.call('lock.state', {})).state;
const minutes = (count: number) => office.clock.pass(count * 60);

test('while locked every operation is refused unless it is marked, whatever its input', async () => {
  await office.call('lock.lock', {});
  const answered: string[] = [];
  for (const name of Object.keys(operations)) {
    const reply = await office.office.call(name, {});
    if (reply.ok || reply.error.code !== 'locked') answered.push(name);
  }
  expect(answered.sort()).toEqual(['lock.recover', 'lock.state', 'lock.unlock', 'settings.get']);
  const marked = Object.entries<Operation>(operations).filter(([, { whileLocked }]) => whileLocked);
  expect(marked.map(([name]) => name).sort()).toEqual(answered);
  await expect(office.office.register('/nowhere')).rejects.toMatchObject({ code: 'locked' });
  await expect(office.office.locate(crypto.randomUUID())).rejects.toMatchObject({ code: 'locked' });
  expect(office.bugs).toEqual([]);
});

test('before a password is set nothing is locked', async () => {
  const fresh = await openTestOffice();
  try {
    fresh.clock.pass(24 * 3600);
    await fresh.call('lists.views', { list: 'x' });
    expect((await fresh.call('lock.state', {})).state).toBe('not-set');
    expect(await fresh.refusal('lock.lock', {})).toMatchObject({ code: 'password-not-set' });
    expect(await fresh.refusal('lock.unlock', { password })).toMatchObject({
      code: 'password-not-set',
    });
  } finally {
    await fresh.close();
  }
});

test('idle time locks; an action puts it off, polling does not', async () => {
  minutes(14);
  await office.call('lists.views', { list: 'x' });
  minutes(14);
  await office.call('lock.touch', {});
  minutes(14);
  expect(await stateNow()).toBe('open');
  minutes(1);
  expect(await office.refusal('lists.views', { list: 'x' })).toMatchObject({ code: 'locked' });
  expect(await stateNow()).toBe('locked');
});

test('the idle time is the office’s own, at once and after a restart', async () => {
  for (const wrong of [0, 121, 1.5])
    expect(await office.refusal('lock.saveIdle', { minutes: wrong })).toMatchObject({
      fields: [{ path: 'minutes' }],
    });
  await office.call('lock.saveIdle', { minutes: 2 });
  minutes(1);
  expect(await stateNow()).toBe('open');
  minutes(1);
  expect(await stateNow()).toBe('locked');
  await office.office.close();
  const again = await openTestOffice({ folder: office.folder });
  try {
    await again.call('lock.unlock', { password });
    again.clock.pass(119);
    expect((await again.call('lock.state', {})).state).toBe('open');
    again.clock.pass(1);
    expect(await again.call('lock.state', {})).toMatchObject({ state: 'locked', idleMinutes: 2 });
  } finally {
    await again.close();
  }
});

test('a clock set back does not keep the program open for longer', async () => {
  minutes(-600);
  expect(await stateNow()).toBe('open');
  minutes(15);
  expect(await stateNow()).toBe('locked');
});

test('locking does not interrupt running commands, and refuses the next one', async () => {
  let done = 0;
  const running = Array.from({ length: 30 }, async (_, n) => {
    await office.call('lists.saveView', { list: 'x', name: `Вид ${n}`, state: {} });
    done += 1;
  });
  await office.call('lock.lock', {});
  expect(done).toBeLessThan(30);
  expect(await office.refusal('lists.views', { list: 'x' })).toMatchObject({ code: 'locked' });
  await Promise.all(running);
  expect(await stateNow()).toBe('locked');
  await office.call('lock.unlock', { password });
  expect((await office.call('lists.views', { list: 'x' })).views).toHaveLength(30);
});
