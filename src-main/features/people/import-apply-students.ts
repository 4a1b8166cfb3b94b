import { addDays } from '../../domain/dates.ts';
import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import { keepingRecords } from './enrolment-records.ts';
import type { ClassMove, StudentAction } from './import-plan.ts';
import type { Work } from './import-work.ts';
import { isEmpty, nameValues } from './import-work.ts';

/** Ends the earlier class; what was known of leaving goes over to the next one with its day. */
const closeBefore = async (
  trx: Work['trx'],
  { enrolmentId: id, from, to, reason }: Extract<ClassMove, { readonly way: 'move' }>,
): Promise<string | null> => {
  const before: { ends_on: string | null; leave_reason: string | null } | undefined = await trx(
    'enrolments',
  )
    .where({ id })
    .first();
  await trx('enrolments')
    .where({ id })
    .update({ ends_on: addDays(from, -1), leave_reason: reason });
  return before?.ends_on === to ? before.leave_reason : null;
};

const moveStudent = async (
  { trx, classId }: Work,
  studentId: number,
  move: NonNullable<StudentAction['move']>,
): Promise<void> => {
  const class_id = classId(move.className);
  if (move.way === 'replace') {
    await trx('enrolments').where({ id: move.enrolmentId }).update({ class_id });
    return;
  }
  const fresh = {
    student_id: studentId,
    class_id,
    starts_on: move.from,
    ends_on: move.to,
    leave_reason: move.way === 'move' ? await closeBefore(trx, move) : null,
  };
  await trx('enrolments').insert(fresh);
};

const createStudents = async (work: Work, actions: readonly StudentAction[]): Promise<void> => {
  const { trx, job, classId } = work;
  const nextId = await idsAfterLast(trx, 'students');
  const numbered = actions.map((action) => ({ ...action, id: nextId() }));
  const columns = [
    'id',
    'last_name',
    'first_name',
    'middle_name',
    'birth_date',
    'sex',
    'address',
    'search',
  ];
  const rows = numbered.map(({ id, person, search }) => [
    id,
    ...nameValues(person),
    person.birthDate,
    person.sex,
    person.address,
    search,
  ]);
  await insertRows(trx, 'students', columns, rows, { job, stage: 'students' });
  const enrolments = numbered.flatMap(({ id, move }) =>
    move?.way === 'enrol' ? [[id, classId(move.className), move.from, move.to]] : [],
  );
  const enrolmentColumns = ['student_id', 'class_id', 'starts_on', 'ends_on'];
  await insertRows(trx, 'enrolments', enrolmentColumns, enrolments, { job, stage: 'enrolments' });
};

/** Writes students and the classes they come into. */
export const applyStudents = async (
  work: Work,
  actions: readonly StudentAction[],
): Promise<void> => {
  await createStudents(
    work,
    actions.filter(({ id }) => id === null),
  );
  const moved = actions.flatMap(({ id, move }) => (id !== null && move ? [id] : []));
  await keepingRecords(work.trx, moved, async () => {
    for (const { id, set, move } of actions) {
      if (id === null) continue;
      if (!isEmpty(set)) await work.trx('students').where({ id }).update(set);
      if (move) await moveStudent(work, id, move);
    }
  });
};
