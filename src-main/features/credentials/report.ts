import type { Knex } from 'knex';
import type { CredentialRow } from '../../contract/credentials-fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { enrolledStudents } from '../people/index.ts';
import { filteredRows } from './list.ts';

export type Report = OperationOutput<'credentials.report'>;
type Counts = Report['students'];

const countsOf = (rows: readonly CredentialRow[]): Counts => {
  const count = (state: CredentialRow['state']): number =>
    rows.filter((row) => row.state === state).length;
  return {
    total: rows.length,
    issued: count('issued'),
    notIssued: count('new'),
    revoked: count('revoked'),
  };
};

/** Issued and not issued by the classes of the day (issue «Credentials», domain.md §5). */
export const credentialReport = async (db: Knex, date: IsoDate): Promise<Report> => {
  const rows = await filteredRows(db, {}, date);
  const students = rows.filter((row) => row.owner === 'student');
  const guardians = rows.filter((row) => row.owner === 'guardian');
  const enrolled = await enrolledStudents(db, date);
  const served = new Set(
    students.filter((row) => row.state !== 'revoked').map((row) => row.ownerId),
  );
  const ofStudents = Map.groupBy(students, (row) => row.className);
  const ofGuardians = new Map<string, CredentialRow[]>();
  for (const row of guardians)
    for (const name of new Set(row.children.map((child) => child.className ?? '')))
      ofGuardians.set(name, [...(ofGuardians.get(name) ?? []), row]);
  const without = Map.groupBy(
    enrolled.filter(({ id }) => !served.has(id)),
    (student) => student.className ?? '',
  );
  const names = new Set([
    ...enrolled.map((student) => student.className ?? ''),
    ...ofStudents.keys(),
    ...ofGuardians.keys(),
  ]);
  return {
    classes: [...names]
      .filter((name) => name !== '')
      .sort(compareClassNames)
      .map((className) => ({
        className,
        students: countsOf(ofStudents.get(className) ?? []),
        guardians: countsOf(ofGuardians.get(className) ?? []),
        withoutCredentials: without.get(className)?.length ?? 0,
      })),
    students: countsOf(students),
    guardians: countsOf(guardians),
  };
};
