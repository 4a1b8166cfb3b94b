import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { overlapSql } from '../../database/periods.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { overlaps } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import {
  nameOfStudent,
  refuseLostRecords,
  refuseNewWithoutClass,
  stintsOf,
  withoutClass,
} from './enrolment-records.ts';

/** Students whose classes the command changed; an import names itself in their rows. */
const studentsOf = async (db: Knex, auditId: number): Promise<readonly number[]> => {
  const rows: { id: number }[] = await db.raw(
    `SELECT coalesce(after, before) ->> 'student_id' AS id FROM audit_changes
       WHERE audit_id = ? AND table_name = 'enrolments'
     UNION SELECT student_id FROM enrolments WHERE audit_id = ?`,
    [auditId, auditId],
  );
  return rows.map(({ id }) => id);
};

/** Students whose records the step brings back, or moves to other days. */
const withReturning = async (db: Knex, auditId: number): Promise<readonly number[]> => {
  const rows: { id: number }[] = await db.raw(
    `SELECT DISTINCT before ->> 'student_id' AS id FROM audit_changes
     WHERE audit_id = ? AND before IS NOT NULL
       AND table_name IN ('absences', 'appeals', 'statements', 'sheets', 'marks', 'final_marks')`,
    [auditId],
  );
  return rows.map(({ id }) => id);
};

const refuseTwoClasses = async (trx: Knex, studentIds: readonly number[]): Promise<void> => {
  for (const [id, stints] of await stintsOf(trx, studentIds)) {
    const isTwice = stints.some((one, at) =>
      stints.slice(at + 1).some((other) => overlaps(one, other)),
    );
    if (isTwice)
      throw new OfficeError(
        'enrolment-overlap',
        `Так нельзя: ${await nameOfStudent(trx, id)} окажется в двух классах сразу. Ничего не изменено. Сначала исправьте записи о классах.`,
      );
  }
};

/**
 * Takes a command back, or its undo, unless a student would be in two classes at once or a record
 * would lose its class (domain.md §1).
 * @throws OfficeError `enrolment-overlap`, `enrolment-has-records`
 */
export const keepingClasses = async (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> => {
  const touched = await studentsOf(trx, auditId);
  const before = await stintsOf(trx, touched);
  const returning = await withReturning(trx, auditId);
  const astray = await withoutClass(trx, returning);
  await step();
  // Who is gone with the command is told of by the references to him (`row-in-use`).
  const left: { id: number }[] = await trx('students')
    .modify(where, among('id', touched))
    .select('id');
  const ids = left.map(({ id }) => id);
  await refuseTwoClasses(trx, ids);
  await refuseLostRecords(trx, ids, before);
  await refuseNewWithoutClass(trx, returning, astray);
};

interface Doubled {
  readonly student_id: number;
  readonly on: IsoDate;
}

/** Students whose periods of education come back and lie over one another, with the day. */
const doubledStudyPeriods = (db: Knex, auditId: number): Promise<readonly Doubled[]> =>
  db.raw(
    `SELECT one.student_id, max(one.starts_on, other.starts_on) AS "on"
     FROM study_periods one JOIN study_periods other
       ON other.student_id = one.student_id AND other.id > one.id
       AND ${overlapSql('one', 'other')}
     WHERE one.student_id IN (SELECT before ->> 'student_id' FROM audit_changes
       WHERE audit_id = ? AND table_name = 'study_periods' AND before IS NOT NULL)
     ORDER BY 2`,
    [auditId],
  );

/**
 * Takes a command back, or its undo, unless a period of education would return to days another
 * one has taken meanwhile (domain.md §1).
 * @throws OfficeError `study-period-overlap`
 */
export const keepingStudyPeriods = async (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> => {
  const before = new Set((await doubledStudyPeriods(trx, auditId)).map((row) => row.student_id));
  await step();
  const [doubled] = (await doubledStudyPeriods(trx, auditId)).filter(
    ({ student_id: id }) => !before.has(id),
  );
  if (!doubled) return;
  throw new OfficeError(
    'study-period-overlap',
    `Так нельзя: ${await nameOfStudent(trx, doubled.student_id)}, с ${shortDate(doubled.on)} уже записан другой период обучения. Ничего не изменено. Сначала уберите или исправьте его.`,
  );
};
