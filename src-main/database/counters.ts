import type { Knex } from 'knex';

/**
 * The next ordinal of a register in a calendar year: from 1, without gaps, never reused. It runs
 * in the command's transaction, so a refused registration takes none (domain.md §2, §5).
 */
export const takeOrdinal = async (
  trx: Knex,
  register: 'appeals' | 'statements',
  year: number,
): Promise<number> => {
  const rows: { last: number }[] = await trx.raw(
    `INSERT INTO counters (register, year, last) VALUES (?, ?, 1)
     ON CONFLICT (register, year) DO UPDATE SET last = last + 1 RETURNING last`,
    [register, year],
  );
  const [row] = rows;
  if (!row) throw new Error('the counter gave no number');
  return row.last;
};
