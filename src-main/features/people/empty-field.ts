import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { PersonalField } from '../../contract/settings.ts';
import type { PersonName } from '../../domain/names.ts';
import { PERSONAL_FIELDS, personalFieldNames } from '../../domain/personal-fields.ts';
import { counted } from '../../domain/russian.ts';
import { nameColumns } from './at-date.ts';
import { guardianSearch } from './guardian-changes.ts';
import { readPersonalFields } from './personal-fields.ts';
import { personTable } from './references.ts';

/** Empties a field that the school does not keep, of everybody at once (S2 §8; domain.md §1). */

const placeOf = (field: PersonalField) => {
  const { kind, name, title } = PERSONAL_FIELDS[field];
  return { table: personTable[kind], column: name, title };
};

const countOf = async (db: Knex, field: PersonalField): Promise<number> => {
  const { table, column } = placeOf(field);
  const [row] = await db(table).whereNotNull(column).count({ n: '*' });
  return Number(row?.['n'] ?? 0);
};

/** How many people have a value in each field. */
export const countPersonalFields = async (db: Knex): Promise<Record<PersonalField, number>> => {
  const counts: [PersonalField, number][] = [];
  for (const field of personalFieldNames) counts.push([field, await countOf(db, field)]);
  return Object.fromEntries(counts) as Record<PersonalField, number>;
};

interface Found extends PersonName {
  readonly id: number;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The phone and the e-mail leave the words a guardian is found by, too. */
const emptyContact = async (trx: Knex, column: 'phone' | 'email'): Promise<void> => {
  const rows: Found[] = await trx('guardians')
    .whereNotNull(column)
    .select({ id: 'id', ...nameColumns(trx, 'guardians'), phone: 'phone', email: 'email' });
  for (const row of rows) {
    const search = guardianSearch(
      row,
      column === 'phone' ? null : row.phone,
      column === 'email' ? null : row.email,
    );
    await trx('guardians')
      .where({ id: row.id })
      .update({ [column]: null, search });
  }
};

/**
 * Empties the field of everybody; answers how many had a value.
 * @throws OfficeError `field-still-kept`, `field-count-changed`, `field-already-empty`
 */
export const emptyPersonalField = async (
  trx: Knex,
  field: PersonalField,
  shown: number,
): Promise<number> => {
  const { table, column, title } = placeOf(field);
  if ((await readPersonalFields(trx))[field].kept)
    throw new OfficeError(
      'field-still-kept',
      `Школа хранит «${title}». Сначала снимите отметку: «Настройки» → «Какие сведения храним».`,
    );
  const count = await countOf(trx, field);
  if (count === 0)
    throw new OfficeError(
      'field-already-empty',
      `«${title}»: удалять нечего, ни у кого не указано.`,
    );
  if (count !== shown)
    throw new OfficeError(
      'field-count-changed',
      `«${title}» теперь есть у ${counted(count, 'человека', 'человек', 'человек')}, а не у ${shown}: записи изменили. Проверьте число и повторите.`,
    );
  if (column === 'phone' || column === 'email') await emptyContact(trx, column);
  else
    await trx(table)
      .whereNotNull(column)
      .update({ [column]: null });
  return count;
};
