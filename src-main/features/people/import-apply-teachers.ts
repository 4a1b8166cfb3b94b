import { fold, fullName } from '../../domain/names.ts';
import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import type { TeacherAction } from './import-plan.ts';
import type { Work } from './import-work.ts';
import { nameValues } from './import-work.ts';

/** Writes teachers, their lessons and the classes they lead. */
export const applyTeachers = async (
  work: Work,
  actions: readonly TeacherAction[],
): Promise<void> => {
  const { trx, job, classId } = work;
  const nextId = await idsAfterLast(trx, 'teachers');
  const numbered = actions.map((action) => ({ ...action, teacherId: action.id ?? nextId() }));
  const rows = numbered
    .filter(({ id }) => id === null)
    .map(({ teacherId, person }) => [teacherId, ...nameValues(person), fold(fullName(person))]);
  const columns = ['id', 'last_name', 'first_name', 'middle_name', 'search'];
  await insertRows(trx, 'teachers', columns, rows, { job, stage: 'teachers' });
  const lessons = numbered.flatMap(({ teacherId, assignments }) =>
    assignments.map(({ subject, className }) => [teacherId, classId(className), subject]),
  );
  const lessonColumns = ['teacher_id', 'class_id', 'subject'];
  await insertRows(trx, 'teaching_assignments', lessonColumns, lessons, { job, stage: 'lessons' });
  for (const { teacherId, leads } of numbered)
    for (const name of leads)
      await trx('classes')
        .where({ id: classId(name) })
        .update({ class_teacher_id: teacherId });
};
