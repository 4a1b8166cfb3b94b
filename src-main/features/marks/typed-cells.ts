import type { Knex } from 'knex';
import { fieldError } from '../../contract/errors.ts';
import { among, where } from '../../database/conditions.ts';
import type { CodeTable } from '../../domain/mark-codes.ts';
import { canonicalCodes, readMarkCell } from '../../domain/mark-codes.ts';
import { shortDate } from '../../domain/russian.ts';
import { staleCells } from '../../domain/stale.ts';

/** What is asked of cells typed by hand, of lessons and of final marks, before they are written. */

/**
 * Canonical codes of a typed cell; null for an empty text.
 * @throws OfficeError `cell-empty` for text that holds only separators
 */
export const typedCodes = (text: string, table: CodeTable, index: number): string | null => {
  if (text === '') return null;
  const codes = canonicalCodes(readMarkCell(text, table));
  if (codes !== '') return codes;
  throw fieldError('cell-empty', `cells.${index}.text`, 'Напишите оценку или сотрите ячейку.');
};

/** @throws OfficeError `cell-repeated` */
export const refuseRepeated = (keys: readonly string[]): void => {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (seen.has(key))
      throw fieldError('cell-repeated', `cells.${index}`, 'Эта ячейка указана дважды.');
    seen.add(key);
  });
};

/** @throws OfficeError `student-not-in-class` */
export const refuseStranger = (members: ReadonlySet<string>, key: string, index: number): void => {
  if (members.has(key)) return;
  throw fieldError(
    'student-not-in-class',
    `cells.${index}.studentId`,
    'Ученик не учился в этом классе. Проверьте класс в карточке ученика.',
  );
};

/** A cell about to be written. */
export interface TypedCell {
  /** Place in the operation's input. */
  readonly index: number;
  readonly studentId: number;
  /** Of a mark of a lesson. */
  readonly lessonId?: number;
  /** Of a final mark. */
  readonly subject?: string;
  /** What the window saw. */
  readonly was: string;
  readonly mine: string;
  /** What stands. */
  readonly stored: string;
}

const textsOf = async (
  db: Knex,
  table: string,
  ids: readonly number[],
  text: string,
): Promise<ReadonlyMap<number, string>> => {
  const rows: { id: number; text: string }[] = await db(table)
    .modify(where, among('id', ids))
    .select('id', db.raw(`${text} AS text`));
  return new Map(rows.map((row) => [row.id, row.text]));
};

/**
 * A mark that another window has changed is not replaced unseen: all cells or none.
 * @throws OfficeError `stale-version` with both values of each cell
 */
export const refuseSeenOtherwise = async (db: Knex, cells: readonly TypedCell[]): Promise<void> => {
  const stale = cells.filter(({ was, stored }) => was !== stored);
  if (stale.length === 0) return;
  const people = stale.map(({ studentId }) => studentId);
  const names = await textsOf(db, 'students', people, `last_name || ' ' || first_name`);
  const lessons = stale.map(({ lessonId = 0 }) => lessonId);
  const days = await textsOf(db, 'lessons', lessons, 'on_date');
  throw staleCells(
    stale.map(({ index, studentId, lessonId = 0, subject, mine, stored }) => {
      const day = days.get(lessonId);
      const place = day === undefined ? (subject ?? '') : shortDate(day);
      const where = `${names.get(studentId) ?? ''}, ${place}`;
      return { path: `cells.${index}.text`, where, mine, stored };
    }),
  );
};
