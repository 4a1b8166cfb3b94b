import type { Knex } from 'knex';
import { among, beginning, where } from '../../database/conditions.ts';
import type { KnownGuardian, KnownStudent } from '../../domain/credential-matching.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { NameRecord, StudentRecord } from './at-date.ts';
import { classNameOf, nameOf, studentColumns, studentsAt } from './at-date.ts';

/** Everyone of the register with what names are matched by; read once per import. */

export interface DirectoryStudent extends KnownStudent {
  readonly fullName: string;
}

export interface DirectoryGuardian extends KnownGuardian {
  readonly fullName: string;
  readonly phone: string | null;
}

/** All students with the class of the day (or the last one before it). */
export const studentDirectory = async (
  db: Knex,
  date: IsoDate,
): Promise<readonly DirectoryStudent[]> => {
  const rows: StudentRecord[] = await studentsAt(db, date).select(studentColumns(db, date));
  return rows.map((row) => ({
    id: row.id,
    ...nameOf(row),
    birthDate: row.birth_date,
    className: classNameOf(row),
  }));
};

/** All guardians with the ids of their children. */
export const guardianDirectory = async (db: Knex): Promise<readonly DirectoryGuardian[]> => {
  const rows: (NameRecord & { readonly id: number; readonly phone: string | null })[] =
    await db('guardians');
  const links: { student_id: number; guardian_id: number }[] =
    await db('guardianships').orderBy('id');
  const children = Map.groupBy(links, (link) => link.guardian_id);
  return rows.map((row) => ({
    id: row.id,
    ...nameOf(row),
    phone: row.phone,
    studentIds: (children.get(row.id) ?? []).map((link) => link.student_id),
  }));
};

/** «Фамилия Имя Отчество» of guardians by id. */
export const guardianNames = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const rows: (NameRecord & { readonly id: number })[] = await db('guardians').modify(
    where,
    among('id', ids),
  );
  return new Map(rows.map((row) => [row.id, nameOf(row).fullName]));
};

/**
 * Students whose own name, or a guardian's name or phone, has words beginning with the words of
 * the text; in the order of names.
 */
export const studentIdsOfFamilies = async (
  db: Knex,
  text: string,
  limit: number,
): Promise<readonly number[]> => {
  const ofGuardians = db({ l: 'guardianships' })
    .join({ g: 'guardians' }, 'g.id', 'l.guardian_id')
    .modify(where, ...beginning('g.search', text))
    .select('l.student_id');
  const ownNames = db({ o: 'students' })
    .modify(where, ...beginning('o.search', text))
    .select('o.id');
  const rows: { id: number }[] = await db({ s: 'students' })
    .where((any) => void any.whereIn('s.id', ownNames).orWhereIn('s.id', ofGuardians))
    .orderBy('s.search')
    .orderBy('s.id')
    .limit(limit)
    .select('s.id');
  return rows.map(({ id }) => id);
};
