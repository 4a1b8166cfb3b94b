import type { Knex } from 'knex';
import type { StatementRow, StatementState } from '../../contract/statements-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { isServedOnPaper, serviceModeHistory, serviceModesOn } from '../../domain/service-mode.ts';
import type { ModePeriod, ServiceMode } from '../../domain/service-mode.ts';
import { replayStatements } from '../../domain/statement-chain.ts';
import type { Replay } from '../../domain/statement-chain.ts';
import { standingOf } from '../../domain/statements.ts';
import type { Applicant, Standing } from '../../domain/statements.ts';
import { readStatements } from './repository.ts';
import type { StatementRecord } from './repository.ts';

/** Statements of one student: what every parent and the student himself have stated (S2 §7). */
export interface Family {
  readonly studentId: number;
  readonly applicant: Applicant;
  /** Registered by mistake ones too. */
  readonly records: readonly StatementRecord[];
  /** Those that count. */
  readonly statements: readonly StatementRecord[];
  readonly replay: Replay;
}

const familyOf = (
  studentId: number,
  records: readonly StatementRecord[],
  applicant: Applicant,
): Family => {
  const statements = records.filter(({ mistakeReason }) => mistakeReason === null);
  return {
    studentId,
    applicant,
    records,
    statements,
    replay: replayStatements(statements, applicant),
  };
};

/** Ids, as JSON, of those whose guardianship goes on after the 18th birthday. */
const carersSql = `(SELECT json_group_array(l.guardian_id) FROM guardianships l
  WHERE l.student_id = students.id AND l.after_majority = 1)`;

const unknownApplicant: Applicant = { birthDate: null, carers: [] };

const applicantsOf = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Applicant>> => {
  const rows: { id: number; birthDate: string | null; carers: string }[] = await db('students')
    .modify(where, among('id', ids))
    .select({ id: 'id', birthDate: 'birth_date', carers: db.raw(carersSql) });
  return new Map(
    rows.map(({ id, birthDate, carers }) => [
      id,
      { birthDate, carers: JSON.parse(carers) as readonly number[] },
    ]),
  );
};

/** Families of every student who has a statement, or of those asked for. */
export const readFamilies = async (
  db: Knex,
  studentIds?: readonly number[],
): Promise<ReadonlyMap<number, Family>> => {
  const records = await readStatements(db, studentIds);
  const byStudent = Map.groupBy(records, ({ studentId }) => studentId);
  const ids = [...new Set([...byStudent.keys(), ...(studentIds ?? [])])];
  const applicants = await applicantsOf(db, ids);
  return new Map(
    ids.map((id) => [
      id,
      familyOf(id, byStudent.get(id) ?? [], applicants.get(id) ?? unknownApplicant),
    ]),
  );
};

/** @returns a family without statements for a student who has none */
export const readFamily = async (db: Knex, studentId: number): Promise<Family> =>
  (await readFamilies(db, [studentId])).get(studentId) ?? familyOf(studentId, [], unknownApplicant);

/** The family as it would be without one of its statements. */
export const withoutStatement = (family: Family, id: number | null): Family =>
  familyOf(
    family.studentId,
    family.records.filter((row) => row.id !== id),
    family.applicant,
  );

/** How everybody of the family is served on a day. */
export const modesOn = ({ statements, applicant }: Family, on: IsoDate) =>
  serviceModesOn(statements, applicant, on);

const standsIn = (standing: Standing, row: StatementRecord): boolean => {
  const { refusal, impossibility, annulment, permission } = standingOf(standing, row.guardianId);
  const consent = standing.consent?.statement ?? null;
  return [refusal, impossibility, annulment, permission, consent].some((one) => one?.id === row.id);
};

/** What has become of a statement by the day. */
export const stateOf = (
  row: StatementRecord,
  { replay }: Family,
  today: IsoDate,
): StatementState => {
  if (row.mistakeReason !== null) return 'mistake';
  if (row.withdrawnOn !== null) return 'withdrawn';
  if (row.inForceFrom === null) return 'waiting';
  const last = replay.moments.findLast(({ from }) => from <= today)?.standing;
  return last && standsIn(last, row) ? 'standing' : 'ended';
};

export const toRow = (record: StatementRecord, family: Family, today: IsoDate): StatementRow => {
  const { passportShown: _ofTheForm, outlastsMajority: _o, settledOn: _s, ...row } = record;
  return { ...row, state: stateOf(record, family, today) };
};

/** How one party of one student was served over time; `guardianId` null: the adult student. */
export interface PartyHistory {
  readonly studentId: number;
  readonly guardianId: number | null;
  /** In order of time, the first from `null`. */
  readonly periods: readonly PartyPeriod[];
}

export interface PartyPeriod {
  readonly from: IsoDate | null;
  readonly mode: ServiceMode;
  /** The student himself is served electronically by his own consent. */
  readonly studentConsented: boolean;
}

const periodsOf = (
  history: readonly ModePeriod[],
  modeOf: (period: ModePeriod) => ServiceMode,
): readonly PartyPeriod[] =>
  history.map((period) => ({
    from: period.from,
    mode: modeOf(period),
    studentConsented: period.modes.student.mode === 'own-consent',
  }));

const guardianIdsOf = ({ statements }: Family): readonly number[] => [
  ...new Set(statements.flatMap(({ guardianId }) => guardianId ?? [])),
];

/** Modes of all parties of a family, of the student only what he states for himself. */
export const partyHistories = (family: Family): readonly PartyHistory[] => {
  const { studentId, statements, applicant } = family;
  const history = serviceModeHistory(statements, applicant);
  const ofParents = guardianIdsOf(family).map((guardianId) => ({
    studentId,
    guardianId,
    periods: periodsOf(history, ({ modes }) => modes.parent(guardianId)),
  }));
  if (statements.every(({ guardianId }) => guardianId !== null)) return ofParents;
  const own = new Set(statements.filter((row) => row.guardianId === null).map(({ id }) => id));
  const ownMode = ({ modes }: ModePeriod): ServiceMode => {
    const { student } = modes;
    // A mode that a parent's statement gives is the parent's sheet, not the student's.
    const isOwn = student.statementId !== null && own.has(student.statementId);
    return isOwn ? student : { ...student, mode: 'electronic', statementId: null, since: null };
  };
  return [...ofParents, { studentId, guardianId: null, periods: periodsOf(history, ownMode) }];
};

/** Modes of everybody who has made a statement (S2 §7), read once for whatever days are asked. */
export const allPartyHistories = async (db: Knex): Promise<readonly PartyHistory[]> =>
  [...(await readFamilies(db)).values()].flatMap(partyHistories);

/** How a party is served on a day, when that is on paper; null when it is not (S2 §7). */
export const onPaper = ({ periods }: PartyHistory, date: IsoDate): PartyPeriod | null => {
  const period = periods.findLast(({ from }) => from === null || from <= date);
  return period && isServedOnPaper(period.mode) ? period : null;
};
