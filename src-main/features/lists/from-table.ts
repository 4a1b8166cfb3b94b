import type { Knex } from 'knex';
import type { Condition } from '../../database/conditions.ts';
import { containing, where } from '../../database/conditions.ts';
import { searchWords } from '../../domain/names.ts';
import type { ColumnOf, FiltersOf, ListName, ListQuestion, Page, Sort } from './question.ts';
import { askedFilters } from './question.ts';

/** Lists that SQLite narrows, sorts and cuts. */

/** How the rows of a query answer a question. */
export interface TableList<F, C extends string> {
  /** Folded columns: every word occurs in one of them. Or what a word means. */
  readonly search: readonly string[] | ((word: string) => Condition);
  /** Null where the query was made for the filter already. */
  readonly filters: {
    readonly [K in keyof F]-?: ((wanted: NonNullable<F[K]>) => Condition) | null;
  };
  /** SQL of each column; all of it goes the way asked for. */
  readonly columns: { readonly [K in C]: readonly string[] };
  /** The order when none is asked. */
  readonly usual: Sort<C>;
  /** SQL of the order of rows equal in the column, whichever way it goes. */
  readonly ties: readonly string[];
}

/** The list of an operation. */
export type TableListOf<N extends ListName> = TableList<FiltersOf<N>, ColumnOf<N>>;

/** What the search and the filters ask of the rows. */
export const conditionsOf = <F extends object, C extends string>(
  { search, filters }: Pick<ListQuestion<F, C>, 'search' | 'filters'>,
  list: Pick<TableList<F, C>, 'search' | 'filters'>,
): readonly Condition[] => [
  ...(typeof list.search === 'function'
    ? searchWords(search).map(list.search)
    : containing(list.search, search)),
  ...askedFilters(filters).flatMap(({ name, wanted }) => list.filters[name]?.(wanted) ?? []),
];

/** What stands behind ORDER BY. */
export const orderOf = <C extends string>(
  sort: Sort<C> | null,
  list: Pick<TableList<never, C>, 'columns' | 'usual' | 'ties'>,
): string => {
  const { column, descending } = sort ?? list.usual;
  const asked = list.columns[column];
  // SQLite walks an index in its order only where nothing is named twice.
  const ties = list.ties.filter((tie) => !asked.includes(tie.replace(/ DESC$/u, '')));
  return [...asked.map((sql) => `${sql} ${descending ? 'DESC' : 'ASC'}`), ...ties].join(', ');
};

/** What knex selects, by name. */
export type Columns = Readonly<Record<string, string | Knex.Raw>> | readonly (string | Knex.Raw)[];

/** A page of the query `scope`, which selects nothing yet. */
export const pageFromTable = async <R, F extends object, C extends string>(
  scope: Knex.QueryBuilder,
  question: ListQuestion<F, C>,
  list: TableList<F, C>,
  columns: Columns,
): Promise<Page<R>> => {
  const query = scope.clone().modify(where, ...conditionsOf(question, list));
  const [counted]: { total: number }[] = await query.clone().count({ total: '*' });
  const rows: R[] = await query
    .select(columns)
    .orderByRaw(orderOf(question.sort, list))
    .offset(question.offset)
    .limit(question.limit);
  return { total: counted?.total ?? 0, rows };
};
