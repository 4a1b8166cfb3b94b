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
import type { NameRecord, StudentRecord } from './at-date.ts';
import { asStudentAt, studentColumns, studentsAt, nameOf } from './at-date.ts';

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
    .modify(where, among('l.guardian_id', guardianIds))
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
  const page: Page<GuardianRecord> = await pageFromTable(scope, question, list, ['g.*']);
  return { total: page.total, rows: await withChildren(db, page.rows, date) };
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
    .select('g.*');
  where(query, ...beginning('g.search', text));
  return { guardians: await withChildren(db, await query, date) };
};
