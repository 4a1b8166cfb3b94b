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

interface PassportRecord {
  readonly id: number;
  readonly student_id: number;
  readonly saved_at: string;
  readonly sealed_passport: Uint8Array | null;
}

export interface PurgeRecord {
  readonly id: number;
  readonly on_date: string;
  readonly reason: string;
  /** JSON of `PurgedStudent`. */
  readonly students: string;
}

/** Who stands in the protocol: never the data itself. */
export interface PurgedStudent {
  readonly name: string;
  readonly className: string;
}

const contextOf = (id: number): string => `passport/${id}`;

/** When the data of each student was saved; nothing is opened. */
export const savedPassports = async (db: Knex): Promise<ReadonlyMap<number, string>> => {
  const rows: Pick<PassportRecord, 'student_id' | 'saved_at'>[] = await db('passports').select(
    'student_id',
    'saved_at',
  );
  return new Map(rows.map((row) => [row.student_id, row.saved_at]));
};

/** @throws OfficeError `passport-none`, `vault-locked`, `vault-damaged` */
export const openPassport = async (
  db: Knex,
  vault: Vault,
  studentId: number,
): Promise<Passport> => {
  const row: PassportRecord | undefined = await db('passports')
    .where({ student_id: studentId })
    .first();
  if (!row?.sealed_passport)
    throw new OfficeError('passport-none', 'Паспортных данных этого ученика в программе нет.');
  return JSON.parse(vault.unseal(row.sealed_passport, contextOf(row.id)));
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

/** Newest first. */
export const readPurges = (db: Knex): Promise<PurgeRecord[]> =>
  db('passport_purges').orderBy('id', 'desc');

/** @throws OfficeError `purge-unknown` */
export const readPurge = async (db: Knex, id: number): Promise<PurgeRecord> => {
  const row: PurgeRecord | undefined = await db('passport_purges').where({ id }).first();
  if (row) return row;
  throw new OfficeError('purge-unknown', 'Такого акта нет. Обновите список.');
};
