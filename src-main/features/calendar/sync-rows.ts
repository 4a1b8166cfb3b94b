import type { Knex } from 'knex';

type Values = Readonly<Record<string, unknown>>;

interface Sync {
  readonly table: string;
  /** Columns that say which row is which; must be unique within `rows`. */
  readonly keys: readonly string[];
  /** Columns that are the same for all rows, e.g. the school year. */
  readonly scope: Values;
  readonly rows: readonly Values[];
}

const keyOf = (keys: readonly string[], row: Values): string =>
  JSON.stringify(keys.map((key) => row[key]));

const same = (stored: Values, wanted: Values): boolean =>
  Object.entries(wanted).every(([name, value]) => stored[name] === value);

/**
 * Makes the stored rows of a scope equal to `rows`: gone ones are deleted first (unique columns),
 * changed ones updated, new ones inserted. Untouched rows leave no trace in the audit.
 */
export const syncRows = async (trx: Knex, { table, keys, scope, rows }: Sync): Promise<void> => {
  const stored: (Values & { readonly id: number })[] = await trx(table).where(scope);
  const wanted = new Map(rows.map((row) => [keyOf(keys, row), row]));
  const kept = new Set<string>();
  for (const row of stored) {
    const key = keyOf(keys, row);
    const next = wanted.get(key);
    if (next === undefined || kept.has(key)) {
      await trx(table).where({ id: row.id }).delete();
      continue;
    }
    kept.add(key);
    if (!same(row, next)) await trx(table).where({ id: row.id }).update(next);
  }
  const fresh = [...wanted].filter(([key]) => !kept.has(key)).map(([, row]) => row);
  for (const row of fresh) await trx(table).insert({ ...scope, ...row });
};
