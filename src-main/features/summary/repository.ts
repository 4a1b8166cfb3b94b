import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import type { PackageContent } from '../../contract/summary-package.ts';
import type { Period } from '../../domain/dates.ts';
import type { FigureRows } from './collect.ts';

interface SummaryRecord {
  readonly id: number;
  readonly content: string;
  readonly frozen_rows: string;
  readonly sha256: string;
}

/** A finalised version: nothing in it ever changes. */
export interface StoredVersion {
  readonly id: number;
  readonly content: PackageContent;
  readonly rows: FigureRows;
  readonly sha256: string;
}

const toVersion = (row: SummaryRecord): StoredVersion => ({
  id: row.id,
  content: JSON.parse(row.content),
  rows: JSON.parse(row.frozen_rows),
  sha256: row.sha256,
});

const first = async (
  db: Knex,
  where: Readonly<Record<string, string | number>>,
): Promise<StoredVersion | null> => {
  const row: SummaryRecord | undefined = await db('summaries')
    .where(where)
    .orderBy([
      { column: 'finalised_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  return row ? toVersion(row) : null;
};

export const readVersion = (db: Knex, id: number): Promise<StoredVersion | null> =>
  first(db, { id });

/** The newest version of a period. */
export const lastVersion = (db: Knex, { from, to }: Period): Promise<StoredVersion | null> =>
  first(db, { starts_on: from, ends_on: to });

/** The version finalised last, of whatever period. */
export const newestVersion = (db: Knex): Promise<StoredVersion | null> => first(db, {});

export const insertVersion = async (
  trx: Knex,
  { content, rows, sha256 }: Omit<StoredVersion, 'id'>,
): Promise<number> => {
  const [id] = await trx('summaries').insert({
    starts_on: content.period.from,
    ends_on: content.period.to,
    version: content.version,
    content: JSON.stringify(content),
    frozen_rows: JSON.stringify(rows),
    sha256,
    finalised_at: content.finalisedAt,
  });
  if (id === undefined) throw new Error('summary was not inserted');
  return id;
};

type ListInput = ParsedInputOf<OperationTable['summary.list']>;

const sortColumns = { to: 'ends_on', version: 'version', finalisedAt: 'finalised_at' } as const;

/** A page of versions; the newest first unless told otherwise. Filters bound the period. */
export const versionPage = async (
  db: Knex,
  { filters, sort, offset, limit }: Pick<ListInput, 'filters' | 'sort' | 'offset' | 'limit'>,
): Promise<{ readonly total: number; readonly versions: readonly StoredVersion[] }> => {
  const scope = db('summaries').modify((query) => {
    if (filters.from) void query.where('ends_on', '>=', filters.from);
    if (filters.to) void query.where('starts_on', '<=', filters.to);
  });
  const [count] = await scope.clone().count({ total: '*' });
  const rows: SummaryRecord[] = await scope
    .clone()
    .orderBy(sortColumns[sort?.column ?? 'finalisedAt'], sort && !sort.descending ? 'asc' : 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit);
  return { total: Number(count?.['total'] ?? 0), versions: rows.map(toVersion) };
};
