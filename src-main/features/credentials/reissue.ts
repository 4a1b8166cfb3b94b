import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { CredentialEvent } from '../../domain/credentials.ts';
import { eventProblems, shouldWipe } from '../../domain/credentials.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked, Context } from '../context.ts';
import { rowsById } from './list.ts';
import type { EventRecord } from './repository.ts';
import {
  addEvent,
  domainEvents,
  eventsOf,
  notIssued,
  requireCredential,
  updateCredential,
} from './repository.ts';
import { checkAccess, refuseTaken } from './save.ts';
import { addSecret, dropSecrets, sealFingerprint, wipeSecrets } from './secrets.ts';

/** Marks of one credential after it came: re-issue, revocation, history. */

/** @throws OfficeError with the code of the domain's rule */
export const refuseEvent = (records: readonly EventRecord[], next: CredentialEvent): void => {
  const [found] = eventProblems(domainEvents(records), next);
  if (found) throw new OfficeError(found.code, found.message, [found]);
};

const history = async (trx: Knex, id: number): Promise<readonly EventRecord[]> =>
  (await eventsOf(trx, [id])).get(id) ?? [];

/** Loses the secret when the rules say so, at once. @returns whether there was one */
export const wipeIfDue = async (
  { db, vault }: Context,
  id: number,
  on: IsoDate,
  wipeAfterIssue: boolean,
): Promise<boolean> => {
  const record = await requireCredential(db, id);
  const events = domainEvents(await history(db, id));
  if (!shouldWipe(record.kind, events, wipeAfterIssue)) return false;
  await sealFingerprint(db, vault, id);
  const wiped = await wipeSecrets(db, id, on);
  if (wiped) await addEvent(db, id, { kind: 'wiped', on });
  return wiped;
};

/** A new secret that waits to be handed over; the former one is lost. */
export const reissue = async (
  input: Asked<'credentials.reissue'>,
  context: Context,
): Promise<void> => {
  const { db, vault, clock } = context;
  const { id, secret, reason, on = clock.today() } = input;
  const record = await requireCredential(db, id);
  const kind = input.kind ?? record.kind;
  const login = input.login ?? record.login;
  checkAccess({ kind, login, secret }, false);
  await refuseTaken(db, login, record);
  refuseEvent(await history(db, id), { kind: 'reissued', on });
  await dropSecrets(db, id);
  if (secret !== null) await addSecret(db, vault, id, secret);
  await updateCredential(db, id, { kind, login, state: 'new', ...notIssued });
  await addEvent(db, id, { kind: 'reissued', on, reason });
};

/** Nothing may be entered with it any more; its secret is lost whatever the setting is. */
export const revoke = async (
  { id, reason, on: asked }: Asked<'credentials.revoke'>,
  context: Context,
): Promise<void> => {
  const { db, clock } = context;
  const on = asked ?? clock.today();
  await requireCredential(db, id);
  refuseEvent(await history(db, id), { kind: 'revoked', on });
  await addEvent(db, id, { kind: 'revoked', on, reason });
  await updateCredential(db, id, { state: 'revoked', ...notIssued });
  await wipeIfDue(context, id, on, true);
};

type EventRow = OperationOutput<'credentials.history'>['events'][number];

const eventRow = ({ credentialId: _of, ...event }: EventRecord): EventRow => event;

export const credentialHistory = async (
  id: number,
  { db, clock }: Context,
): Promise<OperationOutput<'credentials.history'>> => {
  await requireCredential(db, id);
  const [credential] = await rowsById(db, [id], clock.today());
  if (!credential) throw new Error('A credential has gone within one snapshot');
  return { credential, events: (await history(db, id)).map(eventRow) };
};
