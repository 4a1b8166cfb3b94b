import type { Knex } from 'knex';
import type { StatementRow } from '../../contract/statements-fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { statementsOperations } from '../../contract/statements.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, byText, byTime, inTurn, is, pageInMemory } from '../lists/index.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { readFamilies, toRow } from './families.ts';

type Question = ParsedInputOf<(typeof statementsOperations)['statements.list']>;

const byStudent = byText<StatementRow>(({ studentName }) => studentName);

const list: MemoryListOf<'statements.list', StatementRow> = {
  search: (row) =>
    `${formatRegistrationNumber(row)} ${row.studentName} ${row.guardianName ?? ''} ${row.className}`,
  filters: {
    kind: is(({ kind }) => kind),
    state: is(({ state }) => state),
    signed: is(({ signedOn }) => signedOn !== null),
    hasScan: is(({ hasScan }) => hasScan),
    className: is(({ className }) => className),
    parallel: is(({ parallel }) => parallel),
    year: is(({ year }) => year),
    studentId: is(({ studentId }) => studentId),
    guardianId: is(({ guardianId }) => guardianId),
    from: ({ registeredOn }, wanted) => registeredOn >= wanted,
    to: ({ registeredOn }, wanted) => registeredOn <= wanted,
  },
  columns: {
    number: inTurn(
      byNumber(({ year }) => year),
      byNumber(({ number }) => number),
      byText(({ letter }) => letter ?? ''),
    ),
    registeredOn: inTurn(
      byTime(({ registeredOn }) => registeredOn),
      byNumber(({ id }) => id),
    ),
    date: inTurn(
      byTime(({ date }) => date),
      byNumber(({ id }) => id),
    ),
    studentName: byStudent,
    guardianName: byText(({ guardianName }) => guardianName ?? ''),
    className: byClass(({ className }) => className),
  },
  usual: { column: 'number', descending: true },
  ties: inTurn(
    byStudent,
    byNumber(({ id }) => id),
  ),
};

/**
 * A page of the register, newest first unless sorted. The state of a statement follows from all of
 * the family, so all families are played; a school has some hundreds of statements a year.
 */
export const statementsPage = async (
  db: Knex,
  question: Question,
  today: IsoDate,
): Promise<Page<StatementRow>> => {
  const families = await readFamilies(db);
  const rows = [...families.values()].flatMap((family) =>
    family.records.map((record) => toRow(record, family, today)),
  );
  return pageInMemory(rows, question, list);
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
