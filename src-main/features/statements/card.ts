import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { formKindOf, STATEMENT_TITLES } from '../../domain/statement-texts.ts';
import { guardiansOf } from '../people/index.ts';
import { cancelProblems, findStatement, mistakeProblems, withdrawProblems } from './changes.ts';
import type { Found } from './changes.ts';
import { isCorrectable } from './correct.ts';
import { doubtsOf } from './doubts.ts';
import { toRow } from './families.ts';
import { readContents } from './repository.ts';
import { scanOf } from './scans.ts';

type Card = OperationOutput<'statements.card'>;

const allowedOf = (found: Found, today: IsoDate): Card['allowed'] => {
  const { record } = found;
  const real = record.mistakeReason === null;
  const isWithdrawn = record.withdrawnOn !== null;
  const [withdrawal] = withdrawProblems(found, today);
  return {
    sign: real,
    withdraw: real && !withdrawal,
    cancelWithdrawal: real && isWithdrawn && cancelProblems(found).length === 0,
    correct: isCorrectable(record),
    annulMistake: real && mistakeProblems(found).length === 0,
    hint: real && !isWithdrawn ? (withdrawal?.message ?? null) : null,
  };
};

/** @throws OfficeError `statement-unknown` */
export const statementCard = async (db: Knex, id: number, today: IsoDate): Promise<Card> => {
  const found = await findStatement(db, id);
  const { record, family } = found;
  const guardians = (await guardiansOf(db, [record.studentId], today)).get(record.studentId) ?? [];
  const content = (await readContents(db, [id])).get(id);
  if (!content) throw new Error(`statement ${id} has no content`);
  return {
    statement: toRow(record, family, today),
    content,
    title: STATEMENT_TITLES[formKindOf(record.kind, record.guardianId)],
    passportShown: record.passportShown,
    doubts: doubtsOf(record, family, guardians, today),
    scan: await scanOf(db, id),
    allowed: allowedOf(found, today),
  };
};
