import type { Knex } from 'knex';
import type {
  CredentialKind,
  CredentialOwner,
  CredentialRow,
  LeftOut,
} from '../../contract/credentials-fields.ts';
import { parseClassName } from '../../domain/classes.ts';
import { bondBarrier } from '../../domain/credential-access.ts';
import { compareLedgerRows, handOver } from '../../domain/credentials.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { GuardianRef } from '../people/index.ts';
import { guardiansOf } from '../people/index.ts';
import type { Asked } from '../context.ts';
import type { GuardianLine, StudentLine } from './forms/ledger.ts';
import { filteredRows, leftOutOf } from './list.ts';
import type { Receiver } from './standing.ts';
import { judge, readStanding, studentIdsOf } from './standing.ts';

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
  may: readonly GuardianRef[],
  withOwn: ReadonlySet<string>,
): Handed => {
  const child = { id: row.ownerId, fullName: row.fullName, className: row.className };
  const signed = guardians.find((one) => one.id === row.receiverId);
  const own = may.find((one) => withOwn.has(`${one.id}/${child.id}`));
  const guardian = signed ?? own ?? may[0];
  return {
    guardianId: guardian?.id ?? null,
    guardianName: row.receiverName ?? guardian?.fullName ?? '',
    child,
    row,
  };
};

/** The rows of a ledger and what may be done with them on the day. */
interface Ledger {
  readonly rows: readonly CredentialRow[];
  /** Rows that are not issued and that nobody may be handed today. */
  readonly withheld: readonly CredentialRow[];
  readonly may: (row: CredentialRow, receiver: Receiver) => boolean;
  /** Whether a guardian's own may show this child to him. */
  readonly shows: (row: CredentialRow, child: Child) => boolean;
}

/** The lines of a table, and how many were left out of it and why. */
export interface LedgerLines<L> {
  readonly lines: readonly L[];
  readonly withheld: LeftOut;
}

/** What was signed for stays in the ledger whatever came after. */
const isWithheld = ({ state, withheld }: CredentialRow): boolean =>
  state === 'new' && withheld !== null;

const readLedger = async (
  db: Knex,
  input: Input,
  personalFrom: number,
  date: IsoDate,
): Promise<Ledger> => {
  const filters = input.state === undefined ? {} : { state: input.state };
  const all = await filteredRows(db, filters, date);
  const active = all.filter(({ state }) => state !== 'revoked');
  const standing = await readStanding(db, [...new Set(active.flatMap(studentIdsOf))], date);
  return {
    rows: active.filter((row) => !isWithheld(row)),
    withheld: active.filter(isWithheld),
    may: (row, receiver) => judge(row, receiver, standing, personalFrom).allowed,
    shows: (row, child) =>
      row.state === 'issued' || bondBarrier(standing.bond(row.ownerId, child)) === null,
  };
};

const isPersonal = (className: string, personalFrom: number): boolean =>
  handOver('student', className, personalFrom).allowed;

/** Whether the student's data are signed for by a guardian. */
const goesToGuardian = (row: CredentialRow, { may }: Ledger): boolean =>
  row.state === 'issued'
    ? row.receivedBy === 'guardian'
    : !may(row, { receivedBy: 'student', receiverId: row.ownerId });

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

const byClassAndName = <L extends { readonly className: string; readonly studentName: string }>(
  a: L,
  b: L,
): number =>
  compareLedgerRows(
    { className: a.className, name: a.studentName },
    { className: b.className, name: b.studentName },
  );

const isOf = (owner: CredentialOwner, input: Input) => (row: CredentialRow) =>
  row.owner === owner &&
  (owner === 'student' ? inScope(row.className, input) : childrenOf(row, input).length > 0);

/** Table 1: a line for each guardian and child, sorted by class and the child's name. */
export const guardianLines = async (
  db: Knex,
  input: Input,
  personalFrom: number,
  date: IsoDate,
): Promise<LedgerLines<GuardianLine>> => {
  const ledger = await readLedger(db, input, personalFrom, date);
  const students = ledger.rows.filter(isOf('student', input));
  const guardians = await guardiansOf(
    db,
    students.map(({ ownerId }) => ownerId),
    date,
  );
  const own = ledger.rows.filter(isOf('guardian', input)).flatMap((row) =>
    childrenOf(row, input)
      .filter((child) => ledger.shows(row, child))
      .map((child): Handed => ({
        guardianId: row.ownerId,
        guardianName: row.fullName,
        child,
        row,
      })),
  );
  const withOwn = new Set(own.map(({ guardianId, child }) => `${guardianId}/${child.id}`));
  const taken = students.flatMap((row) => {
    const adults = guardians.get(row.ownerId) ?? [];
    const may = adults.filter(({ id: receiverId }) =>
      ledger.may(row, { receivedBy: 'guardian', receiverId }),
    );
    return goesToGuardian(row, ledger) ? [ofStudent(row, adults, may, withOwn)] : [];
  });
  // Data handed over on different days are signed for in different lines.
  const groups = Map.groupBy(
    [...own, ...taken],
    ({ guardianId, child, row }) => `${guardianId}/${child.id}/${row.issuedOn ?? ''}`,
  );
  const lines = [...groups.values()]
    .map(lineOf)
    .sort((a, b) => byClassAndName(a, b) || a.guardianName.localeCompare(b.guardianName, 'ru'));
  const withheld = ledger.withheld.filter(
    (row) =>
      isOf('guardian', input)(row) ||
      (isOf('student', input)(row) && !isPersonal(row.className, personalFrom)),
  );
  return { lines, withheld: leftOutOf(withheld) };
};

/** Table 2: students who sign for their own, sorted by class and name. */
export const studentLines = async (
  db: Knex,
  input: Input,
  personalFrom: number,
  date: IsoDate,
): Promise<LedgerLines<StudentLine>> => {
  const ledger = await readLedger(db, input, personalFrom, date);
  const lines = ledger.rows
    .filter((row) => isOf('student', input)(row) && !goesToGuardian(row, ledger))
    .map(({ fullName, className, issuedOn }) => ({ studentName: fullName, className, issuedOn }))
    .sort(byClassAndName);
  const withheld = ledger.withheld.filter(
    (row) => isOf('student', input)(row) && isPersonal(row.className, personalFrom),
  );
  return { lines, withheld: leftOutOf(withheld) };
};
