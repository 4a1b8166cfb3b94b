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
  const page: (DayCount & { readonly before: number })[] = [];
  for (const { day, n } of days) {
    if (seen >= offset + limit) break;
    if (seen + n > offset) page.push({ day, n, before: seen });
    seen += n;
  }
  const [first, last] = [page[0], page.at(-1)];
  return first && last ? { first: first.day, last: last.day, before: first.before } : null;
};
