import type { Knex } from 'knex';
import type { CredentialRow } from '../../contract/credentials-fields.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';
import { studentsByIdAt } from '../people/index.ts';
import type { CredentialRecord } from './repository.ts';
import { childIdsOf, ownerIdOf, receiverName } from './repository.ts';

/** A row of the lists with the folded text it is searched by. */
export interface SearchableRow {
  readonly row: CredentialRow;
  readonly search: string;
}

export const ownerName = (record: CredentialRecord): string =>
  fullName({
    lastName: record.last_name,
    firstName: record.first_name,
    middleName: record.middle_name,
  });

type Child = CredentialRow['children'][number];

const classesOf = (names: readonly (string | null)[]): string =>
  [...new Set(names.filter((name) => name !== null))].sort(compareClassNames).join(', ');

const receivedBy = (record: CredentialRecord): CredentialRow['receivedBy'] => {
  if (record.receiver_student_id !== null) return 'student';
  return record.receiver_guardian_id === null ? null : 'guardian';
};

const rowOf = (
  record: CredentialRecord,
  children: readonly Child[],
  className: string | null,
): CredentialRow => ({
  id: record.id,
  owner: record.owner,
  ownerId: ownerIdOf(record),
  fullName: ownerName(record),
  className:
    record.owner === 'student'
      ? (className ?? '')
      : classesOf(children.map((child) => child.className)),
  children: [...children],
  kind: record.kind,
  login: record.login,
  state: record.state,
  hasSecret: record.has_secret === 1,
  receivedOn: record.received_on,
  issuedOn: record.issued_on,
  signed: record.signed === null ? null : record.signed === 1,
  receivedBy: receivedBy(record),
  receiverId: record.receiver_student_id ?? record.receiver_guardian_id,
  receiverName: receiverName(record),
  wipeAfter: record.wipe_after,
});

/** Joins stored credentials with classes and children as they are on the day. */
export const rowsOf = async (
  db: Knex,
  records: readonly CredentialRecord[],
  date: IsoDate,
): Promise<readonly SearchableRow[]> => {
  const childIds = await childIdsOf(
    db,
    records.map(({ id }) => id),
  );
  const studentIds = new Set([...childIds.values()].flat());
  for (const { student_id: id } of records) if (id !== null) studentIds.add(id);
  const students = await studentsByIdAt(db, [...studentIds], date);
  return records.map((record) => {
    const children = (childIds.get(record.id) ?? []).flatMap((id): Child[] => {
      const child = students.get(id);
      return child ? [{ id, fullName: child.fullName, className: child.className }] : [];
    });
    const className = students.get(record.student_id ?? 0)?.className ?? null;
    return { row: rowOf(record, children, className), search: record.search };
  });
};
