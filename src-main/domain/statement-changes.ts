/** What may become of a registered statement: withdrawal, the mark of its signature (S2 §7). */
import type { IsoDate } from './dates.ts';
import { shortDate } from './russian.ts';
import { brokenBy, isWithdrawable, neverWorked } from './statement-chain.ts';
import type { StatementProblems } from './statement-chain.ts';
import type { Problem } from './statement-rules.ts';
import type { Applicant, Statement } from './statements.ts';

const lateWithdrawal = ({ kind }: Statement): Problem => {
  const refusal = kind === 'refusal';
  return {
    code: refusal ? 'refusal-needs-annulment' : 'annulment-needs-refusal',
    path: 'withdrawnOn',
    message: refusal
      ? 'Отказ уже вступил в силу. Услуга возобновляется только заявлением об его аннулировании (план родительского собрания, п. 7).'
      : 'Аннулирование уже вступило в силу. Если родитель снова отказывается, нужен новый отказ (план родительского собрания, п. 7).',
  };
};

const restProblem = ({ statement }: StatementProblems): Problem => ({
  code: 'later-statement-rests-on-it',
  path: 'withdrawnOn',
  message: `Отозвать нельзя: на этом заявлении основано более позднее от ${shortDate(statement.registeredOn)}. Сначала отзовите его.`,
});

const alreadyWithdrawn: Problem = {
  code: 'already-withdrawn',
  path: 'withdrawnOn',
  message: 'Это заявление уже отозвано.',
};

const unknownStatement: Problem = {
  code: 'statement-not-found',
  path: 'id',
  message: 'Такого заявления у этой семьи нет. Обновите список.',
};

const signedBeforeWithdrawal: Problem = {
  code: 'withdrawn-unsigned',
  path: 'signedOn',
  message:
    'Заявление отозвано, пока ждало подписи. Подписанное раньше отзыва, оно прекратилось бы без заявления (план родительского собрания, п. 7). Если бумага была подписана, сначала снимите отзыв.',
};

const tooEarly: Problem = {
  code: 'withdrawn-before-registered',
  path: 'withdrawnOn',
  message: 'Дата отзыва раньше даты регистрации заявления. Проверьте обе даты.',
};

/**
 * Reasons to refuse a withdrawal: unknown or withdrawn already, dates in the wrong order, a refusal
 * or an annulment that has begun to work, a later statement that rests on this one. Of somebody who
 * does not represent the child (any more) every statement can be ended: he had no right to it.
 */
export const withdrawalProblems = (
  family: readonly Statement[],
  id: number,
  on: IsoDate,
  applicant: Applicant,
  authorRepresents = true,
): readonly Problem[] => {
  const statement = family.find((one) => one.id === id);
  if (!statement) return [unknownStatement];
  if (statement.withdrawnOn !== null) return [alreadyWithdrawn];
  if (on < statement.registeredOn) return [tooEarly];
  const withdrawn = { ...statement, withdrawnOn: on };
  if (authorRepresents && !isWithdrawable(statement) && !neverWorked(withdrawn))
    return [lateWithdrawal(statement)];
  const changed = family.map((one) => (one.id === id ? withdrawn : one));
  return brokenBy(family, changed, applicant).map(restProblem);
};

/**
 * Reasons why the mark of a signature cannot be changed: what comes into force must be possible that
 * day, nothing later may rest on it, and a refusal or an annulment withdrawn while it waited must not
 * have worked before, or a word would have ended it.
 */
export const signatureProblems = (
  family: readonly Statement[],
  id: number,
  inForce: IsoDate | null,
  applicant: Applicant,
): readonly Problem[] => {
  const statement = family.find((one) => one.id === id);
  if (statement && !isWithdrawable(statement) && neverWorked(statement)) {
    const signed = { ...statement, inForceFrom: inForce };
    if (!neverWorked(signed) && signed.withdrawnOn !== null) return [signedBeforeWithdrawal];
  }
  const changed = family.map((one) => (one.id === id ? { ...one, inForceFrom: inForce } : one));
  return brokenBy(family, changed, applicant).flatMap(({ statement, problems }) =>
    statement.id === id
      ? problems.map((one) => ({ ...one, path: 'signedOn' }))
      : [
          {
            code: 'later-statement-rests-on-it',
            path: 'signedOn',
            message: `На этом заявлении основано более позднее от ${shortDate(statement.registeredOn)}. Сначала измените его.`,
          },
        ],
  );
};
