import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { Vault } from '../../ports/vault.ts';

/** Rows of class 11 passports: sealed, one per student (S2 §8). */

export interface Passport {
  readonly series: string;
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string | null;
}

export interface Purge {
  readonly id: number;
  readonly on: string;
  readonly reason: string;
  readonly students: readonly PurgedStudent[];
}

/** Who stands in the protocol: never the data itself. */
export interface PurgedStudent {
  readonly name: string;
  readonly className: string;
}

const contextOf = (id: number): string => `passport/${id}`;

/** When the data of each student was saved; nothing is opened. */
export const savedPassports = async (db: Knex): Promise<ReadonlyMap<number, string>> => {
  const rows: { studentId: number; savedAt: string }[] = await db('passports').select({
    studentId: 'student_id',
    savedAt: 'saved_at',
  });
  return new Map(rows.map(({ studentId, savedAt }) => [studentId, savedAt]));
};

/** @throws OfficeError `passport-none`, `vault-locked`, `vault-damaged` */
export const openPassport = async (
  db: Knex,
  vault: Vault,
  studentId: number,
): Promise<Passport> => {
  const row: { id: number; sealed: Uint8Array | null } | undefined = await db('passports')
    .where({ student_id: studentId })
    .first({ id: 'id', sealed: 'sealed_passport' });
  if (!row?.sealed)
    throw new OfficeError('passport-none', 'Паспортных данных этого ученика в программе нет.');
  return JSON.parse(vault.unseal(row.sealed, contextOf(row.id)));
};

export const removePassport = async (trx: Knex, studentId: number): Promise<void> => {
  await trx('passports').where({ student_id: studentId }).delete();
};

/** @throws OfficeError `vault-not-set`, `vault-locked` */
export const storePassport = async (
  trx: Knex,
  vault: Vault,
  studentId: number,
  passport: Passport,
  at: string,
): Promise<void> => {
  await removePassport(trx, studentId);
  const [id] = await trx('passports').insert({ student_id: studentId, saved_at: at });
  if (id === undefined) throw new Error('the passport was not inserted');
  // Sealed to its own row: ciphertext put into another one does not open.
  const sealed = vault.seal(JSON.stringify(passport), contextOf(id));
  await trx('passports')
    .where({ id })
    .update({ sealed_passport: Buffer.from(sealed) });
};

export const storePurge = async (
  trx: Knex,
  on: string,
  reason: string,
  students: readonly PurgedStudent[],
): Promise<number> => {
  await trx('passports').delete();
  const [id] = await trx('passport_purges').insert({
    on_date: on,
    reason,
    students: JSON.stringify(students),
  });
  if (id === undefined) throw new Error('the purge was not inserted');
  return id;
};

const purgeColumns = { id: 'id', on: 'on_date', reason: 'reason', students: 'students' } as const;

type KeptPurge = Omit<Purge, 'students'> & { readonly students: string };

const asPurge = (row: KeptPurge): Purge => ({ ...row, students: JSON.parse(row.students) });

/** Newest first. */
export const readPurges = async (db: Knex): Promise<readonly Purge[]> => {
  const rows: KeptPurge[] = await db('passport_purges').orderBy('id', 'desc').select(purgeColumns);
  return rows.map(asPurge);
};

/** @throws OfficeError `purge-unknown` */
export const readPurge = async (db: Knex, id: number): Promise<Purge> => {
  const row: KeptPurge | undefined = await db('passport_purges').where({ id }).first(purgeColumns);
  if (row) return asPurge(row);
  throw new OfficeError('purge-unknown', 'Такого акта нет. Обновите список.');
};
