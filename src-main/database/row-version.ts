import type { Knex } from 'knex';
import { madeBy } from './audit-triggers.ts';
import { hasMaker } from './bulk.ts';

/**
 * A row's version is the id of the last command that changed it, read from the audit: no column to
 * keep, nothing that could forget it, and it never goes back, because undo is a command as well.
 * Who has read at command N has seen every row as long as no later command touched it.
 */

/** The rows of a table whose columns have these values. */
export interface RowsOf {
  readonly table: string;
  readonly match: Readonly<Record<string, string | number>>;
}

/** Every row a form shows and overwrites; the first part is the record itself. */
export type RecordRows = readonly RowsOf[];

const matching = (match: RowsOf['match'], column: (name: string) => string) => ({
  sql: Object.keys(match)
    .map((name) => `${column(name)} = ?`)
    .join(' AND '),
  values: Object.values(match),
});

/** Changes of one row by its id; of several rows also those that belonged to them before or since. */
const changesIn = ({ table, match }: RowsOf) => {
  if (Object.keys(match).join() === 'id')
    return { sql: 'c.table_name = ? AND c.row_id = ?', values: [table, ...Object.values(match)] };
  const rows = matching(match, (name) => `"${name}"`);
  const before = matching(match, (name) => `c.before ->> '${name}'`);
  const after = matching(match, (name) => `c.after ->> '${name}'`);
  return {
    // Emptied bodies of old entries leave the row's id, so rows that still stand are known by it.
    // «+» keeps to the index of commands: few are later than what was read.
    sql: `+c.table_name = ? AND (c.row_id IN (SELECT id FROM "${table}" WHERE ${rows.sql})
      OR (${before.sql}) OR (${after.sql}))`,
    values: [table, ...rows.values, ...before.values, ...after.values],
  };
};

interface Last {
  readonly last: number | null;
}

const changedAfter = async (db: Knex, rows: RowsOf, seen: number): Promise<number> => {
  const { sql, values } = changesIn(rows);
  const [copied]: Last[] = await db.raw(
    `SELECT max(c.audit_id) AS last FROM audit_changes c WHERE c.audit_id > ? AND ${sql}`,
    [seen, ...values],
  );
  if (!(await hasMaker(db, rows.table))) return copied?.last ?? 0;
  const [made]: Last[] = await db(rows.table)
    .where(rows.match)
    .where(madeBy, '>', seen)
    .select(db.raw(`max(${madeBy}) AS last`));
  return Math.max(copied?.last ?? 0, made?.last ?? 0);
};

/** Id of the newest command after `seen` that changed, added or removed one of the rows, or 0. */
export const changedSinceRead = async (
  db: Knex,
  record: RecordRows,
  seen: number,
): Promise<number> => {
  let last = 0;
  for (const rows of record) last = Math.max(last, await changedAfter(db, rows, seen));
  return last;
};

/** Whether the record itself is stored. */
export const isStored = async (db: Knex, record: RecordRows): Promise<boolean> => {
  const [own] = record;
  return own !== undefined && (await db(own.table).where(own.match).first('id')) !== undefined;
};
