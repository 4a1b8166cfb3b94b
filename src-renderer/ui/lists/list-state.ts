import { useCallback, useState } from 'react';
import type { ListColumn } from './columns.ts';

export interface ListSort {
  readonly column: string;
  readonly descending: boolean;
}

/** What a saved view keeps of a list. */
export interface ListView {
  readonly search: string;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly sort: ListSort | null;
  readonly visibility: Readonly<Record<string, boolean>>;
  readonly sizing: Readonly<Record<string, number>>;
}

export interface ListState extends ListView {
  readonly activeIndex: number;
}

export interface ListStateHandle {
  readonly state: ListState;
  readonly patch: (part: Partial<ListState>) => void;
  readonly setFilter: (key: string, value: unknown) => void;
  readonly reset: () => void;
}

/** Lists as they were left, so that «back» from a card finds the same rows. */
const memory = new Map<string, ListState>();

export interface ListDefaults {
  readonly sort?: ListSort | null;
  /** Filters of a link that leads to the list; they win over what was left. */
  readonly filters?: Readonly<Record<string, unknown>>;
}

const defaultState = <R>(columns: readonly ListColumn<R>[], defaults: ListDefaults): ListState => ({
  search: '',
  filters: defaults.filters ?? {},
  sort: defaults.sort ?? null,
  visibility: Object.fromEntries(
    columns.filter(({ hidden }) => hidden).map(({ key }) => [key, false]),
  ),
  sizing: {},
  activeIndex: 0,
});

/** Search, filters, sort and columns of one list of the window. */
export const useListState = <R>(
  list: string,
  columns: readonly ListColumn<R>[],
  defaults: ListDefaults,
): ListStateHandle => {
  const [state, setState] = useState<ListState>(() =>
    defaults.filters
      ? defaultState(columns, defaults)
      : (memory.get(list) ?? defaultState(columns, defaults)),
  );
  const update = useCallback(
    (change: (state: ListState) => ListState) =>
      setState((former) => {
        const next = change(former);
        memory.set(list, next);
        return next;
      }),
    [list],
  );
  const patch = useCallback(
    (part: Partial<ListState>) => update((former) => ({ ...former, ...part })),
    [update],
  );
  const setFilter = useCallback(
    (key: string, value: unknown) =>
      update((former) => {
        const { [key]: _old, ...rest } = former.filters;
        const filters = value === undefined || value === '' ? rest : { ...rest, [key]: value };
        return { ...former, filters, activeIndex: 0 };
      }),
    [update],
  );
  const reset = useCallback(
    () => update(() => defaultState(columns, { sort: defaults.sort ?? null })),
    [update, columns, defaults.sort],
  );
  return { state, patch, setFilter, reset };
};
