import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { hoursText, shortDate } from '../../domain/russian.ts';
import { overfullDays } from '../../domain/workload.ts';
import type { MergedCards } from '../people/index.ts';

/**
 * Hours of both cards in one day are at most 24 (domain/workload.ts).
 * @throws OfficeError `merge-day-exceeded` with the days and sums
 */
export const refuseOverfullDays = async (
  trx: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<void> => {
  if (kind !== 'teacher') return;
  const rows: { worked_on: string; quarter_hours: number }[] = await trx('work_entries').whereIn(
    'teacher_id',
    [keep, drop],
  );
  const days = overfullDays(
    rows.map((row) => ({ workedOn: row.worked_on, quarterHours: row.quarter_hours })),
  );
  if (days.length === 0) return;
  const told = days.map(
    ({ on, quarterHours }) => `${shortDate(on)} получится ${hoursText(quarterHours)}`,
  );
  throw new OfficeError(
    'merge-day-exceeded',
    `Объединить нельзя: у учителя в сутках станет больше 24 часов (${told.slice(0, 3).join('; ')}). Исправьте записи этих дней в разделе «Часы педагогов», потом объедините.`,
    told.map((line) => ({ path: 'drop', message: line })),
  );
};
