import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { overlaps } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { AbsenceRecord } from './repository.ts';
import { absencesOfStudents, readAbsence } from './repository.ts';

const periodOf = ({ starts_on: from, ends_on: to }: AbsenceRecord) => ({ from, to });

const refuseOverlap = async (trx: Knex, id: number): Promise<void> => {
  const back = await readAbsence(trx, id);
  if (!back) return;
  const other = (await absencesOfStudents(trx, [back.student_id])).find(
    (row) => row.id !== id && overlaps(periodOf(row), periodOf(back)),
  );
  if (!other) return;
  const end = other.ends_on === null ? ', не закрыт' : ` по ${shortDate(other.ends_on)}`;
  throw new OfficeError(
    'absence-overlaps',
    `Так нельзя: ${back.student_name}, на эти дни уже записан другой пропуск (с ${shortDate(other.starts_on)}${end}). Ничего не изменено. Сначала уберите или исправьте его.`,
  );
};

/**
 * Takes a command back, or its undo, unless an absence would return to days another one has taken
 * meanwhile (domain.md §3).
 * @throws OfficeError `absence-overlaps`
 */
export const keepingAbsences = async (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> => {
  await step();
  const returned: { row_id: number }[] = await trx('audit_changes')
    .where({ audit_id: auditId, table_name: 'absences' })
    .whereNotNull('before')
    .distinct('row_id');
  for (const { row_id: id } of returned) await refuseOverlap(trx, id);
};
