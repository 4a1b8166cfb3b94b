import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { overlapSql } from '../../database/periods.ts';
import { shortDate } from '../../domain/russian.ts';
import type { MergedCards } from '../people/index.ts';

const absencesClash = `SELECT d.starts_on AS "from", k.starts_on AS other
  FROM absences d JOIN absences k ON k.student_id = ?
    AND ${overlapSql('d', 'k')}
  WHERE d.student_id = ? ORDER BY d.starts_on LIMIT 20`;

/**
 * One day of a student has one absence; two would be counted twice.
 * @throws OfficeError `merge-absences-clash`
 */
export const refuseAbsencesClash = async (
  trx: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<void> => {
  if (kind !== 'student') return;
  const rows: { from: string; other: string }[] = await trx.raw(absencesClash, [keep, drop]);
  if (rows.length === 0) return;
  const told = rows.map(
    ({ from, other }) => `пропуск с ${shortDate(from)} и пропуск с ${shortDate(other)}`,
  );
  throw new OfficeError(
    'merge-absences-clash',
    `Объединить нельзя: у карточек есть пропуски на одни и те же дни (${told.slice(0, 3).join('; ')}). Удалите лишние, потом объедините.`,
    told.map((line) => ({ path: 'drop', message: line })),
  );
};
