import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Relation } from '../../contract/people-fields.ts';
import { whereBegins, whereContains } from '../../database/search.ts';
import { parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { NameRecord, StudentRecord } from './at-date.ts';
import { among, asStudentAt, studentColumns, studentsAt, nameOf } from './at-date.ts';
import { direction, totalOf } from './listing.ts';

type Row = OperationOutput<'people.listGuardians'>['rows'][number];
type Child = OperationOutput<'people.guardian'>['children'][number];

interface GuardianRecord extends NameRecord {
  readonly id: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

const childCount = '(SELECT count(*) FROM guardianships l WHERE l.guardian_id = g.id)';

/** Children of guardians with their class of the day, in the order of names. */
export const childrenOf = async (
  db: Knex,
  guardianIds: readonly number[],
  date: IsoDate,
): Promise<ReadonlyMap<number, readonly Child[]>> => {
  const rows: (StudentRecord & { guardian_id: number; relation: Relation })[] = await studentsAt(
    db,
    date,
  )
    .join({ l: 'guardianships' }, 'l.student_id', 's.id')
    .whereRaw(among('l.guardian_id'), [JSON.stringify(guardianIds)])
    .select(studentColumns(db, date))
    .select('l.guardian_id', 'l.relation')
    .orderBy('s.search');
  const map = new Map<number, Child[]>();
  for (const row of rows) {
    const { id, fullName, birthDate, className } = asStudentAt(row);
    const list = map.get(row.guardian_id) ?? [];
    list.push({ studentId: id, fullName, birthDate, className, relation: row.relation });
    map.set(row.guardian_id, list);
  }
  return map;
};

const asRow = (record: GuardianRecord, kids: readonly Child[]): Row => ({
  id: record.id,
  ...nameOf(record),
  phone: record.phone,
  email: record.email,
  address: record.address,
  childCount: kids.length,
  children: kids.map(({ fullName, className }) =>
    className === null ? fullName : `${fullName}, ${className}`,
  ),
});

const withChildren = async (
  db: Knex,
  records: readonly GuardianRecord[],
  date: IsoDate,
): Promise<Row[]> => {
  const ids = records.map(({ id }) => id);
  const children = await childrenOf(db, ids, date);
  return records.map((record) => asRow(record, children.get(record.id) ?? []));
};

const whereClass = (db: Knex, query: Knex.QueryBuilder, name: string, date: IsoDate): void => {
  const parsed = parseClassName(name);
  const members = studentsAt(db, date)
    .where({ 'c.parallel': parsed?.parallel ?? 0, 'c.letter': parsed?.letter ?? '' })
    .select('s.id');
  void query.whereIn(
    'g.id',
    db('guardianships').whereIn('student_id', members).select('guardian_id'),
  );
};

/** A page of guardians; the search also takes phones (digits) and e-mails. */
export const listGuardians = async (
  db: Knex,
  { filters, search, sort, offset, limit }: Asked<'people.listGuardians'>,
  today: IsoDate,
): Promise<OperationOutput<'people.listGuardians'>> => {
  const date = filters.onDate ?? today;
  const scope = db({ g: 'guardians' });
  whereContains(scope, 'g.search', search);
  if (filters.className !== undefined) whereClass(db, scope, filters.className, date);
  if (filters.withoutPhone === true) void scope.whereNull('g.phone');
  if (filters.withoutPhone === false) void scope.whereNotNull('g.phone');
  if (filters.withoutChildren !== undefined)
    void scope.whereRaw(`${childCount} ${filters.withoutChildren ? '=' : '>'} 0`);
  const total = await totalOf(scope);
  const way = direction(sort?.descending ?? false);
  if (sort?.column === 'childCount') void scope.orderByRaw(`${childCount} ${way}`);
  void scope.orderBy('g.search', sort?.column === 'fullName' ? way : 'asc').orderBy('g.id');
  const records: GuardianRecord[] = await scope.offset(offset).limit(limit).select('g.*');
  return { total, rows: await withChildren(db, records, date) };
};

/** @throws OfficeError `guardian-unknown` */
export const guardianCard = async (
  db: Knex,
  id: number,
  date: IsoDate,
): Promise<OperationOutput<'people.guardian'>> => {
  const record: GuardianRecord | undefined = await db('guardians').where({ id }).first();
  if (!record) throw new OfficeError('guardian-unknown', 'Такого родителя нет. Обновите список.');
  const children = (await childrenOf(db, [id], date)).get(id) ?? [];
  return { guardian: asRow(record, children), children: [...children] };
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
    .select('g.*');
  whereBegins(query, 'g.search', text);
  return { guardians: await withChildren(db, await query, date) };
};
