import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { PersonKind } from '../../contract/people-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { NameRecord, StudentRecord } from './at-date.ts';
import { classNameOf, nameOf, studentColumns, studentsAt } from './at-date.ts';
import { childrenOf } from './guardians.ts';
import { guardiansOf } from './guardians-of.ts';

/** What the duplicates page shows of each suspected person, side by side. */
type Suspect = OperationOutput<'people.listDuplicates'>['rows'][number]['people'][number];

const empty = {
  birthDate: null,
  className: null,
  sex: null,
  phone: null,
  email: null,
  address: null,
  position: null,
  details: '',
} as const;

const studentSuspects = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<readonly Suspect[]> => {
  const rows: StudentRecord[] = await studentsAt(db, date)
    .modify(where, among('s.id', ids))
    .select(studentColumns(db, date));
  const guardians = await guardiansOf(db, ids);
  return rows.map((row) => ({
    ...empty,
    id: row.id,
    ...nameOf(row),
    birthDate: row.birth_date,
    className: classNameOf(row),
    sex: row.sex,
    address: row.address,
    details: (guardians.get(row.id) ?? []).map(({ fullName }) => fullName).join(', '),
  }));
};

const guardianSuspects = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<readonly Suspect[]> => {
  const rows: (NameRecord & Pick<Suspect, 'id' | 'phone' | 'email' | 'address'>)[] = await db(
    'guardians',
  ).modify(where, among('id', ids));
  const children = await childrenOf(db, ids, date);
  return rows.map((row) => ({
    ...empty,
    id: row.id,
    ...nameOf(row),
    phone: row.phone,
    email: row.email,
    address: row.address,
    details: (children.get(row.id) ?? [])
      .map(({ fullName, className }) => `${fullName}, ${className ?? 'без класса'}`)
      .join('; '),
  }));
};

const teacherSuspects = async (db: Knex, ids: readonly number[]): Promise<readonly Suspect[]> => {
  const rows: (NameRecord & Pick<Suspect, 'id' | 'position'>)[] = await db('teachers').modify(
    where,
    among('id', ids),
  );
  const lessons: { teacher_id: number; subject: string }[] = await db('teaching_assignments')
    .modify(where, among('teacher_id', ids))
    .distinct('teacher_id', 'subject')
    .orderBy('subject');
  const subjects = Map.groupBy(lessons, (row) => row.teacher_id);
  return rows.map((row) => ({
    ...empty,
    id: row.id,
    ...nameOf(row),
    position: row.position,
    details: (subjects.get(row.id) ?? []).map(({ subject }) => subject).join(', '),
  }));
};

/** Suspects of the groups by `kind|id`. */
export const suspectsOf = async (
  db: Knex,
  groups: readonly { readonly kind: PersonKind; readonly ids: readonly number[] }[],
  date: IsoDate,
): Promise<ReadonlyMap<string, Suspect>> => {
  const idsOf = (kind: PersonKind): readonly number[] =>
    groups.filter((group) => group.kind === kind).flatMap(({ ids }) => ids);
  const found = {
    student: await studentSuspects(db, idsOf('student'), date),
    guardian: await guardianSuspects(db, idsOf('guardian'), date),
    teacher: await teacherSuspects(db, idsOf('teacher')),
  };
  const map = new Map<string, Suspect>();
  for (const [kind, people] of Object.entries(found))
    for (const one of people) map.set(`${kind}|${one.id}`, one);
  return map;
};
