import type { Knex } from 'knex';
import { schoolYearOf } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';

/**
 * The day a question about classes speaks of when it names none: today when the school year of
 * today has classes, else 1 September of the newest year that has them, else today. A file of a
 * past year leaves the present one empty until its own contingent is read.
 */
export const dayOfClasses = async (db: Knex, today: IsoDate): Promise<IsoDate> => {
  const starts: readonly IsoDate[] = await db('school_years')
    .whereIn('id', db('classes').select('school_year_id'))
    .orderBy('starts_on', 'desc')
    .pluck('starts_on');
  const present = starts.some((day) => schoolYearOf(day) === schoolYearOf(today));
  return present ? today : (starts[0] ?? today);
};
