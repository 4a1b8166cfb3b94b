import type { Knex } from 'knex';
import type { AbsenceRow } from '../../contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { schoolYearOf } from '../../domain/calendar.ts';
import { maxDate, minDate } from '../../domain/dates.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { yearOfAbsences } from '../../domain/qualifying-appeals.ts';
import type { YearOfAbsences } from '../../domain/qualifying-appeals.ts';
import { wholeList } from '../lists/index.ts';
import { readSettings } from '../settings/index.ts';
import { assessorFor, ruleOf } from './assess.ts';
import { assessStudents } from './over-two-weeks.ts';
import { findAbsences } from './repository.ts';
import { absenceRows } from './rows.ts';

/** What other features read of absences. */

export { refuseAbsencesClash } from './merge-guard.ts';
export { keepingAbsences } from './undo-guard.ts';

export interface AbsentStudent {
  readonly studentId: number;
  readonly name: string;
  readonly className: string | null;
  readonly passes: boolean;
  /** Russian sentences with the dates and counts that decided. */
  readonly why: string;
}

/**
 * Students by the two-week rule in the period, each once, by class and name (S1 Приложение 2;
 * domain.md §3): those who pass, and beside them those who nearly do or were all the time taught
 * at home. Days after `today` are not counted.
 */
export const studentsByTwoWeeks = async (
  db: Knex,
  { from, to }: Period,
  rule: TwoWeekRuleSetting,
  today: IsoDate,
): Promise<readonly AbsentStudent[]> => {
  const rows = await assessStudents(db, { from, to }, rule, today);
  return rows
    .filter(({ status, allAtHome }) => status !== null || allAtHome)
    .map(({ row, status }) => ({
      studentId: row.studentId,
      name: row.studentName,
      className: row.className,
      passes: status === 'passes',
      why: row.why,
    }));
};

/** A child on the day of an appeal. */
export interface ChildOnDay {
  readonly studentId: number;
  readonly day: IsoDate;
}

/** The absences that decide whether an appeal of the child on the day qualifies. */
export const yearsOfAbsences = async (
  db: Knex,
  children: readonly ChildOnDay[],
  setting: TwoWeekRuleSetting,
  today: IsoDate,
): Promise<(child: ChildOnDay) => YearOfAbsences> => {
  const days = children.map(({ day }) => day);
  const reach = { from: days.reduce(minDate, today), to: days.reduce(maxDate, today) };
  const ids = [...new Set(children.map(({ studentId }) => studentId))];
  const assessor = await assessorFor(db, ids, reach, { setting, today });
  const known = new Map<string, YearOfAbsences>();
  return ({ studentId, day }) => {
    const key = `${studentId} ${schoolYearOf(day)}`;
    const year =
      known.get(key) ?? yearOfAbsences(assessor.facts(studentId), ruleOf(setting), day, today);
    known.set(key, year);
    return year;
  };
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
