import type { Knex } from 'knex';
import type { AbsenceDocument, AbsenceReason, AbsenceRow } from '../../contract/absences.ts';
import {
  among,
  anyOf,
  atMost,
  condition,
  equal,
  where,
  whether,
} from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable } from '../lists/index.ts';

/** SQL of the absences register. */

/** What is stored of an absence. */
export type Absence = Stored<
  Pick<AbsenceRow, 'id' | 'studentId' | 'from' | 'to' | 'reason' | 'document' | 'excused' | 'note'>
>;

export type NamedAbsence = Absence & Pick<AbsenceRow, 'studentName' | 'className'>;

const columns = {
  id: 'a.id',
  studentId: 'a.student_id',
  from: 'a.starts_on',
  to: 'a.ends_on',
  reason: 'a.reason',
  document: 'a.document',
  excused: 'a.excused',
  note: 'a.note',
} as const;

const className = classNameSql('c');

const namedColumns = (db: Knex) => ({
  ...columns,
  studentName: db.raw(fullNameSql('s')),
  className: db.raw(className),
});

/** Absences `a` with the student `s` and the class `c` of the first day. */
const source = (db: Knex): Knex.QueryBuilder =>
  db('absences AS a')
    .join('students AS s', 's.id', 'a.student_id')
    .joinRaw(
      `LEFT JOIN enrolments e ON e.id = (
        SELECT x.id FROM enrolments x WHERE x.student_id = a.student_id AND x.starts_on <= a.starts_on
        ORDER BY x.starts_on DESC, x.id DESC LIMIT 1)`,
    )
    .leftJoin('classes AS c', 'c.id', 'e.class_id');

const list: TableListOf<'absences.list'> = {
  search: (word) =>
    anyOf([
      condition('instr(s.search, ?) > 0', word),
      condition(`instr(${className}, ?) > 0`, word.toUpperCase()),
    ]),
  filters: {
    studentId: equal('a.student_id'),
    className: equal(className),
    parallel: equal('c.parallel'),
    reason: equal('a.reason'),
    document: equal('a.document'),
    excused: whether('a.excused'),
    from: (day) => condition('a.ends_on IS NULL OR a.ends_on >= ?', day),
    to: atMost('a.starts_on'),
    open: whether('a.ends_on IS NULL'),
    // The rule is computed row by row.
    overTwoWeeks: null,
  },
  columns: {
    from: ['a.starts_on', 'a.id'],
    // An open absence ends after every closed one.
    to: ["coalesce(a.ends_on, '9999')", 'a.starts_on', 'a.id'],
    studentName: ['s.search', 'a.starts_on', 'a.id'],
  },
  usual: { column: 'from', descending: true },
  ties: [],
};

/** A page of the register; the filter by the two-week rule is not looked at. */
export const findAbsences = (
  db: Knex,
  question: Asked<'absences.list'>,
): Promise<Page<NamedAbsence>> => pageFromTable(source(db), question, list, namedColumns(db));

export const readAbsence = (db: Knex, id: number): Promise<NamedAbsence | undefined> =>
  source(db).where('a.id', id).first(namedColumns(db));

export const absencesOfStudents = (
  db: Knex,
  studentIds: readonly number[],
): Promise<readonly Absence[]> =>
  db('absences AS a')
    .modify(where, among('student_id', studentIds))
    .orderBy(['student_id', 'starts_on', 'id'])
    .select(columns);

/** Students with an absence that overlaps the period. */
export const studentsAbsentIn = (db: Knex, from: string, to: string): Promise<number[]> =>
  db('absences')
    .where('starts_on', '<=', to)
    .whereRaw('(ends_on IS NULL OR ends_on >= ?)', [from])
    .distinct('student_id')
    .pluck('student_id');

export interface ClassPeriod {
  readonly from: string;
  /** The last day; null: goes on. */
  readonly to: string | null;
  readonly parallel: number;
}

/** Parallels the students learned in, by student, oldest first. */
export const parallelsOfStudents = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ClassPeriod[]>> => {
  const rows: (ClassPeriod & { readonly studentId: number })[] = await db('enrolments AS e')
    .join('classes AS c', 'c.id', 'e.class_id')
    .modify(where, among('e.student_id', studentIds))
    .orderBy(['e.student_id', 'e.starts_on', 'e.id'])
    .select({
      studentId: 'e.student_id',
      from: 'e.starts_on',
      to: 'e.ends_on',
      parallel: 'c.parallel',
    });
  const map = new Map<number, ClassPeriod[]>();
  for (const { studentId, ...period } of rows) {
    const list = map.get(studentId) ?? [];
    list.push(period);
    map.set(studentId, list);
  }
  return map;
};

export interface AbsenceFields {
  readonly studentId: number;
  readonly from: string;
  readonly to: string | null;
  readonly reason: AbsenceReason;
  readonly document: AbsenceDocument;
  readonly excused: boolean;
  readonly note: string | null;
}

/** Inserts (`id` null) or replaces a record. */
export const writeAbsence = async (
  trx: Knex,
  id: number | null,
  fields: AbsenceFields,
): Promise<number> => {
  const columns = {
    student_id: fields.studentId,
    starts_on: fields.from,
    ends_on: fields.to,
    reason: fields.reason,
    document: fields.document,
    excused: fields.excused ? 1 : 0,
    note: fields.note,
  };
  if (id === null) {
    const [created] = await trx('absences').insert(columns);
    return created as number;
  }
  await trx('absences').where({ id }).update(columns);
  return id;
};

export const removeAbsence = async (trx: Knex, id: number): Promise<void> => {
  await trx('absences').where({ id }).delete();
};
