import type { Knex } from 'knex';
import type { CredentialRow } from '../../contract/credentials-fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { compareClassNames, parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold, searchWords } from '../../domain/names.ts';
import type { Asked } from '../context.ts';
import type { CredentialRecord } from './repository.ts';
import { among, credentialsQuery } from './repository.ts';
import type { SearchableRow } from './rows.ts';
import { rowsOf } from './rows.ts';

type Question = Asked<'credentials.list'>;
export type Filters = Question['filters'];
type Column = NonNullable<Question['sort']>['column'];

/** What the table of credentials itself can tell. */
const narrow = (query: Knex.QueryBuilder, filters: Filters): Knex.QueryBuilder => {
  for (const column of ['owner', 'kind', 'state'] as const)
    if (filters[column] !== undefined) void query.where(`c.${column}`, filters[column]);
  if (filters.guardianId !== undefined) void query.where('c.guardian_id', filters.guardianId);
  if (filters.studentId !== undefined)
    void query.whereRaw(
      '(c.student_id = ? OR c.id IN (SELECT credential_id FROM credential_students WHERE student_id = ?))',
      [filters.studentId, filters.studentId],
    );
  return query;
};

const classNamesOf = (row: CredentialRow): readonly string[] =>
  row.owner === 'student' ? [row.className] : row.children.map((one) => one.className ?? '');

/** Whether the row has the class, the parallel and the secret that are asked for. */
const fits = (row: CredentialRow, { className, parallel, hasSecret }: Filters): boolean => {
  if (hasSecret !== undefined && row.hasSecret !== hasSecret) return false;
  if (className === undefined && parallel === undefined) return true;
  return classNamesOf(row).some(
    (name) =>
      (className === undefined || name === className) &&
      (parallel === undefined || parseClassName(name)?.parallel === parallel),
  );
};

/** Credentials that pass the filters, in no order. */
export const filteredRows = async (
  db: Knex,
  filters: Filters,
  date: IsoDate,
): Promise<readonly SearchableRow[]> => {
  const records: CredentialRecord[] = await narrow(credentialsQuery(db), filters);
  return (await rowsOf(db, records, date)).filter(({ row }) => fits(row, filters));
};

/** Credentials by id, in the order of the ids; unknown ones are left out. */
export const rowsById = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<readonly CredentialRow[]> => {
  const records: CredentialRecord[] = await credentialsQuery(db).whereRaw(among('c.id'), [
    JSON.stringify(ids),
  ]);
  const rows = new Map((await rowsOf(db, records, date)).map(({ row }) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
};

const collator = new Intl.Collator('ru');

/** By class, then by name: the order of the ledgers and of the cards. */
export const byClassAndName = (a: CredentialRow, b: CredentialRow): number =>
  compareClassNames(a.className, b.className) || collator.compare(a.fullName, b.fullName);

const text = (value: string | null): string => value ?? '';

const compare: Readonly<Record<Column, (a: CredentialRow, b: CredentialRow) => number>> = {
  fullName: (a, b) => collator.compare(a.fullName, b.fullName),
  className: byClassAndName,
  kind: (a, b) => a.kind.localeCompare(b.kind),
  state: (a, b) => a.state.localeCompare(b.state),
  login: (a, b) => text(a.login).localeCompare(text(b.login)),
  issuedOn: (a, b) => text(a.issuedOn).localeCompare(text(b.issuedOn)),
};

/** The order of the list; equal rows by name, then by id. */
export const sorted = (
  rows: readonly SearchableRow[],
  sort: Question['sort'],
): readonly SearchableRow[] => {
  const way = sort?.descending === true ? -1 : 1;
  const first = compare[sort?.column ?? 'fullName'];
  return rows.toSorted(
    (a, b) =>
      way * first(a.row, b.row) ||
      collator.compare(a.row.fullName, b.row.fullName) ||
      a.row.id - b.row.id,
  );
};

/** A page of credentials: the search takes names of the owner and of the children, and logins. */
export const listCredentials = async (
  db: Knex,
  { filters, search, sort, offset, limit }: Question,
  date: IsoDate,
): Promise<OperationOutput<'credentials.list'>> => {
  const words = searchWords(search);
  const found = (await filteredRows(db, filters, date)).filter(({ row, search: own }) => {
    if (words.length === 0) return true;
    const children = row.children.map((child) => child.fullName).join(' ');
    const all = `${own} ${fold(`${row.login ?? ''} ${children}`)}`;
    return words.every((word) => all.includes(word));
  });
  const page = sorted(found, sort).slice(offset, offset + limit);
  return { total: found.length, rows: page.map(({ row }) => row) };
};
