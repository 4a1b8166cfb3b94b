import type { Knex } from 'knex';
import type { OperationName } from '../contract/operations.ts';
import type { IsoDate } from '../domain/dates.ts';
import { staleRecord } from '../domain/stale.ts';
import type { LaterChange } from '../domain/stale.ts';
import { changedSinceRead, isStored } from '../database/row-version.ts';
import type { CommandName, Overwrite } from './overwrites.ts';
import { overwrites } from './overwrites.ts';

interface Command {
  readonly db: Knex;
  /** The command's own audit row: what was read is older. */
  readonly auditId: number;
  readonly today: IsoDate;
}

const changeOf = async (db: Knex, id: number): Promise<LaterChange | null> =>
  (await db('audit').where({ id }).first('at', 'actor')) ?? null;

/**
 * Refuses to overwrite or remove a record that a later command has changed than the one the caller
 * had read. A version from the future is of another folder, so it has seen nothing.
 * @throws OfficeError `stale-version`
 */
export const refuseStale = async (
  name: OperationName,
  input: unknown,
  { db, auditId, today }: Command,
): Promise<void> => {
  const decision = overwrites[name as CommandName];
  if (typeof decision === 'string') return;
  const { required, rows } = decision as Overwrite<never>;
  const { version } = input as { readonly version: number | null };
  if (version === null && !required) return;
  const record = await rows(input as never, db);
  const stored = await isStored(db, record);
  if (version === null && !stored) return;
  const seen = version === null || version >= auditId ? 0 : version;
  const last = await changedSinceRead(db, record, seen);
  if (last === 0 && version !== null) return;
  const change = last === 0 ? null : await changeOf(db, last);
  throw staleRecord(change, { removed: !stored, unread: version === null, today });
};
