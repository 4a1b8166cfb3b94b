import { insertRows } from '../../database/bulk.ts';
import { entryAfterChange } from '../../domain/first-seen.ts';
import { endRows, markInsertColumns } from './cells.ts';
import { finalInsertColumns } from './finals.ts';
import type { Decided } from './import-answers.ts';
import type { MarkEntry, PlanLesson } from './import-types.ts';
import type { UnseenFinder } from './import-unseen.ts';
import { unseenFinder } from './import-unseen.ts';
import type { Work } from './import-work.ts';

/** Writes the marks of a plan: a mark is never overwritten, the old one becomes history. */

/** Ids of one UPDATE. */
const chunk = 500;

/** Rows made ready before they are written. */
const rowsPerStep = 1000;

const endAll = async (
  { trx, job, now }: Work,
  table: 'marks' | 'final_marks',
  ids: readonly number[],
  reason: 'changed' | 'vanished',
): Promise<void> => {
  for (let at = 0; at < ids.length; at += chunk) {
    await endRows(trx, table, ids.slice(at, at + chunk), reason, now);
    await job.step({ stage: 'writing', done: at, total: ids.length });
  }
};

type MarkValues = readonly (string | number | null)[];

const rowOf = (
  { plan, now, auditId }: Work,
  { studentId }: Decided,
  { lesson, told, old }: MarkEntry,
  lessonId: number,
  unseen: UnseenFinder,
): MarkValues => {
  if (!told) throw new Error('a vanished mark is not written');
  const fresh = {
    codes: told.codes,
    enteredOn: told.enteredOn,
    seenAt: now,
    unseenAt: unseen(lesson, studentId),
  };
  const { enteredOn, seenAt, unseenAt } = old ? entryAfterChange(old, fresh) : fresh;
  const cell = [lessonId, studentId, told.text, told.codes, plan.codeTableId];
  return [...cell, enteredOn, seenAt, unseenAt, auditId];
};

const endedIds = (decided: readonly Decided[], status: MarkEntry['status']): readonly number[] =>
  decided.flatMap(({ outcome }) =>
    outcome.marks.flatMap((entry) => (entry.status === status && entry.old ? [entry.old.id] : [])),
  );

const dateMarks = async ({ trx, decided }: Work): Promise<void> => {
  const dated = decided.flatMap(({ outcome }) => outcome.dated);
  for (let at = 0; at < dated.length; at += chunk)
    await trx.raw(
      `UPDATE marks SET entered_on = v.value ->> 1 FROM json_each(?) v
       WHERE marks.id = v.value ->> 0`,
      [JSON.stringify(dated.slice(at, at + chunk).map(({ id, enteredOn }) => [id, enteredOn]))],
    );
};

export const applyMarks = async (
  work: Work,
  lessonId: (lesson: PlanLesson) => number,
): Promise<void> => {
  const { trx, job, plan, decided, now } = work;
  await endAll(work, 'marks', endedIds(decided, 'changed'), 'changed');
  await endAll(work, 'marks', endedIds(decided, 'vanished'), 'vanished');
  const classIds = plan.states.map(({ id }) => id);
  const unseen = await unseenFinder(trx, classIds, now);
  await dateMarks(work);
  let rows: MarkValues[] = [];
  for (const one of decided) {
    for (const entry of one.outcome.marks)
      if (entry.told) rows.push(rowOf(work, one, entry, lessonId(entry.lesson), unseen));
    if (rows.length < rowsPerStep) continue;
    await insertRows(trx, 'marks', markInsertColumns, rows, { job, stage: 'writing' });
    rows = [];
  }
  await insertRows(trx, 'marks', markInsertColumns, rows, { job, stage: 'writing' });
};

export const applyFinals = async (work: Work): Promise<void> => {
  const { trx, job, plan, decided, now, auditId, subjectId } = work;
  const finals = decided.flatMap(({ pupil, studentId, outcome }) =>
    outcome.finals.map((entry) => ({ entry, studentId, classId: pupil.state.id })),
  );
  const ended = finals.flatMap(({ entry }) => (entry.old ? [entry.old.id] : []));
  await endAll(work, 'final_marks', ended, 'changed');
  const rows = finals.map(({ entry: { subject, told }, studentId, classId }) => [
    studentId,
    classId,
    subjectId(subject),
    told.period,
    told.text,
    told.codes,
    plan.codeTableId,
    now,
    auditId,
  ]);
  await insertRows(trx, 'final_marks', finalInsertColumns, rows, { job, stage: 'writing' });
};
