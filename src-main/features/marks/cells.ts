import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { fieldError } from '../../contract/errors.ts';
import { among, where } from '../../database/conditions.ts';
import { insertRows } from '../../database/bulk.ts';
import { entryAfterChange } from '../../domain/first-seen.ts';
import type { Asked, Context } from '../context.ts';
import { madeBy } from './made-by.ts';
import { membersOf } from './class-of.ts';
import { readCodeTable } from './code-tables.ts';
import type { TypedCell } from './typed-cells.ts';
import { refuseRepeated, refuseSeenOtherwise, refuseStranger, typedCodes } from './typed-cells.ts';

/** Marks of lessons typed by hand; a mark is never overwritten, the old one becomes history. */

type Input = Asked<'marks.saveCells'>;

interface LiveMark {
  readonly id: number;
  readonly lessonId: number;
  readonly studentId: number;
  readonly text: string;
  readonly codes: string;
  readonly enteredOn: string | null;
  readonly seenAt: string;
  readonly unseenAt: string | null;
}

export const markInsertColumns = [
  'lesson_id',
  'student_id',
  'text',
  'codes',
  'code_table_id',
  'entered_on',
  'seen_at',
  'unseen_at',
  'audit_id',
] as const;

/** Standing rows of `marks` or `final_marks` stop standing. */
export const endRows = async (
  trx: Knex,
  table: 'marks' | 'final_marks',
  ids: readonly number[],
  reason: 'changed' | 'vanished' | 'erased',
  at: string,
): Promise<void> => {
  if (ids.length === 0) return;
  await trx(table).modify(where, among('id', ids)).update({ ended_at: at, ended_reason: reason });
};

const classesOfLessons = async (
  trx: Knex,
  { cells }: Input,
): Promise<ReadonlyMap<number, number>> => {
  const ids = [...new Set(cells.map(({ lessonId }) => lessonId))];
  const rows: { id: number; class_id: number }[] = await trx('lessons')
    .modify(where, among('id', ids))
    .select('id', 'class_id');
  return new Map(rows.map((row) => [row.id, row.class_id]));
};

const refuseUnknownCells = async (trx: Knex, input: Input): Promise<void> => {
  refuseRepeated(input.cells.map((cell) => `${cell.lessonId}|${cell.studentId}`));
  const classes = await classesOfLessons(trx, input);
  const members = await membersOf(trx, [...new Set(classes.values())]);
  input.cells.forEach(({ lessonId, studentId }, index) => {
    const classId = classes.get(lessonId);
    if (classId === undefined)
      throw fieldError(
        'lesson-unknown',
        `cells.${index}.lessonId`,
        'Такого урока нет. Обновите журнал и выберите урок.',
      );
    refuseStranger(members, `${classId}|${studentId}`, index);
  });
};

const liveMarks = async (trx: Knex, { cells }: Input): Promise<ReadonlyMap<string, LiveMark>> => {
  const ids = [...new Set(cells.map(({ lessonId }) => lessonId))];
  const rows: LiveMark[] = await trx('marks')
    .modify(where, among('lesson_id', ids))
    .whereNull('ended_at')
    .select({
      id: 'id',
      lessonId: 'lesson_id',
      studentId: 'student_id',
      text: 'text',
      codes: 'codes',
      enteredOn: 'entered_on',
      seenAt: 'seen_at',
      unseenAt: 'unseen_at',
    });
  return new Map(rows.map((row) => [`${row.lessonId}|${row.studentId}`, row]));
};

/**
 * @throws OfficeError `lesson-unknown`, `student-not-in-class`, `code-table-unknown`,
 *   `cell-repeated`, `cell-empty`, `stale-version`
 */
export const saveCells = async (
  input: Input,
  { db: trx, clock, auditId, job }: Context,
): Promise<OperationOutput<'marks.saveCells'>> => {
  await refuseUnknownCells(trx, input);
  const table = await readCodeTable(trx, input.codeTableId);
  const stored = await liveMarks(trx, input);
  const now = new Date(clock.now()).toISOString();
  const typed = { enteredOn: clock.today(), seenAt: now, unseenAt: null };
  const changed: number[] = [];
  const erased: number[] = [];
  const rows: (string | number | null)[][] = [];
  const written: TypedCell[] = [];
  input.cells.forEach(({ lessonId, studentId, text, was }, index) => {
    const codes = typedCodes(text, table, index);
    const old = stored.get(`${lessonId}|${studentId}`);
    if (codes === (old?.codes ?? null)) return;
    written.push({ index, studentId, lessonId, was, mine: text, stored: old?.text ?? '' });
    if (old) (codes === null ? erased : changed).push(old.id);
    if (codes === null) return;
    const time = old ? entryAfterChange(old, { ...typed, codes }) : typed;
    const { enteredOn, seenAt, unseenAt } = time;
    const made = [enteredOn, seenAt, unseenAt, madeBy(auditId)];
    rows.push([lessonId, studentId, text, codes, input.codeTableId, ...made]);
  });
  await refuseSeenOtherwise(trx, written);
  await endRows(trx, 'marks', changed, 'changed', now);
  await endRows(trx, 'marks', erased, 'erased', now);
  await insertRows(trx, 'marks', markInsertColumns, rows, { job, stage: 'writing' });
  return { saved: rows.length, erased: erased.length };
};
