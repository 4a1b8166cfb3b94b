import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold, fullName } from '../../domain/names.ts';
import { ensureSchoolYear } from '../calendar/index.ts';
import type { Asked } from '../context.ts';
import { forgetTraces } from './person-traces.ts';
import { refuseIfUsed } from './references.ts';
import { nameValues, tidy } from './student-changes.ts';

type TeacherForm = Asked<'people.saveTeacher'>;

const record = (form: TeacherForm) => {
  const name = tidy(form);
  return {
    ...nameValues(name),
    position: form.position,
    active: form.active ? 1 : 0,
    search: fold(fullName(name)),
  };
};

const refuseNamesake = async (trx: Knex, form: TeacherForm, search: string): Promise<void> => {
  if (form.namesake) return;
  const same: unknown = await trx('teachers')
    .where({ search })
    .whereNot({ id: form.id ?? 0 })
    .first('id');
  if (same === undefined) return;
  throw new OfficeError(
    'teacher-exists',
    `Педагог «${fullName(tidy(form))}» уже есть. Откройте его карточку или подтвердите, что это другой человек.`,
    [{ path: 'lastName', message: 'Такой педагог уже есть' }],
  );
};

const classIdsOf = async (trx: Knex, yearId: number): Promise<ReadonlySet<number>> => {
  const rows: { id: number }[] = await trx('classes').where({ school_year_id: yearId });
  return new Set(rows.map(({ id }) => id));
};

const refuseForeignClasses = (
  known: ReadonlySet<number>,
  ids: readonly number[],
  path: string,
): void => {
  const index = ids.findIndex((id) => !known.has(id));
  if (index < 0) return;
  throw fieldError(
    'class-unknown',
    `${path}.${index}`,
    'Такого класса нет в этом учебном году. Выберите класс из списка.',
  );
};

const keyOf = (classId: number, subject: string): string => `${classId}|${subject}`;

/** Only what differs is written, so that the audit shows real changes. */
const replaceAssignments = async (
  trx: Knex,
  teacherId: number,
  classIds: ReadonlySet<number>,
  wanted: NonNullable<TeacherForm['assignments']>,
): Promise<void> => {
  const keys = new Map(wanted.map((one) => [keyOf(one.classId, one.subject), one]));
  const rows: { id: number; class_id: number; subject: string }[] = await trx(
    'teaching_assignments',
  ).where({ teacher_id: teacherId });
  for (const row of rows) {
    if (!classIds.has(row.class_id) || keys.delete(keyOf(row.class_id, row.subject))) continue;
    await trx('teaching_assignments').where({ id: row.id }).delete();
  }
  for (const { classId, subject } of keys.values())
    await trx('teaching_assignments').insert({
      teacher_id: teacherId,
      class_id: classId,
      subject,
    });
};

const replaceLedClasses = async (
  trx: Knex,
  teacherId: number,
  yearId: number,
  wanted: readonly number[],
): Promise<void> => {
  await trx('classes')
    .where({ school_year_id: yearId, class_teacher_id: teacherId })
    .whereNotIn('id', [...wanted])
    .update({ class_teacher_id: null });
  await trx('classes')
    .whereIn('id', [...wanted])
    .where(
      (free) => void free.whereNull('class_teacher_id').orWhereNot('class_teacher_id', teacherId),
    )
    .update({ class_teacher_id: teacherId });
};

/**
 * Creates or changes a teacher, and what he does in the school year of `date`.
 * @throws OfficeError `teacher-exists`, `teacher-unknown`, `class-unknown`
 */
export const saveTeacher = async (trx: Knex, form: TeacherForm, date: IsoDate): Promise<number> => {
  const stored = record(form);
  await refuseNamesake(trx, form, stored.search);
  let { id } = form;
  if (id === null) id = (await trx('teachers').insert(stored))[0] as number;
  else if ((await trx('teachers').where({ id }).update(stored)) === 0)
    throw new OfficeError('teacher-unknown', 'Такого педагога нет. Обновите список.');
  if (form.assignments === undefined && form.classTeacherOf === undefined) return id;
  const yearId = await ensureSchoolYear(trx, date);
  const classIds = await classIdsOf(trx, yearId);
  if (form.assignments !== undefined) {
    const wanted = form.assignments.map(({ classId }) => classId);
    refuseForeignClasses(classIds, wanted, 'assignments');
    await replaceAssignments(trx, id, classIds, form.assignments);
  }
  if (form.classTeacherOf !== undefined) {
    refuseForeignClasses(classIds, form.classTeacherOf, 'classTeacherOf');
    await replaceLedClasses(trx, id, yearId, form.classTeacherOf);
  }
  return id;
};

/** @throws OfficeError `row-in-use`, `teacher-unknown` */
export const deleteTeacher = async (trx: Knex, id: number): Promise<void> => {
  await refuseIfUsed(trx, 'teachers', id, ['teaching_assignments', 'classes']);
  await trx('teaching_assignments').where({ teacher_id: id }).delete();
  await trx('classes').where({ class_teacher_id: id }).update({ class_teacher_id: null });
  await forgetTraces(trx, 'teacher', id);
  if ((await trx('teachers').where({ id }).delete()) === 0)
    throw new OfficeError('teacher-unknown', 'Такого педагога нет. Обновите список.');
};
