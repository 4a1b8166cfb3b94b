import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { hoursText, shortDate } from '../../domain/russian.ts';
import { QUARTER_HOURS_PER_DAY } from '../../domain/workload.ts';

interface DaySum {
  readonly teacher_id: number;
  readonly on: IsoDate;
  readonly sum: number;
}

/** Sums of the teachers and days whose hours come back by taking the command back. */
const daysOf = (db: Knex, auditId: number): Promise<readonly DaySum[]> =>
  db.raw(
    `SELECT w.teacher_id, w.worked_on AS "on", sum(w.quarter_hours) AS sum
     FROM (SELECT DISTINCT before ->> 'teacher_id' AS teacher_id, before ->> 'worked_on' AS worked_on
       FROM audit_changes
       WHERE audit_id = ? AND table_name = 'work_entries' AND before IS NOT NULL) back
     JOIN work_entries w ON w.teacher_id = back.teacher_id AND w.worked_on = back.worked_on
     GROUP BY 1, 2 ORDER BY 2`,
    [auditId],
  );

/**
 * Takes a command back, or its undo, unless hours would return to a day of a teacher that has been
 * filled meanwhile (domain.md §2).
 * @throws OfficeError `work-day-exceeded`
 */
export const keepingHours = async (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> => {
  const before = await daysOf(trx, auditId);
  await step();
  const sumBefore = (day: DaySum): number =>
    before.find(({ teacher_id: id, on }) => id === day.teacher_id && on === day.on)?.sum ?? 0;
  const over = (await daysOf(trx, auditId)).find(
    (day) => day.sum > QUARTER_HOURS_PER_DAY && day.sum > sumBefore(day),
  );
  if (!over) return;
  throw new OfficeError(
    'work-day-exceeded',
    `Так нельзя: ${shortDate(over.on)} у учителя получится ${hoursText(over.sum)}, а в сутках не больше 24 часов. Ничего не изменено. Сначала исправьте другие записи этого дня.`,
  );
};
