import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byNumber, pageInMemory } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import { importKind } from './import-commit.ts';

type Row = OperationOutput<'marks.listImports'>['rows'][number];

/** Counts are JSON. */
type Stored = Omit<Row, Counts | 'undone'> & { readonly counts: string; readonly undone: 0 | 1 };
type Counts = 'lessons' | 'marks' | 'finals' | 'rejected' | 'skipped';

const list: MemoryListOf<'marks.listImports', Row> = {
  search: ({ fileName }) => fileName,
  filters: {},
  columns: { at: byNumber(({ id }) => id) },
  usual: { column: 'at', descending: true },
};

/** Imports of marks, the newest first; one that was taken back stays with a mark. */
export const listImports = async (
  db: Knex,
  question: Asked<'marks.listImports'>,
): Promise<Page<Row>> => {
  const records: Stored[] = await db({ i: 'imports' })
    .join({ a: 'audit' }, 'a.id', 'i.audit_id')
    .where('i.kind', importKind)
    .select(
      {
        id: 'i.id',
        auditId: 'i.audit_id',
        at: 'i.at',
        actor: 'a.actor',
        fileName: 'i.file_name',
        counts: 'i.counts',
      },
      db.raw('a.undone_by IS NOT NULL AS undone'),
    );
  const rows = records.map(({ counts, undone, ...row }) => ({
    ...row,
    ...(JSON.parse(counts) as Pick<Row, Counts>),
    undone: undone === 1,
  }));
  return pageInMemory(rows, question, list);
};
