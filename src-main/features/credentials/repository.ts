import type { Knex } from 'knex';
import type {
  CredentialEventKind,
  CredentialKind,
  CredentialOwner,
  CredentialState,
} from '../../contract/credentials-fields.ts';
import { OfficeError } from '../../contract/errors.ts';
import { among, where } from '../../database/conditions.ts';
import type { CredentialEvent } from '../../domain/credentials.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';

/** A stored credential with the names of its owner and receiver; no secret. */
export interface CredentialRecord {
  readonly id: number;
  readonly owner: CredentialOwner;
  readonly student_id: number | null;
  readonly guardian_id: number | null;
  readonly kind: CredentialKind;
  readonly login: string | null;
  readonly state: CredentialState;
  readonly received_on: string;
  readonly issued_on: string | null;
  readonly signed: number | null;
  readonly receiver_student_id: number | null;
  readonly receiver_guardian_id: number | null;
  readonly revision: number;
  /** ISO time; see domain/credential-issue.ts. */
  readonly wipe_after: string | null;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  /** Folded name, and the phone of a guardian. */
  readonly search: string;
  readonly has_secret: number;
  readonly receiver_last: string | null;
  readonly receiver_first: string | null;
  readonly receiver_middle: string | null;
}

export interface EventRecord {
  readonly id: number;
  readonly credential_id: number;
  readonly kind: CredentialEventKind;
  readonly on_date: string;
  readonly receiver_student_id: number | null;
  readonly receiver_guardian_id: number | null;
  readonly signed: number | null;
  readonly reason: string | null;
  readonly taken_back_on: string | null;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly middle_name: string | null;
}

export const ownerIdOf = (record: CredentialRecord): number =>
  record.student_id ?? record.guardian_id ?? 0;

export const receiverName = (record: {
  readonly receiver_last: string | null;
  readonly receiver_first: string | null;
  readonly receiver_middle: string | null;
}): string | null =>
  record.receiver_last === null
    ? null
    : fullName({
        lastName: record.receiver_last,
        firstName: record.receiver_first ?? '',
        middleName: record.receiver_middle,
      });

const hasSecretSql = `EXISTS (SELECT 1 FROM credential_secrets s
  WHERE s.credential_id = c.id AND s.sealed_secret IS NOT NULL)`;

/** Credentials `c` with names; narrow it by the caller's conditions. */
export const credentialsQuery = (db: Knex): Knex.QueryBuilder =>
  db({ c: 'credentials' })
    .leftJoin({ st: 'students' }, 'st.id', 'c.student_id')
    .leftJoin({ g: 'guardians' }, 'g.id', 'c.guardian_id')
    .leftJoin({ rs: 'students' }, 'rs.id', 'c.receiver_student_id')
    .leftJoin({ rg: 'guardians' }, 'rg.id', 'c.receiver_guardian_id')
    .select(
      'c.*',
      db.raw('coalesce(st.last_name, g.last_name) AS last_name'),
      db.raw('coalesce(st.first_name, g.first_name) AS first_name'),
      db.raw('coalesce(st.middle_name, g.middle_name) AS middle_name'),
      db.raw('coalesce(st.search, g.search) AS search'),
      db.raw(`${hasSecretSql} AS has_secret`),
      db.raw('coalesce(rs.last_name, rg.last_name) AS receiver_last'),
      db.raw('coalesce(rs.first_name, rg.first_name) AS receiver_first'),
      db.raw('coalesce(rs.middle_name, rg.middle_name) AS receiver_middle'),
    );

/** @throws OfficeError `credential-unknown` */
export const requireCredential = async (db: Knex, id: number): Promise<CredentialRecord> => {
  const record: CredentialRecord | undefined = await credentialsQuery(db).where('c.id', id).first();
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
  const rows: EventRecord[] = await db({ e: 'credential_events' })
    .leftJoin({ rs: 'students' }, 'rs.id', 'e.receiver_student_id')
    .leftJoin({ rg: 'guardians' }, 'rg.id', 'e.receiver_guardian_id')
    .modify(where, among('e.credential_id', ids))
    .orderBy('e.id')
    .select(
      'e.*',
      db.raw('coalesce(rs.last_name, rg.last_name) AS last_name'),
      db.raw('coalesce(rs.first_name, rg.first_name) AS first_name'),
      db.raw('coalesce(rs.middle_name, rg.middle_name) AS middle_name'),
    );
  return Map.groupBy(rows, (row) => row.credential_id);
};

/**
 * Events the rules of the domain know: looking at a secret changes no state, and an issue that was
 * taken back did not happen.
 */
export const domainEvents = (records: readonly EventRecord[]): readonly CredentialEvent[] =>
  records.flatMap(({ kind, on_date, taken_back_on }) =>
    kind === 'revealed' || taken_back_on !== null ? [] : [{ kind, on: on_date }],
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
  const rows: CredentialRecord[] = await credentialsQuery(db)
    .where('c.login', login)
    .whereNot('c.state', 'revoked');
  return rows.find((row) => row.owner !== owner || ownerIdOf(row) !== ownerId) ?? null;
};
