import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { PersonKind } from '../../contract/people-fields.ts';
import type { PersonalField, PersonalFields } from '../../contract/settings.ts';
import { PERSONAL_FIELDS, unwantedField } from '../../domain/personal-fields.ts';
import { isKeptSql, readSettings } from '../settings/index.ts';

/** What the school keeps of people beyond S2 §8. */
export const readPersonalFields = async (db: Knex): Promise<PersonalFields> =>
  (await readSettings(db)).personalFields;

/** The refusal of a field that the school does not keep; `path` is its place in the input. */
export const fieldNotKept = (field: PersonalField, path: string): OfficeError => {
  const { title } = PERSONAL_FIELDS[field];
  return new OfficeError(
    'field-not-kept',
    `Школа не хранит «${title}». Включить: «Настройки» → «Какие сведения храним».`,
    [{ path, message: `«${title}»: школа этого не хранит` }],
  );
};

/** @throws OfficeError `field-not-kept` */
export const requireKept = (
  kind: PersonKind,
  given: Parameters<typeof unwantedField>[1],
  settings: PersonalFields,
): void => {
  const unwanted = unwantedField(kind, given, settings);
  if (unwanted) throw fieldNotKept(unwanted.field, unwanted.path);
};

/**
 * SQL of the folded text a guardian is found by: the name, then the digits of the phone and the
 * e-mail while the school keeps them. `search` holds all three, for the school may turn them on
 * again; folding drops apostrophes of an e-mail and no other sign.
 */
export const guardianSearchSql = (alias: string): string => {
  const [phone, email] = [isKeptSql('guardianPhone'), isKeptSql('guardianEmail')];
  const search = `${alias}.search`;
  const length = `length(replace(coalesce(${alias}.email, ''), '''', ''))`;
  const withoutEmail = `rtrim(substr(${search}, 1, length(${search}) - ${length}))`;
  const nameOnly = `rtrim(${withoutEmail}, '0123456789 ')`;
  const foldedEmail = `CASE WHEN ${length} > 0 THEN ' ' || substr(${search}, -${length}) ELSE '' END`;
  return `(CASE WHEN ${phone} AND ${email} THEN ${search}
    WHEN ${phone} THEN ${withoutEmail}
    WHEN ${email} THEN ${nameOnly} || ${foldedEmail}
    ELSE ${nameOnly} END)`;
};
