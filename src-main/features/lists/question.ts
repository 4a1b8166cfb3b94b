import type { OperationName } from '../../contract/operations.ts';
import type { Asked } from '../context.ts';

/** What every list is asked (`listInput` of the contract), and what it answers. */

export interface Sort<C extends string> {
  readonly column: C;
  readonly descending: boolean;
}

export interface ListQuestion<F, C extends string> {
  readonly search: string;
  readonly filters: F;
  readonly sort: Sort<C> | null;
  readonly offset: number;
  readonly limit: number;
}

/** Every row, as one page; the export of the lists asks for as many. */
export const wholeList = { offset: 0, limit: 1_000_000 } as const;

export interface Page<R> {
  readonly total: number;
  readonly rows: readonly R[];
}

export const rowsAs = <A, B>({ total, rows }: Page<A>, asRow: (row: A) => B): Page<B> => ({
  total,
  rows: rows.map(asRow),
});

/** Operations that are lists. */
export type ListName = {
  [N in OperationName]: Asked<N> extends ListQuestion<object, string> ? N : never;
}[OperationName];

export type FiltersOf<N extends ListName> = Asked<N>['filters'];
export type ColumnOf<N extends ListName> = NonNullable<Asked<N>['sort']>['column'];

/** Filters that were asked with their values; null asks nothing, like an absent one. */
export const askedFilters = <F extends object>(filters: F) =>
  (Object.keys(filters) as (keyof F)[]).flatMap((name) => {
    const wanted = filters[name];
    return wanted === undefined || wanted === null ? [] : [{ name, wanted }];
  });
