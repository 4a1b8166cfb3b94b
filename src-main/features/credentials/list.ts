import type { Knex } from 'knex';
import type { CredentialRow, LeftOut } from '../../contract/credentials-fields.ts';
import { credentialBarrier } from '../../contract/credentials-fields.ts';
import type { Condition } from '../../database/conditions.ts';
import { among, condition, equal } from '../../database/conditions.ts';
import {
  guardianBarrier,
  guardianRevocation,
  studentBarrier,
  studentRevocation,
} from '../../domain/credential-access.ts';
import { compareClassNames, parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { MemoryListOf, Page, TableListOf } from '../lists/index.ts';
import {
  byClass,
  byNumber,
  byText,
  byTime,
  conditionsOf,
  inTurn,
  is,
  pageInMemory,
  rowsAs,
  rowsFound,
} from '../lists/index.ts';
import { studentsByIdAt } from '../people/index.ts';
import type { CredentialRecord } from './repository.ts';
import { childIdsOf, readCredentials } from './repository.ts';
import type { Standing } from './standing.ts';
import { readStanding } from './standing.ts';

type Question = Asked<'credentials.list'>;
export type Filters = Question['filters'];

/** A row of the lists with the folded text it is searched by. */
interface SearchableRow {
  readonly row: CredentialRow;
  readonly search: string;
}

type Child = CredentialRow['children'][number];

const classesOf = (names: readonly (string | null)[]): string =>
  [...new Set(names.filter((name) => name !== null))].sort(compareClassNames).join(', ');

type Right = Pick<CredentialRow, 'right' | 'barrier' | 'withheld'>;

/** Nothing is to be done about one that was revoked. */
const rightOf = (
  { owner, ownerId, state }: Pick<CredentialRow, 'owner' | 'ownerId' | 'state'>,
  children: readonly Child[],
  standing: Standing,
): Right => {
  if (state === 'revoked') return { right: 'has', barrier: null, withheld: null };
  const issued = state === 'issued';
  const bonds = children.map((child) => standing.bond(ownerId, child));
  const isOwn = owner === 'student';
  const withheld = isOwn ? studentBarrier(standing.own(ownerId)) : guardianBarrier(bonds);
  const revoke = isOwn
    ? studentRevocation(standing.own(ownerId), issued)
    : guardianRevocation(bonds, issued);
  if (revoke !== null) return { right: 'revoke', barrier: revoke, withheld };
  return { right: withheld === null ? 'has' : 'withheld', barrier: withheld, withheld };
};

const rowOf = (
  { search: _search, ...record }: CredentialRecord,
  children: readonly Child[],
  className: string | null,
  standing: Standing,
): CredentialRow => ({
  ...record,
  ...rightOf(record, children, standing),
  className:
    record.owner === 'student'
      ? (className ?? '')
      : classesOf(children.map((child) => child.className)),
  children,
});

interface Read {
  readonly rows: readonly SearchableRow[];
  /** Of every student the rows speak of. */
  readonly standing: Standing;
}

/** Joins stored credentials with classes and children as they are on the day. */
const rowsOf = async (
  db: Knex,
  records: readonly CredentialRecord[],
  date: IsoDate,
): Promise<Read> => {
  const childIds = await childIdsOf(
    db,
    records.map(({ id }) => id),
  );
  const studentIds = new Set([...childIds.values()].flat());
  for (const { owner, ownerId } of records) if (owner === 'student') studentIds.add(ownerId);
  const students = await studentsByIdAt(db, [...studentIds], date);
  const standing = await readStanding(db, [...studentIds], date);
  const rows = records.map((record) => {
    const children = (childIds.get(record.id) ?? []).flatMap((id): Child[] => {
      const child = students.get(id);
      return child ? [{ id, fullName: child.fullName, className: child.className }] : [];
    });
    const own = record.owner === 'student' ? students.get(record.ownerId) : undefined;
    return {
      row: rowOf(record, children, own?.className ?? null, standing),
      search: record.search,
    };
  });
  return { rows, standing };
};

/** What the table of credentials itself can tell. */
const kept: Pick<TableListOf<'credentials.list'>, 'search' | 'filters'> = {
  search: [],
  filters: {
    owner: equal('c.owner'),
    kind: equal('c.kind'),
    state: equal('c.state'),
    guardianId: equal('c.guardian_id'),
    studentId: (id) =>
      condition(
        'c.student_id = ? OR c.id IN (SELECT credential_id FROM credential_students WHERE student_id = ?)',
        id,
        id,
      ),
    className: null,
    parallel: null,
    hasSecret: null,
    right: null,
  },
};

const classNamesOf = (row: CredentialRow): readonly string[] =>
  row.owner === 'student' ? [row.className] : row.children.map((one) => one.className ?? '');

/** By class, then by name: the order of the ledgers and of the cards. */
export const byClassAndName = inTurn<CredentialRow>(
  byClass((row) => row.className),
  byText((row) => row.fullName),
);

/** The search takes names of the owner and of the children, and logins. */
const list: MemoryListOf<'credentials.list', SearchableRow> = {
  search: ({ row, search }) =>
    [search, row.login ?? '', ...row.children.map((child) => child.fullName)].join(' '),
  filters: {
    owner: null,
    kind: null,
    state: null,
    studentId: null,
    guardianId: null,
    className: ({ row }, wanted) => classNamesOf(row).includes(wanted),
    parallel: ({ row }, wanted) =>
      classNamesOf(row).some((name) => parseClassName(name)?.parallel === wanted),
    hasSecret: is(({ row }) => row.hasSecret),
    right: is(({ row }) => row.right),
  },
  columns: {
    fullName: byText(({ row }) => row.fullName),
    className: (a, b) => byClassAndName(a.row, b.row),
    kind: byText(({ row }) => row.kind),
    state: byText(({ row }) => row.state),
    login: byText(({ row }) => row.login),
    issuedOn: byTime(({ row }) => row.issuedOn),
  },
  usual: { column: 'fullName', descending: false },
  ties: inTurn(
    byText(({ row }) => row.fullName),
    byNumber(({ row }) => row.id),
  ),
};

const narrowed = async (
  db: Knex,
  filters: Filters,
  date: IsoDate,
): Promise<readonly SearchableRow[]> => {
  const conditions = conditionsOf({ search: '', filters }, kept);
  return (await rowsOf(db, await readCredentials(db, ...conditions), date)).rows;
};

/** Credentials that pass the filters, by name. */
export const filteredRows = async (
  db: Knex,
  filters: Filters,
  date: IsoDate,
): Promise<readonly CredentialRow[]> => {
  const rows = await narrowed(db, filters, date);
  return rowsFound(rows, { search: '', filters, sort: null }, list).map(({ row }) => row);
};

/** Credentials that fit a condition on `c`, in the order of their ids, and what they were judged by. */
export const rowsWhere = async (
  db: Knex,
  fits: Condition,
  date: IsoDate,
): Promise<{ readonly rows: readonly CredentialRow[]; readonly standing: Standing }> => {
  const { rows, standing } = await rowsOf(db, await readCredentials(db, fits), date);
  return { rows: rows.map(({ row }) => row), standing };
};

/** Credentials by id, in the order of the ids; unknown ones are left out. */
export const rowsById = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<readonly CredentialRow[]> => {
  const found = await rowsWhere(db, among('c.id', ids), date);
  const rows = new Map(found.rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
};

/** A page of credentials. */
export const listCredentials = async (
  db: Knex,
  question: Question,
  date: IsoDate,
): Promise<Page<CredentialRow>> => {
  const rows = await narrowed(db, question.filters, date);
  return rowsAs(pageInMemory(rows, question, list), ({ row }) => row);
};

/** How many of these are left out of a print because nobody may be handed them, by the reason. */
export const leftOutOf = (rows: readonly CredentialRow[]): LeftOut =>
  credentialBarrier.options
    .map((barrier) => ({
      barrier,
      count: rows.filter(({ withheld }) => withheld === barrier).length,
    }))
    .filter(({ count }) => count > 0);
