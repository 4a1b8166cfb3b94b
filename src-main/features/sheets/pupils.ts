import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { contains } from '../../domain/dates.ts';

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

/** Students who were in a class on any day of the period; of all, or of those asked for. */
export const readPupils = async (
  db: Knex,
  { from, to }: Period,
  ids?: readonly number[],
): Promise<ReadonlyMap<number, Pupil>> => {
  const rows: (Omit<Pupil, 'stays'> & Stay)[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .join({ c: 'classes' }, 'c.id', 'e.class_id')
    .where('e.starts_on', '<=', to)
    .where((open) => void open.whereNull('e.ends_on').orWhere('e.ends_on', '>=', from))
    .modify((query) => {
      if (ids) where(query, among('e.student_id', ids));
    })
    .orderBy('e.starts_on')
    .select({
      id: 's.id',
      name: db.raw(fullNameSql('s')),
      search: 's.search',
      classId: 'e.class_id',
      className: db.raw(classNameSql('c')),
      parallel: 'c.parallel',
      letter: 'c.letter',
      from: 'e.starts_on',
      to: 'e.ends_on',
    });
  const pupils = new Map<number, Pupil>();
  for (const { id, name, search, ...stay } of rows) {
    const stays = pupils.get(id)?.stays ?? [];
    pupils.set(id, { id, name, search, stays: [...stays, stay] });
  }
  return pupils;
};

/** The class of a day. */
export const stayOn = ({ stays }: Pupil, date: IsoDate): Stay | undefined =>
  stays.find((stay) => contains(stay, date));
