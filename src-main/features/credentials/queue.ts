import type { Knex } from 'knex';
import type { CredentialOwner, CredentialRow } from '../../contract/credentials-fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { amongSql, condition, equal } from '../../database/conditions.ts';
import type { Judged } from '../../domain/credential-access.ts';
import { namedPersons } from '../../domain/credential-issue.ts';
import type { GuardianRef } from '../people/index.ts';
import { guardiansOf, studentIdsOfFamilies, studentsByIdAt } from '../people/index.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { rowsWhere } from './list.ts';
import { childIdsOf, readCredentials } from './repository.ts';
import type { Receiver } from './standing.ts';
import { judge, studentIdsOf } from './standing.ts';

type Family = OperationOutput<'credentials.queue'>['families'][number];
type Item = Family['credentials'][number];

const byFamily = `(${amongSql('c.student_id')} OR c.id IN (
  SELECT credential_id FROM credential_students WHERE ${amongSql('student_id')}))`;

/** Who of the family it concerns: its owner, and for the child's own every guardian. */
const receiversOf = (row: CredentialRow, adults: readonly GuardianRef[]): readonly Receiver[] => {
  const owner = { receivedBy: row.owner, receiverId: row.ownerId };
  if (row.owner === 'guardian') return [owner];
  return [...adults.map(({ id }) => ({ receivedBy: 'guardian' as const, receiverId: id })), owner];
};

const itemOf = (
  row: CredentialRow,
  adults: readonly GuardianRef[],
  answerTo: (row: CredentialRow, receiver: Receiver) => Judged,
): Item => ({
  id: row.id,
  owner: row.owner,
  ownerId: row.ownerId,
  ownerName: row.fullName,
  kind: row.kind,
  login: row.login,
  state: row.state,
  hasSecret: row.hasSecret,
  issuedOn: row.issuedOn,
  signed: row.signed,
  receiverName: row.receiverName,
  wipeAfter: row.wipeAfter,
  right: row.right,
  barrier: row.barrier,
  handOver: receiversOf(row, adults).map((receiver) => {
    const { allowed, reason, ways } = answerTo(row, receiver);
    return { ...receiver, allowed, reason, ways: [...ways] };
  }),
});

const guardianOf = ({ id, fullName, relationName, represents }: GuardianRef) => ({
  id,
  fullName,
  relationName,
  represents,
});

/** The child's own first, then the guardians' in the order of the guardians. */
const ordered = (items: readonly Item[], guardians: readonly GuardianRef[]): Item[] => {
  const place = ({ owner, ownerId }: Item): number =>
    owner === 'student' ? -1 : guardians.findIndex(({ id }) => id === ownerId);
  return items.toSorted((a, b) => place(a) - place(b) || a.id - b.id);
};

const familiesOf = async (
  db: Knex,
  ids: readonly number[],
  today: string,
  personalFrom: number,
): Promise<readonly Family[]> => {
  const students = await studentsByIdAt(db, ids, today);
  const guardians = await guardiansOf(db, ids, today);
  const json = JSON.stringify(ids);
  const { rows, standing } = await rowsWhere(db, condition(byFamily, json, json), today);
  const answerTo = (row: CredentialRow, receiver: Receiver): Judged =>
    judge(row, receiver, standing, personalFrom);
  return ids.flatMap((studentId): Family[] => {
    const student = students.get(studentId);
    if (!student) return [];
    const adults = guardians.get(studentId) ?? [];
    const items = rows
      .filter((row) => studentIdsOf(row).includes(studentId))
      .map((row) => itemOf(row, adults, answerTo));
    return [
      {
        studentId,
        fullName: student.fullName,
        className: student.className,
        guardians: adults.map(guardianOf),
        credentials: ordered(items, adults),
        named: [],
      },
    ];
  });
};

/** Children whose own, or whose guardian's, login was typed as a whole. */
const studentIdsOfLogin = async (db: Knex, login: string): Promise<readonly number[]> => {
  const records = await readCredentials(db, equal('c.login')(login));
  const children = await childIdsOf(
    db,
    records.map(({ id }) => id),
  );
  return records.flatMap(({ id, owner, ownerId }) =>
    owner === 'student' ? [ownerId] : (children.get(id) ?? []),
  );
};

interface Named {
  readonly studentId: number;
  readonly owner: CredentialOwner;
  readonly ownerId: number;
}

/** Whom the text names among all the families that were found. */
const namedIn = (text: string, families: readonly Family[]): readonly Named[] => {
  const people = families.flatMap(({ studentId, fullName, guardians, credentials }) => {
    const person = (owner: CredentialOwner, ownerId: number, name: string) => ({
      studentId,
      owner,
      ownerId,
      name,
      logins: credentials
        .filter((one) => one.owner === owner && one.ownerId === ownerId)
        .flatMap(({ login }) => login ?? []),
    });
    const adults = guardians.map((one) => person('guardian', one.id, one.fullName));
    return [person('student', studentId, fullName), ...adults];
  });
  return namedPersons(text, people);
};

const withNamed = (text: string, families: readonly Family[]): Family[] => {
  const named = namedIn(text, families);
  return families.map((family) => ({
    ...family,
    named: named
      .filter(({ studentId }) => studentId === family.studentId)
      .map(({ owner, ownerId }) => ({ owner, ownerId })),
  }));
};

/** The desk: who stands in the queue by a child's or a guardian's name, and what he may get. */
export const issueQueue = async (
  { text, limit }: Asked<'credentials.queue'>,
  { db, clock }: Context,
): Promise<OperationOutput<'credentials.queue'>> => {
  if (text.trim() === '') return { families: [] };
  const { personalFrom } = (await readSettings(db)).credentials;
  const found = [
    ...(await studentIdsOfLogin(db, text.trim())),
    ...(await studentIdsOfFamilies(db, text, limit)),
  ];
  const ids = [...new Set(found)].slice(0, limit);
  return { families: withNamed(text, await familiesOf(db, ids, clock.today(), personalFrom)) };
};
