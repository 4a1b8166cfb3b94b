import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { hoursText, shortDate } from '../../domain/russian.ts';
import { overfullDays } from '../../domain/workload.ts';

/** What two cards of one person may not have together: a person puts it right first. */

interface Pair {
  readonly keep: number;
  readonly drop: number;
}

const refuse = (code: string, message: string, told: readonly string[]): OfficeError =>
  new OfficeError(
    code,
    message,
    told.map((line) => ({ path: 'drop', message: line })),
  );

/**
 * Hours of both cards in one day are at most 24 (domain/workload.ts).
 * @throws OfficeError `merge-day-exceeded` with the days and sums
 */
export const refuseOverfullDays = async (trx: Knex, { keep, drop }: Pair): Promise<void> => {
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
  throw refuse(
    'merge-day-exceeded',
    `Объединить нельзя: у учителя в сутках станет больше 24 часов (${told.slice(0, 3).join('; ')}). Исправьте записи этих дней в разделе «Часы педагогов», потом объедините.`,
    told,
  );
};

const absencesClash = `SELECT d.starts_on AS "from", k.starts_on AS other
  FROM absences d JOIN absences k ON k.student_id = ?
    AND (d.ends_on IS NULL OR k.starts_on <= d.ends_on)
    AND (k.ends_on IS NULL OR d.starts_on <= k.ends_on)
  WHERE d.student_id = ? ORDER BY d.starts_on LIMIT 20`;

/**
 * One day of a student has one absence; two would be counted twice.
 * @throws OfficeError `merge-absences-clash`
 */
export const refuseAbsencesClash = async (trx: Knex, { keep, drop }: Pair): Promise<void> => {
  const rows: { from: string; other: string }[] = await trx.raw(absencesClash, [keep, drop]);
  if (rows.length === 0) return;
  const told = rows.map(
    ({ from, other }) => `пропуск с ${shortDate(from)} и пропуск с ${shortDate(other)}`,
  );
  throw refuse(
    'merge-absences-clash',
    `Объединить нельзя: у карточек есть пропуски на одни и те же дни (${told.slice(0, 3).join('; ')}). Удалите лишние, потом объедините.`,
    told,
  );
};

/**
 * Passports are sealed: they can be neither compared nor brought back, so none is lost silently.
 * @throws OfficeError `merge-passports-clash`
 */
export const refuseTwoPassports = async (trx: Knex, { keep, drop }: Pair): Promise<void> => {
  const rows: unknown[] = await trx('passports').whereIn('student_id', [keep, drop]).select('id');
  if (rows.length < 2) return;
  throw new OfficeError(
    'merge-passports-clash',
    'Объединить нельзя: паспортные данные записаны в обеих карточках. Удалите лишние в разделе «Паспорта 11 класса», потом объедините.',
  );
};
