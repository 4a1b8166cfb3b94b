import type { Knex } from 'knex';
import { contains, maxDate, minDate } from '../../domain/dates.ts';
import { extractPeriods } from '../../domain/journal.ts';
import type { JournalClass } from './scope.ts';
import type { ClassPupil } from './stints.ts';
import { booksOfPupils } from './stints.ts';

/** Extracts for pupils who left a class before the year's end (domain.md §6). */

const extractOf = (
  one: JournalClass,
  { id, fullName, stints }: ClassPupil,
): JournalClass | null => {
  const periods = extractPeriods(one.periods, stints);
  if (periods.length === 0) return null;
  const graded = one.periods.filter(({ to }) => stints.some((stint) => contains(stint, to)));
  return {
    ...one,
    periods,
    owner: {
      kind: 'leaver',
      id,
      fullName,
      days: stints.map(({ from, to }) => ({
        from: maxDate(from, one.startsOn),
        to: minDate(to ?? one.endsOn, one.endsOn),
      })),
      graded: new Set(graded.map(({ key }) => key)),
    },
  };
};

/** Extracts that can be made in the classes, by class, in the order of names. */
export const leaverExtracts = (
  db: Knex,
  classes: readonly JournalClass[],
): Promise<ReadonlyMap<number, readonly JournalClass[]>> =>
  booksOfPupils(
    db,
    classes,
    // Whoever has an ended time somewhere may have left one of these classes.
    (query) =>
      query.whereIn('e.student_id', db('enrolments').whereNotNull('ends_on').select('student_id')),
    extractOf,
  );
