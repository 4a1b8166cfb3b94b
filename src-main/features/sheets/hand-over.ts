import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, condition, equal, where } from '../../database/conditions.ts';
import { secondHandOverRefusal } from '../../domain/cadence-wording.ts';
import { mondayOf } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked, Context } from '../context.ts';
import type { RegisterRow } from './due-rows.ts';
import { registerRows, weekBookOf } from './due-rows.ts';
import type { IssuedRecord } from './lists.ts';
import { issuedColumns, issuedSheets } from './lists.ts';
import type { SheetRecord } from './repository.ts';
import { isVoid, sheetUnknown } from './repository.ts';
import { sheetWords } from './verdicts.ts';
import { refuseVoid } from './void-sheets.ts';
import type { WeekBook } from './week-book.ts';

type Selection = Asked<'sheets.markHandedOver'>['selection'];

const selected = async (db: Knex, selection: Selection): Promise<readonly IssuedRecord[]> => {
  const query = issuedSheets(db).select(issuedColumns(db));
  if ('ids' in selection) {
    const rows: IssuedRecord[] = await query.modify(where, among('s.id', selection.ids));
    if (rows.length < new Set(selection.ids).size) throw sheetUnknown();
    return rows;
  }
  const { week, classId } = selection;
  return query.modify(
    where,
    equal('s.week_starts_on')(mondayOf(week)),
    ...(classId === undefined ? [] : [condition('s.class_id = ?', classId)]),
  );
};

/** A sheet that may not be handed over, because its recipient gets another one of that week. */
interface SecondSheetHanded {
  readonly id: number;
  readonly row: RegisterRow;
  /** The one handed over, or the newest of those asked for at once. */
  readonly instead: SheetRecord;
}

/**
 * Of sheets to hand over those that would be the second of a family that refuses (S2 §7: «не чаще
 * 1 раза в неделю»). Several of one recipient stand where the family came to refuse in that week.
 */
const secondSheets = async (
  db: Knex,
  book: WeekBook,
  sheets: readonly IssuedRecord[],
  today: IsoDate,
): Promise<readonly SecondSheetHanded[]> => {
  const rows = await registerRows(db, book, {
    weeks: [...new Set(sheets.map(({ week }) => week))],
    everyone: false,
    studentIds: sheets.map(({ studentId }) => studentId),
    today,
  });
  const asked = new Set(sheets.map(({ id }) => id));
  return rows
    .filter(({ due }) => due.mode === 'paper-refusal')
    .flatMap((row) => {
      const own = row.prints.filter(({ recipientId }) => recipientId === row.due.recipientId);
      const wanted = own.filter(({ id, handedOn }) => asked.has(id) && handedOn === null);
      const instead = own.findLast(({ handedOn }) => handedOn !== null) ?? wanted.at(-1);
      if (instead === undefined) return [];
      return wanted.filter((one) => one !== instead).map(({ id }) => ({ id, row, instead }));
    });
};

const wrongDay = (message: string) => fieldError('date-wrong', 'on', message);

/**
 * A sheet cannot be handed over before its week or on a day to come. The day of the print is not
 * asked: it may have been stamped by a clock that has since been put right.
 */
const checkDay = (
  on: IsoDate,
  rows: readonly Pick<SheetRecord, 'week'>[],
  today: IsoDate,
): void => {
  if (on > today)
    throw wrongDay(
      `Дата ${shortDate(on)} ещё не наступила. Укажите день не позже ${shortDate(today)}.`,
    );
  const early = rows.find(({ week }) => on < week);
  if (early)
    throw wrongDay(
      `Распечатка за неделю с ${shortDate(early.week)} не могла быть выдана ${shortDate(on)}: неделя ещё не началась.`,
    );
};

/**
 * What is marked: of a week or a class whatever may be handed over, of sheets named one by one all.
 * @throws OfficeError `sheet-unknown`, `sheet-void`, `sheet-already-issued`
 */
const toHandOver = async (
  { db, clock }: Context,
  selection: Selection,
): Promise<readonly IssuedRecord[]> => {
  const rows = await selected(db, selection);
  const isNamed = 'ids' in selection;
  if (isNamed) refuseVoid(rows);
  const waiting = rows.filter((row) => row.handedOn === null && !isVoid(row));
  const book = await weekBookOf(db);
  const seconds = await secondSheets(db, book, waiting, clock.today());
  const [first] = seconds;
  if (isNamed && first) {
    const { row, instead } = first;
    const isSchoolDay = book.isSchoolDay(row.stay.parallel);
    throw new OfficeError(
      'sheet-already-issued',
      secondHandOverRefusal(sheetWords(row, instead), isSchoolDay),
    );
  }
  const refused = new Set(seconds.map(({ id }) => id));
  return waiting.filter(({ id }) => !refused.has(id));
};

/** Marks sheets as handed over; those marked before keep their day. */
export const markHandedOver = async (
  input: Asked<'sheets.markHandedOver'>,
  context: Context,
): Promise<OperationOutput<'sheets.markHandedOver'>> => {
  const { db, clock } = context;
  const rows = await toHandOver(context, input.selection);
  if (rows.length === 0)
    throw new OfficeError(
      'nothing-to-hand-over',
      'Отмечать нечего: распечатки не напечатаны или уже выданы.',
    );
  const on = input.on ?? clock.today();
  checkDay(on, rows, clock.today());
  const ids = rows.map(({ id }) => id);
  const marked = await db('sheets').modify(where, among('id', ids)).update({ handed_on: on });
  return { marked };
};

/** Takes the mark off again. */
export const clearHandedOver = async (
  { ids }: Asked<'sheets.clearHandedOver'>,
  { db }: Context,
): Promise<void> => {
  const rows = await selected(db, { ids });
  const handed = rows.filter(({ handedOn }) => handedOn !== null).map(({ id }) => id);
  await db('sheets').modify(where, among('id', handed)).update({ handed_on: null });
};
