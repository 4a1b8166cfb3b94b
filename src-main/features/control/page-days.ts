import type { IsoDate } from '../../domain/dates.ts';

export interface DayCount {
  readonly day: IsoDate;
  /** Rows of the day. */
  readonly n: number;
}

/** The days a page of rows lies in. */
export interface PageDays {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Rows of the days before the first one. */
  readonly before: number;
}

/**
 * Which of the days, in the order of the list, hold the rows from `offset` on; null past the last
 * row. Only the lessons of these days are then looked at.
 */
export const pageDays = (
  days: readonly DayCount[],
  offset: number,
  limit: number,
): PageDays | null => {
  let seen = 0;
  let found: PageDays | null = null;
  for (const { day, n } of days) {
    if (seen >= offset + limit) break;
    if (seen + n > offset)
      found = found ? { ...found, last: day } : { first: day, last: day, before: seen };
    seen += n;
  }
  return found;
};
