import type { OfficeError } from '../../contract/errors.ts';
import { fieldError } from '../../contract/errors.ts';
import type { AppliedCounts } from '../../contract/imports.ts';
import type { RecognisedCredential } from '../../spreadsheets/credentials/recognised.ts';
import type { Asked } from '../context.ts';
import { keyOf, refuseOpen, refuseUnknownAnswers } from '../imports/index.ts';
import type { DecidedRow, ImportAction, Outcome } from './import-assign.ts';
import { assignRows } from './import-assign.ts';
import { decidedPerson, isKnownPerson, spellingCandidate } from './import-people.ts';
import type { Basis, PlanItem } from './import-plan.ts';

type Input = Asked<'credentials.commitImport'>;

export interface DecidedPlan {
  readonly actions: readonly ImportAction[];
  readonly counts: AppliedCounts;
}

type Question = PlanItem & { readonly row: RecognisedCredential };

const isQuestion = (item: PlanItem): item is Question =>
  item.status === 'question' && item.row !== null;

const invalid = (item: PlanItem, message: string): OfficeError =>
  fieldError('answer-invalid', `answers.${keyOf(item)}`, `${item.fullName}: ${message}`);

/** The person's answer, the bulk consent to other spellings, or nothing yet. */
const answerOf = (item: Question, input: Input, basis: Basis): 'skip' | number | null => {
  const given = input.answers[keyOf(item)];
  if (given !== undefined) return given;
  const match = basis.matches.get(item.row);
  const spelling = input.acceptSpelling && match ? spellingCandidate(match) : null;
  return spelling?.personId ?? null;
};

const decidedRow = (item: Question, personId: number, basis: Basis): DecidedRow => {
  const { row } = item;
  if (!isKnownPerson(basis.people, row.role, personId))
    throw invalid(item, 'такого человека нет. Выберите его из списка.');
  const candidate = basis.matches.get(row)?.candidates.find((one) => one.personId === personId);
  return { row, decided: decidedPerson(basis.people, row, personId, candidate?.studentId ?? null) };
};

/** Two students of the file cannot be one student of the school. */
const refuseShared = (
  answered: readonly (readonly [Question, DecidedRow])[],
  sure: readonly DecidedRow[],
): void => {
  const taken = new Map<number, number>();
  for (const { row, decided } of sure)
    if (row.role === 'student') taken.set(decided.personId, row.where.row);
  for (const [item, { row, decided }] of answered) {
    if (row.role !== 'student') continue;
    const other = taken.get(decided.personId);
    if (other !== undefined) throw invalid(item, `этот ученик уже выбран для строки ${other}.`);
    taken.set(decided.personId, row.where.row);
  }
};

const refuseRejected = (
  answered: readonly (readonly [Question, DecidedRow])[],
  outcomes: ReadonlyMap<RecognisedCredential, Outcome>,
): void => {
  for (const [item] of answered) {
    const outcome = outcomes.get(item.row);
    if (outcome?.status === 'rejected') throw invalid(item, outcome.reason);
  }
};

/**
 * Joins the plan with the person's answers.
 * @throws OfficeError `questions-open`, `answer-invalid`
 */
export const decide = (
  items: readonly PlanItem[],
  rows: readonly RecognisedCredential[],
  basis: Basis,
  input: Input,
): DecidedPlan => {
  const questions = items.filter(isQuestion);
  refuseUnknownAnswers(questions, input.answers);
  const answers = questions.map((item) => ({ item, answer: answerOf(item, input, basis) }));
  const open = answers.filter(({ answer }) => answer === null).map(({ item }) => item);
  refuseOpen(open, input.unanswered);
  const answered = answers.flatMap(({ item, answer }) =>
    typeof answer === 'number' ? [[item, decidedRow(item, answer, basis)] as const] : [],
  );
  refuseShared(answered, basis.sure);
  const decided = new Map(
    [...basis.sure, ...answered.map(([, one]) => one)].map((one) => [one.row, one]),
  );
  const inOrder = rows.flatMap((row) => decided.get(row) ?? []);
  const outcomes = assignRows(inOrder, basis.store, basis.vault);
  refuseRejected(answered, outcomes);
  const all = [...outcomes.values()];
  const count = (status: Outcome['status']): number =>
    all.filter((outcome) => outcome.status === status).length;
  return {
    actions: all.flatMap((outcome) => ('action' in outcome ? [outcome.action] : [])),
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      rejected: count('rejected') + items.filter(({ row }) => row === null).length,
      skipped: questions.length - answered.length,
    },
  };
};
