import { z } from 'zod';
import { id, isoDate, line, nothing, byIdRead, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import * as people from './people-fields.ts';

export const guardianRow = z.strictObject({
  id,
  ...people.nameOutput,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  childCount: z.int(),
  /** «Иванов Пётр Ильич, 8А» for each child. */
  children: z.array(z.string()),
  /** Links about which a person must still say whether they represent the child. */
  doubts: z.int(),
});

export const childRow = z.strictObject({
  studentId: id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  className: z.string().nullable(),
  ...people.linkOutput,
});

const link = z.strictObject({ studentId: id, ...people.linkFields });

export const guardiansOperations = {
  'people.listGuardians': query(
    listInput(
      {
        onDate: isoDate,
        className: line(10),
        withoutPhone: z.boolean(),
        withoutChildren: z.boolean(),
        /** A person must still say whether he represents a child. */
        inDoubt: z.boolean(),
      },
      ['fullName', 'childCount'],
    ),
    listOutput(guardianRow),
  ),
  'people.guardian': query(
    z.strictObject({ id, onDate: people.onDate }),
    z.strictObject({ guardian: guardianRow, children: z.array(childRow) }),
  ),
  /** `id` null creates; the same name and phone is refused unless `namesake` is true. */
  'people.saveGuardian': command(
    z.strictObject({
      id: id.nullable(),
      ...people.nameInput,
      ...people.contacts,
      /** Only for a new guardian. */
      link: link.nullable().default(null),
      namesake: z.boolean().default(false),
      ...read,
    }),
    z.strictObject({ id }),
  ),
  /**
   * Links, or changes what an existing link tells; that also settles its doubt. Refusals:
   * `basis-not-kept`, `after-majority-not-guardian`.
   */
  'people.linkGuardian': command(
    z.strictObject({ guardianId: id, studentId: id, ...people.linkFields, ...read }),
    nothing,
  ),
  'people.unlinkGuardian': command(
    z.strictObject({ guardianId: id, studentId: id, ...read }),
    nothing,
  ),
  /** Only a guardian no register speaks of. */
  'people.deleteGuardian': command(byIdRead, nothing),
  'people.findGuardians': query(
    z.strictObject({
      text: z.string().max(200),
      onDate: people.onDate,
      limit: z.int().min(1).max(100).default(20),
    }),
    z.strictObject({ guardians: z.array(guardianRow) }),
  ),
} as const;
