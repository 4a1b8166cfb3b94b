import type { Knex } from 'knex';
import { fieldError } from '../../contract/errors.ts';
import { takeOrdinal } from '../../database/counters.ts';
import { dueOn as dueAfter } from '../../domain/appeals.ts';
import { dateParts } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked } from '../context.ts';
import { studentAt } from '../people/index.ts';
import { requireTeacher } from '../resources/index.ts';
import { readSettings } from '../settings/index.ts';
import { changeAppeal, insertAppeal } from './repository.ts';
import { requireOpenAppeal } from './steps.ts';

const checkDates = (registeredOn: string, dueOn: string | null, today: string): void => {
  if (registeredOn > today)
    throw fieldError(
      'appeal-in-future',
      'registeredOn',
      `Обращение не может быть позже сегодняшнего дня (${shortDate(today)}).`,
    );
  if (dueOn !== null && dueOn < registeredOn)
    throw fieldError(
      'appeal-due-before',
      'dueOn',
      `Срок раньше даты обращения (${shortDate(registeredOn)}).`,
    );
};

/**
 * Names, class and programme as they are on the day of the appeal.
 * @throws OfficeError `student-unknown`, `appeal-not-enrolled`, `appeal-guardian-not-linked`,
 *   `appeal-not-representative`
 */
const snapshot = async (db: Knex, studentId: number, guardianId: number, date: string) => {
  const student = await studentAt(db, studentId, date);
  const { className, parallel, programme } = student;
  if (!student.isEnrolled || className === null || parallel === null || programme === null)
    throw fieldError(
      'appeal-not-enrolled',
      'studentId',
      `${shortDate(date)} ${student.fullName} не числится ни в одном классе${
        className === null ? '' : ` (последний класс ${className})`
      }. Проверьте дату обращения и движение ученика.`,
    );
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
  return {
    studentName: student.fullName,
    guardianName: guardian.fullName,
    className,
    parallel,
    programme,
  };
};

/**
 * Registers an appeal under the next number of its calendar year (S1 Приложение 1).
 * @throws OfficeError `appeal-in-future`, `appeal-due-before`, `teacher-unknown` and as `snapshot`
 */
export const registerAppeal = async (
  trx: Knex,
  input: Asked<'appeals.register'>,
  today: string,
) => {
  const { studentId, guardianId, registeredOn, responsibleId } = input;
  checkDates(registeredOn, input.dueOn, today);
  const names = await snapshot(trx, studentId, guardianId, registeredOn);
  if (responsibleId !== null) await requireTeacher(trx, responsibleId, 'responsibleId');
  const { appealRules } = await readSettings(trx);
  const due = input.dueOn ?? dueAfter(registeredOn, appealRules.daysToClose);
  const { year } = dateParts(registeredOn);
  const ordinal = await takeOrdinal(trx, 'appeals', year);
  const id = await insertAppeal(trx, {
    year,
    number: ordinal,
    printedNumber: String(ordinal),
    registeredOn,
    studentId,
    guardianId,
    ...names,
    subject: input.subject,
    lessonTopic: input.lessonTopic,
    channel: input.channel,
    responsibleId,
    preparerId: null,
    dueOn: due,
    status: 'registered',
    portalCheckedOn: null,
    result: null,
    closedOn: null,
    annulReason: null,
  });
  return { id, year, number: ordinal, dueOn: due };
};

/**
 * Corrects an open appeal. The number, the child and the day of the appeal never change: a wrong
 * one is annulled and registered anew.
 * @throws OfficeError as `registerAppeal`, and `appeal-closed`, `appeal-annulled`, `appeal-unknown`
 */
export const correctAppeal = async (
  trx: Knex,
  { id, refresh, version: _version, ...corrected }: Asked<'appeals.update'>,
  today: string,
): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  checkDates(appeal.registeredOn, corrected.dueOn, today);
  if (corrected.responsibleId !== null && corrected.responsibleId !== appeal.responsibleId)
    await requireTeacher(trx, corrected.responsibleId, 'responsibleId');
  const otherGuardian = corrected.guardianId !== appeal.guardianId;
  const fresh =
    otherGuardian || refresh
      ? await snapshot(trx, appeal.studentId, corrected.guardianId, appeal.registeredOn)
      : null;
  const names = refresh ? fresh : fresh && { guardianName: fresh.guardianName };
  await changeAppeal(trx, appeal, { ...names, ...corrected });
};
