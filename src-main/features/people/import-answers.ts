import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { Action, ImportPlan, PlanItem } from './import-plan.ts';
import { keyOf } from './import-plan.ts';
import type { Asked } from './listing.ts';

type Input = Asked<'people.commitImport'>;
type Answer = Input['answers'][string];

export interface Decided {
  readonly actions: readonly Action[];
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly rejected: number;
    /** Questions left without an effect. */
    readonly skipped: number;
  };
}

const invalid = (key: string, message: string): OfficeError =>
  fieldError('answer-invalid', `answers.${key}`, message);

const questionsOpen = (open: readonly PlanItem[]): OfficeError =>
  new OfficeError(
    'questions-open',
    `Ответьте на вопросы о совпадениях (осталось ${open.length}) или пропустите эти строки.`,
    open.slice(0, 50).map((item) => ({
      path: `answers.${keyOf(item)}`,
      message: `${item.fullName}: ${item.reason ?? ''}`,
    })),
  );

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
  const known = new Set(questions.map(keyOf));
  for (const key of Object.keys(answers))
    if (!known.has(key)) throw invalid(key, 'Такого вопроса нет. Просмотрите файл ещё раз.');
  const open = questions.filter((item) => answers[keyOf(item)] === undefined);
  if (open.length > 0 && unanswered === 'refuse') throw questionsOpen(open);
  const answered = questions.flatMap((item): (readonly [PlanItem, Action])[] => {
    const answer = answers[keyOf(item)] ?? 'skip';
    return answer === 'skip' ? [] : [[item, actionOf(item, answer)]];
  });
  refuseSharedStudent(answered);
  const count = (status: PlanItem['status']): number =>
    plan.items.filter((item) => item.status === status).length;
  const created = answered.filter(([item]) => answers[keyOf(item)] === 'new').length;
  return {
    actions: [
      ...plan.items.flatMap(({ action }) => (action ? [action] : [])),
      ...answered.map(([, action]) => action),
    ],
    counts: {
      new: count('new') + created,
      changed: count('changed') + answered.length - created,
      same: count('same'),
      rejected: count('rejected'),
      skipped: questions.length - answered.length,
    },
  };
};
