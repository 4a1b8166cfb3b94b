import type { Knex } from 'knex';
import type {
  CredentialEventKind,
  CredentialOwner,
  CredentialRow,
} from '../../contract/credentials-fields.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Condition } from '../../database/conditions.ts';
import { among, condition, equal, where } from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
import { fullNameSql } from '../../database/stored.ts';
import type { CredentialEvent } from '../../domain/credentials.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { guardianSearchSql } from '../people/index.ts';

/** A credential as it is kept, with its names and no secret; classes and children the day decides. */
export interface CredentialRecord extends Omit<
  CredentialRow,
  'className' | 'children' | 'right' | 'barrier' | 'withheld'
> {
  /** Folded name, and the kept phone and e-mail of a guardian. */
  readonly search: string;
}

type EventRow = OperationOutput<'credentials.history'>['events'][number];

/** A line of the history, and whose it is. */
export interface EventRecord extends EventRow {
  readonly credentialId: number;
}

const hasSecretSql = `EXISTS (SELECT 1 FROM credential_secrets s
  WHERE s.credential_id = c.id AND s.sealed_secret IS NOT NULL)`;

/** Who received it: a student `rs` or a guardian `rg`. */
const receiver = (db: Knex, alias: string) => ({
  receivedBy: db.raw(
    `CASE WHEN ${alias}.receiver_student_id IS NOT NULL THEN 'student'
      WHEN ${alias}.receiver_guardian_id IS NOT NULL THEN 'guardian' END`,
  ),
  receiverName: db.raw(`coalesce(${fullNameSql('rs')}, ${fullNameSql('rg')})`),
});

const columns = (db: Knex) => ({
  id: 'c.id',
  owner: 'c.owner',
  ownerId: db.raw('coalesce(c.student_id, c.guardian_id)'),
  fullName: db.raw(`coalesce(${fullNameSql('st')}, ${fullNameSql('g')})`),
  kind: 'c.kind',
  login: 'c.login',
  state: 'c.state',
  hasSecret: db.raw(hasSecretSql),
  receivedOn: 'c.received_on',
  issuedOn: 'c.issued_on',
  signed: 'c.signed',
  ...receiver(db, 'c'),
  receiverId: db.raw('coalesce(c.receiver_student_id, c.receiver_guardian_id)'),
  wipeAfter: 'c.wipe_after',
  search: db.raw(`coalesce(st.search, ${guardianSearchSql('g')})`),
});

const flag = (stored: 0 | 1 | null): boolean | null => (stored === null ? null : stored === 1);

/** Credentials `c` that fit the conditions, in the order of their ids. */
export const readCredentials = async (
  db: Knex,
  ...conditions: readonly Condition[]
): Promise<readonly CredentialRecord[]> => {
  const rows: Stored<CredentialRecord>[] = await db({ c: 'credentials' })
    .leftJoin({ st: 'students' }, 'st.id', 'c.student_id')
    .leftJoin({ g: 'guardians' }, 'g.id', 'c.guardian_id')
    .leftJoin({ rs: 'students' }, 'rs.id', 'c.receiver_student_id')
    .leftJoin({ rg: 'guardians' }, 'rg.id', 'c.receiver_guardian_id')
    .modify(where, ...conditions)
    .orderBy('c.id')
    .select(columns(db));
  return rows.map((row) => ({
    ...row,
    signed: flag(row.signed),
    hasSecret: row.hasSecret === 1,
  }));
};

/** @throws OfficeError `credential-unknown` */
export const requireCredential = async (db: Knex, id: number): Promise<CredentialRecord> => {
  const [record] = await readCredentials(db, equal('c.id')(id));
  if (record) return record;
  throw new OfficeError('credential-unknown', 'Таких данных для входа нет. Обновите список.');
};

