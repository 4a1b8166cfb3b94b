import type { Knex } from 'knex';
import type { CredentialRow } from '../../contract/credentials-fields.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { CredentialRules } from '../../contract/settings.ts';
import { signProblem, takeBackProblem, wipeTime } from '../../domain/credential-issue.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { wipeIfDue } from './reissue.ts';
import type { CredentialRecord } from './repository.ts';
import { addEvent, notIssued, requireCredential, updateCredential } from './repository.ts';
import { sealFingerprint, wipeSecrets } from './secrets.ts';

/**
 * What follows a signature: the secret stays sealed for the time of the setting, so that the issue
 * can be taken back, then the program wipes it by itself (domain/credential-issue.ts).
 */

/** ISO time at which a secret signed for now is wiped; null: at once, or never by the setting. */
export const wipeAfterOf = ({ clock }: Context, rules: CredentialRules): string | null => {
  const at = rules.wipeAfterIssue ? wipeTime(clock.now(), rules.takeBackMinutes) : null;
  return at === null ? null : new Date(at).toISOString();
};

/** Wipes what was signed for, or lets it wait. @returns whether a secret is gone */
export const closeSigned = async (
  context: Context,
  { id }: Pick<CredentialRow, 'id'>,
  on: IsoDate,
  rules: CredentialRules,
): Promise<boolean> => {
  const wipeAfter = wipeAfterOf(context, rules);
  if (wipeAfter === null) return wipeIfDue(context, id, on, rules.wipeAfterIssue);
  await sealFingerprint(context.db, context.vault, id);
  await updateCredential(context.db, id, { wipe_after: wipeAfter });
  return false;
};

/** The event of the issue that stands. */
const standingIssue = (db: Knex, id: number): Knex.QueryBuilder =>
  db('credential_events').where(
    'id',
    db('credential_events')
      .where({ credential_id: id, kind: 'issued' })
      .whereNull('taken_back_on')
      .max('id'),
  );

const refuse = (
  at: number,
  record: CredentialRecord,
  { code, message }: { readonly code: string; readonly message: string },
): OfficeError => {
  const told = `${record.fullName}: ${message}`;
  return new OfficeError(code, told, [{ path: `ids.${at}`, message: told }]);
};

const requireAll = async (
  db: Knex,
  ids: readonly number[],
): Promise<readonly CredentialRecord[]> => {
  const records: CredentialRecord[] = [];
  for (const id of new Set(ids)) records.push(await requireCredential(db, id));
  return records;
};

/** The signature came after the issue. */
export const signIssue = async (
  { ids }: Asked<'credentials.sign'>,
  context: Context,
): Promise<OperationOutput<'credentials.sign'>> => {
  const { db, clock } = context;
  const rules = (await readSettings(db)).credentials;
  const records = await requireAll(db, ids);
  let wiped = 0;
  for (const [at, record] of records.entries()) {
    const problem = signProblem({ state: record.state, signed: record.signed === true });
    if (problem) throw refuse(at, record, problem);
    await standingIssue(db, record.id).update({ signed: 1 });
    await updateCredential(db, record.id, { signed: 1 });
    if (await closeSigned(context, record, clock.today(), rules)) wiped += 1;
  }
  return { signed: records.length, wiped, wipeAfter: wipeAfterOf(context, rules) };
};

/** The issue did not happen: the credential waits to be handed over again, with its secret. */
export const takeBackIssue = async (
  { ids }: Asked<'credentials.takeBack'>,
  { db, clock }: Context,
): Promise<OperationOutput<'credentials.takeBack'>> => {
  const records = await requireAll(db, ids);
  for (const [at, record] of records.entries()) {
    const problem = takeBackProblem(
      {
        state: record.state,
        signed: record.signed === true,
        hasSecret: record.hasSecret,
        wipeAfter: record.wipeAfter === null ? null : Date.parse(record.wipeAfter),
      },
      clock.now(),
    );
    if (problem) throw refuse(at, record, problem);
    await standingIssue(db, record.id).update({ taken_back_on: clock.today() });
    await updateCredential(db, record.id, { state: 'new', ...notIssued });
  }
  return { takenBack: records.length };
};

/** Wipes the secrets whose time is over; the key of the vault is not needed. */
export const wipeDue = async (
  { all }: Asked<'credentials.wipe'>,
  { db, clock }: Context,
): Promise<OperationOutput<'credentials.wipe'>> => {
  const now = new Date(clock.now()).toISOString();
  const rows: { id: number }[] = await db('credentials')
    .whereNotNull('wipe_after')
    .modify((query) => {
      if (!all) void query.where('wipe_after', '<=', now);
    })
    .select('id');
  let wiped = 0;
  for (const { id } of rows) {
    if (await wipeSecrets(db, id, clock.today())) {
      await addEvent(db, id, { kind: 'wiped', on: clock.today() });
      wiped += 1;
    }
    await updateCredential(db, id, { wipe_after: null });
  }
  return { wiped };
};
