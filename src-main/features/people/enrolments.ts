import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { LeaveReason } from '../../contract/people-fields.ts';
import type { SchoolClass } from '../../domain/classes.ts';
import { className, parallelOrder, parallelTitle } from '../../domain/classes.ts';
import type { IsoDate, OpenPeriod, Period } from '../../domain/dates.ts';
import { addDays, contains, overlaps } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked } from '../context.ts';

/** Classes of a student over time: never two at once, history kept (domain.md §1). */

interface Enrolment extends OpenPeriod {
  readonly id: number;
  readonly studentId: number;
  readonly classId: number;
}

const enrolmentColumns = {
  id: 'id',
  studentId: 'student_id',
  classId: 'class_id',
  from: 'starts_on',
  to: 'ends_on',
} as const;

/** A class with the first and the last day of its school year. */
interface ClassYear extends SchoolClass, Period {}

interface Move {
  readonly studentId: number;
  readonly classId: number;
  readonly startsOn: IsoDate;
}

/** @throws OfficeError `class-unknown` */
const requireClass = async (db: Knex, id: number): Promise<ClassYear> => {
  const row: ClassYear | undefined = await db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('c.id', id)
    .first('c.parallel', 'c.letter', { from: 'y.starts_on', to: 'y.ends_on' });
  if (row) return row;
  throw fieldError('class-unknown', 'classId', 'Такого класса нет. Выберите его из списка.');
};

const refuseOutsideYear = (row: ClassYear, date: IsoDate): void => {
  if (contains(row, date)) return;
  throw fieldError(
    'date-outside-year',
    'startsOn',
    `Класс ${className(row)} существует с ${shortDate(row.from)} по ${shortDate(row.to)}. Укажите день внутри этого учебного года.`,
  );
};

const historyOf = async (db: Knex, studentId: number): Promise<readonly Enrolment[]> => {
  if ((await db('students').where({ id: studentId }).first('id')) === undefined)
    throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
  return db('enrolments')
    .where({ student_id: studentId })
    .orderBy('starts_on')
    .select(enrolmentColumns);
};

const refuseOverlap = (history: readonly Enrolment[], span: OpenPeriod): void => {
  const other = history.find((row) => overlaps(row, span));
  if (!other) return;
  const end = other.to === null ? '' : ` по ${shortDate(other.to)}`;
  throw fieldError(
    'enrolment-overlap',
    'startsOn',
    `Ученик уже числится в классе с ${shortDate(other.from)}${end}. Оформите перевод или исправьте прежнюю запись.`,
  );
};

const insert = async (trx: Knex, { studentId, classId, startsOn }: Move): Promise<number> => {
  const [id] = await trx('enrolments').insert({
    student_id: studentId,
    class_id: classId,
    starts_on: startsOn,
  });
  return id as number;
};

/**
 * Puts a student without a class into one.
 * @throws OfficeError `class-unknown`, `student-unknown`, `date-outside-year`, `enrolment-overlap`
 */
export const enrol = async (trx: Knex, move: Move): Promise<number> => {
  refuseOutsideYear(await requireClass(trx, move.classId), move.startsOn);
  refuseOverlap(await historyOf(trx, move.studentId), { from: move.startsOn, to: null });
  return insert(trx, move);
};

/** The enrolment that goes on at the day. */
const current = async (trx: Knex, studentId: number, date: IsoDate): Promise<Enrolment> => {
  const found = (await historyOf(trx, studentId)).find(
    (row) => row.to === null && row.from <= date,
  );
  if (found) return found;
  throw fieldError(
    'not-enrolled',
    'startsOn',
    `На ${shortDate(date)} ученик не числится ни в одном классе. Сначала зачислите его.`,
  );
};

const moveReason = (from: ClassYear, to: ClassYear): LeaveReason => {
  if (to.from <= from.from) return 'transferred';
  return parallelOrder(to.parallel) > parallelOrder(from.parallel) ? 'promoted' : 'repeats';
};

