import type { Knex } from 'knex';
import type { CredentialKind, CredentialOwner } from '../../contract/credentials-fields.ts';
import type { Candidate, Match } from '../../domain/credential-matching.ts';
import { DOUBT_TEXTS } from '../../domain/credential-matching.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Vault } from '../../ports/vault.ts';
import type {
  RecognisedCredential,
  RecognisedCredentials,
  Rejected,
} from '../../spreadsheets/credentials/recognised.ts';
import type { PlannedRow } from '../imports/index.ts';
import type { DecidedRow, Outcome } from './import-assign.ts';
import { assignRows } from './import-assign.ts';
import type { People, ShownCandidate } from './import-people.ts';
import { decidedPerson, readPeople, shownCandidate, spellingCandidate } from './import-people.ts';
import type { CredentialStore } from './import-store.ts';
import { readStore } from './import-store.ts';
import { holdsSecret } from './secrets.ts';

/** The plan of an import of credentials. It holds secrets and lives in memory only. */

export interface PlanItem extends PlannedRow {
  readonly owner: CredentialOwner | null;
  readonly kind: CredentialKind | null;
  readonly login: string | null;
  readonly spellingOnly: boolean;
  readonly candidates: readonly ShownCandidate[];
  /** Null for rows refused while reading. */
  readonly row: RecognisedCredential | null;
  readonly cells: readonly string[];
}

export interface Basis {
  readonly people: People;
  readonly store: CredentialStore;
  readonly vault: Vault;
  /** Rows whose person is certain. */
  readonly sure: readonly DecidedRow[];
  readonly matches: ReadonlyMap<RecognisedCredential, Match>;
}

const detailsOf = (row: RecognisedCredential): string =>
  [
    row.child === null ? '' : fullName(row.child),
    row.className ?? '',
    row.birthDate === null ? '' : shortDate(row.birthDate),
  ]
    .filter((text) => text !== '')
    .join(', ');

const shell = (row: RecognisedCredential) => ({
  where: row.where,
  owner: row.role,
  kind: row.kind,
  fullName: fullName(row),
  login: row.login,
  details: detailsOf(row),
  changes: [],
  code: null,
  reason: null,
  spellingOnly: false,
  candidates: [],
  row,
  cells: [fullName(row), detailsOf(row)],
});

const unknownReason = ({ role, child }: RecognisedCredential): string => {
  if (role === 'student')
    return 'Такого ученика в базе нет. Выберите его из списка, если имя записано иначе, или пропустите строку и загрузите учеников.';
  return child === null
    ? 'Такого родителя в базе нет. Выберите его из списка или пропустите строку и загрузите родителей.'
    : `Такого родителя у ученика «${fullName(child)}» в базе нет. Выберите его из списка или пропустите строку и загрузите родителей.`;
};

const questionItem = (row: RecognisedCredential, match: Match, people: People): PlanItem => {
  const [first] = match.candidates;
  const doubts = first?.doubts.map((doubt) => DOUBT_TEXTS[doubt]).join('; ') ?? '';
  return {
    ...shell(row),
    status: 'question',
    code: first ? (first.doubts[0] ?? 'homonym') : 'person-unknown',
    reason: first ? `Не точно: ${doubts}. Выберите, кто это.` : unknownReason(row),
    spellingOnly: spellingCandidate(match) !== null,
    candidates: match.candidates.map((one) => shownCandidate(people, row.role, one)),
  };
};

export const outcomeItem = (row: RecognisedCredential, outcome: Outcome): PlanItem => {
  const base = { ...shell(row), status: outcome.status };
  if (outcome.status === 'same') return base;
  return outcome.status === 'rejected'
    ? { ...base, code: outcome.code, reason: outcome.reason }
    : { ...base, changes: outcome.changes };
};

const rejectedItem = ({ where, code, message, cells }: Rejected): PlanItem => ({
  status: 'rejected',
  where,
  owner: null,
  kind: null,
  fullName: cells
    .filter((text) => text !== '')
    .slice(0, 3)
    .join(' '),
  login: null,
  details: '',
  changes: [],
  code,
  reason: message,
  spellingOnly: false,
  candidates: [],
  row: null,
  cells,
});

/**
 * The person an uncertain row was given to before: who holds its login among the candidates, or,
 * chosen by hand, holds the very same secret with it. So the same file asks nothing twice.
 */
const holderOf = (
  row: RecognisedCredential,
  { candidates }: Match,
  store: CredentialStore,
  vault: Vault,
): Pick<Candidate, 'personId' | 'studentId'> | null => {
  const holders = (store.byLogin.get(row.login ?? '') ?? []).filter(
    ({ owner }) => owner === row.role,
  );
  const [holder] = holders;
  if (!holder || holders.length > 1) return null;
  const candidate = candidates.find(({ personId }) => personId === holder.ownerId);
  if (candidate) return candidate;
  const isSame =
    row.secret !== null && holder.secret !== null && holdsSecret(vault, holder.secret, row.secret);
  const [studentId = null] = holder.studentIds;
  return isSame ? { personId: holder.ownerId, studentId } : null;
};

/** What the plan stands on: who each row means and what is stored. */
export const readBasis = async (
  db: Knex,
  vault: Vault,
  rows: readonly RecognisedCredential[],
  date: IsoDate,
): Promise<Basis> => {
  const people = await readPeople(db, date);
  const store = await readStore(db);
  const matches = new Map(rows.map((row) => [row, people.find(row)]));
  const sure = rows.flatMap((row): DecidedRow[] => {
    const match = matches.get(row);
    if (!match) return [];
    const found =
      match.status === 'exact' ? match.candidates[0] : holderOf(row, match, store, vault);
    return found
      ? [{ row, decided: decidedPerson(people, row, found.personId, found.studentId) }]
      : [];
  });
  return { people, store, vault, sure, matches };
};

const inFileOrder = (items: readonly PlanItem[], sheets: readonly string[]): PlanItem[] =>
  items.toSorted(
    (a, b) =>
      sheets.indexOf(a.where.sheet) - sheets.indexOf(b.where.sheet) || a.where.row - b.where.row,
  );

/** The rows as the preview shows them: what the certain ones do and what is asked of the others. */
export const planItems = (
  { rows, rejected }: RecognisedCredentials,
  { people, store, vault, sure, matches }: Basis,
  sheets: readonly string[],
): readonly PlanItem[] => {
  const outcomes = assignRows(sure, store, vault);
  const items = rows.map((row) => {
    const outcome = outcomes.get(row);
    if (outcome) return outcomeItem(row, outcome);
    return questionItem(row, matches.get(row) ?? { status: 'none', candidates: [] }, people);
  });
  return inFileOrder([...items, ...rejected.map(rejectedItem)], sheets);
};

/** Everything an equal plan would repeat; a difference means the office has changed. */
export const fingerprint = (items: readonly PlanItem[]): string =>
  JSON.stringify(
    items.map(({ status, changes, code, candidates }) => [status, changes, code, candidates]),
  );
