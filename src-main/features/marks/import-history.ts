import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Asked } from '../context.ts';
import { importsOf } from '../imports/index.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byNumber, pageInMemory } from '../lists/index.ts';
import { importKind } from './import-commit.ts';

type Row = OperationOutput<'marks.listImports'>['rows'][number];
type Counts = Pick<Row, 'lessons' | 'marks' | 'finals' | 'rejected' | 'skipped'>;

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
  const imports = await importsOf<Counts>(db, [importKind]);
  const rows = imports.map((one) => {
    const { kind: _, ...row } = one;
    return row;
  });
  return pageInMemory(rows, question, list);
};
