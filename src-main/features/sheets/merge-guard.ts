import type { Knex } from 'knex';
import type { MergedCards } from '../people/index.ts';

/** The column that moves, and the other one that says whose week it is. */
const columns = {
  student: ['student_id', 'recipient_guardian_id'],
  guardian: ['recipient_guardian_id', 'student_id'],
} as const;

/**
 * A printed sheet is kept as it was: sheets of a week that both cards of one student, or of one
 * parent, have go on in number (domain.md §6).
 */
export const renumberSheets = async (
  trx: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<void> => {
  if (kind === 'teacher') return;
  const [moved, other] = columns[kind];
  const sameWeek = `s.week_starts_on = mine.week_starts_on AND s.${other} IS mine.${other}`;
  const clashes: { readonly id: number }[] = await trx.raw(
    `SELECT mine.id FROM sheets mine WHERE mine.${moved} = ? AND EXISTS (SELECT 1 FROM sheets s
      WHERE s.${moved} = ? AND ${sameWeek} AND s.number = mine.number)
     ORDER BY mine.number DESC`,
    [drop, keep],
  );
  for (const { id } of clashes)
    await trx.raw(
      `UPDATE sheets AS mine SET number = 1 + (SELECT max(s.number) FROM sheets s
        WHERE s.${moved} IN (?, ?) AND ${sameWeek}) WHERE mine.id = ?`,
      [keep, drop, id],
    );
};
