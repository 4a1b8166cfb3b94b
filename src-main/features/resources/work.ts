import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import { shortDate } from '../../domain/russian.ts';
import { dayTotalProblem, workDayProblem } from '../../domain/workload.ts';
import { requireTeacher } from './save.ts';
import { dayEntries, type WorkFields, writeWorkEntry } from './work-repository.ts';

const checkAppeal = async (db: Knex, appealId: number, workedOn: string): Promise<void> => {
  const appeal: { status: string; dated: string } | undefined = await db('appeals')
    .where({ id: appealId })
    .first('status', 'dated');
  if (!appeal)
    throw fieldError('appeal-unknown', 'appealId', 'Такого обращения нет. Выберите другое.');
  if (appeal.status === 'annulled')
    throw fieldError(
      'appeal-annulled',
      'appealId',
      'Обращение аннулировано: часы к нему не записываются.',
    );
  const problem = workDayProblem(workedOn, appeal.dated);
  if (problem) throw fieldError('work-before-appeal', 'workedOn', problem);
};

export const unknownEntry = (): OfficeError =>
  new OfficeError('work-entry-unknown', 'Такой записи о работе уже нет. Обновите список.');

/**
 * Stores a work entry: quarter hours, at most 24 hours of a teacher in a day (domain.md §2).
 * @throws OfficeError `teacher-unknown`, `appeal-unknown`, `appeal-annulled`, `work-in-future`,
 *   `work-before-appeal`, `work-day-exceeded`, `work-entry-unknown`
 */
export const storeWorkEntry = async (
  trx: Knex,
  id: number | null,
  fields: WorkFields,
  today: string,
): Promise<number> => {
  await requireTeacher(trx, fields.teacherId, 'teacherId');
  if (fields.appealId !== null) await checkAppeal(trx, fields.appealId, fields.workedOn);
  if (fields.workedOn > today)
    throw fieldError(
      'work-in-future',
      'workedOn',
      `Работа не может быть позже сегодняшнего дня (${shortDate(today)}).`,
    );
  const others = await dayEntries(trx, { ...fields, exceptId: id });
  const problem = dayTotalProblem(fields.quarterHours, others);
  if (problem)
    throw fieldError(
      'work-day-exceeded',
      'quarterHours',
      `${shortDate(fields.workedOn)}: ${problem}`,
    );
  const stored = await writeWorkEntry(trx, id, fields);
  if (stored === null) throw unknownEntry();
  return stored;
};
