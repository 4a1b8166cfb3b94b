import type { Knex } from 'knex';

/** Settings are JSON values by key; a missing key means its default. */
export const readSetting = async (db: Knex, key: string): Promise<unknown> => {
  const row: { value: string } | undefined = await db('settings').where({ key }).first('value');
  return row === undefined ? undefined : JSON.parse(row.value);
};

export const writeSetting = async (trx: Knex, key: string, value: unknown): Promise<void> => {
  const text = JSON.stringify(value);
  const changed = await trx('settings').where({ key }).update({ value: text });
  if (changed === 0) await trx('settings').insert({ key, value: text });
};
