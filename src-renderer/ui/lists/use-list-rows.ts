import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { readOperation } from '../../api/hooks.ts';
import type { ListName, RowOf } from './columns.ts';
import type { ListView } from './list-state.ts';

/** Rows fetched at once. */
export const windowSize = 100;

export type ListQuestion = Pick<ListView, 'search' | 'filters' | 'sort'>;

export interface ListRows<R> {
  readonly total: number;
  /** Undefined while the row's window is on its way. */
  readonly rowAt: (index: number) => R | undefined;
  readonly loading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Page<R> {
  readonly total: number;
  readonly rows: readonly R[];
}

/** The windows of a list that hold rows `first`–`last`, fetched as they come into sight. */
export const useListRows = <N extends ListName>(
  operation: N,
  question: ListQuestion,
  first: number,
  last: number,
): ListRows<RowOf<N>> => {
  const from = Math.floor(first / windowSize);
  const to = Math.floor(Math.max(first, last) / windowSize);
  const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  // The first window is always there: it knows the total.
  const wanted = from === 0 ? pages : [0, ...pages];
  const results = useQueries({
    queries: wanted.map((page) => {
      const input = { ...question, offset: page * windowSize, limit: windowSize };
      return {
        queryKey: [operation, input],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          readOperation(operation, input as OperationInput<N>, { signal }) as Promise<
            Page<RowOf<N>>
          >,
      };
    }),
  });
  const known = results.find(({ data }) => data)?.data?.total;
  // A new question keeps the former length until its answer comes, so that nothing jumps.
  const [lastTotal, setLastTotal] = useState(0);
  if (known !== undefined && known !== lastTotal) setLastTotal(known);
  const byPage = new Map(wanted.map((page, at) => [page, results[at]?.data?.rows]));
  return {
    total: known ?? lastTotal,
    rowAt: (index) => byPage.get(Math.floor(index / windowSize))?.[index % windowSize],
    loading: known === undefined && results.some(({ isPending }) => isPending),
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { refetch } of results) void refetch();
    },
  };
};
