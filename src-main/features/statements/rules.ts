import { OfficeError } from '../../contract/errors.ts';
import type { Relation } from '../../contract/people-fields.ts';
import type { StatementKindName } from '../../contract/statements-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { dateParts } from '../../domain/dates.ts';
import { refusalOf } from '../../domain/representation.ts';
import { shortDate } from '../../domain/russian.ts';
import {
  forgottenStatementProblems,
  newStatementProblems,
  standingOn,
} from '../../domain/statement-chain.ts';
import type { Problem } from '../../domain/statement-rules.ts';
import { inForceFrom, standingOf } from '../../domain/statements.ts';
import type { Statement } from '../../domain/statements.ts';
import type { StudentWithGuardians } from '../people/index.ts';
import type { Family } from './families.ts';
import type { StatementRecord } from './repository.ts';

/** What keeps a statement from being registered: the rules of S2 §7 and of the registers. */

export interface Guardian {
  readonly id: number;
  readonly relation: Relation | null;
}

export interface Proposed {
  readonly kind: StatementKindName;
  /** Null: the adult student states for himself. */
  readonly guardianId: number | null;
  readonly date: IsoDate;
  readonly registeredOn: IsoDate;
  /** The day of the signature; null: it will wait. */
  readonly signedOn: IsoDate | null;
  readonly passportShown: boolean;
  /** A letter number: the paper was forgotten, and stands before later ones of the family. */
  readonly letterAfter: number | null;
}

/** @throws OfficeError with the first problem's code and every problem as a field */
export const refuse = (problems: readonly Problem[]): void => {
  const [first] = problems;
  if (!first) return;
  const fields = problems.map(({ path, message }) => ({ path, message }));
  throw new OfficeError(first.code, problems.map(({ message }) => message).join(' '), fields);
};

const asNew = ({ signedOn, letterAfter, ...proposed }: Proposed): Statement => ({
  ...proposed,
  // After every letter its number has.
  ...(letterAfter !== null && {
    year: dateParts(proposed.registeredOn).year,
    number: letterAfter,
    letter: 'я',
  }),
  // Ids grow: it will stand after all that are registered.
  id: Number.MAX_SAFE_INTEGER,
  inForceFrom: inForceFrom(proposed.registeredOn, signedOn),
  withdrawnOn: null,
  outlastsMajority: false,
});

/** The rules of what may follow what in this family (S2 §7). */
export const familyProblems = (
  { statements, applicant }: Family,
  proposed: Proposed,
): readonly Problem[] =>
  proposed.letterAfter === null
    ? newStatementProblems(statements, asNew(proposed), applicant)
    : forgottenStatementProblems(statements, asNew(proposed), applicant);

/** The refusal of the party that stands on the day; annulments and consents speak of it. */
export const standingRefusal = (
  { statements, replay }: Family,
  guardianId: number | null,
  on: IsoDate,
): StatementRecord | null => {
  const { refusal } = standingOf(standingOn(replay, on), guardianId);
  return statements.find(({ id }) => id === refusal?.id) ?? null;
};

const consentBasis = (family: Family, { guardianId, registeredOn }: Proposed): readonly Problem[] =>
  standingRefusal(family, guardianId, registeredOn) === null
    ? [
        {
          code: 'consent-basis-wrong',
          path: 'guardianId',
          message:
            'Отказ этого родителя не действует. Выберите родителя, чей отказ назван в согласии.',
        },
      ]
    : [];

const authorProblems = (
  student: StudentWithGuardians,
  { kind, guardianId }: Proposed,
): readonly Problem[] => {
  if (guardianId === null) {
    if (kind !== 'consent-14' && kind !== 'permission-18') return [];
    return [{ code: 'statement-no-guardian', path: 'guardianId', message: 'Выберите родителя.' }];
  }
  const guardian = student.guardians.find(({ id }) => id === guardianId);
  if (!guardian)
    return [
      {
        code: 'statement-guardian-not-linked',
        path: 'guardianId',
        message: `Этот человек не записан родителем (законным представителем): ${student.fullName}. Добавьте связь в карточке ученика или выберите другого.`,
      },
    ];
  // An adult student may permit anybody he likes.
  if (kind === 'permission-18' || guardian.relation !== 'not-representative') return [];
  return [
    {
      code: 'statement-not-representative',
      path: 'guardianId',
      message: refusalOf(guardian.fullName, student.fullName, {
        represents: false,
        reason: 'relation',
      }),
    },
  ];
};

/** The days of the registers: not in the future, the student has a class, the author may sign. */
export const registerProblems = (
  family: Family,
  student: StudentWithGuardians,
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
  problems.push(...authorProblems(student, proposed));
  const found = familyProblems(family, proposed);
  problems.push(...found);
  // Without any refusal the family's rule has said so already.
  if (
    proposed.kind === 'consent-14' &&
    !found.some(({ code }) => code === 'no-refusal-for-consent')
  )
    problems.push(...consentBasis(family, proposed));
  return problems;
};
