import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { isSchoolDay } from '../../domain/calendar.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { calendarsFor } from '../calendar/index.ts';

/** Where a lesson stands. */
interface Place {
  readonly classId: number;
  readonly date: IsoDate;
}

/** Whether a lesson stands on a day off: its marks are shown and are in no average (domain.md §9). */
export type DayOffTest = (place: Place) => boolean;

/** By the calendars of the classes; every place asked about lies in the period. */
export const dayOffTest = async (
  db: Knex,
  classIds: readonly number[],
  { from, to }: Period,
): Promise<DayOffTest> => {
  const classes: { id: number; parallel: number }[] = await db('classes')
    .modify(where, among('id', classIds))
    .select('id', 'parallel');
  const parallels = new Map(classes.map(({ id, parallel }) => [id, parallel]));
  const calendarOn = await calendarsFor(db, from, to);
  return ({ classId, date }) => {
    const parallel = parallels.get(classId);
    return parallel !== undefined && !isSchoolDay(date, calendarOn(date, parallel));
  };
};
