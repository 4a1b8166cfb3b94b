import type { Knex } from 'knex';
import type { PersonKind } from '../../contract/people-fields.ts';
import type { Stored } from '../../database/stored.ts';
import type { NameForms } from '../../domain/merged-people.ts';
import { formsToKeep } from '../../domain/merged-people.ts';
import { fullName } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';

/** Forms of a name that a person confirmed or typed; kept until the person is renamed (domain.md §1). */

export interface CasePerson {
  readonly kind: 'student' | 'guardian' | 'teacher' | 'head';
  /** Null for the head of the settings. */
  readonly id: number | null;
}

export interface KeptForms {
  readonly genitive: string | null;
  readonly dative: string | null;
  readonly notDeclined: boolean;
}

const nothingKept: KeptForms = { genitive: null, dative: null, notDeclined: false };

const keyOf = ({ kind, id }: CasePerson) => ({ person_kind: kind, person_id: id ?? 0 });

/** Forms kept for the person under his present name; a renamed person has none. */
export const keptForms = async (
  db: Knex,
  person: CasePerson,
  name: PersonName,
): Promise<KeptForms> => {
  const row: Stored<KeptForms> | undefined = await db('name_cases')
    .where({ ...keyOf(person), name: fullName(name) })
    .first({ genitive: 'genitive', dative: 'dative', notDeclined: 'not_declined' });
  return row ? { ...row, notDeclined: row.notDeclined === 1 } : nothingKept;
};

/** Everything empty forgets the forms. */
export const keepForms = async (
  trx: Knex,
  person: CasePerson,
  name: PersonName,
  forms: KeptForms,
): Promise<void> => {
  const { genitive, dative, notDeclined } = forms;
  const known: { id: number } | undefined = await trx('name_cases')
    .where(keyOf(person))
    .first('id');
  if (genitive === null && dative === null && !notDeclined) {
    if (known) await trx('name_cases').where({ id: known.id }).delete();
    return;
  }
  const row = {
    ...keyOf(person),
    name: fullName(name),
    genitive,
    dative,
    not_declined: notDeclined ? 1 : 0,
  };
  if (known) await trx('name_cases').where({ id: known.id }).update(row);
  else await trx('name_cases').insert(row);
};

/** Forgets the forms of a person who is going away. */
export const forgetForms = async (trx: Knex, kind: PersonKind, id: number): Promise<void> => {
  await trx('name_cases').where({ person_kind: kind, person_id: id }).delete();
};

const formsOf = (trx: Knex, kind: PersonKind, id: number): Promise<NameForms | undefined> =>
  trx('name_cases').where({ person_kind: kind, person_id: id }).first('id', 'name');

/** The forms that fit the name two merged cards now have. */
export const moveForms = async (
  trx: Knex,
  kind: PersonKind,
  { keep, drop }: { readonly keep: number; readonly drop: number },
  name: string,
): Promise<void> => {
  const kept = (await formsOf(trx, kind, keep)) ?? null;
  const dropped = (await formsOf(trx, kind, drop)) ?? null;
  const chosen = formsToKeep(name, kept, dropped);
  for (const one of [kept, dropped])
    if (one && one !== chosen) await trx('name_cases').where({ id: one.id }).delete();
  if (chosen && chosen === dropped)
    await trx('name_cases').where({ id: chosen.id }).update({ person_id: keep });
};
