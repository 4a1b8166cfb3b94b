import type { Knex } from 'knex';
import type { StatementRow } from '../../contract/statement-fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { statementsOperations } from '../../contract/statements.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { searchWords } from '../../domain/names.ts';
import { readChains, toRow } from './chains.ts';
import type { StudentChains } from './chains.ts';
import { readStatements } from './repository.ts';

type Question = ParsedInputOf<(typeof statementsOperations)['statements.list']>;
type Column = NonNullable<Question['sort']>['column'];

const byText = (a: string, b: string): number => a.localeCompare(b, 'ru');

const compare: Readonly<Record<Column, (a: StatementRow, b: StatementRow) => number>> = {
  number: (a, b) => a.year - b.year || a.number - b.number,
  registeredOn: (a, b) => byText(a.registeredOn, b.registeredOn) || a.id - b.id,
  date: (a, b) => byText(a.date, b.date) || a.id - b.id,
  studentName: (a, b) => byText(a.studentName, b.studentName) || a.id - b.id,
  guardianName: (a, b) => byText(a.guardianName, b.guardianName) || a.id - b.id,
  className: (a, b) =>
    compareClassNames(a.className, b.className) || byText(a.studentName, b.studentName),
};

const same = <T>(asked: T | undefined, value: T): boolean => asked === undefined || asked === value;

const fits = (row: StatementRow, filters: Question['filters']): boolean =>
  same(filters.kind, row.kind) &&
  same(filters.state, row.state) &&
  same(filters.signed, row.signedOn !== null) &&
  same(filters.hasScan, row.hasScan) &&
  same(filters.className, row.className) &&
  same(filters.parallel, row.parallel) &&
  same(filters.year, row.year) &&
  same(filters.studentId, row.studentId) &&
  same(filters.guardianId, row.guardianId) &&
  (filters.from === undefined || row.registeredOn >= filters.from) &&
  (filters.to === undefined || row.registeredOn <= filters.to);

/**
 * A page of the register, newest first unless sorted. The state of a statement follows from its
 * whole chain, so all chains are played; a school has some hundreds of statements a year.
 */
export const statementsPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: Question,
): Promise<{ readonly total: number; readonly rows: StatementRow[] }> => {
  const chains = await readChains(db);
  const wanted = searchWords(search);
  const records =
    wanted.length > 0
      ? await readStatements(db, { words: wanted })
      : [...chains.values()].flatMap((one) => one.records);
  const rows = records
    .map((record) => toRow(record, chains.get(record.student_id) as StudentChains))
    .filter((row) => fits(row, filters));
  const order = compare[sort?.column ?? 'number'];
  const sign = (sort?.descending ?? true) ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * order(a, b));
  return { total: sorted.length, rows: sorted.slice(offset, offset + limit) };
};

/** Years and classes in use, for the filters. */
export const statementChoices = async (
  db: Knex,
): Promise<OperationOutput<'statements.choices'>> => {
  const years: { value: number }[] = await db('statements').distinct({ value: 'year' });
  const names: { value: string }[] = await db('statements').distinct({ value: 'class_name' });
  return {
    years: years.map(({ value }) => value).toSorted((a, b) => b - a),
    classNames: names.map(({ value }) => value).toSorted(compareClassNames),
  };
};
