import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { IssuedRow, SheetContent } from '../../contract/sheets-fields.ts';
import { sheetContent } from '../../contract/sheets-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';

/** A printed sheet as it is kept. */
export interface SheetRecord extends Omit<IssuedRow, 'studentName' | 'className' | 'weekTitle'> {
  readonly classId: number;
  readonly sha256: string;
}

/** Columns of sheets `s`. */
export const sheetColumns = {
  id: 's.id',
  studentId: 's.student_id',
  classId: 's.class_id',
  week: 's.week_starts_on',
  number: 's.number',
  mode: 's.mode',
  layout: 's.layout',
  sha256: 's.sha256',
  printedAt: 's.printed_at',
  printedOn: 's.printed_on',
  copies: 's.copies',
  handedOn: 's.handed_on',
} as const;

export const printKey = (studentId: number, week: IsoDate): string => `${studentId} ${week}`;

/** Sheets of weeks by student and week (`printKey`), oldest first. */
export const readPrints = async (
  db: Knex,
  weeks: readonly IsoDate[],
): Promise<ReadonlyMap<string, readonly SheetRecord[]>> => {
  const rows: SheetRecord[] = await db({ s: 'sheets' })
    .modify(where, among('week_starts_on', weeks))
    .orderBy('number')
    .select(sheetColumns);
  return Map.groupBy(rows, (row) => printKey(row.studentId, row.week));
};

export interface SheetWithContent extends SheetRecord {
  readonly content: string;
}

export const sheetUnknown = () =>
  new OfficeError(
    'sheet-unknown',
    'Такой распечатки нет: возможно, её печать отменили. Обновите список.',
  );

/**
 * Sheets with their contents in the order asked for.
 * @throws OfficeError `sheet-unknown`
 */
export const readSheets = async (
  db: Knex,
  ids: readonly number[],
): Promise<readonly SheetWithContent[]> => {
  const rows: SheetWithContent[] = await db({ s: 'sheets' })
    .join({ t: 'sheet_contents' }, 't.id', 's.id')
    .modify(where, among('s.id', ids))
    .select({ ...sheetColumns, content: 't.content' });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw sheetUnknown();
    return row;
  });
};

export const contentOf = ({ content }: Pick<SheetWithContent, 'content'>): SheetContent =>
  sheetContent.parse(JSON.parse(content));
