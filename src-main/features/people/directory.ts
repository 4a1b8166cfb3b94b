import type { Knex } from 'knex';
import { among, beginning, where } from '../../database/conditions.ts';
import type { KnownGuardian, KnownStudent } from '../../domain/credential-matching.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import { nameColumns, studentsAt } from './at-date.ts';

/** Everyone of the register with what names are matched by; read once per import. */

export interface DirectoryStudent extends KnownStudent {
  readonly fullName: string;
}

export interface DirectoryGuardian extends KnownGuardian {
  readonly fullName: string;
  readonly phone: string | null;
}

/** All students with the class of the day (or the last one before it). */
export const studentDirectory = (db: Knex, date: IsoDate): Promise<readonly DirectoryStudent[]> =>
  studentsAt(db, date).select({
    id: 's.id',
    ...nameColumns(db, 's'),
    birthDate: 's.birth_date',
    className: db.raw(classNameSql('c')),
  });

/** All guardians with the ids of their children. */
export const guardianDirectory = async (db: Knex): Promise<readonly DirectoryGuardian[]> => {
  const rows: Omit<DirectoryGuardian, 'studentIds'>[] = await db('guardians').select({
    id: 'id',
    ...nameColumns(db, 'guardians'),
    phone: 'phone',
  });
  const links: { studentId: number; guardianId: number }[] = await db('guardianships')
    .orderBy('id')
    .select({ studentId: 'student_id', guardianId: 'guardian_id' });
  const children = Map.groupBy(links, ({ guardianId }) => guardianId);
  return rows.map((row) => ({
    ...row,
    studentIds: (children.get(row.id) ?? []).map(({ studentId }) => studentId),
  }));
};

const namesIn = async (
  db: Knex,
  table: 'guardians' | 'teachers',
  ids: readonly number[] | undefined,
): Promise<ReadonlyMap<number, string>> => {
  const rows: { id: number; fullName: string }[] = await db(table)
    .modify(where, ...(ids ? [among('id', ids)] : []))
    .select({ id: 'id', fullName: db.raw(fullNameSql(table)) });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
};

/** «Фамилия Имя Отчество» of guardians by id. */
export const guardianNames = (db: Knex, ids: readonly number[]) => namesIn(db, 'guardians', ids);

/** The same of teachers; of all teachers when `ids` is absent. */
export const teacherNames = (db: Knex, ids?: readonly number[]) => namesIn(db, 'teachers', ids);

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
