import type { Knex } from 'knex';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { replayStatements, withdrawalProblems } from '../../domain/statement-chain.ts';
import type { Problem, Statement } from '../../domain/statements.ts';
import { chainOf, readStudentChains } from './chains.ts';
import type { Chain, StudentChains } from './chains.ts';
import { changeStatement, requireStatement } from './repository.ts';
import type { StatementRecord } from './repository.ts';
import { refuse } from './rules.ts';

/** What may still be done with a registered statement; the number and the text never change. */

export interface Found {
  readonly record: StatementRecord;
  readonly chains: StudentChains;
  readonly chain: Chain;
}

/** @throws OfficeError `statement-unknown` */
export const findStatement = async (db: Knex, id: number): Promise<Found> => {
  const record = await requireStatement(db, id);
  const chains = await readStudentChains(db, record.studentId);
  return { record, chains, chain: chainOf(record.guardianId, chains.records, chains.applicant) };
};

const requireReal = ({ mistakeReason }: StatementRecord): void => {
  if (mistakeReason === null) return;
  throw new OfficeError(
    'statement-mistake',
    'Эта запись отмечена как ошибочная, изменить её нельзя. Зарегистрируйте заявление заново.',
  );
};

/** @throws OfficeError `statement-mistake`, `statement-signed-before`, `statement-in-future` */
export const markSigned = async (
  trx: Knex,
  id: number,
  signedOn: IsoDate | null,
  today: IsoDate,
): Promise<void> => {
  const record = await requireStatement(trx, id);
  requireReal(record);
  if (signedOn !== null && signedOn < record.date)
    throw fieldError(
      'statement-signed-before',
      'signedOn',
      `Подпись раньше даты заявления (${shortDate(record.date)}). Проверьте дату.`,
    );
  if (signedOn !== null && signedOn > today)
    throw fieldError(
      'statement-in-future',
      'signedOn',
      `Подпись не может быть позже сегодняшнего дня (${shortDate(today)}).`,
    );
  await changeStatement(trx, id, { signedOn });
};

/** Reasons why the statement cannot be withdrawn on the day (S2 §7). */
export const withdrawProblems = ({ record, chain, chains }: Found, on: IsoDate) =>
  withdrawalProblems(chain.statements, record.id, on, chains.applicant).map((one) =>
    one.path === 'withdrawnOn' ? { ...one, path: 'on' } : one,
  );

/** @throws OfficeError `statement-mistake`, `statement-in-future` and the domain's codes */
export const withdrawStatement = async (
  trx: Knex,
  { id, on, reason }: { readonly id: number; readonly on: IsoDate; readonly reason: string },
  today: IsoDate,
): Promise<void> => {
  const found = await findStatement(trx, id);
  requireReal(found.record);
  if (on > today)
    throw fieldError(
      'statement-in-future',
      'on',
      `Отзыв не может быть позже сегодняшнего дня (${shortDate(today)}).`,
    );
  refuse(withdrawProblems(found, on));
  await changeStatement(trx, id, { withdrawnOn: on, withdrawReason: reason });
};

const restsOnIt = (statement: Statement): Problem => ({
  code: 'later-statement-rests-on-it',
  path: 'id',
  message: `Изменить нельзя: на этом держится более позднее заявление от ${shortDate(statement.registeredOn)}. Сначала отметьте ошибочным его.`,
});

/** Statements that would become impossible if the chain were `changed`. */
const brokenBy = ({ chain, chains }: Found, changed: readonly Statement[]): readonly Problem[] => {
  const impossible = (statements: readonly Statement[]) =>
    replayStatements(statements, chains.applicant).impossible.map(({ statement }) => statement);
  const before = new Set(impossible(chain.statements).map(({ id }) => id));
  return impossible(changed)
    .filter(({ id }) => !before.has(id))
    .map(restsOnIt);
};

export const cancelProblems = (found: Found): readonly Problem[] =>
  brokenBy(
    found,
    found.chain.statements.map((one) =>
      one.id === found.record.id ? { ...one, withdrawnOn: null } : one,
    ),
  );

/** @throws OfficeError `statement-not-withdrawn`, `later-statement-rests-on-it` */
export const cancelWithdrawal = async (trx: Knex, id: number): Promise<void> => {
  const found = await findStatement(trx, id);
  requireReal(found.record);
  if (found.record.withdrawnOn === null)
    throw new OfficeError('statement-not-withdrawn', 'Это заявление не отозвано.');
  refuse(cancelProblems(found));
  await changeStatement(trx, id, { withdrawnOn: null, withdrawReason: null });
};

export const mistakeProblems = (found: Found): readonly Problem[] =>
  brokenBy(
    found,
    found.chain.statements.filter(({ id }) => id !== found.record.id),
  );

/** @throws OfficeError `statement-mistake`, `later-statement-rests-on-it` */
export const annulMistake = async (trx: Knex, id: number, reason: string): Promise<void> => {
  const found = await findStatement(trx, id);
  requireReal(found.record);
  refuse(mistakeProblems(found));
  await changeStatement(trx, id, { mistakeReason: reason });
};
