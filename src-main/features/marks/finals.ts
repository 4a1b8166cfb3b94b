import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { insertRows } from '../../database/bulk.ts';
import { fold } from '../../domain/names.ts';
import type { Asked, Context } from '../context.ts';
import { madeBy } from './made-by.ts';
import { endRows } from './cells.ts';
import { classYear, membersOf } from './class-of.ts';
import { readCodeTable } from './code-tables.ts';
import { ensureSubjects } from './subjects.ts';
import type { TypedCell } from './typed-cells.ts';
import { refuseRepeated, refuseSeenOtherwise, refuseStranger, typedCodes } from './typed-cells.ts';

/** Final marks (четверть, год, экзамен) typed by hand. */

export const finalInsertColumns = [
  'student_id',
  'class_id',
  'subject_id',
  'period',
  'text',
  'codes',
  'code_table_id',
  'seen_at',
  'audit_id',
] as const;

interface LiveFinal {
  readonly id: number;
  readonly studentId: number;
  readonly subjectId: number;
  readonly period: string;
  readonly text: string;
  readonly codes: string;
}

/** Standing final marks of a class by `student|subject|period`. */
export const liveFinals = async (
  db: Knex,
  classId: number,
): Promise<ReadonlyMap<string, LiveFinal>> => {
  const rows: LiveFinal[] = await db('final_marks')
    .where({ class_id: classId })
    .whereNull('ended_at')
    .select({
      id: 'id',
      studentId: 'student_id',
      subjectId: 'subject_id',
      period: 'period',
      text: 'text',
      codes: 'codes',
    });
  return new Map(rows.map((row) => [`${row.studentId}|${row.subjectId}|${row.period}`, row]));
};

/**
 * @throws OfficeError `class-unknown`, `student-not-in-class`, `code-table-unknown`,
 *   `cell-repeated`, `cell-empty`, `stale-version`
 */
export const saveFinalMarks = async (
  input: Asked<'marks.saveFinalMarks'>,
  { db: trx, clock, auditId, job }: Context,
): Promise<OperationOutput<'marks.saveFinalMarks'>> => {
  const { classId, cells, codeTableId } = input;
  await classYear(trx, classId);
  refuseRepeated(cells.map((one) => `${one.studentId}|${fold(one.subject)}|${one.period}`));
  const members = await membersOf(trx, [classId]);
  const table = await readCodeTable(trx, codeTableId);
  const written = cells.filter(({ text }) => text !== '').map(({ subject }) => subject);
  const subjects = await ensureSubjects(trx, written);
  const stored = await liveFinals(trx, classId);
  const now = new Date(clock.now()).toISOString();
  const changed: number[] = [];
  const erased: number[] = [];
  const rows: (string | number)[][] = [];
  const typed: TypedCell[] = [];
  cells.forEach(({ studentId, subject, period, text, was }, index) => {
    refuseStranger(members, `${classId}|${studentId}`, index);
    const subjectId = subjects.get(fold(subject)) ?? 0;
    const codes = typedCodes(text, table, index);
    const old = stored.get(`${studentId}|${subjectId}|${period}`);
    if (codes === (old?.codes ?? null)) return;
    typed.push({ index, studentId, subject, was, mine: text, stored: old?.text ?? '' });
    if (old) (codes === null ? erased : changed).push(old.id);
    if (codes === null) return;
    const place = [studentId, classId, subjectId, period];
    rows.push([...place, text, codes, codeTableId, now, madeBy(auditId)]);
  });
  await refuseSeenOtherwise(trx, typed);
  await endRows(trx, 'final_marks', changed, 'changed', now);
  await endRows(trx, 'final_marks', erased, 'erased', now);
  await insertRows(trx, 'final_marks', finalInsertColumns, rows, { job, stage: 'writing' });
  return { saved: rows.length, erased: erased.length };
};
