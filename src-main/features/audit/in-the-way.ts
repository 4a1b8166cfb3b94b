import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { rowImage, selfDatedTables, trackedTables } from '../../database/audit-triggers.ts';
import type { CommandRows } from './command-rows.ts';
import { touchedSince } from './undo.ts';

type Description = OperationOutput<'audit.describe'>;

/** Whether a row of the command no longer stands as it (or its undo) left it. */
export const isChangedSince = async (
  db: Knex,
  rows: CommandRows,
  { id, undone, tables }: Pick<Description, 'id' | 'undone' | 'tables'>,
): Promise<boolean> => {
  for (const { table } of tables) {
    const image = await rowImage(db, table, 'r');
    // An image of an older version has other columns, in another order: what it lacks is empty.
    const different: unknown[] = await db.raw(
      `${rows.with} SELECT 1 FROM mine LEFT JOIN "${table}" r ON r.id = mine.row_id
       WHERE mine.table_name = ? AND mine.compared
         AND CASE WHEN r.id IS NULL THEN NULL ELSE ${image} END IS NOT mine.now
         AND (r.id IS NULL OR mine.now IS NULL OR EXISTS (SELECT 1 FROM json_each(${image}) c
           WHERE c.value IS NOT mine.now ->> c.key))
       LIMIT 1`,
      [...rows.bindings, table],
    );
    if (different.length > 0) return true;
  }
  if (undone) return false;
  for (const table of await selfDatedTables(db))
    if ((await db.raw(touchedSince, [id, table, id])).length > 0) return true;
  return false;
};

interface Reference {
  readonly child: string;
  readonly parent: string;
  readonly column: string;
}

/**
 * Rows of other commands that refer to rows this one made, by their table. Older rows that this
 * command itself changed become what they were, before there was anything of it to refer to.
 */
export const usersOf = async (
  db: Knex,
  rows: CommandRows,
  tables: Description['tables'],
): Promise<Description['usedBy']> => {
  const made = new Set(tables.filter(({ created }) => created > 0).map(({ table }) => table));
  const tracked = await trackedTables(db);
  const references: Reference[] = await db.raw(
    `SELECT m.name AS child, f."table" AS parent, f."from" AS "column"
     FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  );
  const used = new Map<string, number>();
  for (const { child, parent, column } of references) {
    if (!made.has(parent) || !tracked.includes(child)) continue;
    const [row]: { n: number }[] = await db.raw(
      `${rows.with} SELECT count(*) AS n FROM "${child}" c
       WHERE c."${column}" IN (SELECT row_id FROM mine WHERE table_name = ? AND born AND NOT died)
         AND c.id NOT IN (SELECT row_id FROM mine WHERE table_name = ?)`,
      [...rows.bindings, parent, child],
    );
    if (row && row.n > 0) used.set(child, Math.max(used.get(child) ?? 0, row.n));
  }
  return [...used].map(([table, n]) => ({ table, rows: n }));
};
