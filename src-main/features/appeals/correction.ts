import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays, daysBetween } from '../../domain/dates.ts';
import { type CorrectedFacts, correctionTexts } from '../../domain/corrections.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { hoursText, shortDate } from '../../domain/russian.ts';
import type { Asked } from '../context.ts';
import { studentAt } from '../people/index.ts';
import { resourcesOfAppeal, workOfAppeal } from '../resources/index.ts';
import { insertCorrection } from './correction-rows.ts';
import { checkDates, requireEnrolled, snapshot } from './register-appeal.ts';
import { type Appeal, changeAppeal } from './repository.ts';
import { requireAppeal } from './steps.ts';

/** A registered appeal is corrected in child or day under its number (domain.md §2). */

type Correction = Asked<'appeals.correct'>;

/** What was done for the appeal before the day, each with its date. */
const doneBefore = async (db: Knex, appeal: Appeal, date: IsoDate): Promise<readonly string[]> => {
  const { portalCheckedOn, closedOn } = appeal;
  const steps: readonly (readonly [IsoDate | null, string])[] = [
    [portalCheckedOn, 'проверка портала'],
    ...(await workOfAppeal(db, appeal.id)).map(
      (work) =>
        [work.workedOn, `часы: ${work.teacherName}, ${hoursText(work.quarterHours)}`] as const,
    ),
    ...(await resourcesOfAppeal(db, appeal.id)).map(
      ({ givenOn, title }) => [givenOn, `ресурс «${title}»`] as const,
    ),
    [closedOn, 'закрытие обращения'],
  ];
  return steps.flatMap(([on, what]) =>
    on !== null && on < date ? [`${shortDate(on)} — ${what}`] : [],
  );
};

const refuseEarlierWork = async (db: Knex, appeal: Appeal, date: IsoDate): Promise<void> => {
  const early = await doneBefore(db, appeal, date);
  if (early.length === 0) return;
  throw fieldError(
    'appeal-correction-before-work',
    'date',
    `Раньше ${shortDate(date)} по обращению уже записана работа: ${early.join('; ')}. Проверьте дату обращения или сначала исправьте эти записи.`,
  );
};

/** Names, class and programme under the correction: a child who stays keeps his name of that day. */
const correctedNames = async (trx: Knex, appeal: Appeal, correction: Correction) => {
  const { studentId, guardianId, date } = correction;
  if (studentId !== appeal.studentId || guardianId !== appeal.guardianId) {
    const { studentName, ...fresh } = await snapshot(trx, studentId, guardianId, date);
    return studentId === appeal.studentId ? fresh : { ...fresh, studentName };
  }
  return requireEnrolled(await studentAt(trx, studentId, date), date);
};

const factsOf = (appeal: Appeal): CorrectedFacts => ({
  student: appeal.studentName,
  programme: appeal.programme,
  guardian: appeal.guardianName,
  date: appeal.date,
  dueOn: appeal.dueOn,
});

/**
 * Corrects the child, with the parent, or the day on the paper. Hours and resources stay; the due
 * day keeps its distance from the day of the appeal. The journal shows what stood there before.
 * @throws OfficeError `appeal-unknown`, `appeal-annulled`, `appeal-correction-empty`,
 *   `appeal-correction-before-work`, and as `checkDates` and `snapshot`
 */
export const correctChildOrDay = async (
  trx: Knex,
  correction: Correction,
  today: IsoDate,
): Promise<void> => {
  const { id, studentId, guardianId, date, reason } = correction;
  const appeal = await requireAppeal(trx, id);
  if (appeal.status === 'annulled')
    throw new OfficeError(
      'appeal-annulled',
      `Обращение № ${formatRegistrationNumber(appeal)} аннулировано: исправлять в нём нечего.`,
    );
  if (studentId === appeal.studentId && date === appeal.date)
    throw fieldError(
      'appeal-correction-empty',
      'studentId',
      'Ребёнок и дата прежние. Выберите другого ребёнка или другую дату; остальное исправляется кнопкой «Изменить».',
    );
  const dueOn = addDays(appeal.dueOn, daysBetween(appeal.date, date));
  checkDates({ date, registeredOn: appeal.registeredOn, dueOn }, today);
  await refuseEarlierWork(trx, appeal, date);
  const names = await correctedNames(trx, appeal, correction);
  const change = { ...names, studentId, guardianId, date, dueOn };
  await changeAppeal(trx, appeal, change);
  const texts = correctionTexts(factsOf(appeal), factsOf({ ...appeal, ...change }));
  await insertCorrection(trx, id, { ...texts, correctedOn: today, reason });
};
