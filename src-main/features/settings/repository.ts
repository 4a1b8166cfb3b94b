import type { Knex } from 'knex';

/** Settings are JSON values by key; a missing key means its default. One query reads them all. */
export const readStored = async (db: Knex): Promise<ReadonlyMap<string, string>> => {
  const rows: { key: string; value: string }[] = await db('settings').select('key', 'value');
  return new Map(rows.map(({ key, value }) => [key, value]));
};

export const writeSetting = async (trx: Knex, key: string, value: unknown): Promise<void> => {
  const text = JSON.stringify(value);
  const changed = await trx('settings').where({ key }).update({ value: text });
  if (changed === 0) await trx('settings').insert({ key, value: text });
};
