import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { overlaps } from '../../domain/dates.ts';
import { among } from './at-date.ts';
import { nameOfStudent, refuseLostRecords, stintsOf } from './enrolment-records.ts';

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
  await step();
  // Who is gone with the command is told of by the references to him (`row-in-use`).
  const left: { id: number }[] = await trx('students')
    .whereRaw(among('id'), [JSON.stringify(touched)])
    .select('id');
  const ids = left.map(({ id }) => id);
  await refuseTwoClasses(trx, ids);
  await refuseLostRecords(trx, ids, before);
};
