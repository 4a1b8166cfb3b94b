/** Unlocking the program by its password, beside one bare scrypt of the same cost. */
import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { callTyped } from '../src-main/app/office.ts';
import { once, side } from './support/measure.ts';
import { withFreshOffice } from './support/office.ts';

const password = 'Лошадь батарейка-7';

if (side() === 'baseline') {
  const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
  const salt = randomBytes(16);
  await once(() => derive(password, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }));
} else {
  await withFreshOffice(async (office) => {
    await callTyped(office, 'lock.setPassword', { password, repeat: password });
    await callTyped(office, 'lock.lock', {});
    await once(() => callTyped(office, 'lock.unlock', { password }));
  });
}
