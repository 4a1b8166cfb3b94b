import type { Knex } from 'knex';
import type { Relation } from '../../contract/people-fields.ts';
import { among, where } from '../../database/conditions.ts';
import { fullNameSql } from '../../database/stored.ts';

export interface GuardianRef {
  readonly id: number;
  readonly fullName: string;
  readonly relation: Relation;
  readonly phone: string | null;
}

/** Mothers first, then fathers, then the rest: the order offices write them in. */
const order: readonly Relation[] = [
  'mother',
  'father',
  'guardian',
  'grandmother',
  'grandfather',
  'other',
];

/** Guardians of each student; students without guardians are absent from the map. */
export const guardiansOf = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly GuardianRef[]>> => {
  const rows: (GuardianRef & { readonly studentId: number })[] = await db({ l: 'guardianships' })
    .join({ g: 'guardians' }, 'g.id', 'l.guardian_id')
    .modify(where, among('l.student_id', studentIds))
    .select({
      studentId: 'l.student_id',
      id: 'l.guardian_id',
      fullName: db.raw(fullNameSql('g')),
      relation: 'l.relation',
      phone: 'g.phone',
    });
  const sorted = rows.toSorted(
    (a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || a.id - b.id,
  );
  const map = new Map<number, GuardianRef[]>();
  for (const { studentId, ...guardian } of sorted) {
    const list = map.get(studentId) ?? [];
    list.push(guardian);
    map.set(studentId, list);
  }
  return map;
};