/** Ids of the children each guardian's credential shows. */
export const childIdsOf = async (
  db: Knex,
  ids?: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> => {
  const rows: { credential_id: number; student_id: number }[] = await db('credential_students')
    .modify((query) => {
      if (ids) where(query, among('credential_id', ids));
    })
    .orderBy('id');
  const map = new Map<number, number[]>();
  for (const { credential_id, student_id } of rows) {
    const list = map.get(credential_id);
    if (list) list.push(student_id);
    else map.set(credential_id, [student_id]);
  }
  return map;
};

/** The history of credentials, oldest first. */
export const eventsOf = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly EventRecord[]>> => {
  const rows: Stored<EventRecord>[] = await db({ e: 'credential_events' })
    .leftJoin({ rs: 'students' }, 'rs.id', 'e.receiver_student_id')
    .leftJoin({ rg: 'guardians' }, 'rg.id', 'e.receiver_guardian_id')
    .modify(where, among('e.credential_id', ids))
    .orderBy('e.id')
    .select({
      id: 'e.id',
      credentialId: 'e.credential_id',
      kind: 'e.kind',
      on: 'e.on_date',
      ...receiver(db, 'e'),
      signed: 'e.signed',
      reason: 'e.reason',
      takenBackOn: 'e.taken_back_on',
    });
  const events = rows.map((row) => ({ ...row, signed: flag(row.signed) }));
  return Map.groupBy(events, (row) => row.credentialId);
};

/**
 * Events the rules of the domain know: looking at a secret changes no state, and an issue that was
 * taken back did not happen.
 */
export const domainEvents = (records: readonly EventRecord[]): readonly CredentialEvent[] =>
  records.flatMap(({ kind, on, takenBackOn }) =>
    kind === 'revealed' || takenBackOn !== null ? [] : [{ kind, on }],
  );

export interface NewEvent {
  readonly kind: CredentialEventKind;
  readonly on: IsoDate;
  readonly receivedBy?: CredentialOwner;
  readonly receiverId?: number;
  readonly signed?: boolean;
  readonly reason?: string | null;
}

export const addEvent = async (trx: Knex, credentialId: number, event: NewEvent): Promise<void> => {
  const { kind, on, receivedBy, receiverId = null, signed, reason = null } = event;
  await trx('credential_events').insert({
    credential_id: credentialId,
    kind,
    on_date: on,
    receiver_student_id: receivedBy === 'student' ? receiverId : null,
    receiver_guardian_id: receivedBy === 'guardian' ? receiverId : null,
    signed: signed === undefined ? null : Number(signed),
    reason,
  });
};

/** Columns of a credential that is not issued. */
export const notIssued = {
  issued_on: null,
  signed: null,
  wipe_after: null,
  receiver_student_id: null,
  receiver_guardian_id: null,
} as const;

export const updateCredential = async (
  trx: Knex,
  id: number,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> => {
  await trx('credentials')
    .where({ id })
    .update({ ...values, revision: trx.raw('revision + 1') });
};

/** The children of a guardian's credential become exactly these. */
export const saveChildren = async (
  trx: Knex,
  credentialId: number,
  studentIds: readonly number[],
): Promise<void> => {
  const known = (await childIdsOf(trx, [credentialId])).get(credentialId) ?? [];
  for (const studentId of known)
    if (!studentIds.includes(studentId))
      await trx('credential_students')
        .where({ credential_id: credentialId, student_id: studentId })
        .delete();
  for (const studentId of new Set(studentIds))
    if (!known.includes(studentId))
      await trx('credential_students').insert({
        credential_id: credentialId,
        student_id: studentId,
      });
};

/** Another person's credential with this login that is not revoked; null when it is free. */
export const loginHolder = async (
  db: Knex,
  login: string,
  { owner, ownerId }: { readonly owner: CredentialOwner; readonly ownerId: number },
): Promise<CredentialRecord | null> => {
  const rows = await readCredentials(
    db,
    equal('c.login')(login),
    condition(`c.state <> 'revoked'`),
  );
  return rows.find((row) => row.owner !== owner || row.ownerId !== ownerId) ?? null;
};
