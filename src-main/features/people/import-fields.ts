import type { OperationOutput } from '../../contract/operations.ts';
import type { PersonalField, PersonalFields } from '../../contract/settings.ts';
import { fieldOfFile, PERSONAL_FIELDS, personalFieldNames } from '../../domain/personal-fields.ts';
import type { RecognisedPeople } from '../../spreadsheets/people/recognised.ts';

/**
 * Personal fields of an imported file: what the school does not keep and what a person leaves out
 * is dropped before the plan is made, so that no plan holds it (S2 §8; domain.md §1).
 */

export type FieldInFile = OperationOutput<'people.previewImport'>['personalFields'][number];

/** What the reader says of a value it could not read; of a dropped field there is nothing to say. */
const warningOf: Readonly<Partial<Record<PersonalField, string>>> = {
  studentSex: 'unknown-sex',
  guardianPhone: 'bad-phone',
  guardianEmail: 'bad-email',
};

const valuesOf = ({ students, guardians }: RecognisedPeople, field: PersonalField): number => {
  const { kind, name } = PERSONAL_FIELDS[field];
  const rows: readonly object[] = kind === 'student' ? students : guardians;
  return rows.filter((row) => (row as Readonly<Record<string, unknown>>)[name] !== null).length;
};

/** The personal fields that the file has values of, and what becomes of each. */
export const fieldsInFile = (
  people: RecognisedPeople,
  settings: PersonalFields,
  leftOut: readonly PersonalField[],
): readonly FieldInFile[] =>
  personalFieldNames.flatMap((field) => {
    const values = valuesOf(people, field);
    if (values === 0) return [];
    const { title } = PERSONAL_FIELDS[field];
    const outcome = fieldOfFile(field, settings, leftOut);
    return [{ field, title, purpose: settings[field].purpose, values, outcome }];
  });

/** Only what is taken. By its phone a row is still known among the rows of this file. */
export const takeFields = (
  people: RecognisedPeople,
  settings: PersonalFields,
  leftOut: readonly PersonalField[],
): RecognisedPeople => {
  const dropped = personalFieldNames.filter(
    (field) => fieldOfFile(field, settings, leftOut) !== 'taken',
  );
  const empty = (kind: 'student' | 'guardian') =>
    Object.fromEntries(
      dropped.flatMap((field) =>
        PERSONAL_FIELDS[field].kind === kind ? [[PERSONAL_FIELDS[field].name, null]] : [],
      ),
    );
  const [ofStudents, ofGuardians] = [empty('student'), empty('guardian')];
  const silent = new Set(dropped.flatMap((field) => warningOf[field] ?? []));
  return {
    ...people,
    students: people.students.map((row) => ({ ...row, ...ofStudents })),
    guardians: people.guardians.map((row) => ({ ...row, ...ofGuardians })),
    warnings: people.warnings.filter(({ code }) => !silent.has(code)),
  };
};
