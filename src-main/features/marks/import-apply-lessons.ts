import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import { isWanted, lessonsOfState, sameTold } from './import-counts.ts';
import type { PlanLesson, Told } from './import-types.ts';
import type { Work } from './import-work.ts';

/** Writes the lessons of a plan. */

const columns = [
  'id',
  'class_id',
  'subject_id',
  'on_date',
  'ordinal',
  'topic',
  'homework',
  'teacher_id',
  'described',
  'audit_id',
] as const;

/** Rows of one UPDATE. */
const chunk = 300;

/** A lesson only marks tell of: its only possible teacher, nothing else. */
const held = ({ plan }: Work, { classId, subject }: PlanLesson): Told => ({
  topic: null,
  homework: null,
  teacherId: plan.soleTeachers.get(`${classId}|${subject}`) ?? null,
  described: false,
});

const toldValues = ({ topic, homework, teacherId, described }: Told) => [
  topic,
  homework,
  teacherId,
  described ? 1 : 0,
];

const updateLessons = async ({ trx, job }: Work, lessons: readonly PlanLesson[]): Promise<void> => {
  for (let at = 0; at < lessons.length; at += chunk) {
    const part = lessons
      .slice(at, at + chunk)
      .flatMap(({ id, told }) => (told ? [[id, ...toldValues(told)]] : []));
    await trx.raw(
      `UPDATE lessons SET topic = v.value ->> 1, homework = v.value ->> 2,
         teacher_id = v.value ->> 3, described = v.value ->> 4
       FROM json_each(?) v WHERE lessons.id = v.value ->> 0`,
      [JSON.stringify(part)],
    );
    await job.step({ stage: 'lessons', done: at + part.length, total: lessons.length });
  }
};

/** Makes what is missing and tells what is told. @returns id of every lesson of the plan */
export const applyLessons = async (work: Work): Promise<(lesson: PlanLesson) => number> => {
  const { trx, job, plan, auditId, answered, subjectId } = work;
  const nextId = await idsAfterLast(trx, 'lessons');
  const made = new Map<PlanLesson, number>();
  const changed: PlanLesson[] = [];
  const rows: (string | number | null)[][] = [];
  for (const state of plan.states)
    for (const lesson of lessonsOfState(state)) {
      const { stored, told, classId, subject, date, ordinal } = lesson;
      if (stored && told && !sameTold(stored, told)) changed.push(lesson);
      if (stored || !isWanted(lesson, answered)) continue;
      const id = nextId();
      made.set(lesson, id);
      const place = [id, classId, subjectId(subject), date, ordinal];
      rows.push([...place, ...toldValues(told ?? held(work, lesson)), auditId]);
    }
  await job.step({ stage: 'lessons', done: 0, total: rows.length });
  await insertRows(trx, 'lessons', columns, rows, { job, stage: 'lessons' });
  await updateLessons(work, changed);
  return (lesson) => {
    const id = lesson.id ?? made.get(lesson);
    if (id === undefined) throw new Error('lesson of the plan was not made');
    return id;
  };
};
