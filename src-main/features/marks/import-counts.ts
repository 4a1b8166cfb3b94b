import type { OperationOutput } from '../../contract/operations.ts';
import type {
  ClassState,
  MarksPlan,
  Outcome,
  PlanLesson,
  PlanPupil,
  Told,
} from './import-types.ts';

/** Figures of a plan, as the preview shows them and the commit answers them. */

type Counts = OperationOutput<'marks.commitImport'>;
type MarkCounts = Counts['marks'];
type PupilCounts = OperationOutput<'marks.previewImport'>['pupils'];

export const markCounts = (outcomes: readonly Outcome[]): MarkCounts => {
  const counts = { new: 0, changed: 0, same: 0, vanished: 0 };
  for (const { marks, same } of outcomes) {
    counts.same += same;
    for (const { status } of marks) counts[status] += 1;
  }
  return counts;
};

export const finalCounts = (outcomes: readonly Outcome[]): MarkCounts => {
  const counts = { new: 0, changed: 0, same: 0, vanished: 0 };
  for (const { finals, finalsSame } of outcomes) {
    counts.same += finalsSame;
    for (const { status } of finals) counts[status] += 1;
  }
  return counts;
};

export const sameTold = (a: Told, b: Told): boolean =>
  a.topic === b.topic &&
  a.homework === b.homework &&
  a.teacherId === b.teacherId &&
  a.described === b.described;

export const lessonsOfState = function* ({
  days,
}: Pick<ClassState, 'days'>): Generator<PlanLesson> {
  for (const ofSubject of days.values()) for (const day of ofSubject.values()) yield* day;
};

/** Whether the commit makes the lesson: a file tells of it, or a mark stands on it. */
export const isWanted = (lesson: PlanLesson, more?: ReadonlySet<PlanLesson>): boolean =>
  lesson.told !== null || lesson.used || (more?.has(lesson) ?? false);

/** @param more lessons of marks whose pupil was answered */
export const lessonCounts = (
  states: readonly ClassState[],
  more?: ReadonlySet<PlanLesson>,
): Counts['lessons'] => {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const state of states)
    for (const lesson of lessonsOfState(state)) {
      const { stored, told } = lesson;
      if (!stored) counts.new += isWanted(lesson, more) ? 1 : 0;
      else if (told) counts[sameTold(stored, told) ? 'same' : 'changed'] += 1;
    }
  return counts;
};

export const pupilCounts = (pupils: readonly PlanPupil[]): PupilCounts => {
  const counts = { matched: 0, remembered: 0, asked: 0, unknown: 0 };
  for (const { status } of pupils) counts[status] += 1;
  return counts;
};

/** Outcomes the preview is sure of. */
export const certain = (pupils: readonly PlanPupil[]): readonly Outcome[] =>
  pupils.flatMap(({ outcome }) => (outcome ? [outcome] : []));

/** Everything counted of a class. */
export const countsOfClass = (plan: MarksPlan, state: ClassState) => {
  const pupils = plan.pupils.filter((pupil) => pupil.state === state);
  const outcomes = certain(pupils);
  return {
    pupils: pupilCounts(pupils),
    lessons: lessonCounts([state]),
    marks: markCounts(outcomes),
    finals: finalCounts(outcomes),
    rejected: plan.rejected.filter(({ className }) => className === state.name).length,
    newSubjects: [...plan.newSubjects]
      .filter(([, classes]) => classes.has(state.id))
      .map(([subject]) => plan.subjects.get(subject) ?? subject)
      .toSorted((a, b) => a.localeCompare(b, 'ru')),
    unknownCodes: plan.unknownCodes.reduce(
      (sum, { classIds }) => sum + (classIds.get(state.id) ?? 0),
      0,
    ),
  };
};
