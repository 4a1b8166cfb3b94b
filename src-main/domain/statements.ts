/**
 * Statements about the electronic diary and what may follow what (S2 §7, domain.md §5).
 *
 * A chain holds the statements of one parent about one child together with the child's own
 * consents. Decisions where S2 is silent:
 * - a statement works from the day it is registered; withdrawn on that very day it never worked;
 * - a refusal ends only by annulment and an annulment only by a new refusal (S2 §7: the electronic
 *   service starts again «лишь при аннулировании»), so neither is withdrawn after its first day;
 * - impossibility cannot be stated while a refusal stands: the refusal's cadence («не реже, но и не
 *   чаще») would contradict impossibility's («не реже»); a refusal replaces a standing impossibility
 *   for good, and its annulment leads to the electronic service;
 * - a consent rests on one refusal and ends with it; a new refusal asks for a new consent;
 * - 14 is reached on the 14th birthday itself («достигший 14-летнего возраста»), for those born on
 *   29 February on 1 March of common years (`ageOn`).
 */
import { assertNever } from '../contract/errors.ts';
import { ageOn } from './dates.ts';
import type { IsoDate } from './dates.ts';

export const STATEMENT_KINDS = ['refusal', 'impossibility', 'annulment', 'consent-14'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The age from which a student may consent by himself (S2 §7). */
export const CONSENT_AGE = 14;

export interface Statement {
  readonly id: number;
  readonly kind: StatementKind;
  /** The day written on the paper. */
  readonly date: IsoDate;
  /** The day the office registered it; it works from this day on. */
  readonly registeredOn: IsoDate;
  /** From this day on it works no more; null while it was not withdrawn. */
  readonly withdrawnOn: IsoDate | null;
  /** Consent only: the student showed a passport. Its number is never stored. */
  readonly passportShown: boolean;
}

export interface Applicant {
  /** Of the student; null when unknown. */
  readonly birthDate: IsoDate | null;
}

/** A reason to refuse, tied to a field of the form. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  /** Russian: what is wrong and what to do. */
  readonly message: string;
}

/** The statements that stand at some moment of the chain. */
export interface Standing {
  readonly refusal: Statement | null;
  readonly impossibility: Statement | null;
  readonly consent: Statement | null;
  /** The annulment after which nothing but the electronic service is left; null when none. */
  readonly annulment: Statement | null;
}

export const NOTHING_STANDS: Standing = {
  refusal: null,
  impossibility: null,
  consent: null,
  annulment: null,
};

const problem = (code: string, path: string, message: string): Problem => ({ code, path, message });

const needsNoRefusal = (standing: Standing): readonly Problem[] =>
  standing.refusal === null
    ? []
    : [
        problem(
          'refusal-stands',
          'kind',
          'Уже действует отказ родителя от услуги. Сначала зарегистрируйте аннулирование этого отказа (план родительского собрания, п. 7).',
        ),
      ];

const impossibilityProblems = (standing: Standing): readonly Problem[] => [
  ...needsNoRefusal(standing),
  ...(standing.impossibility === null
    ? []
    : [
        problem(
          'impossibility-stands',
          'kind',
          'Заявление о невозможности получения услуги уже действует. Второе не нужно.',
        ),
      ]),
];

const annulmentProblems = (standing: Standing): readonly Problem[] => {
  if (standing.refusal !== null) return [];
  const hint =
    standing.impossibility === null
      ? 'Услуга уже предоставляется в электронном виде.'
      : 'Действует заявление о невозможности: чтобы вернуть услугу, отметьте его отзыв.';
  return [
    problem('no-refusal-to-annul', 'kind', `Аннулировать нечего: отказ не действует. ${hint}`),
  ];
};

const ageProblems = (date: IsoDate, applicant: Applicant): readonly Problem[] => {
  if (applicant.birthDate === null)
    return [
      problem(
        'birth-date-unknown',
        'studentId',
        'У ученика не указана дата рождения, поэтому возраст проверить нельзя. Заполните её в карточке ученика.',
      ),
    ];
  if (ageOn(applicant.birthDate, date) >= CONSENT_AGE) return [];
  return [
    problem(
      'student-under-14',
      'date',
      'На дату согласия ученику нет 14 лет. Самостоятельно обратиться за услугой может ученик, достигший 14 лет (план родительского собрания, п. 7).',
    ),
  ];
};

const consentProblems = (
  standing: Standing,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const problems: Problem[] = [];
  if (standing.refusal === null)
    problems.push(
      problem(
        'no-refusal-for-consent',
        'kind',
        'Отказ родителя не действует. Согласие ученика нужно только в случае отказа родителя (план родительского собрания, п. 7).',
      ),
    );
  if (standing.consent !== null)
    problems.push(
      problem('consent-stands', 'kind', 'Согласие ученика уже действует. Второе не нужно.'),
    );
  problems.push(...ageProblems(statement.date, applicant));
  if (!statement.passportShown)
    problems.push(
      problem(
        'passport-not-shown',
        'passportShown',
        'Паспорт не предъявлен. Согласие принимают у ученика, получившего паспорт (план родительского собрания, п. 7).',
      ),
    );
  return problems;
};

const kindProblems = (
  standing: Standing,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  switch (statement.kind) {
    case 'refusal':
      return needsNoRefusal(standing);
    case 'impossibility':
      return impossibilityProblems(standing);
    case 'annulment':
      return annulmentProblems(standing);
    case 'consent-14':
      return consentProblems(standing, statement, applicant);
    default:
      return assertNever(statement.kind);
  }
};

/** The paper is dated not after its registration, and both not after it is withdrawn. */
const dateProblems = (statement: Statement): readonly Problem[] => {
  const problems: Problem[] = [];
  if (statement.date > statement.registeredOn)
    problems.push(
      problem(
        'registered-before-date',
        'registeredOn',
        'Дата регистрации раньше даты заявления. Проверьте обе даты.',
      ),
    );
  if (statement.withdrawnOn !== null && statement.withdrawnOn < statement.registeredOn)
    problems.push(
      problem(
        'withdrawn-before-registered',
        'withdrawnOn',
        'Дата отзыва раньше даты регистрации заявления. Проверьте обе даты.',
      ),
    );
  return problems;
};

/** Reasons why a statement cannot follow what stands; empty when it can. All are given at once. */
export const statementProblems = (
  standing: Standing,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => [
  ...dateProblems(statement),
  ...kindProblems(standing, statement, applicant),
];

/**
 * Which statements may follow what stands (S2 §7). Age and passport, which a consent needs as well,
 * are judged by the paper (`statementProblems`).
 */
export const nextKinds = (
  stands: Readonly<Record<'refusal' | 'impossibility' | 'consent', boolean>>,
): readonly StatementKind[] => {
  if (stands.refusal) return stands.consent ? ['annulment'] : ['annulment', 'consent-14'];
  return stands.impossibility ? ['refusal'] : ['refusal', 'impossibility'];
};

/** What stands once a permitted statement is registered. */
export const afterStatement = (standing: Standing, statement: Statement): Standing => {
  switch (statement.kind) {
    case 'refusal':
      return { ...NOTHING_STANDS, refusal: statement };
    case 'impossibility':
      return { ...NOTHING_STANDS, impossibility: statement };
    case 'annulment':
      return { ...NOTHING_STANDS, annulment: statement };
    case 'consent-14':
      return { ...standing, consent: statement };
    default:
      return assertNever(statement.kind);
  }
};
