import type { Knex } from 'knex';
import type { CredentialRow } from '../../contract/credentials-fields.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { studentsByIdAt } from '../people/index.ts';
import type { CredentialRecord } from './repository.ts';
import { childIdsOf } from './repository.ts';

/** A row of the lists with the folded text it is searched by. */
export interface SearchableRow {
  readonly row: CredentialRow;
  readonly search: string;
}

type Child = CredentialRow['children'][number];

const classesOf = (names: readonly (string | null)[]): string =>
  [...new Set(names.filter((name) => name !== null))].sort(compareClassNames).join(', ');

const rowOf = (
  { search: _search, ...record }: CredentialRecord,
  children: readonly Child[],
  className: string | null,
): CredentialRow => ({
  ...record,
  className:
    record.owner === 'student'
      ? (className ?? '')
      : classesOf(children.map((child) => child.className)),
  children,
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
  for (const { owner, ownerId } of records) if (owner === 'student') studentIds.add(ownerId);
  const students = await studentsByIdAt(db, [...studentIds], date);
  return records.map((record) => {
    const children = (childIds.get(record.id) ?? []).flatMap((id): Child[] => {
      const child = students.get(id);
      return child ? [{ id, fullName: child.fullName, className: child.className }] : [];
    });
    const own = record.owner === 'student' ? students.get(record.ownerId) : undefined;
    return { row: rowOf(record, children, own?.className ?? null), search: record.search };
  });
};
