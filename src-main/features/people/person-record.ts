import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { PersonKind, Sex } from '../../contract/people-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { PersonName } from '../../domain/names.ts';
import { fullNameSql } from '../../database/stored.ts';
import { nameColumns } from './at-date.ts';
import { personTable } from './references.ts';

/** A person as forms need him: parts of the name to decline, sex, where he lives. */
export interface PersonRecord extends PersonName {
  readonly fullName: string;
  /** Null where the register keeps none (guardians, teachers). */
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** What each register keeps of the rest. */
const others = {
  student: { sex: 'sex', address: 'address' },
  guardian: { address: 'address', phone: 'phone' },
  teacher: {},
} as const;

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
    .select({ id: 'id', ...nameColumns(db, table), ...others[kind] });
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
