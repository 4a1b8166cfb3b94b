import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { JournalGapRow, JournalPeriodKeyChoice } from '../../contract/journal.ts';
import { among, where } from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
import { fullNameSql } from '../../database/stored.ts';
import type { IsoDate } from '../../domain/dates.ts';

/** Rows of the register of prints. */

export interface PrintRecord {
  readonly id: number;
  readonly classId: number;
  /** The pupil taught at home whose own journal it is. */
  readonly studentId: number | null;
  readonly studentName: string | null;
  /** An extract for the pupil, who left the class. */
  readonly extract: boolean;
  readonly period: JournalPeriodKeyChoice;
  readonly printedAt: string;
  readonly printedOn: IsoDate;
  readonly leaves: number;
  readonly pages: number;
  readonly gaps: readonly JournalGapRow[];
  readonly certifiedOn: IsoDate | null;
  readonly certifiedBy: string | null;
  readonly allowedBy: string | null;
  readonly allowedReason: string | null;
}

const prints = (db: Knex): Knex.QueryBuilder =>
  db({ p: 'journal_prints' })
    .leftJoin({ s: 'students' }, 's.id', 'p.student_id')
    .select({
      id: 'p.id',
      classId: 'p.class_id',
      studentId: 'p.student_id',
      studentName: db.raw(fullNameSql('s')),
      extract: 'p.extract',
      period: 'p.period',
      printedAt: 'p.printed_at',
      printedOn: 'p.printed_on',
      leaves: 'p.leaves',
      pages: 'p.pages',
      gaps: 'p.gaps',
      certifiedOn: 'p.certified_on',
      certifiedBy: 'p.certified_by',
      allowedBy: 'p.allowed_by',
      allowedReason: 'p.allowed_reason',
    });

type StoredPrint = Omit<Stored<PrintRecord>, 'gaps'> & { readonly gaps: string };

const parsed = (row: StoredPrint): PrintRecord => ({
  ...row,
  extract: row.extract === 1,
  gaps: JSON.parse(row.gaps) as readonly JournalGapRow[],
});

/** Prints of the classes, the newest first; of all classes when `classIds` is absent. */
export const readPrints = async (
  db: Knex,
  classIds?: readonly number[],
): Promise<readonly PrintRecord[]> => {
  const rows: StoredPrint[] = await prints(db)
    .modify((query) => {
      if (classIds) where(query, among('p.class_id', classIds));
    })
    .orderBy('p.id', 'desc');
  return rows.map(parsed);
};

/** @throws OfficeError `journal-print-unknown` */
export const requirePrint = async (db: Knex, id: number): Promise<PrintRecord> => {
  const [row]: StoredPrint[] = await prints(db).where('p.id', id);
  if (row) return parsed(row);
  throw new OfficeError('journal-print-unknown', 'Такой печати журнала нет. Обновите список.');
};

export const insertPrint = async (
  trx: Knex,
  row: Omit<
    PrintRecord,
    'id' | 'studentName' | 'certifiedOn' | 'certifiedBy' | 'allowedBy' | 'allowedReason'
  >,
): Promise<number> => {
  const [id] = await trx('journal_prints').insert({
    class_id: row.classId,
    student_id: row.studentId,
    extract: row.extract ? 1 : 0,
    period: row.period,
    printed_at: row.printedAt,
    printed_on: row.printedOn,
    leaves: row.leaves,
    pages: row.pages,
    gaps: JSON.stringify(row.gaps),
  });
  if (id === undefined) throw new Error('the print was not inserted');
  return id;
};

export interface Certification {
  readonly certifiedOn: IsoDate;
  readonly certifiedBy: string;
  readonly allowedBy: string | null;
  readonly allowedReason: string | null;
}

export const markCertified = async (
  trx: Knex,
  id: number,
  { certifiedOn, certifiedBy, allowedBy, allowedReason }: Certification,
): Promise<void> => {
  await trx('journal_prints').where({ id }).update({
    certified_on: certifiedOn,
    certified_by: certifiedBy,
    allowed_by: allowedBy,
    allowed_reason: allowedReason,
  });
};

/** Lessons by class; classes without any are absent. */
export const lessonCounts = async (
  db: Knex,
  classIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const rows: { readonly classId: number; readonly total: number }[] = await db('lessons')
    .modify(where, among('class_id', classIds))
    .groupBy('class_id')
    .select({ classId: 'class_id' }, db.raw('count(*) AS total'));
  return new Map(rows.map(({ classId, total }) => [classId, total]));
};
