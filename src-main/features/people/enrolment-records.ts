import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { among, amongSql, where } from '../../database/conditions.ts';
import type { Stint, StudentRecords } from '../../domain/enrolment-records.ts';
import {
  lostRecords,
  newlyWithoutClass,
  recordsText,
  stands,
} from '../../domain/enrolment-records.ts';
import { fullNameSql } from '../../database/stored.ts';

/** Guards the registers when the history of a student's classes changes. */

type Stints = ReadonlyMap<number, readonly Stint[]>;

/** Classes of students over time, by student. */
export const stintsOf = async (db: Knex, studentIds: readonly number[]): Promise<Stints> => {
  const rows: (Stint & { readonly studentId: number })[] = await db('enrolments')
    .modify(where, among('student_id', studentIds))
    .select({ studentId: 'student_id', classId: 'class_id', from: 'starts_on', to: 'ends_on' });
  return Map.groupBy(rows, ({ studentId }) => studentId);
};

// Ended cells are history, annulled papers speak of nobody's class.
const recordsSql = `
  SELECT r.*, c.parallel, c.letter FROM (
    SELECT m.student_id AS "studentId", 'mark' AS kind, l.class_id AS "classId", l.on_date AS "from",
        l.on_date AS "to", count(*) AS count
      FROM marks m JOIN lessons l ON l.id = m.lesson_id
      WHERE m.ended_at IS NULL AND ${amongSql('m.student_id')} GROUP BY 1, 3, 4
    UNION ALL SELECT student_id, 'final', class_id, NULL, NULL, count(*)
      FROM final_marks WHERE ended_at IS NULL AND ${amongSql('student_id')} GROUP BY 1, 3
    UNION ALL SELECT student_id, 'sheet', class_id, week_starts_on, date(week_starts_on, '+6 days'),
        count(*)
      FROM sheets WHERE ${amongSql('student_id')} GROUP BY 1, 3, 4
    UNION ALL SELECT student_id, 'absence', NULL, starts_on, ends_on, 1
      FROM absences WHERE ${amongSql('student_id')}
    UNION ALL SELECT student_id, 'appeal', NULL, dated, dated, 1
      FROM appeals WHERE status <> 'annulled' AND ${amongSql('student_id')}
    UNION ALL SELECT student_id, 'statement', NULL, registered_on, registered_on, 1
      FROM statements WHERE mistake_reason IS NULL AND ${amongSql('student_id')}
  ) r LEFT JOIN classes c ON c.id = r."classId"`;

type Row = StudentRecords & { readonly studentId: number };

const recordsOf = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly StudentRecords[]>> => {
  const rows: Row[] = await db.raw(recordsSql, Array(6).fill(JSON.stringify(studentIds)));
  return Map.groupBy(rows, ({ studentId }) => studentId);
};

export const nameOfStudent = async (db: Knex, id: number): Promise<string> => {
  const row: { fullName: string } | undefined = await db('students')
    .where({ id })
    .first({ fullName: db.raw(fullNameSql('students')) });
  return row?.fullName ?? '';
};

const refuseWithoutClass = async (
  trx: Knex,
  lost: ReadonlyMap<number, readonly StudentRecords[]>,
): Promise<void> => {
  const told: string[] = [];
  for (const [id, records] of lost)
    if (records.length > 0) told.push(`${await nameOfStudent(trx, id)}: ${recordsText(records)}`);
  if (told.length === 0) return;
  throw new OfficeError(
    'enrolment-has-records',
    `Так нельзя: без класса останутся записи (${told.slice(0, 3).join('. ')}). Ничего не изменено. Проверьте класс и даты, а если они верны, сначала уберите эти записи.`,
    told.map((message) => ({ path: 'startsOn', message })),
  );
};

/** Records of students that stand on no class of theirs. */
export const withoutClass = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly StudentRecords[]>> => {
  if (studentIds.length === 0) return new Map();
  const stints = await stintsOf(db, studentIds);
  const records = await recordsOf(db, studentIds);
  return new Map(
    studentIds.map((id) => [
      id,
      (records.get(id) ?? []).filter((record) => !stands(record, stints.get(id) ?? [])),
    ]),
  );
};

/**
 * Refuses when records without a class have come to those of `before`.
 * @throws OfficeError `enrolment-has-records` with the counts, per student
 */
export const refuseNewWithoutClass = async (
  trx: Knex,
  studentIds: readonly number[],
  before: ReadonlyMap<number, readonly StudentRecords[]>,
): Promise<void> => {
  const after = await withoutClass(trx, studentIds);
  const come = studentIds.map(
    (id) => [id, newlyWithoutClass(before.get(id) ?? [], after.get(id) ?? [])] as const,
  );
  await refuseWithoutClass(trx, new Map(come));
};

/**
 * Refuses when a record stood on the classes `before` and stands on none now.
 * @throws OfficeError `enrolment-has-records` with the counts, per student
 */
export const refuseLostRecords = async (
  trx: Knex,
  studentIds: readonly number[],
  before: Stints,
): Promise<void> => {
  const after = await stintsOf(trx, studentIds);
  const changed = studentIds.filter(
    (id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
  );
  if (changed.length === 0) return;
  const records = await recordsOf(trx, changed);
  const lost = changed.map(
    (id) =>
      [id, lostRecords(records.get(id) ?? [], before.get(id) ?? [], after.get(id) ?? [])] as const,
  );
  await refuseWithoutClass(trx, new Map(lost));
};

/** Runs a change of classes and refuses it when a register's record would lose its class. */
export const keepingRecords = async <T>(
  trx: Knex,
  studentIds: readonly number[],
  change: () => Promise<T>,
): Promise<T> => {
  const before = await stintsOf(trx, studentIds);
  const result = await change();
  await refuseLostRecords(trx, studentIds, before);
  return result;
};

/** The student whose history the line belongs to; nobody when there is no such line. */
export const studentsOfEnrolment = (db: Knex, id: number): Promise<readonly number[]> =>
  db('enrolments').where({ id }).pluck('student_id');
