import type { Knex } from 'knex';

/**
 * The next number of a register in a calendar year: from 1, without gaps, never reused. It runs
 * in the command's transaction, so a refused registration takes no number (domain.md §2, §5).
 */
export const takeNumber = async (
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

/** Greatest number of a year the tables take. */
export const lastNumber = 999_999;

/** 12/2026 = 2026000012: the order of ids is the order of registration. */
export const registrationId = (year: number, number: number): number => year * 1_000_000 + number;
