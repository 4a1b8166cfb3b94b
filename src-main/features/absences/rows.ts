import type { Knex } from 'knex';
import type { AbsenceRow } from '../../contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import { daysBetween, maxDate, minDate } from '../../domain/dates.ts';
import type { Period } from '../../domain/dates.ts';
import { absenceWords } from '../../domain/absence-count.ts';
import { missedLessons } from '../marks/index.ts';
import { assessorFor, type Assessor } from './assess.ts';
import type { NamedAbsence } from './repository.ts';

/** What the rows of the register are judged by. */
export interface Judgement {
  readonly rule: TwoWeekRuleSetting;
  readonly today: string;
  /** Asked bounds; the cumulative measure adds up inside them. */
  readonly bounds: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** An unbroken absence is judged by its own days, the cumulative measure by the asked period. */
const periodOf = (absence: NamedAbsence, { rule, today, bounds }: Judgement): Period => {
  const { from } = absence;
  const to = absence.to ?? maxDate(from, today);
  if (rule.measure !== 'cumulative') return { from, to };
  const year = schoolYearSpan(schoolYearOf(from));
  return { from: bounds.from ?? year.from, to: bounds.to ?? minDate(year.to, maxDate(today, to)) };
};

/** A row before the journal is asked what was missed. */
export type JudgedRow = Omit<AbsenceRow, 'missedLessons'>;

const toRow = (absence: NamedAbsence, assessor: Assessor, judgement: Judgement): JudgedRow => {
  const { id, studentId, from, to, excused } = absence;
  const last = to ?? maxDate(from, judgement.today);
  const { why, absenceIds } = assessor.assess(studentId, periodOf(absence, judgement));
  return {
    ...absence,
    calendarDays: daysBetween(from, last) + 1,
    schoolDays: assessor.schoolDays(studentId, from, last),
    excused: excused === 1,
    twoWeeks: { passes: absenceIds.includes(id), why },
  };
};

/** Rows with days counted and the two-week rule applied: as many as a filter by the rule must see. */
export const judgedRows = async (
  db: Knex,
  absences: readonly NamedAbsence[],
  judgement: Judgement,
): Promise<readonly JudgedRow[]> => {
  const { today, bounds, rule } = judgement;
  const ids = [...new Set(absences.map((absence) => absence.studentId))];
  const period = { from: bounds.from ?? today, to: maxDate(bounds.to ?? today, today) };
  const assessor = await assessorFor(db, ids, period, { setting: rule, today });
  return absences.map((absence) => toRow(absence, assessor, judgement));
};

/** What the journal tells of the days of each record, by the count that sheets print. */
export const withMissedLessons = async (
  db: Knex,
  rows: readonly JudgedRow[],
  today: string,
): Promise<readonly AbsenceRow[]> => {
  const spans = rows.map(({ studentId, from, to }) => ({
    studentId,
    from,
    to: to ?? maxDate(from, today),
  }));
  const missed = await missedLessons(db, spans);
  return rows.map((row, at) => {
    const count = missed[at];
    return { ...row, missedLessons: count ? absenceWords(count) : '' };
  });
};

/** Rows of the register in full. */
export const absenceRows = async (
  db: Knex,
  absences: readonly NamedAbsence[],
  judgement: Judgement,
): Promise<readonly AbsenceRow[]> =>
  withMissedLessons(db, await judgedRows(db, absences, judgement), judgement.today);
