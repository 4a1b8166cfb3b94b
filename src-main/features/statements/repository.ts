import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { StatementContent, StatementKindName } from '../../contract/statement-fields.ts';
import { among, where } from '../../database/conditions.ts';
import { takeOrdinal } from '../../database/counters.ts';
import { fold } from '../../domain/names.ts';
import type { Statement } from '../../domain/statements.ts';

/** Rows of the statements register. */

export interface StatementRecord {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly kind: StatementKindName;
  readonly student_id: number;
  readonly guardian_id: number;
  readonly student_name: string;
  readonly guardian_name: string;
  readonly class_name: string;
  readonly parallel: number;
  readonly dated: string;
  readonly registered_on: string;
  readonly signed_on: string | null;
  readonly withdrawn_on: string | null;
  readonly withdraw_reason: string | null;
  readonly mistake_reason: string | null;
  readonly passport_shown: 0 | 1;
  /** Whether a scan is attached. */
  readonly scanned: 0 | 1;
}

/** Everything but the texts of the form: what chains and lists need. */
const columns =
  'id year kind student_id guardian_id student_name guardian_name class_name parallel dated registered_on signed_on withdrawn_on withdraw_reason mistake_reason passport_shown'.split(
    ' ',
  );

/** Today the number is the order of registration within the year (domain.md §5). */
const number = 'ordinal as number';

const scanned =
  'EXISTS (SELECT 1 FROM statement_scans x WHERE x.statement_id = statements.id) AS scanned';

/** Oldest first. */
export const readStatements = (
  db: Knex,
  studentIds?: readonly number[],
): Promise<StatementRecord[]> =>
  db('statements')
    .modify((query) => {
      if (studentIds) where(query, among('student_id', studentIds));
    })
    .orderBy(['year', 'ordinal'])
    .select(...columns, number, db.raw(scanned));

/** @throws OfficeError `statement-unknown` */
export const requireStatement = async (db: Knex, id: number): Promise<StatementRecord> => {
  const row: StatementRecord | undefined = await db('statements')
    .where({ id })
    .first(...columns, number, db.raw(scanned));
  if (row) return row;
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

/** The statement as the rules see it. */
export const asStatement = (row: StatementRecord): Statement => ({
  id: row.id,
  kind: row.kind,
  date: row.dated,
  registeredOn: row.registered_on,
  withdrawnOn: row.withdrawn_on,
  passportShown: row.passport_shown === 1,
});

export type NewStatement = Omit<StatementRecord, 'id' | 'year' | 'number' | 'scanned'>;

export const insertStatement = async (
  trx: Knex,
  year: number,
  row: NewStatement,
  content: StatementContent,
): Promise<{ readonly id: number; readonly year: number; readonly number: number }> => {
  const ordinal = await takeOrdinal(trx, 'statements', year);
  const words = [`${ordinal}/${year}`, row.student_name, row.guardian_name, row.class_name];
  const [id] = await trx('statements').insert({
    year,
    ordinal,
    number: String(ordinal),
    ...row,
    content: JSON.stringify(content),
    search: fold(words.join(' ')),
  });
  if (id === undefined) throw new Error('the statement was not inserted');
  return { id, year, number: ordinal };
};

export const changeStatement = async (
  trx: Knex,
  id: number,
  change: Partial<StatementRecord>,
): Promise<void> => {
  await trx('statements').where({ id }).update(change);
};
