import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OpenPeriod } from '../../domain/dates.ts';
import { overlaps } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked } from '../context.ts';

/**
 * Saves a period of home schooling (надомное обучение); periods of one student do not overlap.
 * @throws OfficeError `period-upside-down`, `home-schooling-overlap`, `student-unknown`,
 *   `home-schooling-unknown`
 */
export const saveHomeSchooling = async (
  trx: Knex,
  { id, studentId, startsOn, endsOn }: Asked<'people.saveHomeSchooling'>,
): Promise<number> => {
  if (endsOn !== null && endsOn < startsOn)
    throw fieldError('period-upside-down', 'endsOn', 'Конец периода раньше начала.');
  if ((await trx('students').where({ id: studentId }).first('id')) === undefined)
    throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
  const periods: (OpenPeriod & { readonly id: number })[] = await trx('home_schooling')
    .where({ student_id: studentId })
    .select({ id: 'id', from: 'starts_on', to: 'ends_on' });
  const other = periods.find(
    (period) => period.id !== id && overlaps(period, { from: startsOn, to: endsOn }),
  );
  if (other)
    throw fieldError(
      'home-schooling-overlap',
      'startsOn',
      `Период пересекается с надомным обучением с ${shortDate(other.from)}.`,
    );
  const values = { student_id: studentId, starts_on: startsOn, ends_on: endsOn };
  if (id === null) {
    const [created] = await trx('home_schooling').insert(values);
    return created as number;
  }
  if (!periods.some((row) => row.id === id))
    throw new OfficeError('home-schooling-unknown', 'Такого периода нет. Обновите карточку.');
  await trx('home_schooling').where({ id }).update(values);
  return id;
};

/** @throws OfficeError `home-schooling-unknown` */
export const deleteHomeSchooling = async (trx: Knex, id: number): Promise<void> => {
  if ((await trx('home_schooling').where({ id }).delete()) === 0)
    throw new OfficeError('home-schooling-unknown', 'Такого периода нет. Обновите карточку.');
};
