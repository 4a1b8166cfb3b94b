import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Asked } from '../context.ts';
import { importsOf } from '../imports/index.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byNumber, is, pageInMemory } from '../lists/index.ts';

type Row = OperationOutput<'people.listImports'>['rows'][number];
type Counts = Pick<Row, 'kind' | 'new' | 'changed' | 'same' | 'rejected' | 'skipped'>;

const kinds: readonly Row['kind'][] = ['contingent', 'class-lists', 'teachers', 'guardians'];

const list: MemoryListOf<'people.listImports', Row> = {
  search: ({ fileName }) => fileName,
  filters: { kind: is(({ kind }) => kind) },
  columns: { at: byNumber(({ id }) => id) },
  usual: { column: 'at', descending: true },
};

/** Imports of people, the newest first; one that was taken back stays with a mark. */
export const listImports = async (
  db: Knex,
  question: Asked<'people.listImports'>,
): Promise<Page<Row>> => pageInMemory(await importsOf<Counts>(db, kinds), question, list);
