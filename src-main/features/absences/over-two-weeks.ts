import type { Knex } from 'knex';
import type { OverTwoWeeksRow } from '../../contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { overlaps, type IsoDate, type Period } from '../../domain/dates.ts';
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

/** A student absent in the period. */
export interface AssessedStudent {
  readonly row: Omit<OverTwoWeeksRow, 'status'>;
  /** Null = not even nearly. */
  readonly status: OverTwoWeeksRow['status'] | null;
  /** Every missed day was taught at home. */
  readonly allAtHome: boolean;
}

const rowOf = (
  student: StudentAt,
  assessor: Assessor,
  period: Period,
  rule: TwoWeekRuleSetting,
): AssessedStudent => {
  const assessment = assessor.assess(student.id, period);
  const { passes, days, why, absenceIds, allAtHome } = assessment;
  return {
    row: {
      studentId: student.id,
      studentName: student.fullName,
      className: student.className,
      days,
      unit: unitOf(rule),
      why,
      absenceIds: passes ? absenceIds : touching(assessor, student.id, period),
    },
    status: statusOf(assessment),
    allAtHome,
  };
};

const byClassAndName = ({ row: a }: AssessedStudent, { row: b }: AssessedStudent): number =>
  compareClassNames(a.className ?? '', b.className ?? '') ||
  fold(a.studentName).localeCompare(fold(b.studentName), 'ru') ||
  a.studentId - b.studentId;

/**
 * Students absent in the period by the two-week rule, by class and name, each once; days taught at
 * home are left out (domain.md §3). The class is that of the period's last day.
 */
export const assessStudents = async (
  db: Knex,
  period: Period,
  rule: TwoWeekRuleSetting,
  today: IsoDate,
): Promise<readonly AssessedStudent[]> => {
  const ids = await studentsAbsentIn(db, period.from, period.to);
  const assessor = await assessorFor(db, ids, period, { setting: rule, today });
  const students = await studentsByIdAt(db, ids, period.to);
  return [...students.values()]
    .map((student) => rowOf(student, assessor, period, rule))
    .toSorted(byClassAndName);
};

/** Those who pass and those who nearly do. */
export const watched = (students: readonly AssessedStudent[]): readonly OverTwoWeeksRow[] =>
  students.flatMap(({ row, status }) => (status === null ? [] : [{ ...row, status }]));
