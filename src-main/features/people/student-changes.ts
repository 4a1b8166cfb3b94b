import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { fold, fullName, personKey, tidyName } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { withStored } from '../../domain/personal-fields.ts';
import type { Asked } from '../context.ts';
import { nameColumns } from './at-date.ts';
import { enrol } from './enrolments.ts';
import { forgetTraces } from './person-traces.ts';
import { readPersonalFields, requireKept } from './personal-fields.ts';
import { refuseIfUsed } from './references.ts';

type StudentForm = Asked<'people.saveStudent'>;

/** The name as stored: one spelling of spaces and dashes. */
export const tidy = (name: PersonName): PersonName => ({
  lastName: tidyName(name.lastName),
  firstName: tidyName(name.firstName),
  middleName: name.middleName === null ? null : tidyName(name.middleName) || null,
});

/** The name under the names of its columns. */
export const nameValues = (name: PersonName) => ({
  last_name: name.lastName,
  first_name: name.firstName,
  middle_name: name.middleName,
});

const record = (form: StudentForm) => {
  const name = tidy(form);
  return {
    ...nameValues(name),
    birth_date: form.birthDate,
    sex: form.sex,
    address: form.address,
    search: fold(fullName(name)),
  };
};

/** A namesake with the same or an unknown birth date may be the same child (domain.md §1). */
const refuseNamesake = async (trx: Knex, form: StudentForm): Promise<void> => {
  if (form.namesake) return;
  const same: (PersonName & { readonly birthDate: string | null })[] = await trx('students')
    .where({ search: fold(fullName(tidy(form))) })
    .whereNot({ id: form.id ?? 0 })
    .select({ ...nameColumns(trx, 'students'), birthDate: 'birth_date' });
  const suspect = same.find(
    (row) =>
      personKey(row) === personKey(form) &&
      (row.birthDate === null || form.birthDate === null || row.birthDate === form.birthDate),
  );
  if (!suspect) return;
  throw new OfficeError(
    'student-exists',
    `Ученик «${fullName(tidy(form))}» с такой же или не указанной датой рождения уже есть. Откройте его карточку или подтвердите, что это другой ребёнок.`,
    [{ path: 'lastName', message: 'Похожий ученик уже есть' }],
  );
};

const refuseUnborn = (form: StudentForm, today: string): void => {
  if (form.birthDate === null || (form.birthDate >= '1940-01-01' && form.birthDate < today)) return;
  throw new OfficeError('birth-date-impossible', 'Проверьте дату рождения.', [
    { path: 'birthDate', message: 'Дата рождения должна быть в прошлом, не раньше 1940 года' },
  ]);
};

/**
 * Creates or changes a student.
 * @throws OfficeError `student-exists`, `student-unknown`, `birth-date-impossible`,
 *   `field-not-kept`, as `enrol`
 */
export const saveStudent = async (trx: Knex, form: StudentForm, today: string): Promise<number> => {
  refuseUnborn(form, today);
  const fields = await readPersonalFields(trx);
  requireKept('student', form, fields);
  if (form.id !== null) {
    const before: ReturnType<typeof record> | undefined = await trx('students')
      .where({ id: form.id })
      .first();
    if (!before) throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
    const after = record(withStored('student', form, before, fields));
    if (before.search !== after.search || before.birth_date !== after.birth_date)
      await refuseNamesake(trx, form);
    await trx('students').where({ id: form.id }).update(after);
    return form.id;
  }
  await refuseNamesake(trx, form);
  const [id] = await trx('students').insert(record(form));
  if (form.enrol) await enrol(trx, { studentId: id as number, ...form.enrol });
  return id as number;
};

/**
 * Deletes a student no register speaks of, with his classes, links and periods.
 * @throws OfficeError `row-in-use`, `student-unknown`
 */
export const deleteStudent = async (trx: Knex, id: number): Promise<void> => {
  const own = ['enrolments', 'study_periods', 'guardianships'];
  await refuseIfUsed(trx, 'students', id, own);
  for (const table of own) await trx(table).where({ student_id: id }).delete();
  await forgetTraces(trx, 'student', id);
  if ((await trx('students').where({ id }).delete()) === 0)
    throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
};
