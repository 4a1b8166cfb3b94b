import type { Knex } from 'knex';
import type { AbsenceDocument, AbsenceReason } from '../../contract/absences.ts';
import { among, where } from '../../database/conditions.ts';
import { className } from '../../domain/classes.ts';
import { searchWords } from '../../domain/names.ts';

/** SQL of the absences register. */

export interface AbsenceRecord {
  readonly id: number;
  readonly student_id: number;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly reason: AbsenceReason;
  readonly document: AbsenceDocument;
  readonly excused: 0 | 1;
  readonly note: string | null;
}

export interface NamedAbsence extends AbsenceRecord {
  readonly student_name: string;
  readonly parallel: number | null;
  readonly letter: string | null;
}

export interface AbsenceFilters {
  readonly studentId?: number | undefined;
  readonly className?: string | undefined;
  readonly parallel?: number | undefined;
  readonly reason?: AbsenceReason | undefined;
  readonly document?: AbsenceDocument | undefined;
  readonly excused?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly open?: boolean | undefined;
}

export interface AbsenceQuestion {
  readonly search: string;
  readonly filters: AbsenceFilters;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
}

const sortColumns: Readonly<Record<string, string>> = {
  from: 'a.starts_on',
  // An open absence ends after every closed one.
  to: "coalesce(a.ends_on, '9999')",
  studentName: 's.search',
};

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

const named = (db: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select(
    'a.*',
    'c.parallel',
    'c.letter',
    db.raw(
      `s.last_name || ' ' || s.first_name || coalesce(' ' || s.middle_name, '') AS student_name`,
    ),
  );

const narrow = (query: Knex.QueryBuilder, { search, filters }: AbsenceQuestion): void => {
  for (const word of searchWords(search))
    void query.whereRaw(
      `(instr(s.search, ?) > 0 OR instr(coalesce(c.parallel || c.letter, ''), upper(?)) > 0)`,
      [word, word.toUpperCase()],
    );
  if (filters.studentId) void query.where('a.student_id', filters.studentId);
  if (filters.className) void query.whereRaw('c.parallel || c.letter = ?', [filters.className]);
  if (filters.parallel) void query.where('c.parallel', filters.parallel);
  if (filters.reason) void query.where('a.reason', filters.reason);
  if (filters.document) void query.where('a.document', filters.document);
  if (filters.excused !== undefined) void query.where('a.excused', filters.excused ? 1 : 0);
  if (filters.to) void query.where('a.starts_on', '<=', filters.to);
  if (filters.from) void query.whereRaw('(a.ends_on IS NULL OR a.ends_on >= ?)', [filters.from]);
  if (filters.open !== undefined)
    void query.whereRaw(`a.ends_on IS ${filters.open ? '' : 'NOT '}NULL`);
};

const ordered = (query: Knex.QueryBuilder, { sort }: AbsenceQuestion): void => {
  const { column, descending } = sort ?? { column: 'from', descending: true };
  const direction = descending ? 'desc' : 'asc';
  void query.orderByRaw(
    `${sortColumns[column] ?? 'a.starts_on'} ${direction}, a.starts_on ${direction}, a.id ${direction}`,
  );
};

export const countAbsences = async (db: Knex, question: AbsenceQuestion): Promise<number> => {
  const scope = source(db);
  narrow(scope, question);
  const count: { n: number } | undefined = await scope.count({ n: '*' }).first();
  return count?.n ?? 0;
};

/** Matching absences in the asked order; the whole list when `page` is absent. */
export const findAbsences = async (
  db: Knex,
  question: AbsenceQuestion,
  page?: { readonly offset: number; readonly limit: number },
): Promise<NamedAbsence[]> => {
  const scope = named(db, source(db));
  narrow(scope, question);
  ordered(scope, question);
  if (page) void scope.offset(page.offset).limit(page.limit);
  return scope;
};

export const readAbsence = (db: Knex, id: number): Promise<NamedAbsence | undefined> =>
  named(db, source(db)).where('a.id', id).first();

export const absencesOfStudents = (
  db: Knex,
  studentIds: readonly number[],
): Promise<AbsenceRecord[]> =>
  db('absences')
    .modify(where, among('student_id', studentIds))
    .orderBy(['student_id', 'starts_on', 'id']);

/** Students with an absence that overlaps the period. */
export const studentsAbsentIn = async (db: Knex, from: string, to: string): Promise<number[]> => {
  const rows: { student_id: number }[] = await db('absences')
    .where('starts_on', '<=', to)
    .whereRaw('(ends_on IS NULL OR ends_on >= ?)', [from])
    .distinct('student_id');
  return rows.map((row) => row.student_id);
};

export interface ClassPeriod {
  readonly from: string;
  readonly parallel: number;
}

/** Parallels the students learned in, by student, oldest first. */
export const parallelsOfStudents = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ClassPeriod[]>> => {
  const rows: { student_id: number; starts_on: string; parallel: number }[] = await db(
    'enrolments AS e',
  )
    .join('classes AS c', 'c.id', 'e.class_id')
    .modify(where, among('e.student_id', studentIds))
    .orderBy(['e.student_id', 'e.starts_on', 'e.id'])
    .select('e.student_id', 'e.starts_on', 'c.parallel');
  const map = new Map<number, ClassPeriod[]>();
  for (const { student_id: student, starts_on: from, parallel } of rows) {
    const list = map.get(student) ?? [];
    list.push({ from, parallel });
    map.set(student, list);
  }
  return map;
};

export const classNameOf = (absence: NamedAbsence): string | null =>
  absence.parallel === null
    ? null
    : className({ parallel: absence.parallel, letter: absence.letter ?? '' });

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
