import type { Knex } from 'knex';
import type { StatementRow, StatementState } from '../../contract/statements-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { strictestFirst } from '../../domain/cadence.ts';
import { isServedOnPaper, serviceModeHistory, serviceModeOn } from '../../domain/service-mode.ts';
import type { FamilyModePeriod, ServiceMode, ServiceModeKind } from '../../domain/service-mode.ts';
import { replayStatements } from '../../domain/statement-chain.ts';
import type { Replay } from '../../domain/statement-chain.ts';
import type { Applicant, Standing } from '../../domain/statements.ts';
import { readStatements } from './repository.ts';
import type { StatementRecord } from './repository.ts';

/**
 * Statements of one student cut into chains: one per parent who has made any. The child's consents
 * stand in every chain, because the consent is the child's own and both parents may have refused;
 * where a parent has not, it changes nothing.
 */
export interface Chain {
  readonly guardianId: number;
  readonly statements: readonly StatementRecord[];
  readonly replay: Replay;
}

export interface StudentChains {
  readonly studentId: number;
  readonly applicant: Applicant;
  /** Registered by mistake ones too. */
  readonly records: readonly StatementRecord[];
  readonly chains: readonly Chain[];
}

const isOf = (guardianId: number) => (row: StatementRecord) =>
  row.mistakeReason === null && (row.guardianId === guardianId || row.kind === 'consent-14');

/** The chain of a parent, also of one who has made no statement yet. */
export const chainOf = (
  guardianId: number,
  records: readonly StatementRecord[],
  applicant: Applicant,
): Chain => {
  const own = records.filter(isOf(guardianId));
  const replay = replayStatements(own, applicant);
  const isOwn = new Set(own.filter((row) => row.guardianId === guardianId).map(({ id }) => id));
  // Another parent's basis of a consent is no fault of this chain.
  const impossible = replay.impossible.filter(({ statement }) => isOwn.has(statement.id));
  return { guardianId, statements: own, replay: { ...replay, impossible } };
};

const studentChains = (
  studentId: number,
  records: readonly StatementRecord[],
  birthDate: IsoDate | null,
): StudentChains => {
  const applicant = { birthDate };
  const guardians = records
    .filter(({ mistakeReason }) => mistakeReason === null)
    .map(({ guardianId }) => guardianId);
  const chains = [...new Set(guardians)].map((id) => chainOf(id, records, applicant));
  return { studentId, applicant, records, chains };
};

const birthDatesOf = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string | null>> => {
  const rows: { id: number; birth_date: string | null }[] = await db('students')
    .modify(where, among('id', ids))
    .select('id', 'birth_date');
  return new Map(rows.map((row) => [row.id, row.birth_date]));
};

/** Chains of every student who has a statement, or of those asked for. */
export const readChains = async (
  db: Knex,
  studentIds?: readonly number[],
): Promise<ReadonlyMap<number, StudentChains>> => {
  const records = await readStatements(db, studentIds);
  const byStudent = Map.groupBy(records, ({ studentId }) => studentId);
  const births = await birthDatesOf(db, [...byStudent.keys(), ...(studentIds ?? [])]);
  const all = new Set([...byStudent.keys(), ...(studentIds ?? [])]);
  return new Map(
    [...all].map((id) => [id, studentChains(id, byStudent.get(id) ?? [], births.get(id) ?? null)]),
  );
};

/** @returns empty chains for a student without statements */
export const readStudentChains = async (db: Knex, studentId: number): Promise<StudentChains> =>
  (await readChains(db, [studentId])).get(studentId) ?? studentChains(studentId, [], null);

/** First of these that any parent's chain gives decides for the student himself. */
const order: readonly ServiceModeKind[] = ['own-consent', ...strictestFirst];

/**
 * How the student himself is served. S2 §7 speaks of one parent; with two the decision is: own
 * consent first, then a refusal of either parent, then an impossibility, else electronically.
 */
export const studentMode = ({ chains, applicant }: StudentChains, on: IsoDate): ServiceMode => {
  const modes = chains.map(({ statements }) => serviceModeOn(statements, applicant, on).student);
  const byNothing = serviceModeOn([], applicant, on).student;
  const found = order.map((kind) => modes.find(({ mode }) => mode === kind)).find(Boolean);
  const resumed = modes
    .filter(({ since }) => since !== null)
    .toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return found ?? resumed.at(-1) ?? byNothing;
};

const stands = ({ refusal, impossibility, consent, annulment }: Standing, id: number): boolean =>
  [refusal, impossibility, consent, annulment].some((one) => one?.id === id);

/** What has become of a statement by the end of its chains. */
export const stateOf = (row: StatementRecord, { chains }: StudentChains): StatementState => {
  if (row.mistakeReason !== null) return 'mistake';
  if (row.withdrawnOn !== null) return 'withdrawn';
  const last = chains.map(({ replay }) => replay.moments.at(-1)?.standing);
  return last.some((standing) => standing && stands(standing, row.id)) ? 'standing' : 'ended';
};

export const toRow = (record: StatementRecord, chains: StudentChains): StatementRow => {
  const { passportShown: _ofTheForm, ...row } = record;
  return { ...row, state: stateOf(record, chains) };
};

/** How one parent of one student was served over time. */
export interface ParentHistory {
  readonly studentId: number;
  readonly guardianId: number;
  /** In order of time, the first from `null`. */
  readonly periods: readonly FamilyModePeriod[];
}

/**
 * Modes of every parent who has made a statement (S2 §7), read once for whatever days are asked.
 */
export const parentHistories = async (db: Knex): Promise<readonly ParentHistory[]> =>
  [...(await readChains(db)).values()].flatMap(({ studentId, applicant, chains }) =>
    chains.map(({ guardianId, statements }) => ({
      studentId,
      guardianId,
      periods: serviceModeHistory(statements, applicant),
    })),
  );

/** How a parent is served on a day, when that is on paper; null when he is not (S2 §7). */
export const onPaper = ({ periods }: ParentHistory, date: IsoDate): FamilyModePeriod | null => {
  const period = periods.findLast(({ from }) => from === null || from <= date);
  return period && isServedOnPaper(period.parent) ? period : null;
};
