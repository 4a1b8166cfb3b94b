import type { Knex } from 'knex';
import type { OperationInput, OperationOutput } from '../../contract/operations.ts';
import { rowImage, selfDatedTables } from '../../database/audit-triggers.ts';

export interface AuditRecord {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  /** The undo that took it back, of an undo: the redo. */
  readonly undone_by: number | null;
  readonly undoable: number;
}

export const readAudit = (db: Knex, id: number): Promise<AuditRecord | undefined> =>
  db('audit').where({ id }).first();

export const markUndone = async (trx: Knex, id: number, by: number | null): Promise<void> => {
  await trx('audit').where({ id }).update({ undone_by: by });
};

interface ChangeRecord {
  readonly table_name: string;
  readonly row_id: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Row changes of a command: copied ones, and rows that name it as their maker. */
const changeCount = async (db: Knex): Promise<string> => {
  const made = (await selfDatedTables(db)).map(
    (table) => ` + (SELECT count(*) FROM "${table}" m WHERE m.audit_id = audit.id)`,
  );
  return `(SELECT count(*) FROM audit_changes c WHERE c.audit_id = audit.id)${made.join('')} AS changes`;
};

type Change = OperationOutput<'audit.changes'>['changes'][number];

const image = (text: string | null): Record<string, unknown> | null =>
  text === null ? null : JSON.parse(text);

const copied = (row: ChangeRecord): Change => ({
  table: row.table_name,
  rowId: row.row_id,
  before: image(row.before),
  after: image(row.after),
});

/** Rows the command made and that still stand, at most `limit` of each table. */
const madeRows = async (db: Knex, auditId: number, limit: number): Promise<readonly Change[]> => {
  const tables = await selfDatedTables(db);
  const made = await Promise.all(
    tables.map(async (table): Promise<readonly Change[]> => {
      const after = await rowImage(db, table, 'm');
      const rows: { id: number; after: string }[] = await db.raw(
        `SELECT m.id, ${after} AS after FROM "${table}" m WHERE m.audit_id = ? ORDER BY m.id LIMIT ?`,
        [auditId, limit],
      );
      return rows.map((row) => ({ table, rowId: row.id, before: null, after: image(row.after) }));
    }),
  );
  return made.flat();
};

export const changesOf = async (
  db: Knex,
  auditId: number,
  limit: number,
): Promise<OperationOutput<'audit.changes'>> => {
  const rows: ChangeRecord[] = await db('audit_changes')
    .where({ audit_id: auditId })
    .orderBy('id')
    .limit(limit);
  const total: { readonly changes: number } | undefined = await db('audit')
    .where({ id: auditId })
    .first(db.raw(await changeCount(db)));
  const made = await madeRows(db, auditId, limit);
  return {
    total: total?.changes ?? 0,
    changes: [...rows.map(copied), ...made].slice(0, limit),
  };
};

interface PageRecord extends AuditRecord {
  readonly changes: number;
}

type Page = Required<OperationInput<'audit.list'>>;

export const auditPage = async (
  db: Knex,
  { filters, offset, limit, search }: Pick<Page, 'filters' | 'offset' | 'limit' | 'search'>,
): Promise<OperationOutput<'audit.list'>> => {
  const scope = db('audit').modify((query) => {
    if (filters.operation) void query.where('operation', filters.operation);
    if (filters.from) void query.where('at', '>=', filters.from);
    if (filters.to) void query.where('at', '<', `${filters.to}T99`);
    if (search) void query.whereLike('operation', `%${search}%`);
  });
  const [count] = await scope.clone().count({ total: '*' });
  const rows: PageRecord[] = await scope
    .clone()
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .select('*', db.raw(await changeCount(db)));
  return {
    total: Number(count?.['total'] ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      operation: row.operation,
      changes: row.changes,
      undoable: row.undoable === 1 && row.undone_by === null && row.changes > 0,
      redoable: row.undoable === 1 && row.undone_by !== null,
      undoneBy: row.undone_by,
    })),
  };
};
