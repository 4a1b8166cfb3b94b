import type { Knex } from 'knex';
import type { AppealChannel, AppealRow, AppealStatus } from '../../contract/appeals.ts';
import { isOverdue } from '../../domain/appeals.ts';
import { fold } from '../../domain/names.ts';

/** Rows of the appeals register. */

export interface AppealRecord {
  readonly id: number;
  readonly year: number;
  /** Order of registration within the year. */
  readonly ordinal: number;
  /** As printed. */
  readonly number: string;
  readonly registered_on: string;
  readonly student_id: number;
  readonly guardian_id: number;
  readonly student_name: string;
  readonly guardian_name: string;
  readonly class_name: string;
  readonly parallel: number;
  readonly programme: string;
  readonly subject: string;
  readonly lesson_topic: string;
  readonly channel: AppealChannel;
  readonly responsible_id: number | null;
  readonly preparer_id: number | null;
  readonly due_on: string;
  readonly status: AppealStatus;
  readonly portal_checked_on: string | null;
  readonly result: string | null;
  readonly closed_on: string | null;
  readonly annul_reason: string | null;
}

export interface JournalRecord extends AppealRecord {
  readonly responsible_name: string | null;
  readonly preparer_name: string | null;
  readonly quarter_hours: number | null;
  readonly resource_count: number;
}

const nameSql = (alias: string): string =>
  `${alias}.last_name || ' ' || ${alias}.first_name || coalesce(' ' || ${alias}.middle_name, '')`;

/** Columns of the journal over `appeals`: names of the workers, hours and resources counted. */
export const journalSelect = `
  SELECT appeals.*,
    (SELECT ${nameSql('t')} FROM teachers t WHERE t.id = appeals.responsible_id) AS responsible_name,
    (SELECT ${nameSql('t')} FROM teachers t WHERE t.id = appeals.preparer_id) AS preparer_name,
    (SELECT sum(w.quarter_hours) FROM work_entries w WHERE w.appeal_id = appeals.id) AS quarter_hours,
    (SELECT count(*) FROM appeal_resources r WHERE r.appeal_id = appeals.id) AS resource_count
  FROM appeals`;

export const toAppealRow = (record: JournalRecord, today: string): AppealRow => ({
  id: record.id,
  year: record.year,
  number: record.ordinal,
  registeredOn: record.registered_on,
  studentId: record.student_id,
  guardianId: record.guardian_id,
  studentName: record.student_name,
  guardianName: record.guardian_name,
  className: record.class_name,
  parallel: record.parallel,
  programme: record.programme,
  subject: record.subject,
  lessonTopic: record.lesson_topic,
  channel: record.channel,
  responsibleId: record.responsible_id,
  responsibleName: record.responsible_name,
  preparerId: record.preparer_id,
  preparerName: record.preparer_name,
  dueOn: record.due_on,
  status: record.status,
  overdue: isOverdue({ status: record.status, dueOn: record.due_on }, today),
  portalCheckedOn: record.portal_checked_on,
  result: record.result,
  closedOn: record.closed_on,
  annulReason: record.annul_reason,
  quarterHours: record.quarter_hours ?? 0,
  resourceCount: record.resource_count,
});

export const readJournalRecord = async (
  db: Knex,
  id: number,
): Promise<JournalRecord | undefined> => {
  const rows: JournalRecord[] = await db.raw(`${journalSelect} WHERE appeals.id = ?`, [id]);
  return rows[0];
};

/** Appeals registered in the period, by number; the book of the register. */
export const appealsRegisteredIn = (db: Knex, from: string, to: string): Promise<JournalRecord[]> =>
  db.raw(
    `${journalSelect} WHERE appeals.registered_on BETWEEN ? AND ? ORDER BY appeals.year, appeals.ordinal`,
    [from, to],
  );

/** Words the journal is searched by; folded, because SQLite knows only ASCII. */
export const searchText = (
  row: Pick<
    AppealRecord,
    | 'year'
    | 'number'
    | 'student_name'
    | 'guardian_name'
    | 'class_name'
    | 'subject'
    | 'lesson_topic'
    | 'result'
  >,
): string =>
  fold(
    [
      `${row.number}/${row.year}`,
      row.student_name,
      row.guardian_name,
      row.class_name,
      row.subject,
      row.lesson_topic,
      row.result ?? '',
    ].join(' '),
  );

export const insertAppeal = async (trx: Knex, row: Omit<AppealRecord, 'id'>): Promise<number> => {
  const [id] = await trx('appeals').insert({ ...row, search: searchText(row) });
  if (id === undefined) throw new Error('the appeal was not inserted');
  return id;
};

/** Changes columns and keeps the search text in step with them. */
export const changeAppeal = async (
  trx: Knex,
  row: AppealRecord,
  change: Partial<Omit<AppealRecord, 'id'>>,
): Promise<void> => {
  const search = searchText({ ...row, ...change });
  const text = search === searchText(row) ? {} : { search };
  await trx('appeals')
    .where({ id: row.id })
    .update({ ...change, ...text });
};

export const insertLink = async (
  trx: Knex,
  link: { readonly appealId: number; readonly resourceId: number; readonly givenOn: string },
): Promise<void> => {
  await trx('appeal_resources').insert({
    appeal_id: link.appealId,
    resource_id: link.resourceId,
    given_on: link.givenOn,
  });
};

export const isLinked = async (db: Knex, appealId: number, resourceId: number): Promise<boolean> =>
  (await db('appeal_resources')
    .where({ appeal_id: appealId, resource_id: resourceId })
    .first('id')) !== undefined;

export const deleteLink = async (
  trx: Knex,
  appealId: number,
  resourceId: number,
): Promise<void> => {
  await trx('appeal_resources').where({ appeal_id: appealId, resource_id: resourceId }).delete();
};
