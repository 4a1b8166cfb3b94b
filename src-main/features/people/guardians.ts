import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Relation } from '../../contract/people-fields.ts';
import { among, beginning, where, whether } from '../../database/conditions.ts';
import { parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable } from '../lists/index.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import { nameColumns, studentsAt } from './at-date.ts';

type Row = OperationOutput<'people.listGuardians'>['rows'][number];
type Child = OperationOutput<'people.guardian'>['children'][number];

type Guardian = Omit<Row, 'childCount' | 'children'>;

/** Columns of guardians `g`. */
export const guardianColumns = (db: Knex) => ({
  id: 'g.id',
  ...nameColumns(db, 'g'),
  phone: 'g.phone',
  email: 'g.email',
  address: 'g.address',
});

const childCount = '(SELECT count(*) FROM guardianships l WHERE l.guardian_id = g.id)';

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

/** Children of guardians with their class of the day, in the order of names. */
export const childrenOf = async (
  db: Knex,
  guardianIds: readonly number[],
  date: IsoDate,
): Promise<ReadonlyMap<number, readonly Child[]>> => {
  const rows: (Child & { readonly guardianId: number })[] = await studentsAt(db, date)
    .join({ l: 'guardianships' }, 'l.student_id', 's.id')
    .modify(where, among('l.guardian_id', guardianIds))
    .orderBy('s.search')
    .select({
      guardianId: 'l.guardian_id',
      studentId: 's.id',
      fullName: db.raw(fullNameSql('s')),
      birthDate: 's.birth_date',
      className: db.raw(classNameSql('c')),
      relation: 'l.relation',
    });
  const map = new Map<number, Child[]>();
  for (const { guardianId, ...child } of rows) {
    const list = map.get(guardianId) ?? [];
    list.push(child);
    map.set(guardianId, list);
  }
  return map;
};

const asRow = (guardian: Guardian, kids: readonly Child[]): Row => ({
  ...guardian,
  childCount: kids.length,
  children: kids.map(({ fullName, className }) =>
    className === null ? fullName : `${fullName}, ${className}`,
  ),
});

const withChildren = async (
  db: Knex,
  records: readonly Guardian[],
  date: IsoDate,
): Promise<readonly Row[]> => {
  const ids = records.map(({ id }) => id);
  const children = await childrenOf(db, ids, date);
  return records.map((record) => asRow(record, children.get(record.id) ?? []));
};

/** Guardians of the members of a class. */
const ofClass = (db: Knex, name: string, date: IsoDate): Knex.QueryBuilder => {
  const parsed = parseClassName(name);
  const members = studentsAt(db, date)
    .where({ 'c.parallel': parsed?.parallel ?? 0, 'c.letter': parsed?.letter ?? '' })
    .select('s.id');
  return db('guardianships').whereIn('student_id', members).select('guardian_id');
};

const list: TableListOf<'people.listGuardians'> = {
  // It also holds the phone (digits) and the e-mail.
  search: ['g.search'],
  filters: {
    onDate: null,
    className: null,
    withoutPhone: whether('g.phone IS NULL'),
    withoutChildren: whether(`${childCount} = 0`),
  },
  columns: { fullName: ['g.search'], childCount: [childCount] },
  usual: { column: 'fullName', descending: false },
  ties: ['g.search', 'g.id'],
};

/** A page of guardians. */
export const listGuardians = async (
  db: Knex,
  question: Asked<'people.listGuardians'>,
  today: IsoDate,
): Promise<Page<Row>> => {
  const { onDate: date = today, className } = question.filters;
  const scope = db({ g: 'guardians' });
  if (className !== undefined) void scope.whereIn('g.id', ofClass(db, className, date));
  const page: Page<Guardian> = await pageFromTable(scope, question, list, guardianColumns(db));
  return { total: page.total, rows: await withChildren(db, page.rows, date) };
};

/** @throws OfficeError `guardian-unknown` */
export const guardianCard = async (
  db: Knex,
  id: number,
  date: IsoDate,
): Promise<OperationOutput<'people.guardian'>> => {
  const record: Guardian | undefined = await db({ g: 'guardians' })
    .where({ id })
    .first(guardianColumns(db));
  if (!record) throw new OfficeError('guardian-unknown', 'Такого родителя нет. Обновите список.');
  const children = (await childrenOf(db, [id], date)).get(id) ?? [];
  return { guardian: asRow(record, children), children };
};

/** Guardians whose name has words beginning with the words of the text. */
export const findGuardians = async (
  db: Knex,
  { text, limit }: Asked<'people.findGuardians'>,
  date: IsoDate,
): Promise<OperationOutput<'people.findGuardians'>> => {
  const query = db({ g: 'guardians' })
    .orderBy('g.search')
    .orderBy('g.id')
    .limit(limit)
    .select(guardianColumns(db));
  where(query, ...beginning('g.search', text));
  return { guardians: await withChildren(db, await query, date) };
};
