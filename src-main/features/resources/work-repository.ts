import type { Knex } from 'knex';
import type { WorkEntryRow, WorkKind } from '../../contract/resources.ts';
import { searchWords } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';

/** SQL of the work entries. */

interface WorkRecord {
  readonly id: number;
  readonly teacher_id: number;
  readonly teacher_name: string;
  readonly worked_on: string;
  readonly quarter_hours: number;
  readonly kind: WorkKind;
  readonly note: string | null;
  readonly appeal_id: number | null;
  readonly number: number | null;
  readonly registered_on: string | null;
  readonly student_name: string | null;
}

const titleOf = (record: WorkRecord): string | null =>
  record.appeal_id === null
    ? null
    : `№ ${record.number} от ${shortDate(record.registered_on ?? '')}, ${record.student_name}`;

const toRow = (record: WorkRecord): WorkEntryRow => ({
  id: record.id,
  teacherId: record.teacher_id,
  teacherName: record.teacher_name,
  workedOn: record.worked_on,
  quarterHours: record.quarter_hours,
  kind: record.kind,
  note: record.note,
  appealId: record.appeal_id,
  appealTitle: titleOf(record),
});

const source = (db: Knex): Knex.QueryBuilder =>
  db('work_entries AS work')
    .join('teachers AS teacher', 'teacher.id', 'work.teacher_id')
    .leftJoin('appeals AS appeal', 'appeal.id', 'work.appeal_id');

const withNames = (db: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select(
    'work.*',
    'appeal.number',
    'appeal.registered_on',
    'appeal.student_name',
    db.raw(
      `teacher.last_name || ' ' || teacher.first_name || coalesce(' ' || teacher.middle_name, '') AS teacher_name`,
    ),
  );

export interface WorkFilters {
  readonly teacherId?: number | null | undefined;
  readonly appealId?: number | null | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: WorkKind | null | undefined;
}

export interface WorkQuestion {
  readonly search: string;
  readonly filters: WorkFilters;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly offset: number;
  readonly limit: number;
}

const sortColumns: Readonly<Record<string, string>> = {
  workedOn: 'work.worked_on',
  teacherName: 'teacher.search',
  quarterHours: 'work.quarter_hours',
};

const narrow = (query: Knex.QueryBuilder, filters: WorkFilters): void => {
  if (filters.teacherId) void query.where('work.teacher_id', filters.teacherId);
  if (filters.appealId) void query.where('work.appeal_id', filters.appealId);
  if (filters.from) void query.where('work.worked_on', '>=', filters.from);
  if (filters.to) void query.where('work.worked_on', '<=', filters.to);
  if (filters.kind) void query.where('work.kind', filters.kind);
};

/** Words are looked for in the names of the teacher and of the student of the appeal. */
const whereFound = (query: Knex.QueryBuilder, search: string): void => {
  for (const word of searchWords(search))
    void query.whereRaw(`(instr(teacher.search, ?) > 0 OR instr(appeal.search, ?) > 0)`, [
      word,
      word,
    ]);
};

export const workPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: WorkQuestion,
): Promise<{ readonly total: number; readonly rows: WorkEntryRow[] }> => {
  const scope = source(db);
  narrow(scope, filters);
  whereFound(scope, search);
  const count: { n: number } | undefined = await scope.clone().count({ n: '*' }).first();
  const { column, descending } = sort ?? { column: 'workedOn', descending: true };
  const direction = descending ? 'desc' : 'asc';
  const rows: WorkRecord[] = await withNames(db, scope)
    .orderBy([
      { column: sortColumns[column] ?? 'work.worked_on', order: direction },
      { column: 'work.id', order: direction },
    ])
    .offset(offset)
    .limit(limit);
  return { total: count?.n ?? 0, rows: rows.map(toRow) };
};

export const workEntry = async (db: Knex, id: number): Promise<WorkEntryRow | undefined> => {
  const [row]: WorkRecord[] = await withNames(db, source(db).where('work.id', id));
  return row && toRow(row);
};

/** Entries that match the filters, oldest first. */
export const workEntries = async (db: Knex, filters: WorkFilters): Promise<WorkEntryRow[]> => {
  const scope = source(db);
  narrow(scope, filters);
  const rows: WorkRecord[] = await withNames(db, scope).orderBy(['work.worked_on', 'work.id']);
  return rows.map(toRow);
};

export interface TeacherTotal {
  readonly teacherId: number;
  readonly teacherName: string;
  readonly quarterHours: number;
  readonly entries: number;
}

/** Sum per teacher, by name. */
export const workTotals = async (db: Knex, filters: WorkFilters): Promise<TeacherTotal[]> => {
  const totals = new Map<number, TeacherTotal>();
  for (const { teacherId, teacherName, quarterHours } of await workEntries(db, filters)) {
    const known = totals.get(teacherId);
    totals.set(teacherId, {
      teacherId,
      teacherName,
      quarterHours: (known?.quarterHours ?? 0) + quarterHours,
      entries: (known?.entries ?? 0) + 1,
    });
  }
  return [...totals.values()].toSorted((a, b) => a.teacherName.localeCompare(b.teacherName, 'ru'));
};

/** Quarter hours of the teacher's other entries of a day. */
export const dayEntries = async (
  db: Knex,
  day: { readonly teacherId: number; readonly workedOn: string; readonly exceptId: number | null },
): Promise<readonly number[]> => {
  const rows: { quarter_hours: number }[] = await db('work_entries')
    .where({ teacher_id: day.teacherId, worked_on: day.workedOn })
    .whereNot('id', day.exceptId ?? 0)
    .select('quarter_hours');
  return rows.map(({ quarter_hours: hours }) => hours);
};

export interface WorkFields {
  readonly teacherId: number;
  readonly appealId: number | null;
  readonly workedOn: string;
  readonly quarterHours: number;
  readonly kind: WorkKind;
  readonly note: string | null;
}

/** Inserts (`id` null) or replaces an entry; null when there is no such entry. */
export const writeWorkEntry = async (
  trx: Knex,
  id: number | null,
  fields: WorkFields,
): Promise<number | null> => {
  const columns = {
    teacher_id: fields.teacherId,
    appeal_id: fields.appealId,
    worked_on: fields.workedOn,
    quarter_hours: fields.quarterHours,
    kind: fields.kind,
    note: fields.note,
  };
  if (id === null) {
    const [created] = await trx('work_entries').insert(columns);
    return created as number;
  }
  return (await trx('work_entries').where({ id }).update(columns)) === 0 ? null : id;
};

/** Whether there was such an entry. */
export const removeWorkEntry = async (trx: Knex, id: number): Promise<boolean> =>
  (await trx('work_entries').where({ id }).delete()) > 0;
