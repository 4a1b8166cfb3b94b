import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from './asked.ts';
import { importKind } from './import-commit.ts';

type Row = OperationOutput<'marks.listImports'>['rows'][number];

interface ImportRecord {
  readonly id: number;
  readonly audit_id: number;
  readonly at: string;
  readonly actor: string;
  readonly file_name: string;
  readonly counts: string;
  readonly undone_by: number | null;
}

/** Imports of marks, the newest first; one that was taken back stays with a mark. */
export const listImports = async (
  db: Knex,
  { search, sort, offset, limit }: Asked<'marks.listImports'>,
): Promise<OperationOutput<'marks.listImports'>> => {
  const records: ImportRecord[] = await db({ i: 'imports' })
    .join({ a: 'audit' }, 'a.id', 'i.audit_id')
    .where('i.kind', importKind)
    .select('i.*', 'a.actor', 'a.undone_by')
    .orderBy('i.id', sort?.descending === false ? 'asc' : 'desc');
  const wanted = fold(search);
  const found = records.filter((record) => fold(record.file_name).includes(wanted));
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map((record) => ({
      id: record.id,
      auditId: record.audit_id,
      at: record.at,
      actor: record.actor,
      fileName: record.file_name,
      ...(JSON.parse(record.counts) as Pick<
        Row,
        'lessons' | 'marks' | 'finals' | 'rejected' | 'skipped'
      >),
      undone: record.undone_by !== null,
    })),
  };
};
