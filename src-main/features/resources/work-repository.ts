import type { Knex } from 'knex';
import type { WorkEntryRow, WorkKind } from '../../contract/resources.ts';
import { atLeast, atMost, equal, where } from '../../database/conditions.ts';
import { fullNameSql } from '../../database/stored.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { conditionsOf, pageFromTable, rowsAs } from '../lists/index.ts';

/** SQL of the work entries. */

interface Stored extends Omit<WorkEntryRow, 'appealTitle'> {
  /** As printed, «13а». */
  readonly number: string | null;
  readonly date: string | null;
  readonly studentName: string | null;
}

const columns = (db: Knex) => ({
  id: 'work.id',
  teacherId: 'work.teacher_id',
  teacherName: db.raw(fullNameSql('teacher')),
  workedOn: 'work.worked_on',
  quarterHours: 'work.quarter_hours',
  kind: 'work.kind',
  note: 'work.note',
  appealId: 'work.appeal_id',
  number: 'appeal.number',
  date: 'appeal.dated',
  studentName: 'appeal.student_name',
});

const toRow = ({ number, date, studentName, ...entry }: Stored): WorkEntryRow => ({
  ...entry,
  appealTitle:
    entry.appealId === null ? null : `№ ${number} от ${shortDate(date ?? '')}, ${studentName}`,
});

const source = (db: Knex): Knex.QueryBuilder =>
  db('work_entries AS work')
    .join('teachers AS teacher', 'teacher.id', 'work.teacher_id')
    .leftJoin('appeals AS appeal', 'appeal.id', 'work.appeal_id');

type Filters = Asked<'resources.listWorkEntries'>['filters'];
export type WorkFilters = { readonly [K in keyof Filters]: Filters[K] | null };

const list: TableListOf<'resources.listWorkEntries'> = {
  // Names of the teacher and of the student of the appeal.
  search: ['teacher.search', 'appeal.search'],
  filters: {
    teacherId: equal('work.teacher_id'),
    appealId: equal('work.appeal_id'),
    from: atLeast('work.worked_on'),
    to: atMost('work.worked_on'),
    kind: equal('work.kind'),
  },
  columns: {
    workedOn: ['work.worked_on', 'work.id'],
    teacherName: ['teacher.search', 'work.id'],
    quarterHours: ['work.quarter_hours', 'work.id'],
  },
  usual: { column: 'workedOn', descending: true },
  ties: [],
};

export const workPage = async (
  db: Knex,
  question: Asked<'resources.listWorkEntries'>,
): Promise<Page<WorkEntryRow>> => {
  const page: Page<Stored> = await pageFromTable(source(db), question, list, columns(db));
  return rowsAs(page, toRow);
};

export const workEntry = async (db: Knex, id: number): Promise<WorkEntryRow | undefined> => {
  const row: Stored | undefined = await source(db).where('work.id', id).first(columns(db));
  return row && toRow(row);
};

/** Entries that match the filters, oldest first. */
export const workEntries = async (
  db: Knex,
  filters: WorkFilters,
): Promise<readonly WorkEntryRow[]> => {
  const rows: Stored[] = await source(db)
    .modify(where, ...conditionsOf({ search: '', filters }, list))
    .orderBy(['work.worked_on', 'work.id'])
    .select(columns(db));
  return rows.map(toRow);
};

export interface TeacherTotal {
  readonly teacherId: number;
  readonly teacherName: string;
  readonly quarterHours: number;
  readonly entries: number;
}

/** Sum per teacher, by name. */
export const workTotals = async (
  db: Knex,
  filters: WorkFilters,
): Promise<readonly TeacherTotal[]> => {
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
