import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { SheetContent, SheetLayout, SheetMode } from '../../contract/sheets-fields.ts';
import { sheetContent } from '../../contract/sheets-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';

export interface SheetRecord {
  readonly id: number;
  readonly student_id: number;
  readonly class_id: number;
  readonly week_starts_on: IsoDate;
  readonly number: number;
  readonly mode: SheetMode;
  readonly layout: SheetLayout;
  readonly sha256: string;
  readonly printed_at: string;
  readonly printed_on: IsoDate;
  readonly copies: number;
  readonly handed_on: IsoDate | null;
}

export const printKey = (studentId: number, week: IsoDate): string => `${studentId} ${week}`;

/** Sheets of weeks by student and week (`printKey`), oldest first. */
export const readPrints = async (
  db: Knex,
  weeks: readonly IsoDate[],
): Promise<ReadonlyMap<string, readonly SheetRecord[]>> => {
  const rows: SheetRecord[] = await db('sheets')
    .modify(where, among('week_starts_on', weeks))
    .orderBy('number');
  return Map.groupBy(rows, (row) => printKey(row.student_id, row.week_starts_on));
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
    .select('s.*', 't.content');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw sheetUnknown();
    return row;
  });
};

export const contentOf = ({ content }: Pick<SheetWithContent, 'content'>): SheetContent =>
  sheetContent.parse(JSON.parse(content));
