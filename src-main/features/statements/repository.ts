import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { StatementContent, StatementRow } from '../../contract/statements-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { GivenNumber } from '../../database/counters.ts';
import type { Stored } from '../../database/stored.ts';
import { asColumns } from '../../database/stored.ts';
import { fold } from '../../domain/names.ts';
import { printedNumber } from '../../domain/numbering.ts';
import { childWord } from '../../domain/statement-wording.ts';

/** Rows of the statements register. */

const columns = {
  id: 'id',
  year: 'year',
  /** The order of registration within the year (domain.md §5). */
  number: 'ordinal',
  letter: 'letter',
  letterReason: 'letter_reason',
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
  inForceFrom: 'in_force_from',
  outlastsMajority: 'outlasts_majority',
  settledOn: 'settled_on',
  withdrawnOn: 'withdrawn_on',
  withdrawReason: 'withdraw_reason',
  mistakeReason: 'mistake_reason',
  passportShown: 'passport_shown',
} as const;

/** A statement as it is kept, without the texts of its form; what has become of it the chain tells. */
export interface StatementRecord extends Omit<StatementRow, 'state'> {
  readonly passportShown: boolean;
  /** An earlier version let it work after the 18th birthday. */
  readonly outlastsMajority: boolean;
  /** When a person decided about what an earlier version let work; null: not yet, or no doubt. */
  readonly settledOn: string | null;
}

const scanned = 'EXISTS (SELECT 1 FROM statement_scans x WHERE x.statement_id = statements.id)';

const selected = (db: Knex) => ({ ...columns, hasScan: db.raw(scanned) });

const asRecord = ({
  passportShown,
  outlastsMajority,
  hasScan,
  ...row
}: Stored<StatementRecord>): StatementRecord => ({
  ...row,
  passportShown: passportShown === 1,
  outlastsMajority: outlastsMajority === 1,
  hasScan: hasScan === 1,
});

/** Oldest first. */
export const readStatements = async (
  db: Knex,
  studentIds?: readonly number[],
): Promise<readonly StatementRecord[]> => {
  const rows: Stored<StatementRecord>[] = await db('statements')
    .modify(where, ...(studentIds ? [among('student_id', studentIds)] : []))
    .orderBy(['year', 'ordinal', 'letter'])
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

/** Contents of versions before 0.4.0 have none of these. */
const ofEarlierVersions = {
  studentSex: null,
  childWord: childWord(null, null),
} as const;

const asContent = (text: string): StatementContent => {
  const content = JSON.parse(text) as StatementContent;
  const refusal = content.refusal && {
    ...content.refusal,
    letter: (content.refusal as { readonly letter?: string }).letter ?? null,
  };
  return { ...ofEarlierVersions, ...content, refusal };
};

/** What the forms say, by id. */
export const readContents = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StatementContent>> => {
  const rows: { id: number; content: string }[] = await db('statements')
    .modify(where, among('id', ids))
    .select('id', 'content');
  return new Map(rows.map(({ id, content }) => [id, asContent(content)]));
};

export type NewStatement = Omit<StatementRecord, 'id' | 'year' | 'number' | 'letter' | 'hasScan'>;

const flag = <K extends string>(name: K, value: boolean | undefined) =>
  value === undefined ? {} : ({ [name]: Number(value) } as Record<K, number>);

const written = ({ passportShown, outlastsMajority, ...values }: Partial<StatementRecord>) =>
  asColumns(columns, {
    ...values,
    ...flag('passportShown', passportShown),
    ...flag('outlastsMajority', outlastsMajority),
  });

export const insertStatement = async (
  trx: Knex,
  { year, ordinal, letter }: GivenNumber,
  row: NewStatement,
  content: StatementContent,
): Promise<{
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly letter: string | null;
}> => {
  const printed = printedNumber({ number: ordinal, letter });
  const words = [`${printed}/${year}`, row.studentName, row.guardianName ?? '', row.className];
  const [id] = await trx('statements').insert({
    ...written({ ...row, year, number: ordinal, letter }),
    number: printed,
    content: JSON.stringify(content),
    search: fold(words.join(' ')),
  });
  if (id === undefined) throw new Error('the statement was not inserted');
  return { id, year, number: ordinal, letter };
};

export const changeStatement = async (
  trx: Knex,
  id: number,
  change: Partial<NewStatement>,
  content?: StatementContent,
): Promise<void> => {
  await trx('statements')
    .where({ id })
    .update({ ...written(change), ...(content && { content: JSON.stringify(content) }) });
};
