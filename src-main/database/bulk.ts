import type { Knex } from 'knex';
import type { Job } from '../ports/job.ts';
import { madeBy } from './audit-triggers.ts';

type Value = string | number | null;

/** Rows written between two looks at «отменить». */
const chunk = 1000;

/** Sealed columns are bytes, which JSON cannot hold: their values come as hexadecimal text. */
const valueSql = (column: string, index: number): string =>
  column.startsWith('sealed') ? `unhex(value ->> ${index})` : `value ->> ${index}`;

/** Whether the rows of a table may say themselves which command inserted them. */
export const hasMaker = async (trx: Knex, table: string): Promise<boolean> => {
  const columns: { readonly name: string }[] = await trx.raw(`PRAGMA table_info("${table}")`);
  return columns.some(({ name }) => name === madeBy);
};

/**
 * Inserts rows by ready ids: one bound value per chunk whatever its size, so neither the limit of
 * bound values nor the query builder's cost grows with the import. Where the table can keep it,
 * each row names the running command as its maker.
 */
export const insertRows = async (
  trx: Knex,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  { job, stage }: { readonly job: Job; readonly stage: string },
): Promise<void> => {
  const signs = !columns.includes(madeBy) && (await hasMaker(trx, table));
  const names = signs ? [...columns, madeBy] : columns;
  const maker = signs ? [`(SELECT ${madeBy} FROM temp.current_audit)`] : [];
  const values = [...columns.map(valueSql), ...maker].join(', ');
  for (let done = 0; done < rows.length; done += chunk) {
    const part = rows.slice(done, done + chunk);
    await trx.raw(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${values} FROM json_each(?)`, [
      JSON.stringify(part),
    ]);
    await job.step({ stage, done: done + part.length, total: rows.length });
  }
};

/** Gives ids after every one a table ever had; safe inside the only writing transaction. */
export const idsAfterLast = async (trx: Knex, table: string): Promise<() => number> => {
  const row: { seq: number } | undefined = await trx('sqlite_sequence')
    .where({ name: table })
    .first('seq');
  let last = row?.seq ?? 0;
  return () => {
    last += 1;
    return last;
  };
};
