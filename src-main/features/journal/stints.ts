import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { fullNameSql } from '../../database/stored.ts';
import type { OpenPeriod } from '../../domain/dates.ts';
import { byNumber, byText, inTurn } from '../lists/index.ts';
import type { JournalClass } from './scope.ts';

/** Pupils of classes who may have a book of their own beside the class's journal. */

export interface ClassPupil {
  readonly id: number;
  readonly classId: number;
  readonly fullName: string;
  /** Time in the class, oldest first. */
  readonly stints: readonly OpenPeriod[];
}

/** Pupils of the classes with the time there, by class; `narrow` leaves some students out. */
const pupilsByClass = async (
  db: Knex,
  classIds: readonly number[],
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<ReadonlyMap<number, readonly ClassPupil[]>> => {
  const rows: (Omit<ClassPupil, 'stints'> & OpenPeriod)[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .modify(where, among('e.class_id', classIds))
    .modify(narrow)
    .orderBy('e.starts_on')
    .select({
      id: 's.id',
      classId: 'e.class_id',
      fullName: db.raw(fullNameSql('s')),
      from: 'e.starts_on',
      to: 'e.ends_on',
    });
  const pupils = [...Map.groupBy(rows, ({ id, classId }) => `${id} ${classId}`).values()].flatMap(
    (own) =>
      own.slice(0, 1).map(({ id, classId, fullName }) => ({
        id,
        classId,
        fullName,
        stints: own.map(({ from, to }) => ({ from, to })),
      })),
  );
  return Map.groupBy(pupils, ({ classId }) => classId);
};

const byName = inTurn<JournalClass>(
  byText(({ owner }) => owner?.fullName ?? ''),
  byNumber(({ owner }) => owner?.id ?? 0),
);

/** Books of single pupils, by class, in the order of names; `bookOf` gives null where there is none. */
export const booksOfPupils = async (
  db: Knex,
  classes: readonly JournalClass[],
  narrow: (query: Knex.QueryBuilder) => void,
  bookOf: (one: JournalClass, pupil: ClassPupil) => JournalClass | null,
): Promise<ReadonlyMap<number, readonly JournalClass[]>> => {
  const pupils = await pupilsByClass(
    db,
    classes.map(({ id }) => id),
    narrow,
  );
  return new Map(
    classes.map((one) => [
      one.id,
      (pupils.get(one.id) ?? []).flatMap((pupil) => bookOf(one, pupil) ?? []).toSorted(byName),
    ]),
  );
};
