import type { Knex } from 'knex';
import type { AppealRow } from '../../contract/appeals.ts';
import { asColumns, columnsSql, fullNameSql } from '../../database/stored.ts';
import { isOverdue } from '../../domain/appeals.ts';
import type { Period } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';

/** Rows of the appeals register. */

/** An appeal as it is kept, with what is counted of it; whether it is overdue the day decides. */
export type Appeal = Omit<AppealRow, 'overdue'>;

/** Not columns of the appeal: joined or counted. */
type Counted = 'responsibleName' | 'preparerName' | 'quarterHours' | 'resourceCount';

const columns = {
  id: 'id',
  year: 'year',
  /** Order of registration within the year. */
  number: 'ordinal',
  letter: 'letter',
  letterReason: 'letter_reason',
  /** As printed. */
  printedNumber: 'number',
  date: 'dated',
  registeredOn: 'registered_on',
  studentId: 'student_id',
  guardianId: 'guardian_id',
  studentName: 'student_name',
  guardianName: 'guardian_name',
  className: 'class_name',
  parallel: 'parallel',
  programme: 'programme',
  subject: 'subject',
  lessonTopic: 'lesson_topic',
  channel: 'channel',
  responsibleId: 'responsible_id',
  preparerId: 'preparer_id',
  dueOn: 'due_on',
  status: 'status',
  portalCheckedOn: 'portal_checked_on',
  result: 'result',
  closedOn: 'closed_on',
  annulReason: 'annul_reason',
} as const satisfies Readonly<Record<Exclude<keyof Appeal, Counted>, string>>;

type Kept = Pick<Appeal, keyof typeof columns>;

/** Appeals with the names of the workers, hours and resources counted. */
export const appealSelect = `
  SELECT ${columnsSql('appeals', columns)},
    (SELECT ${fullNameSql('t')} FROM teachers t WHERE t.id = appeals.responsible_id) AS responsibleName,
    (SELECT ${fullNameSql('t')} FROM teachers t WHERE t.id = appeals.preparer_id) AS preparerName,
    (SELECT ifnull(sum(w.quarter_hours), 0) FROM work_entries w WHERE w.appeal_id = appeals.id)
      AS quarterHours,
    (SELECT count(*) FROM appeal_resources r WHERE r.appeal_id = appeals.id) AS resourceCount
  FROM appeals`;

export const toAppealRow = (appeal: Appeal, today: string): AppealRow => ({
  ...appeal,
  overdue: isOverdue(appeal, today),
});

export const readAppeal = async (db: Knex, id: number): Promise<Appeal | undefined> => {
  const rows: Appeal[] = await db.raw(`${appealSelect} WHERE appeals.id = ?`, [id]);
  return rows[0];
};

/** Appeals whose day, or day of registration, lies in the period, by number. */
export const appealsIn = (
  db: Knex,
  { from, to }: Period,
  day: 'dated' | 'registered_on',
): Promise<readonly Appeal[]> =>
  db.raw(
    `${appealSelect} WHERE appeals.${day} BETWEEN ? AND ?
    ORDER BY appeals.year, appeals.ordinal, appeals.letter`,
    [from, to],
  );

/** Words the register is searched by; folded, because SQLite knows only ASCII. */
const searchText = (row: Omit<Kept, 'id'>): string =>
  fold(
    [
      `${row.printedNumber}/${row.year}`,
      row.studentName,
      row.guardianName,
      row.className,
      row.subject,
      row.lessonTopic,
      row.result ?? '',
    ].join(' '),
  );

export const insertAppeal = async (trx: Knex, row: Omit<Kept, 'id'>): Promise<number> => {
  const [id] = await trx('appeals').insert({
    ...asColumns(columns, row),
    search: searchText(row),
  });
  if (id === undefined) throw new Error('the appeal was not inserted');
  return id;
};

/** Changes columns and keeps the search text in step with them. */
export const changeAppeal = async (
  trx: Knex,
  row: Kept,
  change: Partial<Omit<Kept, 'id'>>,
): Promise<void> => {
  const search = searchText({ ...row, ...change });
  const text = search === searchText(row) ? {} : { search };
  await trx('appeals')
    .where({ id: row.id })
    .update({ ...asColumns(columns, change), ...text });
};
