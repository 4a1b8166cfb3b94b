import type { Knex } from 'knex';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { InputFile } from '../../ports/files.ts';
import type { Vault } from '../../ports/vault.ts';
import { requireStatement } from './repository.ts';
import { scanTypeOf } from './scan-type.ts';
import type { ScanType } from './scan-type.ts';

/** The signed paper's picture: names and addresses are personal data, so it is kept sealed. */

/** 10 MB. */
export const maxScanBytes = 10 * 1024 * 1024;

interface ScanRecord {
  readonly id: number;
  readonly name: string;
  readonly type: ScanType;
  readonly size: number;
}

const contextOf = (scanId: number): string => `statement-scan/${scanId}`;

const typeOf = ({ name, bytes }: InputFile): ScanType => {
  if (bytes.byteLength > maxScanBytes)
    throw fieldError(
      'scan-too-big',
      'file',
      `Файл «${name}» больше 10 МБ. Отсканируйте с меньшим разрешением (200–300 точек на дюйм).`,
    );
  const type = scanTypeOf(bytes);
  if (type) return type;
  throw fieldError(
    'scan-unreadable',
    'file',
    `Файл «${name}» не похож на целый скан: нужен PDF, JPG или PNG. Проверьте, что он открывается.`,
  );
};

/** @throws OfficeError `statement-unknown` */
export const removeScan = async (trx: Knex, statementId: number): Promise<void> => {
  await requireStatement(trx, statementId);
  await trx('statement_scans').where({ statement_id: statementId }).delete();
};

/**
 * Takes the place of an earlier scan.
 * @throws OfficeError `scan-unreadable`, `scan-too-big`, `vault-not-set`, `vault-locked`
 */
export const attachScan = async (
  trx: Knex,
  vault: Vault,
  statementId: number,
  file: InputFile,
): Promise<void> => {
  const type = typeOf(file);
  await removeScan(trx, statementId);
  const size = file.bytes.byteLength;
  const [id] = await trx('statement_scans').insert({
    statement_id: statementId,
    name: file.name,
    type,
    size,
  });
  if (id === undefined) throw new Error('the scan was not inserted');
  // Sealed to its own row: the ciphertext put into another one does not open.
  const sealed = vault.seal(Buffer.from(file.bytes).toString('base64'), contextOf(id));
  await trx('statement_scans')
    .where({ id })
    .update({ sealed_scan: Buffer.from(sealed) });
};

/** What is known of the scan without opening it; null when there is none. */
export const scanOf = async (
  db: Knex,
  statementId: number,
): Promise<Omit<ScanRecord, 'id'> | null> => {
  const row: Omit<ScanRecord, 'id'> | undefined = await db('statement_scans')
    .where({ statement_id: statementId })
    .first('name', 'size', 'type');
  return row ?? null;
};

/** @throws OfficeError `scan-none`, `vault-locked`, `vault-damaged` */
export const openScan = async (
  db: Knex,
  vault: Vault,
  statementId: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const { year, number } = await requireStatement(db, statementId);
  const row: (ScanRecord & { readonly sealed_scan: Uint8Array | null }) | undefined = await db(
    'statement_scans',
  )
    .where({ statement_id: statementId })
    .first();
  if (!row?.sealed_scan)
    throw new OfficeError('scan-none', 'К этому заявлению скан не приложен. Приложите его.');
  const text = vault.unseal(row.sealed_scan, contextOf(row.id));
  return {
    name: `Скан заявления № ${number}-${year}.${row.type}`,
    bytes: Buffer.from(text, 'base64'),
  };
};
