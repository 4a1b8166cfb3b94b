import { compareClassNames } from '../../domain/classes.ts';

/** Orders of rows. What is empty comes first, as in SQL. */

export type Compare<R> = (a: R, b: R) => number;

const { compare: compareRussian } = new Intl.Collator('ru', { numeric: true });

/** In the Russian alphabet; numbers inside the text by their value. */
export const byText =
  <R>(of: (row: R) => string | null): Compare<R> =>
  (a, b) =>
    compareRussian(of(a) ?? '', of(b) ?? '');

const compareValues = <V extends string | number>(a: V | null, b: V | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
};

export const byNumber =
  <R>(of: (row: R) => number | null): Compare<R> =>
  (a, b) =>
    compareValues(of(a), of(b));

/** ISO dates and times. */
export const byTime =
  <R>(of: (row: R) => string | null): Compare<R> =>
  (a, b) =>
    compareValues(of(a), of(b));

/** «2А», «10А»; what is no class comes last. */
export const byClass =
  <R>(of: (row: R) => string | null): Compare<R> =>
  (a, b) =>
    compareClassNames(of(a) ?? '', of(b) ?? '');

/** By the first of them that tells the rows apart. */
export const inTurn =
  <R>(...orders: readonly Compare<R>[]): Compare<R> =>
  (a, b) => {
    for (const order of orders) {
      const way = order(a, b);
      if (way !== 0) return way;
    }
    return 0;
  };

export const reversed =
  <R>(order: Compare<R>): Compare<R> =>
  (a, b) =>
    order(b, a);
