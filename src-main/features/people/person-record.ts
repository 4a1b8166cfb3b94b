import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { Sex } from '../../contract/people-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { PersonName } from '../../domain/names.ts';
import type { NameRecord } from './at-date.ts';
import { nameOf } from './at-date.ts';

/** A person as forms need him: parts of the name to decline, sex, where he lives. */
export interface PersonRecord extends PersonName {
  readonly fullName: string;
  /** Null where the register keeps none (guardians, teachers). */
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly phone: string | null;
}

interface Row extends NameRecord {
  readonly id: number;
  readonly sex?: Sex | null;
  readonly address?: string | null;
  readonly phone?: string | null;
}

const tables = { student: 'students', guardian: 'guardians', teacher: 'teachers' } as const;

/** People by id; unknown ids are absent from the map. */
export const personRecords = async (
  db: Knex,
  kind: keyof typeof tables,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PersonRecord>> => {
  const rows: Row[] = await db(tables[kind]).modify(where, among('id', ids));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...nameOf(row),
        sex: row.sex ?? null,
        address: row.address ?? null,
        phone: row.phone ?? null,
      },
    ]),
  );
};

/** @throws OfficeError `person-unknown` */
export const personRecord = async (
  db: Knex,
  kind: keyof typeof tables,
  id: number,
): Promise<PersonRecord> => {
  const found = (await personRecords(db, kind, [id])).get(id);
  if (found) return found;
  throw new OfficeError('person-unknown', 'Такого человека нет. Обновите список.');
};

/** «Фамилия Имя Отчество» of the class teacher; null when none is set. */
export const classTeacherName = async (db: Knex, classId: number): Promise<string | null> => {
  const row: NameRecord | undefined = await db({ c: 'classes' })
    .join({ t: 'teachers' }, 't.id', 'c.class_teacher_id')
    .where('c.id', classId)
    .first('t.last_name', 't.first_name', 't.middle_name');
  return row ? nameOf(row).fullName : null;
};
