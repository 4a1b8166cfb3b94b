import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { PersonKind, Relation, Sex } from '../../contract/people-fields.ts';
import type { PersonalField } from '../../contract/settings.ts';
import { among, beginning, where } from '../../database/conditions.ts';
import type { KnownGuardian, KnownStudent } from '../../domain/credential-matching.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { representationOf } from '../../domain/representation.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import type { PersonName } from '../../domain/names.ts';
import { PERSONAL_FIELDS } from '../../domain/personal-fields.ts';
import { keptSql } from '../settings/index.ts';
import { nameColumns, studentsAt } from './at-date.ts';
import { guardianSearchSql } from './personal-fields.ts';
import { personTable } from './references.ts';

/** People as other features need them: to match names, to call them by name, to fill a form. */

export interface DirectoryStudent extends KnownStudent {
  readonly fullName: string;
}

export interface DirectoryGuardian extends KnownGuardian {
  readonly fullName: string;
  readonly phone: string | null;
  /** Of `studentIds`, those for whom he acts on the day. */
  readonly representedIds: readonly number[];
}

/** All students with the class of the day (or the last one before it); read once per import. */
export const studentDirectory = (db: Knex, date: IsoDate): Promise<readonly DirectoryStudent[]> =>
  studentsAt(db, date).select({
    id: 's.id',
    ...nameColumns(db, 's'),
    birthDate: 's.birth_date',
    className: db.raw(classNameSql('c')),
  });

/** Children of guardians and whether they are represented on the day, in the order of linking. */
const childLinks = async (
  db: Knex,
  date: IsoDate,
  studentIds?: readonly number[],
): Promise<ReadonlyMap<number, readonly (readonly [number, boolean])[]>> => {
  const links: {
    studentId: number;
    guardianId: number;
    relation: Relation;
    afterMajority: 0 | 1;
    birthDate: IsoDate | null;
  }[] = await db({ l: 'guardianships' })
    .join({ s: 'students' }, 's.id', 'l.student_id')
    .modify(where, ...(studentIds ? [among('l.student_id', studentIds)] : []))
    .orderBy('l.id')
    .select({
      studentId: 'l.student_id',
      guardianId: 'l.guardian_id',
      relation: 'l.relation',
      afterMajority: 'l.after_majority',
      birthDate: 's.birth_date',
    });
  const map = new Map<number, (readonly [number, boolean])[]>();
  for (const { studentId, guardianId, relation, afterMajority, birthDate } of links) {
    const list = map.get(guardianId) ?? [];
    const link = { relation, afterMajority: afterMajority === 1 };
    list.push([studentId, representationOf(link, birthDate, date).represents]);
    map.set(guardianId, list);
  }
  return map;
};

/** Of these students those for whom each guardian acts on the day. */
export const representedChildren = async (
  db: Knex,
  studentIds: readonly number[],
  date: IsoDate,
): Promise<ReadonlyMap<number, readonly number[]>> => {
  const links = [...(await childLinks(db, date, studentIds))];
  return new Map(
    links.map(([id, kids]) => [id, kids.flatMap(([child, acts]) => (acts ? [child] : []))]),
  );
};

/** All guardians with the ids of their children. */
export const guardianDirectory = async (
  db: Knex,
  date: IsoDate,
): Promise<readonly DirectoryGuardian[]> => {
  const rows: Omit<DirectoryGuardian, 'studentIds' | 'representedIds'>[] = await db(
    'guardians',
  ).select({
    id: 'id',
    ...nameColumns(db, 'guardians'),
    phone: db.raw(keptSql('guardianPhone', 'phone')),
  });
  const links = await childLinks(db, date);
  return rows.map((row) => {
    const kids = links.get(row.id) ?? [];
    return {
      ...row,
      studentIds: kids.map(([child]) => child),
      representedIds: kids.flatMap(([child, acts]) => (acts ? [child] : [])),
    };
  });
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
    .modify(where, ...beginning(guardianSearchSql('g'), text))
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

/** A person as forms need him: parts of the name to decline, sex, where he lives. */
export interface PersonRecord extends PersonName {
  readonly fullName: string;
  /** Null where the register keeps none (guardians, teachers). */
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** What each register keeps of the rest, and the school with it. */
const others = (db: Knex, kind: PersonKind) => {
  const kept = (field: PersonalField) => db.raw(keptSql(field, PERSONAL_FIELDS[field].name));
  if (kind === 'student') return { sex: kept('studentSex'), address: kept('studentAddress') };
  if (kind === 'guardian')
    return { address: kept('guardianAddress'), phone: kept('guardianPhone') };
  return {};
};

const unknown = { sex: null, address: null, phone: null } as const;

/** People by id; unknown ids are absent from the map. */
export const personRecords = async (
  db: Knex,
  kind: PersonKind,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PersonRecord>> => {
  const table = personTable[kind];
  const rows: (PersonName & { readonly id: number; readonly fullName: string })[] = await db(table)
    .modify(where, among('id', ids))
    .select({ id: 'id', ...nameColumns(db, table), ...others(db, kind) });
  return new Map(rows.map(({ id, ...person }) => [id, { ...unknown, ...person }]));
};

/** @throws OfficeError `person-unknown` */
export const personRecord = async (
  db: Knex,
  kind: PersonKind,
  id: number,
): Promise<PersonRecord> => {
  const found = (await personRecords(db, kind, [id])).get(id);
  if (found) return found;
  throw new OfficeError('person-unknown', 'Такого человека нет. Обновите список.');
};

/** «Фамилия Имя Отчество» of the class teacher; null when none is set. */
export const classTeacherName = async (db: Knex, classId: number): Promise<string | null> => {
  const row: { fullName: string } | undefined = await db({ c: 'classes' })
    .join({ t: 'teachers' }, 't.id', 'c.class_teacher_id')
    .where('c.id', classId)
    .first({ fullName: db.raw(fullNameSql('t')) });
  return row?.fullName ?? null;
};
