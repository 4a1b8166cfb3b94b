import type { OperationOutput } from '../../contract/operations.ts';
import type { GuardianRef } from '../people/index.ts';
import { guardiansOf, studentIdsOfFamilies, studentsByIdAt } from '../people/index.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { handOverChoicesOf } from './issue.ts';
import type { CredentialRecord } from './repository.ts';
import { among, childIdsOf, credentialsQuery, ownerIdOf } from './repository.ts';
import { ownerName } from './rows.ts';

type Family = OperationOutput<'credentials.queue'>['families'][number];
type Item = Family['credentials'][number];

const byFamily = `(${among('c.student_id')} OR c.id IN (
  SELECT credential_id FROM credential_students WHERE ${among('student_id')}))`;

const itemOf = (
  record: CredentialRecord,
  className: string | null,
  personalFrom: number,
): Item => ({
  id: record.id,
  owner: record.owner,
  ownerId: ownerIdOf(record),
  ownerName: ownerName(record),
  kind: record.kind,
  login: record.login,
  state: record.state,
  hasSecret: record.has_secret === 1,
  issuedOn: record.issued_on,
  handOver: handOverChoicesOf(record.owner, className, personalFrom),
});

const guardianOf = ({ id, fullName, relation }: GuardianRef) => ({ id, fullName, relation });

/** The child's own first, then the guardians' in the order of the guardians. */
const ordered = (items: readonly Item[], guardians: readonly GuardianRef[]): Item[] => {
  const place = ({ owner, ownerId }: Item): number =>
    owner === 'student' ? -1 : guardians.findIndex(({ id }) => id === ownerId);
  return items.toSorted((a, b) => place(a) - place(b) || a.id - b.id);
};

/** The desk: who stands in the queue by a child's or a guardian's name, and what he may get. */
export const issueQueue = async (
  { text, limit }: Asked<'credentials.queue'>,
  { db, clock }: Context,
): Promise<OperationOutput<'credentials.queue'>> => {
  if (text.trim() === '') return { families: [] };
  const { personalFrom } = (await readSettings(db)).credentials;
  const ids = await studentIdsOfFamilies(db, text, limit);
  const students = await studentsByIdAt(db, ids, clock.today());
  const guardians = await guardiansOf(db, ids);
  const json = JSON.stringify(ids);
  const records: CredentialRecord[] = await credentialsQuery(db).whereRaw(byFamily, [json, json]);
  const children = await childIdsOf(
    db,
    records.map(({ id }) => id),
  );
  const families = ids.flatMap((studentId): Family[] => {
    const student = students.get(studentId);
    if (!student) return [];
    const own = records.filter(
      (record) =>
        record.student_id === studentId || (children.get(record.id) ?? []).includes(studentId),
    );
    const adults = guardians.get(studentId) ?? [];
    const items = own.map((record) => itemOf(record, student.className, personalFrom));
    return [
      {
        studentId,
        fullName: student.fullName,
        className: student.className,
        guardians: adults.map(guardianOf),
        credentials: ordered(items, adults),
      },
    ];
  });
  return { families };
};
