import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { className } from '../../domain/classes.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { contains } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';

/** A student's stay in one class. */
export interface Stay {
  readonly classId: number;
  readonly className: string;
  readonly parallel: number;
  readonly letter: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface Pupil {
  readonly id: number;
  readonly name: string;
  /** Folded name for the search. */
  readonly search: string;
  /** In order of time. */
  readonly stays: readonly Stay[];
}

interface Row {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  readonly search: string;
  readonly class_id: number;
  readonly parallel: number;
  readonly letter: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate | null;
}

const stayOf = (row: Row): Stay => ({
  classId: row.class_id,
  className: className(row),
  parallel: row.parallel,
  letter: row.letter,
  from: row.starts_on,
  to: row.ends_on,
});

/** Students who were in a class on any day of the period; of all, or of those asked for. */
export const readPupils = async (
  db: Knex,
  { from, to }: Period,
  ids?: readonly number[],
): Promise<ReadonlyMap<number, Pupil>> => {
  const rows: Row[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .join({ c: 'classes' }, 'c.id', 'e.class_id')
    .where('e.starts_on', '<=', to)
    .where((open) => void open.whereNull('e.ends_on').orWhere('e.ends_on', '>=', from))
    .modify((query) => {
      if (ids) where(query, among('e.student_id', ids));
    })
    .orderBy('e.starts_on')
    .select('s.id', 's.last_name', 's.first_name', 's.middle_name', 's.search')
    .select('e.class_id', 'e.starts_on', 'e.ends_on', 'c.parallel', 'c.letter');
  const groups = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...groups].flatMap(([id, [first, ...rest]]) => {
      if (!first) return [];
      const name = fullName({
        lastName: first.last_name,
        firstName: first.first_name,
        middleName: first.middle_name,
      });
      return [[id, { id, name, search: first.search, stays: [first, ...rest].map(stayOf) }]];
    }),
  );
};

/** The class of a day. */
export const stayOn = ({ stays }: Pupil, date: IsoDate): Stay | undefined =>
  stays.find((stay) => contains(stay, date));
