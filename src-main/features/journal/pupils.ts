import type { Knex } from 'knex';
import type { IsoDate, OpenPeriod, Period } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';
import type { JournalPupil } from './content.ts';

/** Pupils of a class in a period, with those who came or left in its midst. */

interface PupilRecord {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  readonly birth_date: IsoDate | null;
  readonly sex: 'male' | 'female' | null;
}

interface StintRecord extends PupilRecord {
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate | null;
}

interface Found {
  readonly record: PupilRecord;
  readonly name: PersonName;
  readonly stints: readonly OpenPeriod[];
}

const columns = ['s.id', 's.last_name', 's.first_name', 's.middle_name', 's.birth_date', 's.sex'];

const nameOf = (row: PupilRecord): PersonName => ({
  lastName: row.last_name,
  firstName: row.first_name,
  middleName: row.middle_name,
});

const enrolled = async (
  db: Knex,
  classId: number,
  { from, to }: Period,
): Promise<readonly Found[]> => {
  const rows: StintRecord[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .where('e.class_id', classId)
    .where('e.starts_on', '<=', to)
    .where((query) => void query.whereNull('e.ends_on').orWhere('e.ends_on', '>=', from))
    .orderBy('e.starts_on')
    .select(...columns, 'e.starts_on', 'e.ends_on');
  const found = new Map<number, Found>();
  for (const row of rows) {
    const stint = { from: row.starts_on, to: row.ends_on };
    const known = found.get(row.id);
    found.set(row.id, {
      record: row,
      name: nameOf(row),
      stints: [...(known?.stints ?? []), stint],
    });
  }
  return [...found.values()];
};

/** Who has marks here without ever having been in the class. */
const strangers = async (db: Knex, ids: readonly number[]): Promise<readonly Found[]> => {
  if (ids.length === 0) return [];
  const rows: PupilRecord[] = await db({ s: 'students' })
    .whereIn('s.id', [...ids])
    .select(...columns);
  return rows.map((record) => ({ record, name: nameOf(record), stints: [] }));
};

const endings = { male: ['прибыл', 'выбыл'], female: ['прибыла', 'выбыла'] } as const;

const noteOf = ({ record, stints }: Found, { from, to }: Period): string | null => {
  if (stints.length === 0) return 'не числится в классе';
  const [came, left] = record.sex === null ? ['прибыл(а)', 'выбыл(а)'] : endings[record.sex];
  const parts = stints.flatMap((stint) => [
    ...(stint.from > from ? [`${came} ${shortDate(stint.from)}`] : []),
    ...(stint.to !== null && stint.to < to ? [`${left} ${shortDate(stint.to)}`] : []),
  ]);
  return parts.length === 0 ? null : parts.join(', ');
};

const briefly = ({ name }: Found): string => `${name.lastName} ${name.firstName}`;

/** Two «Иванова Анна» are told apart by patronymics, then by birth dates. */
const shownName = (one: Found, all: readonly Found[]): string => {
  const same = all.filter((other) => briefly(other) === briefly(one));
  if (same.length === 1) return briefly(one);
  const whole = fullName(one.name);
  const namesakes = same.filter((other) => fullName(other.name) === whole);
  const born = one.record.birth_date;
  return namesakes.length === 1 || born === null ? whole : `${whole}, ${shortDate(born)}`;
};

const collator = new Intl.Collator('ru');

const byName = (a: Found, b: Found): number =>
  collator.compare(fullName(a.name), fullName(b.name)) ||
  collator.compare(a.record.birth_date ?? '', b.record.birth_date ?? '') ||
  a.record.id - b.record.id;

/** Pupils in the order of the journal; `markedIds` are all who have marks in it. */
export const pupilsOf = async (
  db: Knex,
  classId: number,
  period: Period,
  markedIds: ReadonlySet<number>,
): Promise<readonly JournalPupil[]> => {
  const own = await enrolled(db, classId, period);
  const ownIds = new Set(own.map(({ record }) => record.id));
  const others = await strangers(
    db,
    [...markedIds].filter((id) => !ownIds.has(id)),
  );
  const all = [...own, ...others].toSorted(byName);
  return all.map((one) => ({
    id: one.record.id,
    name: shownName(one, all),
    fullName: fullName(one.name),
    stints: one.stints,
    note: noteOf(one, period),
  }));
};
