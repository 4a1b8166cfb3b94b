import type { Knex } from 'knex';
import { readIdleMinutes, readKey } from './repository.ts';

export { usualPasswordCost } from './key-wrapping.ts';
export { sealWith, unsealWith } from './sealing.ts';

/** How the program starts: with a password it starts locked. */
export const readLockSettings = async (
  db: Knex,
): Promise<{ readonly hasPassword: boolean; readonly idleMinutes: number }> => ({
  hasPassword: (await readKey(db, 'password')) !== undefined,
  idleMinutes: await readIdleMinutes(db),
});
