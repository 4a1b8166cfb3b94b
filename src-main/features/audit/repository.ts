import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { rowImage, selfDatedTables } from '../../database/audit-triggers.ts';
import { atLeast, condition, equal } from '../../database/conditions.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable, rowsAs } from '../lists/index.ts';

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
  return `(SELECT count(*) FROM audit_changes c WHERE c.audit_id = audit.id)${made.join('')}`;
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
    .first({ changes: db.raw(await changeCount(db)) });
  const made = await madeRows(db, auditId, limit);
  return {
    total: total?.changes ?? 0,
    changes: [...rows.map(copied), ...made].slice(0, limit),
  };
};

type Row = OperationOutput<'audit.list'>['rows'][number];

const list: TableListOf<'audit.list'> = {
  search: ['lower(audit.operation)'],
  filters: {
    operation: equal('audit.operation'),
    from: atLeast('audit.at'),
    to: (day) => condition('audit.at < ?', `${day}T99`),
  },
  columns: { at: ['audit.id'] },
  usual: { column: 'at', descending: true },
  ties: [],
};

interface Entry extends Omit<Row, 'undoable' | 'redoable'> {
  readonly undoable: number;
}

/** What the programme did, the newest first. */
export const auditPage = async (db: Knex, question: Asked<'audit.list'>): Promise<Page<Row>> => {
  const columns = {
    id: 'audit.id',
    at: 'audit.at',
    actor: 'audit.actor',
    operation: 'audit.operation',
    undoable: 'audit.undoable',
    undoneBy: 'audit.undone_by',
    changes: db.raw(await changeCount(db)),
  };
  const page: Page<Entry> = await pageFromTable(db('audit'), question, list, columns);
  return rowsAs(page, ({ undoable, ...entry }) => ({
    ...entry,
    undoable: undoable === 1 && entry.undoneBy === null && entry.changes > 0,
    redoable: undoable === 1 && entry.undoneBy !== null,
  }));
};
