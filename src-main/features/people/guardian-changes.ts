import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { PersonalFields } from '../../contract/settings.ts';
import { fold, fullName, personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { phoneFromText } from '../../spreadsheets/people/fields.ts';
import { withStored } from '../../domain/personal-fields.ts';
import type { Asked } from '../context.ts';
import { keptSql } from '../settings/index.ts';
import { nameColumns } from './at-date.ts';
import { forgetTraces } from './person-traces.ts';
import { readPersonalFields, requireKept } from './personal-fields.ts';
import { refuseIfUsed } from './references.ts';
import { nameValues, tidy } from './student-changes.ts';

type GuardianForm = Asked<'people.saveGuardian'>;

/** Name, digits of the phone and e-mail: what a guardian is looked up by. */
export const guardianSearch = (
  name: PersonName,
  phone: string | null,
  email: string | null,
): string => fold([fullName(name), phone?.replace(/\D/gu, '') ?? '', email ?? ''].join(' '));

/** Ten-digit numbers are stored in one way; a local number stays as typed. */
const phoneOf = (text: string | null): string | null => {
  if (text === null) return null;
  const phone = phoneFromText(text);
  if (phone !== null) return phone;
  if (/^[\d\s()+.-]{5,20}$/u.test(text) && (text.match(/\d/gu)?.length ?? 0) >= 5) return text;
  throw fieldError('bad-phone', 'phone', 'Укажите телефон цифрами, например +7 910 123-45-67.');
};

const record = (form: GuardianForm) => {
  const name = tidy(form);
  const { phone } = form;
  return {
    ...nameValues(name),
    phone,
    email: form.email,
    address: form.address,
    search: guardianSearch(name, phone, form.email),
  };
};

type Stored = ReturnType<typeof record>;

/** The same name and phone is the same person; without a phone nothing tells them apart. */
const refuseNamesake = async (
  trx: Knex,
  form: GuardianForm,
  { guardianPhone }: PersonalFields,
): Promise<void> => {
  if (form.namesake) return;
  const rows: (PersonName & { readonly phone: string | null })[] = await trx('guardians')
    .whereRaw('instr(search, ?) = 1', [fold(fullName(tidy(form)))])
    .whereNot({ id: form.id ?? 0 })
    .select({
      ...nameColumns(trx, 'guardians'),
      phone: trx.raw(keptSql('guardianPhone', 'phone')),
    });
  const same = rows.some(
    (row) =>
      personKey(row) === personKey(form) &&
      (row.phone === null || form.phone === null || row.phone === form.phone),
  );
  if (!same) return;
  const phone = guardianPhone.kept ? ' с таким же или не указанным телефоном' : '';
  throw new OfficeError(
    'guardian-exists',
    `Родитель «${fullName(tidy(form))}»${phone} уже есть. Откройте его карточку или подтвердите, что это другой человек.`,
    [{ path: 'lastName', message: 'Похожий родитель уже есть' }],
  );
};

/**
 * Creates or changes a guardian.
 * @throws OfficeError `guardian-exists`, `guardian-unknown`, `bad-phone`, `field-not-kept`,
 *   as `linkGuardian`
 */
export const saveGuardian = async (trx: Knex, typed: GuardianForm): Promise<number> => {
  const fields = await readPersonalFields(trx);
  requireKept('guardian', typed, fields);
  const form = { ...typed, phone: phoneOf(typed.phone) };
  if (form.id !== null) {
    const before: Stored | undefined = await trx('guardians').where({ id: form.id }).first();
    if (!before) throw new OfficeError('guardian-unknown', 'Такого родителя нет. Обновите список.');
    const stored = record(withStored('guardian', form, before, fields));
    if (before.search !== stored.search) await refuseNamesake(trx, form, fields);
    await trx('guardians').where({ id: form.id }).update(stored);
    return form.id;
  }
  await refuseNamesake(trx, form, fields);
  const [created] = await trx('guardians').insert(record(form));
  const id = created as number;
  if (form.link) await linkGuardian(trx, { guardianId: id, ...form.link });
  return id;
};

type LinkForm = Omit<Asked<'people.linkGuardian'>, 'version'>;

/** @throws OfficeError `basis-not-kept`, `after-majority-not-guardian` */
const linkValues = ({ relation, basis, livesApart, afterMajority }: LinkForm) => {
  if (relation === 'not-representative' && (basis !== null || livesApart))
    throw fieldError(
      'basis-not-kept',
      'basis',
      'О том, кто не представляет ребёнка, основание и отдельное проживание не хранятся. Очистите эти поля.',
    );
  if (afterMajority && relation !== 'guardian')
    throw fieldError(
      'after-majority-not-guardian',
      'afterMajority',
      'После 18 лет продолжается только опека. Выберите «опекун» или снимите отметку.',
    );
  return {
    relation,
    basis,
    lives_apart: Number(livesApart),
    after_majority: Number(afterMajority),
    // A person has said it.
    doubt: null,
  };
};

/**
 * Links a guardian to a student, or changes what the link tells.
 * @throws OfficeError `student-unknown`, `guardian-unknown`, as `linkValues`
 */
export const linkGuardian = async (trx: Knex, link: LinkForm): Promise<void> => {
  const { guardianId, studentId } = link;
  if ((await trx('students').where({ id: studentId }).first('id')) === undefined)
    throw fieldError('student-unknown', 'studentId', 'Такого ученика нет. Выберите его из списка.');
  if ((await trx('guardians').where({ id: guardianId }).first('id')) === undefined)
    throw fieldError(
      'guardian-unknown',
      'guardianId',
      'Такого родителя нет. Выберите его из списка.',
    );
  const key = { student_id: studentId, guardian_id: guardianId };
  const values = linkValues(link);
  const changed = await trx('guardianships').where(key).update(values);
  if (changed === 0) await trx('guardianships').insert({ ...key, ...values });
};

/** @throws OfficeError `link-unknown` */
export const unlinkGuardian = async (
  trx: Knex,
  { guardianId, studentId }: Asked<'people.unlinkGuardian'>,
): Promise<void> => {
  const gone = await trx('guardianships')
    .where({ student_id: studentId, guardian_id: guardianId })
    .delete();
  if (gone === 0) throw new OfficeError('link-unknown', 'Этот родитель не связан с учеником.');
};

/** @throws OfficeError `row-in-use`, `guardian-unknown` */
export const deleteGuardian = async (trx: Knex, id: number): Promise<void> => {
  await refuseIfUsed(trx, 'guardians', id, ['guardianships']);
  await trx('guardianships').where({ guardian_id: id }).delete();
  await forgetTraces(trx, 'guardian', id);
  if ((await trx('guardians').where({ id }).delete()) === 0)
    throw new OfficeError('guardian-unknown', 'Такого родителя нет. Обновите список.');
};
