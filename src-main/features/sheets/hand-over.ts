import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, where } from '../../database/conditions.ts';
import { mondayOf } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Asked, Context } from '../context.ts';
import type { SheetRecord } from './repository.ts';
import { sheetUnknown } from './repository.ts';

type Marked = Pick<SheetRecord, 'id' | 'week' | 'handedOn'>;

type Selection = Asked<'sheets.markHandedOver'>['selection'];

const selected = async (db: Knex, selection: Selection): Promise<readonly Marked[]> => {
  const query = db('sheets').select({ id: 'id', week: 'week_starts_on', handedOn: 'handed_on' });
  if ('ids' in selection) {
    const rows: Marked[] = await query.modify(where, among('id', selection.ids));
    if (rows.length < new Set(selection.ids).size) throw sheetUnknown();
    return rows;
  }
  void query.where({ week_starts_on: mondayOf(selection.week) });
  if (selection.classId !== undefined) void query.where({ class_id: selection.classId });
  return query;
};

const wrongDay = (message: string) => fieldError('date-wrong', 'on', message);

/**
 * A sheet cannot be handed over before its week or on a day to come. The day of the print is not
 * asked: it may have been stamped by a clock that has since been put right.
 */
const checkDay = (on: IsoDate, rows: readonly Marked[], today: IsoDate): void => {
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

/** Marks sheets as handed over; those marked before keep their day. */
export const markHandedOver = async (
  input: Asked<'sheets.markHandedOver'>,
  { db, clock }: Context,
): Promise<OperationOutput<'sheets.markHandedOver'>> => {
  const rows = (await selected(db, input.selection)).filter(({ handedOn }) => handedOn === null);
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
