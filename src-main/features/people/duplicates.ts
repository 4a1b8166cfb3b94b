import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { PersonKind } from '../../contract/people-fields.ts';
import { duplicateGroups } from '../../domain/duplicates.ts';
import type { DuplicateReason } from '../../domain/duplicates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byText, is, pageInMemory, rowsAs } from '../lists/index.ts';
import type { PersonName } from '../../domain/names.ts';
import { keptSql } from '../settings/index.ts';
import { nameColumns } from './at-date.ts';
import { readPersonalFields } from './personal-fields.ts';
import { personTable } from './references.ts';
import { suspectsOf } from './suspects.ts';

type Row = OperationOutput<'people.listDuplicates'>['rows'][number];
type Reason = Row['reason'];

interface Group {
  readonly kind: PersonKind;
  readonly reason: Reason;
  readonly ids: readonly number[];
  readonly names: readonly string[];
}

/**
 * The second key beside the name: birth date of a student, phone of a guardian; teachers have
 * none, so all of them count as equal in it.
 */
const secondKey = {
  student: 'birth_date',
  guardian: keptSql('guardianPhone', 'phone'),
  teacher: null,
} as const satisfies Readonly<Record<PersonKind, string | null>>;

const words: Readonly<Record<PersonKind, Readonly<Partial<Record<DuplicateReason, Reason>>>>> = {
  student: {},
  guardian: {
    'same-name-same-birth': 'same-name-same-phone',
    'same-name-no-birth': 'same-name-no-phone',
  },
  teacher: { 'same-name-same-birth': 'same-name' },
};

/** Pairs of near names are compared one with another: beyond this many they would take seconds. */
const mostCompared = 2000;

interface Suspected extends PersonName {
  readonly id: number;
  readonly fullName: string;
  /** The second key. */
  readonly birthDate: string | null;
}

type DistinctPairs = ReadonlySet<string>;

const pairKey = (kind: PersonKind, a: number, b: number): string =>
  `${kind}|${Math.min(a, b)}|${Math.max(a, b)}`;

const readDistinct = async (db: Knex): Promise<DistinctPairs> => {
  const rows: { kind: PersonKind; first_id: number; second_id: number }[] =
    await db('distinct_people');
  return new Set(rows.map((row) => pairKey(row.kind, row.first_id, row.second_id)));
};

/** Leaves out people a person has told apart from everyone else of the group. */
const undecided = (
  kind: PersonKind,
  ids: readonly number[],
  distinct: DistinctPairs,
): readonly number[] =>
  ids.filter((id) => ids.some((other) => other !== id && !distinct.has(pairKey(kind, id, other))));

const groupsOf = async (
  db: Knex,
  kind: PersonKind,
  distinct: DistinctPairs,
  shownReason: (reason: Reason) => Reason,
): Promise<readonly Group[]> => {
  const table = personTable[kind];
  const column = secondKey[kind];
  const rows: readonly Suspected[] = await db(table).select({
    id: 'id',
    ...nameColumns(db, table),
    birthDate: db.raw(column ?? 'NULL'),
  });
  const noKey = rows.length > mostCompared ? null : '–';
  const people = column === null ? rows.map((row) => ({ ...row, birthDate: noKey })) : rows;
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return duplicateGroups(people).flatMap(({ reason, ids }) => {
    const left = undecided(kind, ids, distinct);
    if (left.length < 2) return [];
    const shown = left.map((id) => names.get(id) ?? '');
    return [{ kind, reason: shownReason(words[kind][reason] ?? reason), ids: left, names: shown }];
  });
};

const kinds: readonly PersonKind[] = ['student', 'guardian', 'teacher'];

const list: MemoryListOf<'people.listDuplicates', Group> = {
  search: ({ names }) => names.join(' '),
  filters: { kind: is(({ kind }) => kind) },
  columns: { reason: byText(({ reason }) => reason) },
  usual: null,
};

/** Suspected duplicates of one kind or of all, without the pairs told apart by a person. */
export const listDuplicates = async (
  db: Knex,
  question: Asked<'people.listDuplicates'>,
  date: IsoDate,
): Promise<Page<Row>> => {
  const distinct = await readDistinct(db);
  const { guardianPhone } = await readPersonalFields(db);
  // A school that keeps no phones is not told that they are missing.
  const shownReason = (reason: Reason): Reason =>
    reason === 'same-name-no-phone' && !guardianPhone.kept ? 'same-name' : reason;
  const groups: Group[] = [];
  for (const kind of kinds)
    if ((question.filters.kind ?? kind) === kind)
      groups.push(...(await groupsOf(db, kind, distinct, shownReason)));
  const page = pageInMemory(groups, question, list);
  const suspects = await suspectsOf(db, page.rows, date);
  return rowsAs(page, ({ kind, reason, ids, names }) => ({
    key: `${kind}-${reason}-${ids.join('-')}`,
    kind,
    reason,
    names,
    people: ids.flatMap((id) => suspects.get(`${kind}|${id}`) ?? []),
  }));
};

/**
 * Remembers that the people are different; every pair of them.
 * @throws OfficeError `person-unknown`
 */
export const markDistinct = async (
  trx: Knex,
  { kind, ids }: Asked<'people.markDistinct'>,
): Promise<void> => {
  const known = await readDistinct(trx);
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const found: readonly unknown[] = await trx(personTable[kind]).whereIn('id', sorted);
  if (found.length < sorted.length)
    throw new OfficeError('person-unknown', 'Одной из карточек уже нет. Обновите список.');
  for (const [index, first] of sorted.entries())
    for (const second of sorted.slice(index + 1)) {
      if (known.has(pairKey(kind, first, second))) continue;
      await trx('distinct_people').insert({ kind, first_id: first, second_id: second });
    }
};
