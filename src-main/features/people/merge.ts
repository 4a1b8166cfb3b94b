import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { PersonKind } from '../../contract/people-fields.ts';
import { fold, fullName } from '../../domain/names.ts';
import { outside } from '../../domain/periods.ts';
import { guardianSearch } from './guardian-changes.ts';
import { refuseLostRecords, stintsOf } from './enrolment-records.ts';
import { moveTraces } from './person-traces.ts';
import { readPersonalFields, requireKept } from './personal-fields.ts';
import { personTable, referencesTo } from './references.ts';

/** Joins two cards of one person: a person decides, `audit.undo` takes it back (domain.md §1). */

type Row = Readonly<Record<string, string | number | null>>;

export interface Merge {
  readonly keep: number;
  readonly drop: number;
  readonly takeFromDropped: readonly string[];
}

/** Two cards of one person: `drop` becomes `keep`. */
export interface MergedCards {
  readonly kind: PersonKind;
  readonly keep: number;
  readonly drop: number;
}

/**
 * What a register checks or puts in order before two cards become one; it throws a coded refusal
 * when only a person knows which of the two is right.
 */
export type MergeGuard = (trx: Knex, cards: MergedCards) => Promise<void>;

const name = { lastName: 'last_name', firstName: 'first_name', middleName: 'middle_name' } as const;

/** Contract names of the fields that can be chosen → columns. */
const columnsOf = {
  student: {
    ...name,
    birthDate: 'birth_date',
    sex: 'sex',
    address: 'address',
  },
  guardian: {
    ...name,
    phone: 'phone',
    email: 'email',
    address: 'address',
  },
  teacher: {
    ...name,
    position: 'position',
  },
} as const satisfies Readonly<Record<PersonKind, Readonly<Record<string, string>>>>;

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

const nameOfRow = (row: Row) => ({
  lastName: text(row['last_name']) ?? '',
  firstName: text(row['first_name']) ?? '',
  middleName: text(row['middle_name']),
});

const searchOf = (kind: PersonKind, row: Row): string => {
  const name = nameOfRow(row);
  return kind === 'guardian'
    ? guardianSearch(name, text(row['phone']), text(row['email']))
    : fold(fullName(name));
};

/** The kept card with the chosen values of the other one; empty fields are filled from it. */
const mergedRow = (kind: PersonKind, keep: Row, drop: Row, taken: readonly string[]): Row => {
  const merged: Record<string, string | number | null> = { ...keep };
  for (const [field, column] of Object.entries(columnsOf[kind]))
    if (taken.includes(field) || merged[column] === null) merged[column] = drop[column] ?? null;
  return { ...merged, search: searchOf(kind, merged) };
};

interface PeriodRow {
  readonly id: number;
  readonly starts_on: string;
  readonly ends_on: string | null;
  /** Of enrolments only. */
  readonly audit_id?: number | null;
}

/** Days the kept card already tells of are cut out of the other card's periods. */
const trimPeriods = async (
  trx: Knex,
  table: 'enrolments' | 'study_periods',
  { keep, drop }: Merge,
): Promise<void> => {
  const kept: PeriodRow[] = await trx(table).where({ student_id: keep });
  const others = kept.map((row) => ({ from: row.starts_on, to: row.ends_on }));
  const rows: PeriodRow[] = await trx(table).where({ student_id: drop });
  for (const row of rows) {
    const [first, ...rest] = outside({ from: row.starts_on, to: row.ends_on }, others);
    if (!first) {
      await trx(table).where({ id: row.id }).delete();
      continue;
    }
    await trx(table).where({ id: row.id }).update({ starts_on: first.from, ends_on: first.to });
    for (const piece of rest) {
      // The piece is new: it belongs to no import.
      const { id: _, audit_id: __, ...values } = row;
      await trx(table).insert({ ...values, starts_on: piece.from, ends_on: piece.to });
    }
  }
};

/**
 * Every row that refers to the dropped card refers to the kept one; a row that would repeat an
 * existing one (the same link, the same lesson) is removed.
 */
const repoint = async (trx: Knex, table: string, { keep, drop }: Merge): Promise<void> => {
  for (const { table: referrer, column } of await referencesTo(trx, table)) {
    await trx.raw(`UPDATE OR IGNORE "${referrer}" SET "${column}" = ? WHERE "${column}" = ?`, [
      keep,
      drop,
    ]);
    await trx(referrer)
      .where({ [column]: drop })
      .delete();
  }
};

/** @throws OfficeError `merge-same`, `person-unknown` */
const requireBoth = async (trx: Knex, table: string, { keep, drop }: Merge) => {
  if (keep === drop)
    throw new OfficeError('merge-same', 'Выбрана одна и та же карточка. Выберите две разные.');
  const kept: Row | undefined = await trx(table).where({ id: keep }).first();
  const dropped: Row | undefined = await trx(table).where({ id: drop }).first();
  if (kept && dropped) return { kept, dropped };
  throw new OfficeError('person-unknown', 'Одной из карточек уже нет. Обновите список.');
};

/**
 * @param guards of the registers that refer to people
 * @throws OfficeError `merge-same`, `person-unknown`, `enrolment-has-records`,
 *   `field-not-kept` and those of `guards`
 */
export const merge = async (
  trx: Knex,
  kind: PersonKind,
  input: Merge,
  guards: readonly MergeGuard[],
): Promise<void> => {
  const table = personTable[kind];
  const { keep, drop } = input;
  const taken = Object.fromEntries(input.takeFromDropped.map((field) => [field, true]));
  requireKept(kind, taken, await readPersonalFields(trx));
  const { kept, dropped } = await requireBoth(trx, table, input);
  for (const guard of guards) await guard(trx, { kind, keep, drop });
  const stints = await stintsOf(trx, kind === 'student' ? [keep, drop] : []);
  if (kind === 'student') {
    await trimPeriods(trx, 'enrolments', input);
    await trimPeriods(trx, 'study_periods', input);
  }
  await repoint(trx, table, input);
  await trx(table).where({ id: drop }).delete();
  const { id: _, ...values } = mergedRow(kind, kept, dropped, input.takeFromDropped);
  await trx(table).where({ id: keep }).update(values);
  await moveTraces(trx, kind, input, fullName(nameOfRow(values)));
  const both = [...(stints.get(keep) ?? []), ...(stints.get(drop) ?? [])];
  if (kind === 'student') await refuseLostRecords(trx, [keep], new Map([[keep, both]]));
};
