/** What may follow what: reasons to refuse a statement (S2 §7; the decisions stand in statements.ts). */
import { assertNever } from '../contract/errors.ts';
import { ageOn } from './dates.ts';
import type { IsoDate } from './dates.ts';
import { isOfAge } from './representation.ts';
import { actsHimself, CONSENT_AGE, parentRefusals, standingOf } from './statements.ts';
import type { Applicant, PartyStanding, Standing, Statement, StatementKind } from './statements.ts';

/** A reason to refuse, tied to a field of the form. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  /** Russian: what is wrong and what to do. */
  readonly message: string;
}

const problem = (code: string, path: string, message: string): Problem => ({ code, path, message });

const needsNoRefusal = (party: PartyStanding): readonly Problem[] =>
  party.refusal === null
    ? []
    : [
        problem(
          'refusal-stands',
          'kind',
          'Уже действует отказ этого заявителя от услуги. Сначала зарегистрируйте аннулирование этого отказа (план родительского собрания, п. 7).',
        ),
      ];

const impossibilityProblems = (party: PartyStanding): readonly Problem[] => [
  ...needsNoRefusal(party),
  ...(party.impossibility === null
    ? []
    : [
        problem(
          'impossibility-stands',
          'kind',
          'Заявление о невозможности получения услуги уже действует. Второе не нужно.',
        ),
      ]),
];

const annulmentProblems = (party: PartyStanding): readonly Problem[] => {
  if (party.refusal !== null) return [];
  const hint =
    party.impossibility === null
      ? 'Услуга уже предоставляется в электронном виде.'
      : 'Действует заявление о невозможности: чтобы вернуть услугу, отметьте его отзыв.';
  return [
    problem('no-refusal-to-annul', 'kind', `Аннулировать нечего: отказ не действует. ${hint}`),
  ];
};

const birthDateProblems = ({ birthDate }: Applicant): readonly Problem[] =>
  birthDate === null
    ? [
        problem(
          'birth-date-unknown',
          'studentId',
          'У ученика не указана дата рождения, поэтому возраст проверить нельзя. Заполните её в карточке ученика.',
        ),
      ]
    : [];

/** Whether a student is known to be old enough to consent by himself (S2 §7). */
export const isOldEnough = ({ birthDate }: Applicant, on: IsoDate): boolean =>
  birthDate !== null && ageOn(birthDate, on) >= CONSENT_AGE;

const ageProblems = (statement: Statement, applicant: Applicant): readonly Problem[] => {
  const { birthDate } = applicant;
  if (birthDate === null) return birthDateProblems(applicant);
  if (!isOldEnough(applicant, statement.date))
    return [
      problem(
        'student-under-14',
        'date',
        'На дату согласия ученику нет 14 лет. Самостоятельно обратиться за услугой может ученик, достигший 14 лет (план родительского собрания, п. 7).',
      ),
    ];
  return actsHimself(applicant, statement.inForceFrom ?? statement.registeredOn) &&
    !statement.outlastsMajority
    ? [
        problem(
          'student-adult',
          'kind',
          'Ученику исполнилось 18 лет: он получает услугу сам, согласие не нужно.',
        ),
      ]
    : [];
};

const consentProblems = (
  standing: Standing,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const problems: Problem[] = [];
  if (parentRefusals(standing).length === 0)
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
  problems.push(...ageProblems(statement, applicant));
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

const notAdult = problem(
  'student-not-adult',
  'date',
  'На дату заявления ученику нет 18 лет (или опека над ним продолжается): за него действует родитель (законный представитель).',
);

const permissionProblems = (
  party: PartyStanding,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const early = actsHimself(applicant, statement.date) ? [] : [notAdult];
  const again =
    party.permission === null
      ? []
      : [problem('permission-stands', 'kind', 'Разрешение этому человеку уже действует.')];
  return [...birthDateProblems(applicant), ...early, ...again].slice(0, 1);
};

/** Who may state at all: the parents of a minor, the adult student or his carer, a parent whom he permits. */
const partyProblems = (
  party: PartyStanding,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  if (statement.guardianId === null) {
    if (applicant.birthDate === null) return birthDateProblems(applicant);
    return actsHimself(applicant, statement.date) ? [] : [notAdult];
  }
  const on = statement.inForceFrom ?? statement.registeredOn;
  const { carers, birthDate } = applicant;
  if (statement.outlastsMajority || party.permission !== null || !isOfAge(birthDate, on)) return [];
  if (carers.includes(statement.guardianId)) return [];
  if (carers.length > 0)
    return [
      problem(
        'student-under-care',
        'guardianId',
        'Ученику исполнилось 18 лет, и опека над ним продолжается: за него действует только опекун. Примите заявление от опекуна.',
      ),
    ];
  return [
    problem(
      'student-adult',
      'guardianId',
      'Ученику исполнилось 18 лет: он действует сам. Примите заявление от него самого или зарегистрируйте его разрешение информировать родителя.',
    ),
  ];
};

const kindProblems = (
  standing: Standing,
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const party = standingOf(standing, statement.guardianId);
  switch (statement.kind) {
    case 'refusal':
      return [...partyProblems(party, statement, applicant), ...needsNoRefusal(party)];
    case 'impossibility':
      return [...partyProblems(party, statement, applicant), ...impossibilityProblems(party)];
    case 'annulment':
      return [...partyProblems(party, statement, applicant), ...annulmentProblems(party)];
    case 'consent-14':
      return consentProblems(standing, statement, applicant);
    case 'permission-18':
      return permissionProblems(party, statement, applicant);
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
 * Which statements a party may make by what stands (S2 §7). Age and passport, which a consent and a
 * permission need as well, are judged by the paper (`statementProblems`).
 */
export const nextKinds = (
  stands: Readonly<Record<'refusal' | 'impossibility', boolean>>,
): readonly StatementKind[] => {
  if (stands.refusal) return ['annulment'];
  return stands.impossibility ? ['refusal'] : ['refusal', 'impossibility'];
};
