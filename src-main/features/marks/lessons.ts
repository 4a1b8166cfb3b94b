import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from '../context.ts';
import { madeBy } from './made-by.ts';
import { classYear, refuseOutsideYear } from './class-of.ts';
import { ensureSubject } from './subjects.ts';
import { soleTeachers } from './teachers.ts';

type LessonForm = Asked<'marks.saveLesson'>;

interface LessonRecord {
  readonly id: number;
  readonly class_id: number;
  readonly subject_id: number;
  readonly on_date: string;
  readonly ordinal: number;
  readonly teacher_id: number | null;
}

/** Lessons of one subject a class can have on a day. */
const mostPerDay = 9;

export const lessonUnknown = () =>
  new OfficeError('lesson-unknown', 'Такого урока нет. Обновите журнал и выберите урок.');

const hasMarks = (message: string) => new OfficeError('lesson-has-marks', message);

const nextOrdinal = async (
  trx: Knex,
  day: Pick<LessonRecord, 'class_id' | 'subject_id' | 'on_date'>,
): Promise<number> => {
  const [row]: { last: number | null }[] = await trx('lessons').where(day).max({ last: 'ordinal' });
  const ordinal = (row?.last ?? 0) + 1;
  if (ordinal <= mostPerDay) return ordinal;
  throw fieldError(
    'too-many-lessons',
    'date',
    `В этот день уже записано ${mostPerDay} уроков этого предмета. Проверьте день.`,
  );
};

const teacherOf = async (
  trx: Knex,
  form: LessonForm,
  old: LessonRecord | null,
): Promise<number | null> => {
  if (form.teacherId === undefined && old) return old.teacher_id;
  if (form.teacherId === undefined)
    return (
      (await soleTeachers(trx, [form.classId])).get(`${form.classId}|${fold(form.subject)}`) ?? null
    );
  if (form.teacherId === null) return null;
  const known: unknown = await trx('teachers').where({ id: form.teacherId }).first('id');
  if (known !== undefined) return form.teacherId;
  throw fieldError('teacher-unknown', 'teacherId', 'Такого педагога нет. Выберите из списка.');
};

const liveMarks = async (trx: Knex, lessonId: number): Promise<boolean> =>
  (await trx('marks').where({ lesson_id: lessonId }).whereNull('ended_at').first('id')) !==
  undefined;

const storedLesson = async (trx: Knex, id: number): Promise<LessonRecord> => {
  const row: LessonRecord | undefined = await trx('lessons').where({ id }).first();
  if (!row) throw lessonUnknown();
  return row;
};

const sameDay = (a: LessonRecord, b: Omit<LessonRecord, 'id' | 'ordinal' | 'teacher_id'>) =>
  a.class_id === b.class_id && a.subject_id === b.subject_id && a.on_date === b.on_date;

/**
 * Creates or changes a lesson told by a person.
 * @throws OfficeError `class-unknown`, `date-outside-year`, `lesson-unknown`, `teacher-unknown`,
 *   `too-many-lessons`, `lesson-has-marks`
 */
export const saveLesson = async (
  trx: Knex,
  form: LessonForm,
  auditId: number | null,
): Promise<number> => {
  refuseOutsideYear(await classYear(trx, form.classId), form.date);
  const old = form.id === null ? null : await storedLesson(trx, form.id);
  if (old && old.class_id !== form.classId && (await liveMarks(trx, old.id)))
    throw hasMarks('Урок с оценками нельзя перенести в другой класс. Сначала уберите оценки.');
  const day = {
    class_id: form.classId,
    subject_id: await ensureSubject(trx, form.subject),
    on_date: form.date,
  };
  const told = {
    ...day,
    ordinal: old && sameDay(old, day) ? old.ordinal : await nextOrdinal(trx, day),
    topic: form.topic,
    homework: form.homework,
    teacher_id: await teacherOf(trx, form, old),
    described: 1,
  };
  if (old) {
    await trx('lessons').where({ id: old.id }).update(told);
    return old.id;
  }
  const [id] = await trx('lessons').insert({ ...told, audit_id: madeBy(auditId) });
  return id as number;
};

/** History of marks that stand no more goes with the lesson. @throws OfficeError `lesson-unknown`, `lesson-has-marks` */
export const deleteLesson = async (trx: Knex, id: number): Promise<void> => {
  await storedLesson(trx, id);
  if (await liveMarks(trx, id))
    throw hasMarks('На этом уроке стоят оценки. Сначала уберите их, потом удалите урок.');
  await trx('marks').where({ lesson_id: id }).delete();
  await trx('lessons').where({ id }).delete();
};
