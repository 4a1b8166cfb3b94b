import type { Knex } from 'knex';
import { madeBy, selfDatedTables } from './audit-triggers.ts';

/** Id of the newest command, 0 in an empty office: what a preview has seen. */
export const lastChange = async (db: Knex): Promise<number> => {
  const [row]: { last: number | null }[] = await db('audit').max({ last: 'id' });
  return row?.last ?? 0;
};

/** Whether a command after `seen` changed a row of these tables. */
export const changedSince = async (
  db: Knex,
  seen: number,
  tables: readonly string[],
): Promise<boolean> => {
  const copied: unknown = await db('audit_changes')
    .where('audit_id', '>', seen)
    .whereIn('table_name', [...tables])
    .first('id');
  if (copied !== undefined) return true;
  for (const table of await selfDatedTables(db)) {
    if (!tables.includes(table)) continue;
    if ((await db(table).where(madeBy, '>', seen).first('id')) !== undefined) return true;
  }
  return false;
};