const moveTo = async (
  trx: Knex,
  move: Move,
  from: Enrolment,
  reason: LeaveReason,
): Promise<number> => {
  if (from.from === move.startsOn) {
    await trx('enrolments').where({ id: from.id }).update({ class_id: move.classId });
    return from.id;
  }
  await trx('enrolments')
    .where({ id: from.id })
    .update({ ends_on: addDays(move.startsOn, -1), leave_reason: reason });
  return insert(trx, move);
};

/**
 * Moves a student to another class from a day on; the old class ends the day before.
 * @throws OfficeError `not-enrolled`, `same-class`, `class-unknown`, `date-outside-year`
 */
export const transfer = async (trx: Knex, move: Move): Promise<number> => {
  const target = await requireClass(trx, move.classId);
  const from = await current(trx, move.studentId, move.startsOn);
  if (from.classId === move.classId)
    throw fieldError('same-class', 'classId', `Ученик уже в ${className(target)} классе.`);
  refuseOutsideYear(target, move.startsOn);
  const source = await requireClass(trx, from.classId);
  return moveTo(trx, move, from, moveReason(source, target));
};

/**
 * Leaves a student in the same parallel for the next school year.
 * @throws OfficeError `repeat-wrong-class` unless the class is of the same parallel a year later
 */
export const repeat = async (trx: Knex, move: Move): Promise<number> => {
  const target = await requireClass(trx, move.classId);
  const from = await current(trx, move.studentId, move.startsOn);
  const source = await requireClass(trx, from.classId);
  if (target.parallel !== source.parallel || target.from <= source.from)
    throw fieldError(
      'repeat-wrong-class',
      'classId',
      `Для повторного обучения нужен ${parallelTitle(source.parallel)} класс следующего учебного года.`,
    );
  refuseOutsideYear(target, move.startsOn);
  return moveTo(trx, move, from, 'repeats');
};

/**
 * Ends the enrolment; `endsOn` is the last day.
 * @throws OfficeError `not-enrolled`
 */
export const leave = async (
  trx: Knex,
  { studentId, endsOn, reason }: Asked<'people.leave'>,
): Promise<void> => {
  const from = await current(trx, studentId, endsOn).catch((error: unknown) => {
    throw error instanceof OfficeError && error.code === 'not-enrolled'
      ? fieldError(error.code, 'endsOn', error.message)
      : error;
  });
  await trx('enrolments').where({ id: from.id }).update({ ends_on: endsOn, leave_reason: reason });
};

/** Corrects a line of the history. @throws OfficeError `enrolment-unknown`, as `enrol` */
export const saveEnrolment = async (
  trx: Knex,
  input: Asked<'people.saveEnrolment'>,
): Promise<void> => {
  const row: Enrolment | undefined = await trx('enrolments')
    .where({ id: input.id })
    .first(enrolmentColumns);
  if (!row) throw new OfficeError('enrolment-unknown', 'Такой записи нет. Обновите карточку.');
  if (input.endsOn !== null && input.endsOn < input.startsOn)
    throw fieldError('period-upside-down', 'endsOn', 'Конец раньше начала.');
  if (input.endsOn === null && input.leaveReason !== null)
    throw fieldError('reason-without-end', 'leaveReason', 'Укажите последний день в классе.');
  refuseOutsideYear(await requireClass(trx, input.classId), input.startsOn);
  const others = (await historyOf(trx, row.studentId)).filter(({ id }) => id !== input.id);
  refuseOverlap(others, { from: input.startsOn, to: input.endsOn });
  await trx('enrolments').where({ id: input.id }).update({
    class_id: input.classId,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    leave_reason: input.leaveReason,
  });
};

/** @throws OfficeError `enrolment-unknown` */
export const deleteEnrolment = async (trx: Knex, id: number): Promise<void> => {
  if ((await trx('enrolments').where({ id }).delete()) === 0)
    throw new OfficeError('enrolment-unknown', 'Такой записи нет. Обновите карточку.');
};
