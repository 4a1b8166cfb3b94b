import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { MergedCards } from '../people/index.ts';

/**
 * Passports are sealed: they can be neither compared nor brought back, so none is lost silently.
 * @throws OfficeError `merge-passports-clash`
 */
export const refuseTwoPassports = async (
  trx: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<void> => {
  if (kind !== 'student') return;
  const rows: unknown[] = await trx('passports').whereIn('student_id', [keep, drop]).select('id');
  if (rows.length < 2) return;
  throw new OfficeError(
    'merge-passports-clash',
    'Объединить нельзя: паспортные данные записаны в обеих карточках. Удалите лишние в разделе «Паспорта 11 класса», потом объедините.',
  );
};
