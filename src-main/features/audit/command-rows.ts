import type { Knex } from 'knex';
import { rowImage, selfDatedTables } from '../../database/audit-triggers.ts';
import type { AuditRecord } from './repository.ts';

/**
 * Rows of a command as a common table `mine`, one line a row:
 * `image` what is told of it, `now` how it must stand to be taken back or brought back (null:
 * gone; of rows that name their maker nothing), `born` and `died` by the command.
 */
export interface CommandRows {
  readonly with: string;
  readonly bindings: readonly number[];
}

const copied = (image: string, born: string, died: string, where: string): string =>
  `SELECT table_name, row_id, ${image} AS image, after AS now, 1 AS compared,
     sum(${born} IS NULL) > 0 AS born, sum(${died} IS NULL) > 0 AS died, max(id) AS last
   FROM audit_changes WHERE audit_id = ?${where} GROUP BY table_name, row_id`;

/** The undo holds the same rows the other way round, those that named the command included. */
const undoneRows = (undoId: number): CommandRows => ({
  with: `WITH mine AS MATERIALIZED (${copied('coalesce(before, after)', 'after', 'before', '')})`,
  bindings: [undoId],
});

export const commandRows = async (
  db: Knex,
  { id, undone_by: undoId }: AuditRecord,
): Promise<CommandRows> => {
  if (undoId !== null) return undoneRows(undoId);
  const tables = await selfDatedTables(db);
  const made = await Promise.all(
    tables.map(
      async (table) => `SELECT '${table}', m.id, ${await rowImage(db, table, 'm')}, NULL, 0, 1, 0, 0
        FROM "${table}" m WHERE m.audit_id = ?`,
    ),
  );
  const others = ` AND coalesce(before ->> 'audit_id', 0) <> ?`;
  const rows = [copied('coalesce(after, before)', 'before', 'after', others), ...made];
  return {
    with: `WITH mine AS MATERIALIZED (${rows.join(' UNION ALL ')})`,
    bindings: [id, id, ...tables.map(() => id)],
  };
};
