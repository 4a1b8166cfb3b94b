import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';

export interface TakenBack {
  /** The command whose changes are to be taken back: a printing, or the undo of a printing. */
  readonly auditId: number;
  readonly direction: 'undo' | 'redo';
}

interface Gap {
  readonly number: number;
  readonly students: number;
}

/** The next sheet of the same recipient and week, printed by another command. */
const laterStanding = `SELECT min(later.number) AS number, count(DISTINCT later.student_id) AS students
  FROM sheets mine JOIN sheets later ON later.student_id = mine.student_id
    AND later.week_starts_on = mine.week_starts_on
    AND later.recipient_guardian_id IS mine.recipient_guardian_id AND later.number = mine.number + 1
  WHERE mine.audit_id = ? AND later.audit_id <> mine.audit_id`;

/** Sheets to come back whose predecessor neither stands nor comes back with them. */
const earlierMissing = `WITH back AS MATERIALIZED (
    SELECT before ->> 'student_id' AS student_id, before ->> 'week_starts_on' AS week,
      before ->> 'recipient_guardian_id' AS recipient, before ->> 'number' AS number
    FROM audit_changes WHERE audit_id = ? AND table_name = 'sheets' AND after IS NULL)
  SELECT min(number) AS number, count(DISTINCT student_id) AS students FROM back
  WHERE number > 1
    AND NOT EXISTS (SELECT 1 FROM sheets s WHERE s.student_id = back.student_id
      AND s.week_starts_on = back.week AND s.recipient_guardian_id IS back.recipient
      AND s.number = back.number - 1)
    AND NOT EXISTS (SELECT 1 FROM back b WHERE b.student_id = back.student_id
      AND b.week = back.week AND b.recipient IS back.recipient AND b.number = back.number - 1)`;

const gapOf = async (db: Knex, sql: string, auditId: number): Promise<Gap | null> => {
  const [gap]: Gap[] = await db.raw(sql, [auditId]);
  return gap && gap.students > 0 ? gap : null;
};

/**
 * Sheets of one recipient and week are numbered 1, 2, 3 …: taking a printing back, or an undone one
 * back again, leaves no gap (domain.md §6).
 * @throws OfficeError `later-sheet-stands`, `earlier-sheet-missing`
 */
export const guardSheetOrder = async (
  db: Knex,
  { auditId, direction }: TakenBack,
): Promise<void> => {
  const gap = await gapOf(db, direction === 'undo' ? laterStanding : earlierMissing, auditId);
  if (gap === null) return;
  const { number, students } = gap;
  if (direction === 'undo')
    throw new OfficeError(
      'later-sheet-stands',
      `Отменить нельзя: за ту же неделю уже напечатана распечатка № ${number} (учеников: ${students}). Сначала отмените её печать.`,
    );
  throw new OfficeError(
    'earlier-sheet-missing',
    `Вернуть нельзя: распечатка № ${number} идёт за распечаткой № ${number - 1}, а её печать отменена (учеников: ${students}). Сначала верните её.`,
  );
};
