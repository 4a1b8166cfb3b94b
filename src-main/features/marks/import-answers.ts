import { fieldError, OfficeError } from '../../contract/errors.ts';
import { fullName } from '../../domain/names.ts';
import type { Asked } from '../context.ts';
import { compareStudent } from './import-compare.ts';
import type { MarksPlan, Outcome, PlanPupil } from './import-types.ts';

/** The plan with the person's answers. The plan itself is not changed: a commit may be repeated. */

type Input = Asked<'marks.commitImport'>;

export interface Decided {
  readonly pupil: PlanPupil;
  readonly studentId: number;
  readonly outcome: Outcome;
  /** Whether the answer is to be remembered. */
  readonly remember: boolean;
}

export interface Decisions {
  readonly decided: readonly Decided[];
  /** Pupils left out. */
  readonly skipped: number;
}

const invalid = (key: string, message: string): OfficeError =>
  fieldError('answer-invalid', `answers.${key}`, message);

const isQuestion = ({ status }: PlanPupil): boolean =>
  status === 'asked' || status === 'remembered';

const refuseStrange = (pupils: readonly PlanPupil[], { answers }: Input): void => {
  const questions = new Map(pupils.filter(isQuestion).map((pupil) => [pupil.key, pupil]));
  for (const [key, answer] of Object.entries(answers)) {
    const pupil = questions.get(key);
    if (!pupil) throw invalid(key, 'Такого вопроса нет. Просмотрите файлы ещё раз.');
    if (answer !== 'skip' && !pupil.candidates.includes(answer))
      throw invalid(key, `${fullName(pupil.pupil)}: выберите одного из предложенных учеников.`);
  }
};

const refuseOpen = (pupils: readonly PlanPupil[], { answers, unanswered }: Input): void => {
  if (unanswered === 'skip') return;
  const open = pupils.filter(({ status, key }) => status === 'asked' && answers[key] === undefined);
  if (open.length === 0) return;
  throw new OfficeError(
    'questions-open',
    `Ответьте, кто эти ученики (осталось ${open.length}), или пропустите их.`,
    open.slice(0, 50).map(({ key, pupil, reason }) => ({
      path: `answers.${key}`,
      message: `${fullName(pupil)}: ${reason ?? ''}`,
    })),
  );
};

/** One student cannot be two pupils of a class. */
const refuseShared = (decided: readonly Decided[]): void => {
  const taken = new Map<string, PlanPupil>();
  for (const { pupil, studentId } of decided) {
    const place = `${pupil.state.id}|${studentId}`;
    const other = taken.get(place);
    if (other)
      throw invalid(
        isQuestion(pupil) ? pupil.key : other.key,
        `${fullName(pupil.pupil)} (${pupil.state.name}): этот ученик уже выбран для другой строки файла.`,
      );
    taken.set(place, pupil);
  }
};

/** @throws OfficeError `questions-open`, `answer-invalid` */
export const decide = ({ pupils }: MarksPlan, input: Input): Decisions => {
  refuseStrange(pupils, input);
  refuseOpen(pupils, input);
  const decided = pupils.flatMap((pupil): readonly Decided[] => {
    const answer = input.answers[pupil.key] ?? pupil.studentId;
    if (answer === null || answer === 'skip') return [];
    const outcome =
      pupil.outcome && answer === pupil.studentId
        ? pupil.outcome
        : compareStudent(pupil.state, answer, pupil.told);
    return [{ pupil, studentId: answer, outcome, remember: isQuestion(pupil) }];
  });
  refuseShared(decided);
  const known = pupils.filter(({ status }) => status !== 'unknown').length;
  return { decided, skipped: known - decided.length };
};
