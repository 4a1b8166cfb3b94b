import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Vault } from '../../ports/vault.ts';

/**
 * Secrets of credentials: sealed by the vault, the newest row of a credential counts, wiped rows
 * keep a sealed fingerprint so that the same file is known again (formats.md «Re-importing»).
 */

export interface SecretRecord {
  readonly id: number;
  readonly credentialId: number;
  readonly sealedSecret: Uint8Array | null;
  readonly sealedFingerprint: Uint8Array | null;
}

const secretContext = (credentialId: number): string => `credential/${credentialId}`;
const printContext = (credentialId: number): string => `credential-fingerprint/${credentialId}`;

/** Three bytes: one secret in 16 million shares them, and no secret can be found from them. */
const fingerprintOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 6);

export const sealSecret = (vault: Vault, credentialId: number, secret: string): Uint8Array =>
  vault.seal(secret, secretContext(credentialId));

/** The secret of a row; null when it is wiped. @throws OfficeError `vault-locked` */
export const unsealSecret = (vault: Vault, record: SecretRecord): string | null =>
  record.sealedSecret === null
    ? null
    : vault.unseal(record.sealedSecret, secretContext(record.credentialId));

/** Whether the row holds, or held before it was wiped, this secret. */
export const holdsSecret = (vault: Vault, record: SecretRecord, secret: string): boolean => {
  const known = unsealSecret(vault, record);
  if (known !== null) return known === secret;
  if (record.sealedFingerprint === null) return false;
  const print = vault.unseal(record.sealedFingerprint, printContext(record.credentialId));
  return print === fingerprintOf(secret);
};

const newest = `s.id = (SELECT max(x.id) FROM credential_secrets x
  WHERE x.credential_id = s.credential_id)`;

/** The newest secret row of each credential; of all when `ids` is absent. */
export const newestSecrets = async (
  db: Knex,
  ids?: readonly number[],
): Promise<ReadonlyMap<number, SecretRecord>> => {
  const rows: SecretRecord[] = await db({ s: 'credential_secrets' })
    .whereRaw(newest)
    .modify((query) => {
      if (ids) where(query, among('s.credential_id', ids));
    })
    .select({
      id: 's.id',
      credentialId: 's.credential_id',
      sealedSecret: 's.sealed_secret',
      sealedFingerprint: 's.sealed_fingerprint',
    });
  return new Map(rows.map((row) => [row.credentialId, row]));
};

/** Adds a new secret; the former stays until it is wiped. */
export const addSecret = async (
  trx: Knex,
  vault: Vault,
  credentialId: number,
  secret: string,
): Promise<void> => {
  await trx('credential_secrets').insert({
    credential_id: credentialId,
    sealed_secret: Buffer.from(sealSecret(vault, credentialId, secret)),
  });
};

/**
 * Keeps the fingerprint of the newest secret beside it, so that the secret can be wiped later
 * without the key: by the program itself, also while it is locked.
 */
export const sealFingerprint = async (
  trx: Knex,
  vault: Vault,
  credentialId: number,
): Promise<void> => {
  const current = (await newestSecrets(trx, [credentialId])).get(credentialId);
  const secret = current ? unsealSecret(vault, current) : null;
  if (!current || secret === null) return;
  const print = vault.seal(fingerprintOf(secret), printContext(credentialId));
  await trx('credential_secrets')
    .where({ id: current.id })
    .update({ sealed_fingerprint: Buffer.from(print) });
};

/**
 * Loses the secrets of a credential for ever, without the key; what fingerprint there is stays.
 * @returns whether there was a secret to lose
 */
export const wipeSecrets = async (
  trx: Knex,
  credentialId: number,
  on: IsoDate,
): Promise<boolean> => {
  const current = (await newestSecrets(trx, [credentialId])).get(credentialId);
  if (!current) return false;
  await trx('credential_secrets')
    .where({ credential_id: credentialId })
    .whereNot({ id: current.id })
    .delete();
  if (current.sealedSecret === null) return false;
  await trx('credential_secrets')
    .where({ id: current.id })
    .update({ sealed_secret: null, wiped_on: on });
  return true;
};

/** Forgets every secret row, also fingerprints. */
export const dropSecrets = async (trx: Knex, credentialId: number): Promise<void> => {
  await trx('credential_secrets').where({ credential_id: credentialId }).delete();
};
