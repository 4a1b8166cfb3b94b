import type { Knex } from 'knex';
import type { MergedCards } from '../people/index.ts';

/**
 * A printed sheet is kept as it was: sheets of a week that both cards of one student have go on in
 * number (domain.md §6).
 */
export const renumberSheets = async (
  trx: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<void> => {
  if (kind !== 'student') return;
  const rows: { id: number; week_starts_on: string }[] = await trx('sheets')
    .where({ student_id: drop })
    .orderBy('number', 'desc');
  for (const { id, week_starts_on: week } of rows) {
    const scope = trx('sheets').where({ week_starts_on: week });
    const clash: unknown = await scope
      .clone()
      .where({ student_id: keep })
      .where('number', trx('sheets').where({ id }).select('number'))
      .first('id');
    if (clash === undefined) continue;
    const [last]: { last: number }[] = await scope
      .clone()
      .whereIn('student_id', [keep, drop])
      .max({ last: 'number' });
    await trx('sheets')
      .where({ id })
      .update({ number: (last?.last ?? 0) + 1 });
  }
};
