import type { Knex } from 'knex';
import type { OverTwoWeeksRow } from '../../contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { overlaps, type Period } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';
import type { TwoWeekAssessment } from '../../domain/two-weeks.ts';
import { type StudentAt, studentsByIdAt } from '../people/index.ts';
import { assessorFor, type Assessor } from './assess.ts';
import { studentsAbsentIn } from './repository.ts';

const unitOf = (rule: TwoWeekRuleSetting): OverTwoWeeksRow['unit'] =>
  rule.measure === 'span' ? 'calendar-days' : 'school-days';

const statusOf = ({ passes, nearly }: TwoWeekAssessment): OverTwoWeeksRow['status'] | null => {
  if (passes) return 'passes';
  return nearly ? 'nearly' : null;
};

const touching = (assessor: Assessor, studentId: number, period: Period): readonly number[] =>
  assessor
    .absencesOf(studentId)
    .filter((row) => overlaps(row, period))
    .map((row) => row.id);

const rowOf = (
  student: StudentAt,
  assessor: Assessor,
  period: Period,
  rule: TwoWeekRuleSetting,
): OverTwoWeeksRow | null => {
  const assessment = assessor.assess(student.id, period);
  const { passes, days, why, absenceIds } = assessment;
  const status = statusOf(assessment);
  if (status === null) return null;
  return {
    studentId: student.id,
    studentName: student.fullName,
    className: student.className,
    status,
    days,
    unit: unitOf(rule),
    why,
    absenceIds: passes ? absenceIds : touching(assessor, student.id, period),
  };
};

const byClassAndName = (a: OverTwoWeeksRow, b: OverTwoWeeksRow): number =>
  compareClassNames(a.className ?? '', b.className ?? '') ||
  fold(a.studentName).localeCompare(fold(b.studentName), 'ru') ||
  a.studentId - b.studentId;

/**
 * Who passes the two-week rule in the period and who nearly does, by class and name. Each student
 * once; home-schooled ones left out (domain.md §3). The class is that of the period's last day.
 */
export const assessStudents = async (
  db: Knex,
  period: Period,
  rule: TwoWeekRuleSetting,
): Promise<readonly OverTwoWeeksRow[]> => {
  const ids = await studentsAbsentIn(db, period.from, period.to);
  const assessor = await assessorFor(db, ids, period, rule);
  const students = await studentsByIdAt(db, ids, period.to);
  return [...students.values()]
    .flatMap((student) => rowOf(student, assessor, period, rule) ?? [])
    .toSorted(byClassAndName);
};
