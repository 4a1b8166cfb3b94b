import type { Knex } from 'knex';

/**
 * Audit by construction: temporary triggers on the writer's connection copy every inserted,
 * changed and deleted row of every table into `audit_changes`, in the same transaction. No
 * handler can forget it, and `audit.undo` reads it backwards. Secrets are left out: columns named
 * `sealed…` of any table, and the tables of the vault.
 * Rows inserted in bulk name the running command in `audit_id`: only their later changes are
 * copied, so that an import of 100,000 marks is not written twice.
 */

const untracked = new Set([
  'audit',
  'audit_changes',
  'imports',
  'counters',
  // Derived from lessons and marks by triggers of its own.
  'lesson_figures',
  'vault_keys',
  'vault_attempts',
]);

/** Whether a column holds a sealed secret: it never enters the audit, so undo cannot restore it. */
export const isSealedColumn = (name: string): boolean => name.startsWith('sealed');

/** Column of the tables whose rows may say themselves which command inserted them. */
export const madeBy = 'audit_id';

interface Column {
  readonly name: string;
}

/** Tables whose rows may name their maker; such insertions are not in `audit_changes`. */
export const selfDatedTables = async (db: Knex): Promise<readonly string[]> => {
  const tables = await trackedTables(db);
  const columns = await Promise.all(tables.map((table) => auditedColumnsOf(db, table)));
  return tables.filter((_, at) => columns[at]?.includes(madeBy));
};

export const trackedTables = async (db: Knex): Promise<readonly string[]> => {
  const rows: { name: string; sql: string }[] = await db('sqlite_master')
    .where({ type: 'table' })
    .select('name', 'sql');
  return rows
    .filter(
      ({ name, sql }) =>
        sql.endsWith('STRICT') && !name.startsWith('sqlite_') && !untracked.has(name),
    )
    .map(({ name }) => name);
};

/** SQL that makes the audit's image of a row: `r` is an alias, or OLD or NEW in a trigger. */
export const rowImage = async (db: Knex, table: string, alias: string): Promise<string> =>
  image(alias, await auditedColumnsOf(db, table));

const auditedColumnsOf = async (db: Knex, table: string): Promise<readonly string[]> => {
  const columns: Column[] = await db.raw(`PRAGMA table_info("${table}")`);
  return columns.map(({ name }) => name).filter((name) => !isSealedColumn(name));
};

const image = (row: string, columns: readonly string[]): string =>
  `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`;

const trigger = (
  table: string,
  event: 'INSERT' | 'UPDATE' | 'DELETE',
  { before, after, unless = '0' }: { before: string; after: string; unless?: string },
): string => `CREATE TEMP TRIGGER "audit_${table}_${event}" AFTER ${event} ON main."${table}"
  WHEN (SELECT audit_id FROM current_audit) IS NOT NULL AND NOT (${unless}) BEGIN
    INSERT INTO audit_changes (audit_id, table_name, row_id, before, after)
    VALUES ((SELECT audit_id FROM current_audit), '${table}', ${event === 'DELETE' ? 'OLD' : 'NEW'}.id,
      ${before}, ${after});
  END`;

const namesMaker = `NEW.${madeBy} IS (SELECT audit_id FROM current_audit)`;

/** Installs the triggers; call once after the migrations, on the writer only. */
export const installAuditTriggers = async (writer: Knex): Promise<void> => {
  await writer.raw('CREATE TEMP TABLE current_audit (audit_id INTEGER)');
  for (const table of await trackedTables(writer)) {
    const columns = await auditedColumnsOf(writer, table);
    const was = image('OLD', columns);
    const is = image('NEW', columns);
    const unless = columns.includes(madeBy) ? namesMaker : '0';
    await writer.raw(trigger(table, 'INSERT', { before: 'NULL', after: is, unless }));
    await writer.raw(trigger(table, 'UPDATE', { before: was, after: is }));
    await writer.raw(trigger(table, 'DELETE', { before: was, after: 'NULL' }));
  }
};

export interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly undoable: boolean;
}

/** Opens the audit row of a command inside its transaction; later row changes belong to it. */
export const beginAudit = async (trx: Knex.Transaction, entry: AuditEntry): Promise<number> => {
  const [auditId] = await trx('audit').insert({ ...entry, undoable: entry.undoable ? 1 : 0 });
  if (auditId === undefined) throw new Error('audit row was not inserted');
  await trx.raw('DELETE FROM temp.current_audit');
  await trx.raw('INSERT INTO temp.current_audit VALUES (?)', [auditId]);
  return auditId;
};

/** A refused command that leaves rows stands in the history as a refusal, which nobody takes back. */
export const renameAudit = async (
  trx: Knex.Transaction,
  auditId: number,
  operation: string,
): Promise<void> => {
  await trx('audit').where({ id: auditId }).update({ operation, undoable: 0 });
};
