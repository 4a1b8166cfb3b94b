import type { Knex } from 'knex';
import type { AbsenceRow } from '../../contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { wholeList } from '../lists/index.ts';
import { readSettings } from '../settings/index.ts';
import { assessStudents } from './over-two-weeks.ts';
import { findAbsences } from './repository.ts';
import { absenceRows } from './rows.ts';

/** What other features read of absences. */

export { refuseAbsencesClash } from './merge-guard.ts';
export { keepingAbsences } from './undo-guard.ts';

export interface StudentOverTwoWeeks {
  readonly studentId: number;
  readonly name: string;
  readonly className: string | null;
  /** Russian sentences with the dates and counts that decided. */
  readonly why: string;
  readonly absenceIds: readonly number[];
}

/**
 * Students who pass the two-week rule in the period, each once, home-schooled ones left out, by
 * class and name (S1 Приложение 2; domain.md §3).
 */
export const studentsOverTwoWeeks = async (
  db: Knex,
  from: string,
  to: string,
  rule: TwoWeekRuleSetting,
): Promise<readonly StudentOverTwoWeeks[]> => {
  const rows = await assessStudents(db, { from, to }, rule);
  return rows
    .filter(({ status }) => status === 'passes')
    .map(({ studentId, studentName, className, why, absenceIds }) => ({
      studentId,
      name: studentName,
      className,
      why,
      absenceIds,
    }));
};

/** Absences of one student as the register shows them, newest first. */
export const absencesOfStudent = async (
  db: Knex,
  studentId: number,
  today: string,
): Promise<readonly AbsenceRow[]> => {
  const { twoWeekRule } = await readSettings(db);
  const question = { search: '', filters: { studentId }, sort: null, ...wholeList };
  const { rows } = await findAbsences(db, question);
  return absenceRows(db, rows, { rule: twoWeekRule, today, bounds: {} });
};
