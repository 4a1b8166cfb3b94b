import type { Knex } from 'knex';
import type { AppealChannel } from '../../contract/appeals.ts';
import { fieldError } from '../../contract/errors.ts';
import { takeOrdinal } from '../../database/counters.ts';
import { dueOn as dueAfter } from '../../domain/appeals.ts';
import { dateParts } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { studentAt } from '../people/index.ts';
import { requireTeacher } from '../resources/index.ts';
import { readSettings } from '../settings/index.ts';
import { changeAppeal, insertAppeal } from './repository.ts';
import { requireOpenAppeal } from './steps.ts';

interface Correctable {
  readonly guardianId: number;
  readonly subject: string;
  readonly lessonTopic: string;
  readonly channel: AppealChannel;
  readonly responsibleId: number | null;
}

export interface Registration extends Correctable {
  readonly studentId: number;
  readonly registeredOn: string;
  /** Null = by the settings' days to close. */
  readonly dueOn: string | null;
}

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
 * @throws OfficeError `student-unknown`, `appeal-not-enrolled`, `appeal-guardian-not-linked`
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
export const registerAppeal = async (trx: Knex, input: Registration, today: string) => {
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

export interface Correction extends Correctable {
  readonly id: number;
  readonly dueOn: string;
  /** Take names, class and programme of the registration day afresh. */
  readonly refresh: boolean;
}

/**
 * Corrects an open appeal. The number, the child and the day of the appeal never change: a wrong
 * one is annulled and registered anew.
 * @throws OfficeError as `registerAppeal`, and `appeal-closed`, `appeal-annulled`, `appeal-unknown`
 */
export const correctAppeal = async (trx: Knex, input: Correction, today: string): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, input.id);
  checkDates(appeal.registeredOn, input.dueOn, today);
  if (input.responsibleId !== null && input.responsibleId !== appeal.responsibleId)
    await requireTeacher(trx, input.responsibleId, 'responsibleId');
  const otherGuardian = input.guardianId !== appeal.guardianId;
  const fresh =
    otherGuardian || input.refresh
      ? await snapshot(trx, appeal.studentId, input.guardianId, appeal.registeredOn)
      : null;
  const names = input.refresh ? fresh : fresh && { guardianName: fresh.guardianName };
  await changeAppeal(trx, appeal, {
    ...names,
    guardianId: input.guardianId,
    subject: input.subject,
    lessonTopic: input.lessonTopic,
    channel: input.channel,
    responsibleId: input.responsibleId,
    dueOn: input.dueOn,
  });
};
