import type { Knex } from 'knex';
import type { AppealCorrection } from '../../contract/appeals-history.ts';
import { among, where } from '../../database/conditions.ts';

/** Rows of the corrections of appeals. */

const columns = {
  id: 'id',
  correctedOn: 'corrected_on',
  was: 'was',
  became: 'became',
  reason: 'reason',
};

/** Corrections by appeal, oldest first. */
export const correctionsOf = async (
  db: Knex,
  appealIds: readonly number[],
): Promise<ReadonlyMap<number, readonly AppealCorrection[]>> => {
  const rows: (AppealCorrection & { readonly appealId: number })[] = await db('appeal_corrections')
    .modify(where, among('appeal_id', appealIds))
    .orderBy(['appeal_id', 'ordinal'])
    .select({ ...columns, appealId: 'appeal_id' });
  const found = new Map<number, AppealCorrection[]>();
  for (const { appealId, ...correction } of rows)
    found.set(appealId, [...(found.get(appealId) ?? []), correction]);
  return found;
};

export const insertCorrection = async (
  trx: Knex,
  appealId: number,
  row: Omit<AppealCorrection, 'id'>,
): Promise<void> => {
  const earlier = (await correctionsOf(trx, [appealId])).get(appealId) ?? [];
  await trx('appeal_corrections').insert({
    appeal_id: appealId,
    ordinal: earlier.length + 1,
    corrected_on: row.correctedOn,
    was: row.was,
    became: row.became,
    reason: row.reason,
  });
};
