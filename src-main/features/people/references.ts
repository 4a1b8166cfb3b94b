import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { PersonKind } from '../../contract/people-fields.ts';

/**
 * Who refers to a person is read from the schema's foreign keys, so that a register added later
 * is never forgotten by a merge or a deletion.
 */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

export const personTable = {
  student: 'students',
  guardian: 'guardians',
  teacher: 'teachers',
} as const satisfies Readonly<Record<PersonKind, string>>;

/** Every column of the schema that refers to `id` of the table. */
export const referencesTo = async (db: Knex, table: string): Promise<readonly Reference[]> => {
  const rows: { readonly name: string; readonly column: string }[] = await db.raw(
    `SELECT t.name, k."from" AS column FROM sqlite_master t, pragma_foreign_key_list(t.name) k
     WHERE t.type = 'table' AND k."table" = ? ORDER BY t.name, k."from"`,
    [table],
  );
  return rows.map(({ name, column }) => ({ table: name, column }));
};

/** Russian names of the registers for the refusal; an unlisted table is named in general words. */
const registers: Readonly<Record<string, string>> = {
  absences: 'пропуски',
  appeals: 'обращения',
  resources: 'ЦОР',
  work_entries: 'учёт часов',
  classes: 'классы',
  teaching_assignments: 'нагрузка',
  enrolments: 'зачисления',
  guardianships: 'родители',
  credentials: 'логины и пароли',
  credential_students: 'логины и пароли',
  credential_events: 'логины и пароли',
  statements: 'заявления',
  passports: 'паспортные данные',
  lessons: 'уроки',
  marks: 'оценки',
  final_marks: 'итоговые оценки',
  mark_coverages: 'загрузки оценок',
  mark_students: 'загрузки оценок',
  sheets: 'распечатки сведений об оценках',
  journal_prints: 'распечатки журнала',
  weekly_loads: 'недельная нагрузка',
};

/**
 * Refuses when a row outside `own` tables refers to the record.
 * @throws OfficeError `row-in-use` naming the registers
 */
export const refuseIfUsed = async (
  trx: Knex,
  table: string,
  id: number,
  own: readonly string[] = [],
): Promise<void> => {
  const used = new Set<string>();
  for (const reference of await referencesTo(trx, table)) {
    if (own.includes(reference.table)) continue;
    const row: unknown = await trx(reference.table)
      .where({ [reference.column]: id })
      .first('id');
    if (row !== undefined) used.add(registers[reference.table] ?? 'другие журналы');
  }
  if (used.size === 0) return;
  throw new OfficeError(
    'row-in-use',
    `Удалить нельзя: запись есть в разделах «${[...used].join('», «')}». Сначала уберите её оттуда.`,
  );
};
