import type { Knex } from 'knex';
import { readStored, writeSetting } from '../settings/index.ts';
import type { WrongPasswords } from '../../domain/password-delay.ts';
import type { PasswordKey, WrappedKey } from './key-wrapping.ts';

interface Written {
  /** ISO time. */
  readonly created_at: string;
  /** 1 when the user has confirmed that the printed code is kept. */
  readonly kept: number;
}

interface Keys {
  readonly password: PasswordKey;
  readonly recovery: WrappedKey;
}
export type KeyKind = keyof Keys;
export type KeyRecord<K extends KeyKind> = Keys[K] & Written;

export const readKey = async <K extends KeyKind>(
  db: Knex,
  kind: K,
): Promise<KeyRecord<K> | undefined> => {
  const [row]: KeyRecord<K>[] = await db('vault_keys').where({ kind });
  return row;
};

/** Puts the key in place of the former one of its kind. */
export const writeKey = async <K extends KeyKind>(
  trx: Knex,
  kind: K,
  key: Keys[K],
  at: string,
): Promise<void> => {
  const row = { ...key, created_at: at, kept: 0 };
  const changed = await trx('vault_keys').where({ kind }).update(row);
  if (changed === 0) await trx('vault_keys').insert({ kind, ...row });
};

export const markKept = async (trx: Knex): Promise<void> => {
  await trx('vault_keys').where({ kind: 'recovery' }).update({ kept: 1 });
};

export const readWrongPasswords = async (db: Knex): Promise<WrongPasswords> => {
  const row: { count: number; last_at: number } | undefined = await db('vault_attempts').first();
  return { count: row?.count ?? 0, lastAt: row?.last_at ?? 0 };
};

export const writeWrongPasswords = async (
  trx: Knex,
  { count, lastAt }: WrongPasswords,
): Promise<void> => {
  await trx('vault_attempts').update({ count, last_at: lastAt });
};

const idleKey = 'idleMinutes';
const usualIdleMinutes = 15;

export const readIdleMinutes = async (db: Knex): Promise<number> => {
  const text = (await readStored(db)).get(idleKey);
  return text === undefined ? usualIdleMinutes : Number(JSON.parse(text));
};

export const writeIdleMinutes = (trx: Knex, minutes: number): Promise<void> =>
  writeSetting(trx, idleKey, minutes);
