import type { Knex } from 'knex';

/** Id of the newest audited row change, 0 in an empty office: what a preview has seen. */
export const lastChange = async (db: Knex): Promise<number> => {
  const [row]: { last: number | null }[] = await db('audit_changes').max({ last: 'id' });
  return row?.last ?? 0;
};

/** Whether a row of these tables was changed after `seen`. */
export const changedSince = async (
  db: Knex,
  seen: number,
  tables: readonly string[],
): Promise<boolean> =>
  (await db('audit_changes')
    .where('id', '>', seen)
    .whereIn('table_name', [...tables])
    .first('id')) !== undefined;
