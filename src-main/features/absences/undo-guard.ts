import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { overlaps } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { absencesOfStudents, readAbsence } from './repository.ts';

const refuseOverlap = async (trx: Knex, id: number): Promise<void> => {
  const back = await readAbsence(trx, id);
  if (!back) return;
  const other = (await absencesOfStudents(trx, [back.studentId])).find(
    (row) => row.id !== id && overlaps(row, back),
  );
  if (!other) return;
  const end = other.to === null ? ', не закрыт' : ` по ${shortDate(other.to)}`;
  throw new OfficeError(
    'absence-overlaps',
    `Так нельзя: ${back.studentName}, на эти дни уже записан другой пропуск (с ${shortDate(other.from)}${end}). Ничего не изменено. Сначала уберите или исправьте его.`,
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
