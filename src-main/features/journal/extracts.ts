import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { fullNameSql } from '../../database/stored.ts';
import type { OpenPeriod } from '../../domain/dates.ts';
import { contains, maxDate, minDate } from '../../domain/dates.ts';
import { extractPeriods } from '../../domain/journal.ts';
import { byNumber, byText, inTurn } from '../lists/index.ts';
import type { JournalClass } from './scope.ts';

/** Extracts for pupils who left a class before the year's end (domain.md §6). */

interface Stint extends OpenPeriod {
  readonly id: number;
  readonly classId: number;
  readonly fullName: string;
}

/** All stints of those who have an ended one in the classes. */
const stintsOf = async (db: Knex, classIds: readonly number[]): Promise<readonly Stint[]> =>
  await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .modify(where, among('e.class_id', classIds))
    .whereIn('e.student_id', db('enrolments').whereNotNull('ends_on').select('student_id'))
    .orderBy('e.starts_on')
    .select({
      id: 's.id',
      classId: 'e.class_id',
      fullName: db.raw(fullNameSql('s')),
      from: 'e.starts_on',
      to: 'e.ends_on',
    });

const extractOf = (one: JournalClass, stints: readonly Stint[]): JournalClass | null => {
  const [first] = stints;
  const periods = extractPeriods(one.periods, stints);
  if (!first || periods.length === 0) return null;
  const { id, fullName } = first;
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

const byName = inTurn<JournalClass>(
  byText(({ owner }) => owner?.fullName ?? ''),
  byNumber(({ owner }) => owner?.id ?? 0),
);

/** Extracts that can be made in the classes, by class, in the order of names. */
export const leaverExtracts = async (
  db: Knex,
  classes: readonly JournalClass[],
): Promise<ReadonlyMap<number, readonly JournalClass[]>> => {
  const stints = await stintsOf(
    db,
    classes.map(({ id }) => id),
  );
  const ofClass = Map.groupBy(stints, ({ classId }) => classId);
  return new Map(
    classes.map((one) => [
      one.id,
      [...Map.groupBy(ofClass.get(one.id) ?? [], ({ id }) => id).values()]
        .flatMap((own) => extractOf(one, own) ?? [])
        .toSorted(byName),
    ]),
  );
};
