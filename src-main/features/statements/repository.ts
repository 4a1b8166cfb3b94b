import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { StatementContent, StatementRow } from '../../contract/statements-fields.ts';
import { among, where } from '../../database/conditions.ts';
import { takeOrdinal } from '../../database/counters.ts';
import type { Stored } from '../../database/stored.ts';
import { asColumns } from '../../database/stored.ts';
import { fold } from '../../domain/names.ts';

/** Rows of the statements register. */

const columns = {
  id: 'id',
  year: 'year',
  /** Today the number is the order of registration within the year (domain.md §5). */
  number: 'ordinal',
  kind: 'kind',
  studentId: 'student_id',
  guardianId: 'guardian_id',
  studentName: 'student_name',
  guardianName: 'guardian_name',
  className: 'class_name',
  parallel: 'parallel',
  date: 'dated',
  registeredOn: 'registered_on',
  signedOn: 'signed_on',
  withdrawnOn: 'withdrawn_on',
  withdrawReason: 'withdraw_reason',
  mistakeReason: 'mistake_reason',
  passportShown: 'passport_shown',
} as const;

/** A statement as it is kept, without the texts of its form; what has become of it the chain tells. */
export interface StatementRecord extends Omit<StatementRow, 'state'> {
  readonly passportShown: boolean;
}

const scanned = 'EXISTS (SELECT 1 FROM statement_scans x WHERE x.statement_id = statements.id)';

const selected = (db: Knex) => ({ ...columns, hasScan: db.raw(scanned) });

const asRecord = ({
  passportShown,
  hasScan,
  ...row
}: Stored<StatementRecord>): StatementRecord => ({
  ...row,
  passportShown: passportShown === 1,
  hasScan: hasScan === 1,
});

/** Oldest first. */
export const readStatements = async (
  db: Knex,
  studentIds?: readonly number[],
): Promise<readonly StatementRecord[]> => {
  const rows: Stored<StatementRecord>[] = await db('statements')
    .modify(where, ...(studentIds ? [among('student_id', studentIds)] : []))
    .orderBy(['year', 'ordinal'])
    .select(selected(db));
  return rows.map(asRecord);
};

/** @throws OfficeError `statement-unknown` */
export const requireStatement = async (db: Knex, id: number): Promise<StatementRecord> => {
  const row: Stored<StatementRecord> | undefined = await db('statements')
    .where({ id })
    .first(selected(db));
  if (row) return asRecord(row);
  throw new OfficeError('statement-unknown', 'Такого заявления нет. Обновите список.');
};

/** What the forms say, by id. */
export const readContents = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StatementContent>> => {
  const rows: { id: number; content: string }[] = await db('statements')
    .modify(where, among('id', ids))
    .select('id', 'content');
  return new Map(rows.map(({ id, content }) => [id, JSON.parse(content) as StatementContent]));
};

export type NewStatement = Omit<StatementRecord, 'id' | 'year' | 'number' | 'hasScan'>;

const written = ({ passportShown, ...values }: Partial<StatementRecord>) =>
  asColumns(columns, {
    ...values,
    ...(passportShown === undefined ? {} : { passportShown: Number(passportShown) }),
  });

export const insertStatement = async (
  trx: Knex,
  year: number,
  row: NewStatement,
  content: StatementContent,
): Promise<{ readonly id: number; readonly year: number; readonly number: number }> => {
  const ordinal = await takeOrdinal(trx, 'statements', year);
  const words = [`${ordinal}/${year}`, row.studentName, row.guardianName, row.className];
  const [id] = await trx('statements').insert({
    ...written({ ...row, year, number: ordinal }),
    number: String(ordinal),
    content: JSON.stringify(content),
    search: fold(words.join(' ')),
  });
  if (id === undefined) throw new Error('the statement was not inserted');
  return { id, year, number: ordinal };
};

export const changeStatement = async (
  trx: Knex,
  id: number,
  change: Partial<Omit<NewStatement, 'passportShown'>>,
): Promise<void> => {
  await trx('statements').where({ id }).update(written(change));
};
