import { fold, searchWords } from '../../domain/names.ts';
import type { Compare } from './order.ts';
import { inTurn, reversed } from './order.ts';
import type { ColumnOf, FiltersOf, ListName, ListQuestion, Page, Sort } from './question.ts';
import { askedFilters } from './question.ts';

/** Lists whose rows have to be computed before they can be told apart. */

/** How the rows `R` answer a question. */
export interface MemoryList<R, F, C extends string> {
  /** What is searched: every word of the search occurs in it. */
  readonly search: (row: R) => string;
  /** Whether a row fits what is wanted; null where the rows were made for the filter already. */
  readonly filters: {
    readonly [K in keyof F]-?: ((row: R, wanted: NonNullable<F[K]>) => boolean) | null;
  };
  /** Null: the order the rows come in. */
  readonly columns: { readonly [K in C]: Compare<R> | null };
  /** The order when none is asked; null = that of the rows. */
  readonly usual: Sort<C> | null;
  /** The order of rows equal in the column, whichever way it goes. */
  readonly ties?: Compare<R>;
}

/** The list of an operation. */
export type MemoryListOf<N extends ListName, R> = MemoryList<R, FiltersOf<N>, ColumnOf<N>>;

/** The row has exactly this value. */
export const is =
  <R, V>(of: (row: R) => V) =>
  (row: R, wanted: V): boolean =>
    of(row) === wanted;

const inOrder = <R, C extends string>(
  rows: readonly R[],
  sort: Sort<C> | null,
  { columns, ties }: Pick<MemoryList<R, never, C>, 'columns' | 'ties'>,
): readonly R[] => {
  if (sort === null) return rows;
  const column = columns[sort.column];
  if (column === null) return sort.descending ? rows.toReversed() : rows;
  const way = sort.descending ? reversed(column) : column;
  return rows.toSorted(ties ? inTurn(way, ties) : way);
};

/** Rows that fit the search and the filters, in the order asked for. */
export const rowsFound = <R, F extends object, C extends string>(
  rows: readonly R[],
  { search, filters, sort }: Omit<ListQuestion<F, C>, 'offset' | 'limit'>,
  list: MemoryList<R, F, C>,
): readonly R[] => {
  const words = searchWords(search);
  const wanted = askedFilters(filters);
  const found = rows.filter((row) => {
    if (!wanted.every((one) => list.filters[one.name]?.(row, one.wanted) ?? true)) return false;
    if (words.length === 0) return true;
    const text = fold(list.search(row));
    return words.every((word) => text.includes(word));
  });
  return inOrder(found, sort ?? list.usual, list);
};

/** A page of the rows that are asked for. */
export const pageInMemory = <R, F extends object, C extends string>(
  rows: readonly R[],
  question: ListQuestion<F, C>,
  list: MemoryList<R, F, C>,
): Page<R> => {
  const found = rowsFound(rows, question, list);
  const { offset, limit } = question;
  return { total: found.length, rows: found.slice(offset, offset + limit) };
};
