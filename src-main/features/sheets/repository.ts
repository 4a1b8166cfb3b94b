import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { DueRow, IssuedRow, SheetContent } from '../../contract/sheets-fields.ts';
import { sheetContent } from '../../contract/sheets-fields.ts';
import { among, where } from '../../database/conditions.ts';
import type { Stored } from '../../database/stored.ts';
import type { IsoDate } from '../../domain/dates.ts';

/** A printed sheet as it is kept. */
export interface SheetRecord extends Omit<
  IssuedRow,
  | 'studentName'
  | 'className'
  | 'weekTitle'
  | 'recipient'
  | 'state'
  | 'replacedByNumber'
  | 'replacedByOn'
> {
  readonly classId: number;
  readonly sha256: string;
  /** Nobody of the family had a sheet of his own at the printing. */
  readonly forAll: boolean;
}

type StoredRecord = Stored<SheetRecord>;

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
  recipientId: 's.recipient_guardian_id',
  replacedById: 's.replaced_by',
} as const;

/** Whether another sheet replaced this one, which may not be handed over. */
export const isVoid = ({ replacedById }: Pick<SheetRecord, 'replacedById'>): boolean =>
  replacedById !== null;

/** A student's week. */
export const weekKey = (studentId: number, week: IsoDate): string => `${studentId} ${week}`;

/** A recipient's week. */
export const sheetKey = ({
  studentId,
  week,
  recipientId,
}: Pick<DueRow, 'studentId' | 'week' | 'recipientId'>): string =>
  `${weekKey(studentId, week)} ${recipientId ?? ''}`;

/** Sheets of weeks by student and week (`weekKey`), each recipient's oldest first. */
export const readPrints = async (
  db: Knex,
  weeks: readonly IsoDate[],
): Promise<ReadonlyMap<string, readonly SheetRecord[]>> => {
  const rows: StoredRecord[] = await db({ s: 'sheets' })
    .modify(where, among('week_starts_on', weeks))
    .orderBy(['number', 'id'])
    .select({ ...sheetColumns, forAll: 's.for_all' });
  const records = rows.map((row) => ({ ...row, forAll: row.forAll === 1 }));
  return Map.groupBy(records, (row) => weekKey(row.studentId, row.week));
};

export interface SheetWithContent
  extends Omit<SheetRecord, 'forAll'>, Pick<IssuedRow, 'replacedByNumber' | 'replacedByOn'> {
  readonly content: string;
}

/** The sheet `r` that made the sheet `s` void. */
export const replacingColumns = {
  replacedByNumber: 'r.number',
  replacedByOn: 'r.printed_on',
} as const;

/** Number and day of the sheet that stands instead; null for one that stands itself. */
export const replacingOf = ({
  replacedByNumber: number,
  replacedByOn: printedOn,
}: Pick<IssuedRow, 'replacedByNumber' | 'replacedByOn'>) =>
  number === null || printedOn === null ? null : { number, printedOn };

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
    .leftJoin({ r: 'sheets' }, 'r.id', 's.replaced_by')
    .modify(where, among('s.id', ids))
    .select({ ...sheetColumns, ...replacingColumns, content: 't.content' });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw sheetUnknown();
    return row;
  });
};

export const contentOf = ({ content }: Pick<SheetWithContent, 'content'>): SheetContent =>
  sheetContent.parse(JSON.parse(content));
