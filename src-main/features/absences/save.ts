import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import { validateAbsence } from '../../domain/absences.ts';
import { daysBetween } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { studentAt } from '../people/index.ts';
import {
  type AbsenceFields,
  absencesOfStudents,
  type NamedAbsence,
  readAbsence,
  writeAbsence,
} from './repository.ts';

/** Longer than a year is a mistyped year, not an absence. */
export const longestDays = 366;

/** @throws OfficeError `absence-unknown` */
export const requireAbsence = async (db: Knex, id: number): Promise<NamedAbsence> => {
  const absence = await readAbsence(db, id);
  if (absence) return absence;
  throw new OfficeError('absence-unknown', 'Такого пропуска уже нет. Обновите список.');
};

const checkDates = ({ from, to }: AbsenceFields, today: string): void => {
  if (to === null && from > today)
    throw fieldError(
      'absence-in-future',
      'from',
      `Открытый пропуск не может начаться позже сегодняшнего дня (${shortDate(today)}). Укажите последний день.`,
    );
  if (daysBetween(from, to ?? today) >= longestDays)
    throw fieldError(
      'absence-too-long',
      to === null ? 'from' : 'to',
      'Пропуск длиннее года. Проверьте годы в датах.',
    );
};

const checkEnrolment = async (db: Knex, fields: AbsenceFields): Promise<void> => {
  for (const path of ['from', 'to'] as const) {
    const date = fields[path];
    if (date === null) continue;
    const { isEnrolled, fullName } = await studentAt(db, fields.studentId, date);
    if (!isEnrolled)
      throw fieldError(
        'absence-not-enrolled',
        path,
        `${shortDate(date)} ${fullName} не числится ни в одном классе. Проверьте дату и движение ученика.`,
      );
  }
};

const checkOthers = async (db: Knex, id: number | null, fields: AbsenceFields): Promise<void> => {
  const others = (await absencesOfStudents(db, [fields.studentId])).filter(
    (other) => other.id !== id,
  );
  const problems = validateAbsence(fields, others);
  const [first] = problems;
  if (!first) return;
  const code = first.path === 'to' ? 'period-upside-down' : 'absence-overlaps';
  throw new OfficeError(code, first.message, problems);
};

/**
 * Stores an absence.
 * @throws OfficeError `absence-unknown`, `student-unknown`, `period-upside-down`,
 *   `absence-overlaps`, `absence-in-future`, `absence-too-long`, `absence-not-enrolled`
 */
export const storeAbsence = async (
  trx: Knex,
  id: number | null,
  fields: AbsenceFields,
  today: string,
): Promise<number> => {
  if (id !== null) await requireAbsence(trx, id);
  await studentAt(trx, fields.studentId, fields.from);
  await checkOthers(trx, id, fields);
  checkDates(fields, today);
  await checkEnrolment(trx, fields);
  return writeAbsence(trx, id, fields);
};

/**
 * Sets the last day of an open absence.
 * @throws OfficeError `absence-closed` when it has one, and as `storeAbsence`
 */
export const closeAbsence = async (
  trx: Knex,
  id: number,
  to: string,
  today: string,
): Promise<void> => {
  const row = await requireAbsence(trx, id);
  if (row.to !== null)
    throw fieldError(
      'absence-closed',
      'to',
      `Пропуск уже закрыт ${shortDate(row.to)}. Измените дату в его карточке.`,
    );
  const fields: AbsenceFields = { ...row, to, excused: row.excused === 1 };
  await storeAbsence(trx, id, fields, today);
};
