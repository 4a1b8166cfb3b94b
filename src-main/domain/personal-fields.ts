import type { PersonKind } from '../contract/people-fields.ts';
import type { PersonalField, PersonalFields } from '../contract/settings.ts';

/**
 * Personal fields beyond what the service needs (S2 §8: names, birth date and class; domain.md §1).
 * The school keeps each for a purpose or not at all. What is not kept is neither taken nor shown;
 * values stored before stay until the school empties the field for all.
 */

interface Place {
  readonly kind: Exclude<PersonKind, 'teacher'>;
  /** Name of the field in the forms of the kind, and of the column. */
  readonly name: string;
  /** As refusals and lists call it. */
  readonly title: string;
}

export const PERSONAL_FIELDS = {
  studentSex: { kind: 'student', name: 'sex', title: 'Пол ученика' },
  studentAddress: { kind: 'student', name: 'address', title: 'Адрес ученика' },
  guardianPhone: { kind: 'guardian', name: 'phone', title: 'Телефон родителя' },
  guardianEmail: { kind: 'guardian', name: 'email', title: 'Электронная почта родителя' },
  guardianAddress: { kind: 'guardian', name: 'address', title: 'Адрес родителя' },
} as const satisfies Readonly<Record<PersonalField, Place>>;

/** In the order of the settings. */
export const personalFieldNames = Object.keys(PERSONAL_FIELDS) as readonly PersonalField[];

/** Personal fields of a kind of people by their names in its forms. */
const fieldsOf = (kind: PersonKind): readonly (readonly [string, PersonalField])[] =>
  personalFieldNames.flatMap((field) =>
    PERSONAL_FIELDS[field].kind === kind ? [[PERSONAL_FIELDS[field].name, field] as const] : [],
  );

/** The personal field that a form of the kind calls by the name; null: the service needs it. */
export const personalFieldOf = (kind: PersonKind, name: string): PersonalField | null =>
  fieldsOf(kind).find(([one]) => one === name)?.[1] ?? null;

/** Names of the kind's fields that the school does not keep. */
export const notKept = (kind: PersonKind, settings: PersonalFields): readonly string[] =>
  fieldsOf(kind).flatMap(([name, field]) => (settings[field].kept ? [] : [name]));

type Values = Readonly<Record<string, unknown>>;

/** Of what a form brings, the first field that the school does not keep and that is not empty. */
export const unwantedField = (
  kind: PersonKind,
  given: Values,
  settings: PersonalFields,
): { readonly path: string; readonly field: PersonalField } | null => {
  for (const [path, field] of fieldsOf(kind)) {
    const value = given[path];
    const isEmpty = value === null || value === undefined || value === '' || value === false;
    if (!settings[field].kept && !isEmpty) return { path, field };
  }
  return null;
};

/** What an edit writes: fields that are not kept stay as they are stored. */
export const withStored = <V extends object>(
  kind: PersonKind,
  given: V,
  stored: Readonly<Partial<Record<string, unknown>>>,
  settings: PersonalFields,
): V => {
  const names = notKept(kind, settings);
  const kept = names.map((name) => [name, stored[name] ?? null] as const);
  return { ...given, ...Object.fromEntries(kept) };
};

/** What becomes of a column of an imported file. */
export type FieldOfFile = 'taken' | 'left-out' | 'not-kept';

/** The school's setting goes first; of the rest a person leaves out what this import shall not take. */
export const fieldOfFile = (
  field: PersonalField,
  settings: PersonalFields,
  leftOut: readonly PersonalField[],
): FieldOfFile => {
  if (!settings[field].kept) return 'not-kept';
  return leftOut.includes(field) ? 'left-out' : 'taken';
};
