import { z } from 'zod';
import { id, nothing, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import { personKind } from './people-fields.ts';

/** As `domain/duplicates.ts` names them; guardians are told apart by phones, teachers by names. */
export const duplicateReason = z.enum([
  'same-name-same-birth',
  'same-name-no-birth',
  'swapped-name',
  'spelling',
  'no-middle-name',
  'same-name',
  'same-name-same-phone',
  'same-name-no-phone',
]);

const suspect = z.strictObject({
  id,
  fullName: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string().nullable(),
  birthDate: z.string().nullable(),
  className: z.string().nullable(),
  sex: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  position: z.string().nullable(),
  /** «8А», children of a guardian, subjects of a teacher: what helps to tell them apart. */
  details: z.string(),
});

export const duplicateRow = z.strictObject({
  key: z.string(),
  kind: personKind,
  reason: duplicateReason,
  names: z.array(z.string()),
  people: z.array(suspect),
});

const merge = <F extends readonly [string, ...string[]]>(fields: F) =>
  command(
    z.strictObject({
      keep: id,
      drop: id,
      /** Fields whose value comes from the dropped card; the rest stay, empty ones are filled. */
      takeFromDropped: z.array(z.enum(fields)).default([]),
      ...read,
    }),
    nothing,
  );

const name = ['lastName', 'firstName', 'middleName'] as const;

export const duplicatesOperations = {
  'people.listDuplicates': query(
    listInput({ kind: personKind }, ['reason']),
    listOutput(duplicateRow),
  ),
  /** «Это разные люди»: the pair is not shown again. */
  'people.markDistinct': command(
    z.strictObject({ kind: personKind, ids: z.array(id).min(2).max(50) }),
    nothing,
  ),
  'people.mergeStudents': merge([...name, 'birthDate', 'sex', 'address']),
  'people.mergeGuardians': merge([...name, 'phone', 'email', 'address']),
  'people.mergeTeachers': merge([...name, 'position']),
} as const;
