import type { Knex } from 'knex';
import type { CredentialKind, CredentialRow } from '../../contract/credentials-fields.ts';
import { parseClassName } from '../../domain/classes.ts';
import { compareLedgerRows, handOver } from '../../domain/credentials.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { GuardianRef } from '../people/index.ts';
import { guardiansOf } from '../people/index.ts';
import type { Asked } from '../context.ts';
import type { GuardianLine, StudentLine } from './forms/ledger.ts';
import { filteredRows } from './list.ts';

/** Lines of the ledgers: who signs for what (S2 §4, Приложение № 6). */

type Input = Asked<'credentials.printLedger'>;

interface Child {
  readonly id: number;
  readonly fullName: string;
  readonly className: string;
}

interface Handed {
  readonly guardianId: number | null;
  readonly guardianName: string;
  readonly child: Child;
  readonly row: CredentialRow;
}

const things: Readonly<Record<CredentialKind, string>> = {
  password: 'логин и пароль',
  invitation: 'код приглашения',
  esia: 'сведения о входе через ЕСИА',
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** «Логин и пароль родителя; логин и пароль ученика»: what one signature stands for. */
const givenText = (rows: readonly CredentialRow[]): string =>
  capital(
    rows
      .toSorted((a, b) => a.owner.localeCompare(b.owner))
      .map((row) => `${things[row.kind]} ${row.owner === 'guardian' ? 'родителя' : 'ученика'}`)
      .join('; '),
  );

/** Whether the class is asked for. */
const inScope = (className: string | null, { className: one, parallel }: Input): boolean =>
  className !== null &&
  (one === undefined || className === one) &&
  (parallel === undefined || parseClassName(className)?.parallel === parallel);

const childrenOf = (row: CredentialRow, input: Input): readonly Child[] =>
  row.children.flatMap(({ id, fullName, className }) =>
    className !== null && inScope(className, input) ? [{ id, fullName, className }] : [],
  );

/**
 * The student's own data given to a guardian: below the threshold, or taken by one above it. It is
 * written with the guardian who signed, before that with the first one who has data of his own.
 */
const ofStudent = (
  row: CredentialRow,
  guardians: readonly GuardianRef[],
  withOwn: ReadonlySet<string>,
): Handed => {
  const child = { id: row.ownerId, fullName: row.fullName, className: row.className };
  const signed = guardians.find((one) => one.id === row.receiverId);
  const may = guardians.filter(({ represents }) => represents);
  const own = may.find((one) => withOwn.has(`${one.id}/${child.id}`));
  const guardian = signed ?? own ?? may[0];
  return {
    guardianId: guardian?.id ?? null,
    guardianName: row.receiverName ?? guardian?.fullName ?? '',
    child,
    row,
  };
};

/** Whether the student's data are signed for by a guardian. */
const goesToGuardian = (row: CredentialRow, personalFrom: number): boolean =>
  row.state === 'issued'
    ? row.receivedBy === 'guardian'
    : !handOver('student', 'student', row.className, personalFrom).allowed;

const active = async (db: Knex, input: Input, date: IsoDate): Promise<readonly CredentialRow[]> => {
  const rows = await filteredRows(
    db,
    input.state === undefined ? {} : { state: input.state },
    date,
  );
  return rows.filter(({ state }) => state !== 'revoked');
};

const lineOf = (handed: readonly Handed[]): GuardianLine => {
  const [first] = handed;
  const dates = handed.map(({ row }) => row.issuedOn);
  return {
    guardianName: first?.guardianName ?? '',
    studentName: first?.child.fullName ?? '',
    className: first?.child.className ?? '',
    given: givenText(handed.map(({ row }) => row)),
    issuedOn: dates.every((date) => date === dates[0]) ? (dates[0] ?? null) : null,
  };
};

/** Table 1: a line for each guardian and child, sorted by class and the child's name. */
export const guardianLines = async (
  db: Knex,
  input: Input,
  personalFrom: number,
  date: IsoDate,
): Promise<readonly GuardianLine[]> => {
  const rows = await active(db, input, date);
  const students = rows.filter((row) => row.owner === 'student' && inScope(row.className, input));
  const guardians = await guardiansOf(
    db,
    students.map(({ ownerId }) => ownerId),
    date,
  );
  const own = rows
    // Who acts for the child no more signs for nothing new (domain.md §1).
    .filter((row) => row.owner === 'guardian' && (row.state === 'issued' || !row.toRevoke))
    .flatMap((row) =>
      childrenOf(row, input).map((child): Handed => ({
        guardianId: row.ownerId,
        guardianName: row.fullName,
        child,
        row,
      })),
    );
  const withOwn = new Set(own.map(({ guardianId, child }) => `${guardianId}/${child.id}`));
  const taken = students.flatMap((row) => {
    const adults = guardians.get(row.ownerId) ?? [];
    return goesToGuardian(row, personalFrom) ? [ofStudent(row, adults, withOwn)] : [];
  });
  // Data handed over on different days are signed for in different lines.
  const groups = Map.groupBy(
    [...own, ...taken],
    ({ guardianId, child, row }) => `${guardianId}/${child.id}/${row.issuedOn ?? ''}`,
  );
  return [...groups.values()]
    .map(lineOf)
    .sort(
      (a, b) =>
        compareLedgerRows(
          { className: a.className, name: a.studentName },
          { className: b.className, name: b.studentName },
        ) || a.guardianName.localeCompare(b.guardianName, 'ru'),
    );
};

/** Table 2: students who sign for their own, sorted by class and name. */
export const studentLines = async (
  db: Knex,
  input: Input,
  personalFrom: number,
  date: IsoDate,
): Promise<readonly StudentLine[]> => {
  const rows = (await active(db, input, date)).filter(
    (row) => row.owner === 'student' && inScope(row.className, input),
  );
  return rows
    .filter((row) => !goesToGuardian(row, personalFrom))
    .map(({ fullName, className, issuedOn }) => ({ studentName: fullName, className, issuedOn }))
    .sort((a, b) =>
      compareLedgerRows(
        { className: a.className, name: a.studentName },
        { className: b.className, name: b.studentName },
      ),
    );
};
