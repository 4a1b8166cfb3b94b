import type { Knex } from 'knex';
import { weekTitle } from '../../domain/cadence-wording.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { registerRows, weekBookOf } from './due-rows.ts';
import { lastDayOfSchool } from './week-book.ts';
import { earlierWeeks } from './selection.ts';
import { suggestedWeekOf } from './weeks.ts';

/** What other features may read of weekly sheets. */

export { renumberSheets } from './merge-guard.ts';
export { guardSheetOrder } from './undo-guard.ts';

export interface SheetDebts {
  /** Monday of the week to work on; null before the first school week. */
  readonly week: IsoDate | null;
  readonly title: string | null;
  /** Of that week, in time. */
  readonly waiting: number;
  /** Of the school year to this week. */
  readonly notPrinted: number;
  readonly notHanded: number;
}

/** What the school owes to families on paper (S2 §7), for the home screen. */
export const sheetDebts = async (db: Knex, today: IsoDate): Promise<SheetDebts> => {
  const book = await weekBookOf(db);
  const week = suggestedWeekOf(book, today);
  if (week === null) return { week, title: null, waiting: 0, notPrinted: 0, notHanded: 0 };
  const weeks = [...earlierWeeks(book, week), week];
  const rows = await registerRows(db, book, { weeks, everyone: false, today });
  const count = (status: string): number => rows.filter(({ due }) => due.status === status).length;
  return {
    week,
    title: weekTitle(week, lastDayOfSchool(book, week)),
    waiting: rows.filter(({ due }) => due.week === week && due.status === 'owed').length,
    notPrinted: count('not-printed'),
    notHanded: count('not-handed'),
  };
};
