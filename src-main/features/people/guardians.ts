import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { relation } from '../../contract/people-fields.ts';
import type { Relation } from '../../contract/people-fields.ts';
import { among, beginning, where, whether } from '../../database/conditions.ts';
import { parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { relationName, representationOf } from '../../domain/representation.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable } from '../lists/index.ts';
import type { Stored } from '../../database/stored.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import { nameColumns, studentsAt } from './at-date.ts';
import { guardianSearchSql, readPersonalFields, requireKept } from './personal-fields.ts';
import { keptSql } from '../settings/index.ts';

type Row = OperationOutput<'people.listGuardians'>['rows'][number];
type Child = OperationOutput<'people.guardian'>['children'][number];

type Guardian = Omit<Row, 'childCount' | 'children' | 'doubts'>;

/** Columns of guardians `g`. */
export const guardianColumns = (db: Knex) => ({
  id: 'g.id',
  ...nameColumns(db, 'g'),
  phone: db.raw(keptSql('guardianPhone', 'g.phone')),
  email: db.raw(keptSql('guardianEmail', 'g.email')),
  address: db.raw(keptSql('guardianAddress', 'g.address')),
});

const inDoubt = `EXISTS (SELECT 1 FROM guardianships l
  WHERE l.guardian_id = g.id AND l.doubt IS NOT NULL)`;
const childCount = '(SELECT count(*) FROM guardianships l WHERE l.guardian_id = g.id)';

/** Somebody linked to a student, and what he is to him on a day (domain.md §1). */
export interface GuardianRef extends LinkOn {
  readonly id: number;
  readonly fullName: string;
  readonly phone: string | null;
}

/** A link as on a day: whether the person acts for the child depends on the child's age. */
export interface LinkOn {
  readonly relation: Relation;
  readonly basis: string | null;
  readonly livesApart: boolean;
  readonly afterMajority: boolean;
  readonly relationName: string;
  readonly represents: boolean;
  readonly inDoubt: boolean;
}

type StoredLink = Stored<Omit<LinkOn, 'relationName' | 'represents'>> & {
  readonly birthDate: IsoDate | null;
};

/** Columns of links `l` of students `s`. */
const linkColumns = (db: Knex) => ({
  relation: 'l.relation',
  basis: 'l.basis',
  livesApart: 'l.lives_apart',
  afterMajority: 'l.after_majority',
  inDoubt: db.raw('l.doubt IS NOT NULL'),
  birthDate: 's.birth_date',
});

const linkOn = ({ birthDate, ...row }: StoredLink, date: IsoDate): LinkOn => {
  const link = { relation: row.relation, afterMajority: row.afterMajority === 1 };
  return {
    ...link,
    basis: row.basis,
    livesApart: row.livesApart === 1,
    inDoubt: row.inDoubt === 1,
    relationName: relationName(link, birthDate, date),
    represents: representationOf(link, birthDate, date).represents,
  };
};

/** Mothers first, then fathers, then the rest: the order offices write them in. */
const order = relation.options;

/** Links about which a person must still say whether they represent the child. */
export const linksInDoubt = async (db: Knex): Promise<number> => {
  const [row] = await db('guardianships').whereNotNull('doubt').count({ n: '*' });
  return Number(row?.['n'] ?? 0);
};

/** Guardians who live apart from a student, by the student. */
export const livingApart = async (db: Knex): Promise<ReadonlyMap<number, ReadonlySet<number>>> => {
  const rows: { readonly studentId: number; readonly guardianId: number }[] = await db(
    'guardianships',
  )
    .where({ lives_apart: 1 })
    .select({ studentId: 'student_id', guardianId: 'guardian_id' });
  const apart = new Map<number, Set<number>>();
  for (const { studentId, guardianId } of rows)
    apart.set(studentId, (apart.get(studentId) ?? new Set()).add(guardianId));
  return apart;
};

/** Who is linked to each student, as on the day; students without anybody are absent. */
export const guardiansOf = async (
  db: Knex,
  studentIds: readonly number[],
  date: IsoDate,
): Promise<ReadonlyMap<number, readonly GuardianRef[]>> => {
  const stored: (StoredLink & Omit<GuardianRef, keyof LinkOn> & { readonly studentId: number })[] =
    await db({ l: 'guardianships' })
      .join({ g: 'guardians' }, 'g.id', 'l.guardian_id')
      .join({ s: 'students' }, 's.id', 'l.student_id')
      .modify(where, among('l.student_id', studentIds))
      .select({
        studentId: 'l.student_id',
        id: 'l.guardian_id',
        fullName: db.raw(fullNameSql('g')),
        phone: db.raw(keptSql('guardianPhone', 'g.phone')),
        ...linkColumns(db),
      });
  const rows = stored.map(({ studentId, id, fullName, phone, ...link }) => ({
    studentId,
    id,
    fullName,
    phone,
    ...linkOn(link, date),
  }));
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
  const rows: (StoredLink & Omit<Child, keyof LinkOn> & { readonly guardianId: number })[] =
    await studentsAt(db, date)
      .join({ l: 'guardianships' }, 'l.student_id', 's.id')
      .modify(where, among('l.guardian_id', guardianIds))
      .orderBy('s.search')
      .select({
        guardianId: 'l.guardian_id',
        studentId: 's.id',
        fullName: db.raw(fullNameSql('s')),
        className: db.raw(classNameSql('c')),
        ...linkColumns(db),
      });
  const map = new Map<number, Child[]>();
  for (const { guardianId, studentId, fullName, className, ...link } of rows) {
    const list = map.get(guardianId) ?? [];
    const { birthDate } = link;
    list.push({ studentId, fullName, birthDate, className, ...linkOn(link, date) });
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
  doubts: kids.filter(({ inDoubt }) => inDoubt).length,
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
    .where({ 'c.parallel': parsed?.parallel ?? -1, 'c.letter': parsed?.letter ?? '' })
    .select('s.id');
  return db('guardianships').whereIn('student_id', members).select('guardian_id');
};

const list: TableListOf<'people.listGuardians'> = {
  // It also holds the phone (digits) and the e-mail.
  search: [guardianSearchSql('g')],
  filters: {
    onDate: null,
    className: null,
    withoutPhone: whether('g.phone IS NULL'),
    withoutChildren: whether(`${childCount} = 0`),
    inDoubt: whether(inDoubt),
  },
  columns: { fullName: ['g.search'], childCount: [childCount] },
  usual: { column: 'fullName', descending: false },
  ties: ['g.search', 'g.id'],
};

/**
 * A page of guardians.
 * @throws OfficeError `field-not-kept`
 */
export const listGuardians = async (
  db: Knex,
  question: Asked<'people.listGuardians'>,
  today: IsoDate,
): Promise<Page<Row>> => {
  const { onDate: date = today, className, withoutPhone } = question.filters;
  if (withoutPhone !== undefined)
    requireKept('guardian', { phone: true }, await readPersonalFields(db));
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
  where(query, ...beginning(guardianSearchSql('g'), text));
  return { guardians: await withChildren(db, await query, date) };
};
