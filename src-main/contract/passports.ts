import { z } from 'zod';
import { byId, id, isoDate, isoTime, line, nothing, optionalLine, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';

/**
 * Passport data of class 11, needed to tell the results of the state exam and nothing else: sealed
 * at rest, purged after the exams with a protocol (S2 §8; domain.md §1).
 */

export const passportFields = {
  series: line(4).regex(/^\d{4}$/u, 'Серия паспорта – четыре цифры'),
  number: line(6).regex(/^\d{6}$/u, 'Номер паспорта – шесть цифр'),
  issuedOn: isoDate.nullable().default(null),
  issuedBy: optionalLine(300),
} as const;

const passport = z.strictObject({
  series: z.string(),
  number: z.string(),
  issuedOn: isoDate.nullable(),
  issuedBy: z.string().nullable(),
});

/** No passport data: it opens only by `passports.card`. */
export const passportRow = z.strictObject({
  studentId: id,
  studentName: z.string(),
  className: z.string(),
  birthDate: isoDate.nullable(),
  hasPassport: z.boolean(),
  savedAt: isoTime.nullable(),
});

export const purgeRow = z.strictObject({
  id,
  on: isoDate,
  /** How many students' data were destroyed. */
  students: z.int(),
  reason: z.string(),
});

export const passportsOperations = {
  /** Everyone of class 11 today and everyone whose data is still kept. */
  'passports.list': query(
    listInput({ hasPassport: z.boolean(), className: z.string().max(20) }, [
      'studentName',
      'className',
    ]),
    listOutput(passportRow),
  ),
  /** Refusals: `passport-none`, `vault-not-set`, `vault-locked`. */
  'passports.card': query(z.strictObject({ studentId: id }), passport),
  /** Refusals: `passport-class-only-11`, `vault-not-set`, `vault-locked`. */
  'passports.save': command(
    z.strictObject({ studentId: id, ...passportFields, ...read }),
    nothing,
    {
      undoable: false,
    },
  ),
  'passports.remove': command(z.strictObject({ studentId: id, ...read }), nothing, {
    undoable: false,
  }),
  /** Destroys all kept data; cannot be taken back. Refusals: `passports-nothing`. */
  'passports.purge': command(
    z.strictObject({ on: isoDate, reason: line(300) }),
    z.strictObject({ id, students: z.int() }),
    { undoable: false },
  ),
  'passports.purges': query(nothing, z.strictObject({ purges: z.array(purgeRow) })),
  /** «Акт об уничтожении…» with the list of students, without their data. */
  'passports.printProtocol': query(byId, documentOutput),
} as const;
