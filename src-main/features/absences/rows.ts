import type { Knex } from 'knex';
import type { AbsenceRow } from '../../contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import { daysBetween, maxDate, minDate } from '../../domain/dates.ts';
import type { Period } from '../../domain/dates.ts';
import { assessorFor, type Assessor } from './assess.ts';
import { classNameOf, type NamedAbsence } from './repository.ts';

/** What the rows of the register are judged by. */
export interface Judgement {
  readonly rule: TwoWeekRuleSetting;
  readonly today: string;
  /** Asked bounds; the cumulative measure adds up inside them. */
  readonly bounds: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** An unbroken absence is judged by its own days, the cumulative measure by the asked period. */
const periodOf = (absence: NamedAbsence, { rule, today, bounds }: Judgement): Period => {
  const from = absence.starts_on;
  const to = absence.ends_on ?? maxDate(from, today);
  if (rule.measure !== 'cumulative') return { from, to };
  const year = schoolYearSpan(schoolYearOf(from));
  return { from: bounds.from ?? year.from, to: bounds.to ?? minDate(year.to, maxDate(today, to)) };
};

const toRow = (absence: NamedAbsence, assessor: Assessor, judgement: Judgement): AbsenceRow => {
  const last = absence.ends_on ?? maxDate(absence.starts_on, judgement.today);
  const { why, absenceIds } = assessor.assess(absence.student_id, periodOf(absence, judgement));
  return {
    id: absence.id,
    studentId: absence.student_id,
    studentName: absence.student_name,
    className: classNameOf(absence),
    from: absence.starts_on,
    to: absence.ends_on,
    calendarDays: daysBetween(absence.starts_on, last) + 1,
    schoolDays: assessor.schoolDays(absence.student_id, absence.starts_on, last),
    reason: absence.reason,
    document: absence.document,
    excused: absence.excused === 1,
    note: absence.note,
    twoWeeks: { passes: absenceIds.includes(absence.id), why },
  };
};

/** Rows of the register with days counted and the two-week rule applied. */
export const absenceRows = async (
  db: Knex,
  absences: readonly NamedAbsence[],
  judgement: Judgement,
): Promise<AbsenceRow[]> => {
  const { today, bounds, rule } = judgement;
  const ids = [...new Set(absences.map((absence) => absence.student_id))];
  const period = { from: bounds.from ?? today, to: maxDate(bounds.to ?? today, today) };
  const assessor = await assessorFor(db, ids, period, rule);
  return absences.map((absence) => toRow(absence, assessor, judgement));
};
