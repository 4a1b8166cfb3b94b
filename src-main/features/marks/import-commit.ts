import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { changedSince } from '../../database/last-change.ts';
import { planStale, recordImport } from '../imports/index.ts';
import type { Asked, Context } from '../context.ts';
import { madeBy } from './made-by.ts';
import type { Decided } from './import-answers.ts';
import { decide } from './import-answers.ts';
import { applyLessons } from './import-apply-lessons.ts';
import { applyFinals, applyMarks } from './import-apply-marks.ts';
import { applyCoverages, applyMappings, applyRemembered } from './import-apply-told.ts';
import {
  finalCounts,
  isWanted,
  lessonCounts,
  lessonsOfState,
  markCounts,
} from './import-counts.ts';
import { forgetRows } from './import-rows.ts';
import type { MarksPlan, PlanLesson } from './import-types.ts';
import type { Work } from './import-work.ts';
import { ensureSubjects } from './subjects.ts';

/** Applies a plan, all or nothing: everything in the transaction of the command. */

export const importKind = 'marks';

/** A change of any of these might make another plan of the same files. */
const tables: readonly string[] = [
  'classes',
  'students',
  'enrolments',
  'teachers',
  'teaching_assignments',
  'subjects',
  'lessons',
  'marks',
  'final_marks',
  'code_tables',
  'mark_codes',
  'mark_students',
  'terms',
];

const refuseBroken = ({ files }: MarksPlan, skipBroken: boolean): void => {
  const broken = files.filter(({ refusal }) => refusal !== null);
  if (broken.length === 0 || skipBroken) return;
  throw new OfficeError(
    'files-broken',
    `Не прочитаны файлы: ${broken.length}. Уберите их, исправьте или подтвердите загрузку без них.`,
    broken.slice(0, 50).map(({ name, refusal }) => ({
      path: 'skipBroken',
      message: `${name}: ${refusal?.message ?? ''}`,
    })),
  );
};

/** Lessons the preview was not sure of: only pupils answered now have marks on them. */
const lessonsOfAnswers = (decided: readonly Decided[]): ReadonlySet<PlanLesson> =>
  new Set(
    decided
      .filter(({ pupil, outcome }) => pupil.outcome !== outcome)
      .flatMap(({ outcome }) =>
        outcome.marks.flatMap(({ lesson, told }) => (told ? [lesson] : [])),
      ),
  );

/** Subjects of everything that will be written. */
const subjectsOf = (
  plan: MarksPlan,
  decided: readonly Decided[],
  answered: ReadonlySet<PlanLesson>,
): ReadonlySet<string> => {
  const wanted = new Set<string>();
  for (const state of plan.states)
    for (const lesson of lessonsOfState(state))
      if (isWanted(lesson, answered)) wanted.add(lesson.subject);
  for (const { outcome } of decided) for (const { subject } of outcome.finals) wanted.add(subject);
  const known = new Set(decided.map(({ pupil }) => pupil));
  for (const { subject, pupil } of plan.days) if (known.has(pupil)) wanted.add(subject);
  return wanted;
};

const ensureAll = async (
  trx: Knex,
  plan: MarksPlan,
  wanted: ReadonlySet<string>,
): Promise<Work['subjectId']> => {
  const ids = await ensureSubjects(
    trx,
    [...wanted].map((subject) => plan.subjects.get(subject) ?? subject),
  );
  return (subject) => {
    const id = ids.get(subject);
    if (id === undefined) throw new Error('subject of the plan was not made');
    return id;
  };
};

/** «otchet-5А.xlsx» or «otchet-5А.xlsx и ещё 3», with one sum for all of them. */
const fileOf = ({ files }: MarksPlan) => {
  const taken = files.filter(({ refusal }) => refusal === null);
  const rest = taken.length - 1;
  return {
    fileName: `${taken[0]?.name ?? ''}${rest > 0 ? ` и ещё ${rest}` : ''}`,
    sha256:
      rest > 0
        ? createHash('sha256')
            .update(taken.map(({ sha256 }) => sha256).join('\n'))
            .digest('hex')
        : (taken[0]?.sha256 ?? ''),
  };
};

/** An applied plan is kept for its rejected rows only; its 100,000 marks are let go. */
const forgetApplied = (plan: MarksPlan): void => {
  const { pupils, states } = plan;
  forgetRows(plan);
  for (const pupil of pupils) {
    pupil.outcome = null;
    pupil.told = [];
  }
  for (const { days } of states) days.clear();
};

/** @throws OfficeError `files-broken`, `questions-open`, `answer-invalid`, `plan-stale`, `cancelled` */
export const commitPlan = async (
  plan: MarksPlan,
  input: Asked<'marks.commitImport'>,
  { db: trx, clock, job, auditId, afterCommit }: Context,
): Promise<OperationOutput<'marks.commitImport'>> => {
  refuseBroken(plan, input.skipBroken);
  if (await changedSince(trx, plan.seenChange, tables)) throw planStale();
  await job.step({ stage: 'checking', done: 0, total: null });
  const { decided, skipped } = decide(plan, input);
  await job.step({ stage: 'checking', done: 1, total: null });
  const answered = lessonsOfAnswers(decided);
  await job.step({ stage: 'checking', done: 2, total: null });
  const wanted = subjectsOf(plan, decided, answered);
  const now = new Date(clock.now()).toISOString();
  const subjectId = await ensureAll(trx, plan, wanted);
  const work: Work = {
    trx,
    job,
    plan,
    decided,
    answered,
    auditId: madeBy(auditId),
    now,
    subjectId,
  };
  await job.step({ stage: 'lessons', done: 0, total: null });
  const lessonId = await applyLessons(work);
  await applyMarks(work, lessonId);
  await applyFinals(work);
  await applyCoverages(work);
  await applyRemembered(work);
  await applyMappings(work);
  const outcomes = decided.map(({ outcome }) => outcome);
  const counts = {
    lessons: lessonCounts(plan.states, answered),
    marks: markCounts(outcomes),
    finals: finalCounts(outcomes),
    rejected: plan.rejected.length,
    skipped,
  };
  const importId = await recordImport(
    { db: trx, auditId, clock },
    importKind,
    fileOf(plan),
    counts,
  );
  afterCommit(() => forgetApplied(plan));
  const newSubjects = [...wanted].filter((subject) => plan.newSubjects.has(subject)).length;
  return { importId, ...counts, newSubjects };
};
