import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from '../context.ts';

type Row = OperationOutput<'people.listImports'>['rows'][number];

interface ImportRecord {
  readonly id: number;
  readonly audit_id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: Row['kind'];
  readonly file_name: string;
  readonly counts: string;
  readonly undone_by: number | null;
}

const kinds: readonly string[] = ['contingent', 'class-lists', 'teachers', 'guardians'];

/** Imports of people, the newest first; one that was taken back stays with a mark. */
export const listImports = async (
  db: Knex,
  { filters, search, sort, offset, limit }: Asked<'people.listImports'>,
): Promise<OperationOutput<'people.listImports'>> => {
  const query = db({ i: 'imports' })
    .join({ a: 'audit' }, 'a.id', 'i.audit_id')
    .whereIn('i.kind', kinds)
    .select('i.*', 'a.actor', 'a.undone_by')
    .orderBy('i.id', sort?.descending === false ? 'asc' : 'desc');
  if (filters.kind !== undefined) void query.where('i.kind', filters.kind);
  const records: ImportRecord[] = await query;
  const wanted = fold(search);
  const rows = records
    .filter((record) => fold(record.file_name).includes(wanted))
    .map((record) => ({
      id: record.id,
      auditId: record.audit_id,
      at: record.at,
      actor: record.actor,
      kind: record.kind,
      fileName: record.file_name,
      ...(JSON.parse(record.counts) as Pick<
        Row,
        'new' | 'changed' | 'same' | 'rejected' | 'skipped'
      >),
      undone: record.undone_by !== null,
    }));
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
};
