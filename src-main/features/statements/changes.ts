import type { Knex } from 'knex';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { brokenBy } from '../../domain/statement-chain.ts';
import { signatureProblems, withdrawalProblems } from '../../domain/statement-changes.ts';
import type { Problem } from '../../domain/statement-rules.ts';
import { inForceFrom } from '../../domain/statements.ts';
import type { Statement } from '../../domain/statements.ts';
import { guardiansOf } from '../people/index.ts';
import type { GuardianRef } from '../people/index.ts';
import { readFamily } from './families.ts';
import type { Family } from './families.ts';
import { changeStatement, requireStatement } from './repository.ts';
import type { StatementRecord } from './repository.ts';
import { refuse } from './rules.ts';

/** What may still be done with a registered statement; its number never changes. */

export interface Found {
  readonly record: StatementRecord;
  readonly family: Family;
  /** Whether the author represents the child now; true of the student's own statements. */
  readonly authorRepresents: boolean;
}

/** Not one of «не представитель»; whether the child's age lets him act the statement's rule says. */
export const mayAct = ({ relation }: Pick<GuardianRef, 'relation'>): boolean =>
  relation !== 'not-representative';

const represents = async (
  db: Knex,
  { studentId, guardianId, kind, registeredOn }: StatementRecord,
): Promise<boolean> => {
  // The consent and the permission are the student's own word.
  if (guardianId === null || kind === 'consent-14' || kind === 'permission-18') return true;
  const guardians = (await guardiansOf(db, [studentId], registeredOn)).get(studentId) ?? [];
  return guardians.some((one) => one.id === guardianId && mayAct(one));
};

/** @throws OfficeError `statement-unknown` */
export const findStatement = async (db: Knex, id: number): Promise<Found> => {
  const record = await requireStatement(db, id);
  return {
    record,
    family: await readFamily(db, record.studentId),
    authorRepresents: await represents(db, record),
  };
};

export const requireReal = ({ mistakeReason }: StatementRecord): void => {
  if (mistakeReason === null) return;
  throw new OfficeError(
    'statement-mistake',
    'Эта запись отмечена как ошибочная, изменить её нельзя. Зарегистрируйте заявление заново.',
  );
};

const checkSignature = (record: StatementRecord, signedOn: IsoDate, today: IsoDate): void => {
  if (signedOn < record.date)
    throw fieldError(
      'statement-signed-before',
      'signedOn',
      `Подпись раньше даты заявления (${shortDate(record.date)}). Проверьте дату.`,
    );
  if (signedOn > today)
    throw fieldError(
      'statement-in-future',
      'signedOn',
      `Подпись не может быть позже сегодняшнего дня (${shortDate(today)}).`,
    );
};

/** What an earlier version let work unsigned goes on working when its signature is marked. */
const forceOf = (record: StatementRecord, signedOn: IsoDate | null): IsoDate | null => {
  const byRule = inForceFrom(record.registeredOn, signedOn);
  const carriedOver = record.signedOn === null && record.inForceFrom !== null;
  return carriedOver && byRule !== null ? record.inForceFrom : byRule;
};

/**
 * Marks the day of the signature, from whose registration the statement works; null takes the mark
 * back and it waits again.
 * @throws OfficeError `statement-mistake`, `statement-signed-before`, `statement-in-future` and the
 *   domain's codes
 */
export const markSigned = async (
  trx: Knex,
  id: number,
  signedOn: IsoDate | null,
  today: IsoDate,
): Promise<void> => {
  const { record, family } = await findStatement(trx, id);
  requireReal(record);
  if (signedOn !== null) checkSignature(record, signedOn, today);
  const from = forceOf(record, signedOn);
  refuse(signatureProblems(family.statements, id, from, family.applicant));
  await changeStatement(trx, id, { signedOn, inForceFrom: from });
};

/** Reasons why the statement cannot be withdrawn on the day (S2 §7). */
export const withdrawProblems = ({ record, family, authorRepresents }: Found, on: IsoDate) =>
  withdrawalProblems(family.statements, record.id, on, family.applicant, authorRepresents).map(
    (one) => (one.path === 'withdrawnOn' ? { ...one, path: 'on' } : one),
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

/** Statements that would become impossible if the family's statements were `changed`. */
const resting = ({ family }: Found, changed: readonly Statement[]): readonly Problem[] =>
  brokenBy(family.statements, changed, family.applicant).map(({ statement }) =>
    restsOnIt(statement),
  );

export const cancelProblems = (found: Found): readonly Problem[] =>
  resting(
    found,
    found.family.statements.map((one) =>
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
  resting(
    found,
    found.family.statements.filter(({ id }) => id !== found.record.id),
  );

/** @throws OfficeError `statement-mistake`, `later-statement-rests-on-it` */
export const annulMistake = async (trx: Knex, id: number, reason: string): Promise<void> => {
  const found = await findStatement(trx, id);
  requireReal(found.record);
  refuse(mistakeProblems(found));
  await changeStatement(trx, id, { mistakeReason: reason });
};
