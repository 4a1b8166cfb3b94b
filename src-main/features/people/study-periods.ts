import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import { overlaps } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { StudyPeriod } from '../../domain/study-forms.ts';
import { placeProblem, studyWords } from '../../domain/study-forms.ts';
import type { Asked } from '../context.ts';

/**
 * Saves a period of another form or place of education than full-time at the school; periods of one
 * student do not overlap.
 * @throws OfficeError `study-place-wrong`, `period-upside-down`, `study-period-overlap`, `student-unknown`,
 *   `study-period-unknown`
 */
export const saveStudyPeriod = async (
  trx: Knex,
  { id, studentId, form, place, startsOn, endsOn }: Asked<'people.saveStudyPeriod'>,
): Promise<number> => {
  const wrongPlace = placeProblem(form, place);
  if (wrongPlace !== null) throw fieldError('study-place-wrong', 'place', wrongPlace);
  if (endsOn !== null && endsOn < startsOn)
    throw fieldError('period-upside-down', 'endsOn', 'Конец периода раньше начала.');
  if ((await trx('students').where({ id: studentId }).first('id')) === undefined)
    throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
  const periods: (StudyPeriod & { readonly id: number })[] = await trx('study_periods')
    .where({ student_id: studentId })
    .select({ id: 'id', from: 'starts_on', to: 'ends_on', form: 'form', place: 'place' });
  const other = periods.find(
    (period) => period.id !== id && overlaps(period, { from: startsOn, to: endsOn }),
  );
  if (other)
    throw fieldError(
      'study-period-overlap',
      'startsOn',
      `Период пересекается с записью с ${shortDate(other.from)} (${studyWords(other)}). Исправьте даты.`,
    );
  const values = { student_id: studentId, starts_on: startsOn, ends_on: endsOn, form, place };
  if (id === null) {
    const [created] = await trx('study_periods').insert(values);
    return created as number;
  }
  if (!periods.some((row) => row.id === id))
    throw new OfficeError('study-period-unknown', 'Такого периода нет. Обновите карточку.');
  await trx('study_periods').where({ id }).update(values);
  return id;
};

/** @throws OfficeError `study-period-unknown` */
export const deleteStudyPeriod = async (trx: Knex, id: number): Promise<void> => {
  if ((await trx('study_periods').where({ id }).delete()) === 0)
    throw new OfficeError('study-period-unknown', 'Такого периода нет. Обновите карточку.');
};
