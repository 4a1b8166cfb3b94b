import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { PersonKind } from '../../contract/people-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { classNameSql } from '../../database/stored.ts';
import { keptSql } from '../settings/index.ts';
import { nameColumns, studentsAt } from './at-date.ts';
import { childrenOf, guardianColumns } from './guardians.ts';
import { guardiansOf } from './guardians.ts';

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

type Name = 'id' | 'fullName' | 'lastName' | 'firstName' | 'middleName';

const studentSuspects = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<readonly Suspect[]> => {
  const rows: Pick<Suspect, Name | 'birthDate' | 'className' | 'sex' | 'address'>[] =
    await studentsAt(db, date)
      .modify(where, among('s.id', ids))
      .select({
        id: 's.id',
        ...nameColumns(db, 's'),
        birthDate: 's.birth_date',
        className: db.raw(classNameSql('c')),
        sex: db.raw(keptSql('studentSex', 's.sex')),
        address: db.raw(keptSql('studentAddress', 's.address')),
      });
  const guardians = await guardiansOf(db, ids, date);
  return rows.map((row) => ({
    ...empty,
    ...row,
    details: (guardians.get(row.id) ?? []).map(({ fullName }) => fullName).join(', '),
  }));
};

const guardianSuspects = async (
  db: Knex,
  ids: readonly number[],
  date: IsoDate,
): Promise<readonly Suspect[]> => {
  const rows: Pick<Suspect, Name | 'phone' | 'email' | 'address'>[] = await db({ g: 'guardians' })
    .modify(where, among('g.id', ids))
    .select(guardianColumns(db));
  const children = await childrenOf(db, ids, date);
  return rows.map((row) => ({
    ...empty,
    ...row,
    details: (children.get(row.id) ?? [])
      .map(({ fullName, className }) => `${fullName}, ${className ?? 'без класса'}`)
      .join('; '),
  }));
};

const teacherSuspects = async (db: Knex, ids: readonly number[]): Promise<readonly Suspect[]> => {
  const rows: Pick<Suspect, Name | 'position'>[] = await db({ t: 'teachers' })
    .modify(where, among('t.id', ids))
    .select({ id: 't.id', ...nameColumns(db, 't'), position: 't.position' });
  const lessons: { teacherId: number; subject: string }[] = await db('teaching_assignments')
    .modify(where, among('teacher_id', ids))
    .distinct({ teacherId: 'teacher_id', subject: 'subject' })
    .orderBy('subject');
  const subjects = Map.groupBy(lessons, ({ teacherId }) => teacherId);
  return rows.map((row) => ({
    ...empty,
    ...row,
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
