import type { Knex } from 'knex';
import { fieldError } from '../../contract/errors.ts';
import { takeNumber } from '../../database/counters.ts';
import { dueOn as dueAfter } from '../../domain/appeals.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { printedNumber } from '../../domain/numbering.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked } from '../context.ts';
import { studentAt, type StudentAt } from '../people/index.ts';
import { requireTeacher } from '../resources/index.ts';
import { readSettings } from '../settings/index.ts';
import { changeAppeal, insertAppeal } from './repository.ts';
import { requireOpenAppeal } from './steps.ts';

interface Days {
  readonly date: IsoDate;
  readonly registeredOn: IsoDate;
  readonly dueOn: IsoDate | null;
}

/** @throws OfficeError `appeal-in-future`, `appeal-date-after-registration`, `appeal-due-before` */
export const checkDates = ({ date, registeredOn, dueOn }: Days, today: IsoDate): void => {
  if (registeredOn > today)
    throw fieldError(
      'appeal-in-future',
      'registeredOn',
      `Обращение не может быть зарегистрировано позже сегодняшнего дня (${shortDate(today)}).`,
    );
  if (date > registeredOn)
    throw fieldError(
      'appeal-date-after-registration',
      'date',
      `Дата обращения позже дня регистрации (${shortDate(registeredOn)}).`,
    );
  if (dueOn !== null && dueOn < date)
    throw fieldError(
      'appeal-due-before',
      'dueOn',
      `Срок раньше даты обращения (${shortDate(date)}).`,
    );
};

/**
 * Class and programme of a day.
 * @throws OfficeError `appeal-not-enrolled`
 */
export const requireEnrolled = (student: StudentAt, date: IsoDate) => {
  const { className, parallel, programme } = student;
  if (student.isEnrolled && className !== null && parallel !== null && programme !== null)
    return { className, parallel, programme };
  throw fieldError(
    'appeal-not-enrolled',
    'studentId',
    `${shortDate(date)} ${student.fullName} не числится ни в одном классе${
      className === null ? '' : ` (последний класс ${className})`
    }. Проверьте дату обращения и движение ученика.`,
  );
};

/**
 * Names, class and programme as they are on the day of the appeal.
 * @throws OfficeError `student-unknown`, `appeal-not-enrolled`, `appeal-guardian-not-linked`,
 *   `appeal-not-representative`
 */
export const snapshot = async (db: Knex, studentId: number, guardianId: number, date: IsoDate) => {
  const student = await studentAt(db, studentId, date);
  const classOfDay = requireEnrolled(student, date);
  const guardian = student.guardians.find(({ id }) => id === guardianId);
  if (!guardian)
    throw fieldError(
      'appeal-guardian-not-linked',
      'guardianId',
      `Этот человек не записан родителем (законным представителем): ${student.fullName}. Добавьте связь в карточке ученика или выберите другого.`,
    );
  // S1 speaks of parents; a parent of an adult pupil remains one.
  if (guardian.relation === 'not-representative')
    throw fieldError(
      'appeal-not-representative',
      'guardianId',
      `${guardian.fullName} записан(а) как «не представитель» (${student.fullName}), а обращаются родители и законные представители. Если это опекун или у него есть доверенность, исправьте «Кем приходится» в карточке ученика.`,
    );
  return { studentName: student.fullName, guardianName: guardian.fullName, ...classOfDay };
};

/**
 * Registers an appeal under the next number of the year of registration, or under a letter number
 * (S1 Приложение 1). The day on the paper decides class, due day and everything that is counted.
 * @throws OfficeError as `checkDates`, `takeNumber` and `snapshot`, and `teacher-unknown`
 */
export const registerAppeal = async (
  trx: Knex,
  input: Asked<'appeals.register'>,
  today: string,
) => {
  const { studentId, guardianId, date, responsibleId, letterAfter, letterReason } = input;
  const registeredOn = input.registeredOn ?? today;
  checkDates({ date, registeredOn, dueOn: input.dueOn }, today);
  const asked = { on: registeredOn, today, letterAfter, letterReason };
  const { year, ordinal, letter } = await takeNumber(trx, 'appeals', asked);
  const names = await snapshot(trx, studentId, guardianId, date);
  if (responsibleId !== null) await requireTeacher(trx, responsibleId, 'responsibleId');
  const { appealRules } = await readSettings(trx);
  const dueOn = input.dueOn ?? dueAfter(date, appealRules.daysToClose);
  const id = await insertAppeal(trx, {
    year,
    number: ordinal,
    letter,
    letterReason,
    printedNumber: printedNumber({ number: ordinal, letter }),
    date,
    registeredOn,
    studentId,
    guardianId,
    ...names,
    subject: input.subject,
    lessonTopic: input.lessonTopic,
    channel: input.channel,
    responsibleId,
    preparerId: null,
    dueOn,
    status: 'registered',
    portalCheckedOn: null,
    result: null,
    closedOn: null,
    annulReason: null,
  });
  return { id, year, number: ordinal, letter, dueOn };
};

/**
 * Corrects an open appeal. The number never changes; the child and the day of the appeal do by a
 * named correction (correction.ts).
 * @throws OfficeError as `registerAppeal`, and `appeal-closed`, `appeal-annulled`, `appeal-unknown`
 */
export const correctAppeal = async (
  trx: Knex,
  { id, refresh, version: _version, ...corrected }: Asked<'appeals.update'>,
  today: string,
): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  checkDates({ ...appeal, dueOn: corrected.dueOn }, today);
  if (corrected.responsibleId !== null && corrected.responsibleId !== appeal.responsibleId)
    await requireTeacher(trx, corrected.responsibleId, 'responsibleId');
  const otherGuardian = corrected.guardianId !== appeal.guardianId;
  const fresh =
    otherGuardian || refresh
      ? await snapshot(trx, appeal.studentId, corrected.guardianId, appeal.date)
      : null;
  const names = refresh ? fresh : fresh && { guardianName: fresh.guardianName };
  await changeAppeal(trx, appeal, { ...names, ...corrected });
};
