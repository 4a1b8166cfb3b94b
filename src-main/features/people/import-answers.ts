import type { OfficeError } from '../../contract/errors.ts';
import { fieldError } from '../../contract/errors.ts';
import type { AppliedCounts } from '../../contract/imports.ts';
import type { Asked } from '../context.ts';
import { countsOf, keyOf, refuseOpen, refuseUnknownAnswers } from '../imports/index.ts';
import type { Action, ImportPlan, PlanItem } from './import-plan.ts';

type Input = Asked<'people.commitImport'>;
type Answer = Input['answers'][string];

export interface Decided {
  readonly actions: readonly Action[];
  readonly counts: AppliedCounts;
}

const invalid = (key: string, message: string): OfficeError =>
  fieldError('answer-invalid', `answers.${key}`, message);

const actionOf = (item: PlanItem, answer: Exclude<Answer, 'skip'>): Action => {
  const isKnown = answer === 'new' || item.candidates.some(({ id }) => id === answer);
  if (!item.resolve || !isKnown)
    throw invalid(keyOf(item), `${item.fullName}: выберите одного из предложенных людей.`);
  return item.resolve(answer === 'new' ? null : answer);
};

/** One stored student cannot be two rows of the file. */
const refuseSharedStudent = (decided: readonly (readonly [PlanItem, Action])[]): void => {
  const taken = new Map<number, PlanItem>();
  for (const [item, action] of decided) {
    if (action.kind === 'guardian' || action.id === null) continue;
    const other = taken.get(action.id);
    if (other)
      throw invalid(
        keyOf(item),
        `${item.fullName}: этот человек уже выбран для строки ${other.where.row}.`,
      );
    taken.set(action.id, item);
  }
};

/**
 * Joins the plan with the person's answers.
 * @throws OfficeError `questions-open`, `answer-invalid`
 */
export const decide = (plan: ImportPlan, { answers, unanswered }: Input): Decided => {
  const questions = plan.items.filter(({ status }) => status === 'question');
  refuseUnknownAnswers(questions, answers);
  const open = questions.filter((item) => answers[keyOf(item)] === undefined);
  refuseOpen(open, unanswered);
  const answered = questions.flatMap((item): (readonly [PlanItem, Action])[] => {
    const answer = answers[keyOf(item)] ?? 'skip';
    return answer === 'skip' ? [] : [[item, actionOf(item, answer)]];
  });
  refuseSharedStudent(answered);
  const counts = countsOf(plan.items);
  const created = answered.filter(([item]) => answers[keyOf(item)] === 'new').length;
  return {
    actions: [
      ...plan.items.flatMap(({ action }) => (action ? [action] : [])),
      ...answered.map(([, action]) => action),
    ],
    counts: {
      new: counts.new + created,
      changed: counts.changed + answered.length - created,
      same: counts.same,
      rejected: counts.rejected,
      skipped: questions.length - answered.length,
    },
  };
};
