import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Relation, Sex } from '../../contract/people-fields.ts';
import { declineInitials, declineName } from '../../domain/declension.ts';
import type { DeclinedName, NameCase, NameOverrides } from '../../domain/declension.ts';
import { fullName, splitFullName } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { sexOfRelation } from '../../domain/representation.ts';
import type { CasePerson, KeptForms } from '../people/index.ts';
import { keepForms, keptForms, personRecord } from '../people/index.ts';
import { requireSchool } from '../settings/index.ts';

/** Names in the cases that statements need, with what a person confirmed before (domain.md §1). */

export interface DeclinedText {
  readonly source: string;
  readonly text: string;
  readonly doubtful: boolean;
  readonly reasons: readonly string[];
  readonly overridden: boolean;
}

export interface Declinable {
  readonly person: CasePerson;
  readonly name: PersonName;
  readonly sex: Sex | null;
}

const overrides = ({ genitive, dative, notDeclined }: KeptForms): NameOverrides => ({
  ...(genitive === null ? {} : { genitive }),
  ...(dative === null ? {} : { dative }),
  notDeclined,
});

const asText = (source: string, declined: DeclinedName): DeclinedText => ({
  source,
  text: declined.text,
  doubtful: declined.doubtful,
  reasons: declined.reasons,
  overridden: declined.overridden,
});

/** The full name in a case, with what the person confirmed before. */
export const declined = async (
  db: Knex,
  { person, name, sex }: Declinable,
  nameCase: NameCase,
): Promise<DeclinedText> => {
  const kept = overrides(await keptForms(db, person, name));
  return asText(fullName(name), declineName(name, nameCase, sex, kept));
};

/** «Ивановой М. П.» in the dative; a kept form may be full or with initials already. */
export const declinedWithInitials = async (
  db: Knex,
  { person, name, sex }: Declinable,
): Promise<DeclinedText> => {
  const kept = await keptForms(db, person, name);
  const typed = kept.dative !== null && kept.dative.includes('.');
  const result = declineInitials(name, 'dative', sex, overrides(kept));
  return { ...asText(fullName(name), result), ...(typed ? { text: kept.dative ?? '' } : {}) };
};

/** The director of the settings. @throws OfficeError `school-not-set` */
export const headOf = async (db: Knex): Promise<Declinable> => {
  const { directorName } = await requireSchool(db);
  return {
    person: { kind: 'head', id: null },
    name: splitFullName(directorName) ?? {
      lastName: directorName,
      firstName: '',
      middleName: null,
    },
    sex: null,
  };
};

const declinable = async (db: Knex, person: CasePerson): Promise<Declinable> => {
  const { kind, id } = person;
  if (kind === 'head') return headOf(db);
  if (id === null) throw new OfficeError('person-unknown', 'Выберите человека из списка.');
  const record = await personRecord(db, kind, id);
  const link: { relation: Relation } | undefined =
    kind === 'guardian'
      ? await db('guardianships').where({ guardian_id: id }).first('relation')
      : undefined;
  return { person, name: record, sex: record.sex ?? sexOfRelation(link?.relation ?? null) };
};

/** What the program makes of the name by itself, and what is kept. */
export const nameCases = async (
  db: Knex,
  person: CasePerson,
): Promise<OperationOutput<'statements.nameCases'>> => {
  const one = await declinable(db, person);
  const own = (nameCase: NameCase) => {
    const { text, doubtful, reasons } = declineName(one.name, nameCase, one.sex);
    return { text, doubtful, reasons };
  };
  return {
    fullName: fullName(one.name),
    kept: await keptForms(db, person, one.name),
    genitive: own('genitive'),
    dative: own('dative'),
  };
};

export const saveNameCases = async (
  trx: Knex,
  person: CasePerson,
  forms: KeptForms,
): Promise<void> => keepForms(trx, person, (await declinable(trx, person)).name, forms);
