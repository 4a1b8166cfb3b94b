import type { Knex } from 'knex';
import type { OperationInput, OperationOutput } from '../../contract/operations.ts';

interface AuditRecord {
  readonly undone_by: number | null;
  readonly undoable: number;
}

export const readAudit = (db: Knex, id: number): Promise<AuditRecord | undefined> =>
  db('audit').where({ id }).first('undone_by', 'undoable');

export const markUndone = async (trx: Knex, id: number, by: number | null): Promise<void> => {
  await trx('audit').where({ id }).update({ undone_by: by });
};

interface ChangeRecord {
  readonly table_name: string;
  readonly row_id: number;
  readonly before: string | null;
  readonly after: string | null;
}

const image = (text: string | null): Record<string, unknown> | null =>
  text === null ? null : JSON.parse(text);

export const changesOf = async (
  db: Knex,
  auditId: number,
  limit: number,
): Promise<OperationOutput<'audit.changes'>> => {
  const scope = db('audit_changes').where({ audit_id: auditId });
  const rows: ChangeRecord[] = await scope.clone().orderBy('id').limit(limit);
  const [count] = await scope.clone().count({ total: '*' });
  return {
    total: Number(count?.['total'] ?? 0),
    changes: rows.map((row) => ({
      table: row.table_name,
      rowId: row.row_id,
      before: image(row.before),
      after: image(row.after),
    })),
  };
};

interface PageRecord extends AuditRecord {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
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
    .select(
      '*',
      db.raw('(SELECT count(*) FROM audit_changes c WHERE c.audit_id = audit.id) AS changes'),
    );
  return {
    total: Number(count?.['total'] ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      operation: row.operation,
      changes: row.changes,
      undoable: row.undoable === 1 && row.undone_by === null && row.changes > 0,
      undoneBy: row.undone_by,
    })),
  };
};
