import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { guardiansOf } from '../people/index.ts';
import { keptSql } from '../settings/index.ts';
import type { PupilGeneral } from './content.ts';

interface Row {
  readonly id: number;
  readonly birthDate: IsoDate | null;
  readonly address: string | null;
}

/**
 * «Общие сведения» of pupils: only what the program keeps anyway (S2 §8; domain.md §1), as on the
 * day. Of those linked to a child whoever is his parent or may act for him; a grandmother who may
 * not is none of the journal's business.
 */
export const generalOf = async (
  db: Knex,
  studentIds: readonly number[],
  date: IsoDate,
): Promise<ReadonlyMap<number, PupilGeneral>> => {
  const guardians = await guardiansOf(db, studentIds, date);
  const rows: Row[] = await db({ s: 'students' })
    .modify(where, among('s.id', studentIds))
    .select({
      id: 's.id',
      birthDate: 's.birth_date',
      address: db.raw(keptSql('studentAddress', 's.address')),
    });
  return new Map(
    rows.map(({ id, birthDate, address }) => [
      id,
      {
        birthDate,
        address,
        guardians: (guardians.get(id) ?? [])
          .filter(({ relation }) => relation !== 'not-representative')
          .map(({ relationName, fullName, phone }) => ({ relationName, fullName, phone })),
      },
    ]),
  );
};
