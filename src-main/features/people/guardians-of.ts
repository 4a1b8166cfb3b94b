import type { Knex } from 'knex';
import type { Relation } from '../../contract/people-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { NameRecord } from './at-date.ts';
import { nameOf } from './at-date.ts';

export interface GuardianRef {
  readonly id: number;
  readonly fullName: string;
  readonly relation: Relation;
  readonly phone: string | null;
}

interface LinkRecord extends NameRecord {
  readonly student_id: number;
  readonly guardian_id: number;
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
  const rows: LinkRecord[] = await db({ l: 'guardianships' })
    .join({ g: 'guardians' }, 'g.id', 'l.guardian_id')
    .modify(where, among('l.student_id', studentIds))
    .select('l.student_id', 'l.guardian_id', 'l.relation')
    .select('g.last_name', 'g.first_name', 'g.middle_name', 'g.phone');
  const sorted = rows.toSorted(
    (a, b) =>
      order.indexOf(a.relation) - order.indexOf(b.relation) || a.guardian_id - b.guardian_id,
  );
  const map = new Map<number, GuardianRef[]>();
  for (const row of sorted) {
    const list = map.get(row.student_id) ?? [];
    list.push({
      id: row.guardian_id,
      fullName: nameOf(row).fullName,
      relation: row.relation,
      phone: row.phone,
    });
    map.set(row.student_id, list);
  }
  return map;
};
