import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { table as text } from '../../strings/common.ts';
import { Icon } from '../icons.tsx';
import { isNumeric, sortKey } from './columns.ts';
import { FilterPopover } from './FilterPopover.tsx';
import type { ListSort, ListStateHandle } from './list-state.ts';
import css from './table.module.css';
import type { ShownColumn } from './use-columns.ts';

type Sized<R> = Pick<ShownColumn<R>, 'width' | 'grows' | 'shrinks'>;

/** Below this a text cannot be read, and above it there is something to give up. */
const readable = 110;

/** In a narrow window a column gives room up, down to this. */
export const leastWidth = <R,>({ width, grows, shrinks }: Sized<R>): number => {
  if (grows) return Math.min(width, 140);
  return shrinks && width > readable ? Math.max(readable, Math.round(width * 0.72)) : width;
};

/** Inline size of a cell; a growing column takes the room that is left. */
export const cellSize = <R,>(shown: Sized<R>) => ({
  flex: `${shown.grows ? 1 : 0} 1 ${shown.width}px`,
  minWidth: leastWidth(shown),
});

const nextSort = (sort: ListSort | null, column: string): ListSort | null => {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
};

const ariaSort = (sort: ListSort | null, key: string | null) => {
  if (key === null) return undefined;
  if (sort?.column !== key) return 'none' as const;
  return sort.descending ? ('descending' as const) : ('ascending' as const);
};

interface HeadCellProps<R> {
  readonly shown: ShownColumn<R>;
  readonly index: number;
  readonly handle: ListStateHandle;
}

const HeadTitle = <R,>({ shown, handle }: Omit<HeadCellProps<R>, 'index'>): JSX.Element => {
  const { sort } = handle.state;
  const key = sortKey(shown.column);
  const title = <span className={css['headText']}>{shown.column.title}</span>;
  if (key === null) return <span className={css['headTitle']}>{title}</span>;
  return (
    <button
      type="button"
      className={css['headTitle']}
      title={shown.column.title}
      onClick={() => handle.patch({ sort: nextSort(sort, key), activeIndex: 0 })}
    >
      {title}
      {sort?.column === key && <Icon name={sort.descending ? 'arrowDown' : 'arrowUp'} size={13} />}
    </button>
  );
};

const Resizer = <R,>({ shown }: { readonly shown: ShownColumn<R> }): JSX.Element => (
  <button
    type="button"
    tabIndex={-1}
    aria-label={text.resize(shown.column.title)}
    className={`${css['resizer']} ${shown.resizing ? css['resizing'] : ''}`}
    onMouseDown={shown.onResizeStart}
    onTouchStart={shown.onResizeStart}
    onKeyDown={(event) => {
      if (event.key === 'ArrowLeft') shown.resizeBy(-16);
      if (event.key === 'ArrowRight') shown.resizeBy(16);
    }}
  />
);

export interface TableHeadProps<R> {
  readonly columns: readonly ShownColumn<R>[];
  readonly handle: ListStateHandle;
  readonly selection: { readonly all: boolean; readonly toggleAll: () => void } | null;
}

/** Heads of the columns: sort by a click, filter behind the funnel, width by the edge. */
export const TableHead = <R,>({ columns, handle, selection }: TableHeadProps<R>): JSX.Element => (
  <div role="row" aria-rowindex={1} className={css['head']}>
    {selection && (
      <div role="columnheader" className={css['check']} aria-label={text.selectAll}>
        <Checkbox
          size="xs"
          aria-label={text.selectAll}
          checked={selection.all}
          onChange={selection.toggleAll}
        />
      </div>
    )}
    {columns.map((shown, index) => (
      <div
        key={shown.column.key}
        role="columnheader"
        aria-colindex={index + 1}
        aria-sort={ariaSort(handle.state.sort, sortKey(shown.column))}
        className={`${css['headCell']} ${isNumeric(shown.column) ? css['right'] : ''}`}
        style={cellSize(shown)}
      >
        <HeadTitle shown={shown} handle={handle} />
        <FilterPopover
          column={shown.column}
          values={handle.state.filters}
          setFilter={handle.setFilter}
        />
        <Resizer shown={shown} />
      </div>
    ))}
  </div>
);
