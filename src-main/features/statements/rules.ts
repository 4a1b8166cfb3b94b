import { OfficeError } from '../../contract/errors.ts';
import type { Relation } from '../../contract/people-fields.ts';
import type { StatementKindName } from '../../contract/statements-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import {
  newStatementProblems,
  replayStatements,
  standingOn,
} from '../../domain/statement-chain.ts';
import type { Problem, Statement } from '../../domain/statements.ts';
import type { StudentWithGuardians } from '../people/index.ts';
import { chainOf } from './chains.ts';
import type { StudentChains } from './chains.ts';
import type { StatementRecord } from './repository.ts';

/** What keeps a statement from being registered: the rules of S2 §7 and of the registers. */

export interface Guardian {
  readonly id: number;
  readonly relation: Relation | null;
}

export interface Proposed {
  readonly kind: StatementKindName;
  readonly date: IsoDate;
  readonly registeredOn: IsoDate;
  readonly passportShown: boolean;
}

/** @throws OfficeError with the first problem's code and every problem as a field */
export const refuse = (problems: readonly Problem[]): void => {
  const [first] = problems;
  if (!first) return;
  const fields = problems.map(({ path, message }) => ({ path, message }));
  throw new OfficeError(first.code, problems.map(({ message }) => message).join(' '), fields);
};

const asNew = (proposed: Proposed): Statement => ({
  ...proposed,
  // Ids grow: it will stand after all that are registered.
  id: Number.MAX_SAFE_INTEGER,
  withdrawnOn: null,
});

/** The rules of the chain for one parent (S2 §7). */
export const chainProblems = (
  chains: StudentChains,
  guardianId: number,
  proposed: Proposed,
): readonly Problem[] => {
  const chain = chainOf(guardianId, chains.records, chains.applicant);
  return newStatementProblems(chain.statements, asNew(proposed), chains.applicant);
};

/** The refusal of the parent that stands on the day; annulments and consents speak of it. */
export const standingRefusal = (
  chains: StudentChains,
  guardianId: number,
  on: IsoDate,
): StatementRecord | null => {
  const chain = chainOf(guardianId, chains.records, chains.applicant);
  const standing = standingOn(replayStatements(chain.statements, chains.applicant), on);
  return chain.statements.find(({ id }) => id === standing.refusal?.id) ?? null;
};

/** The days of the registers: not in the future, the student has a class, the parent is linked. */
export const registerProblems = (
  student: StudentWithGuardians,
  guardianId: number | null,
  proposed: Proposed,
  today: IsoDate,
): readonly Problem[] => {
  const problems: Problem[] = [];
  if (proposed.registeredOn > today)
    problems.push({
      code: 'statement-in-future',
      path: 'registeredOn',
      message: `Регистрация не может быть позже сегодняшнего дня (${shortDate(today)}).`,
    });
  if (!student.isEnrolled)
    problems.push({
      code: 'statement-not-enrolled',
      path: 'studentId',
      message: `${shortDate(proposed.registeredOn)} ${student.fullName} не числится ни в одном классе. Проверьте дату и движение ученика.`,
    });
  if (guardianId !== null && !student.guardians.some(({ id }) => id === guardianId))
    problems.push({
      code: 'statement-guardian-not-linked',
      path: 'guardianId',
      message: `Этот человек не записан родителем (законным представителем): ${student.fullName}. Добавьте связь в карточке ученика или выберите другого.`,
    });
  return problems;
};
