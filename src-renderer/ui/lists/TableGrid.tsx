import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, Ref } from 'react';
import { useEffect, useId, useImperativeHandle, useRef } from 'react';
import type { ListName, RowOf } from './columns.ts';
import type { ListStateHandle } from './list-state.ts';
import css from './table.module.css';
import { TableHead, leastWidth } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import type { ShownColumn } from './use-columns.ts';
import type { ListRows } from './use-list-rows.ts';

export const rowHeight = 32;

export interface GridSelection {
  readonly has: (index: number) => boolean;
  readonly toggle: (index: number) => void;
  readonly all: boolean;
  readonly toggleAll: () => void;
}

export interface TableGridProps<N extends ListName> {
  readonly ref?: Ref<{ readonly focus: () => void }>;
  readonly label: string;
  readonly columns: readonly ShownColumn<RowOf<N>>[];
  readonly rows: ListRows<RowOf<N>>;
  readonly handle: ListStateHandle;
  readonly onOpen?: ((row: RowOf<N>) => void) | undefined;
  readonly rowKeys?: Readonly<Record<string, (row: RowOf<N>) => void>> | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly selection: GridSelection | null;
}

const target = (key: string, at: number, pageRows: number, last: number): number | null => {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
};

/** The scrolling grid: only the rows in sight exist in the page. */
export const TableGrid = <N extends ListName>({
  ref,
  label,
  columns,
  rows,
  handle,
  onOpen,
  rowKeys,
  onRange,
  selection,
}: TableGridProps<N>): JSX.Element => {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const active = Math.min(handle.state.activeIndex, Math.max(0, rows.total - 1));
  // oxlint-disable-next-line react/incompatible-library -- no React compiler here
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The sticky head covers the first row's height of the scrolled area.
    scrollPaddingStart: rowHeight,
    initialOffset: Math.max(0, (active - 5) * rowHeight),
  });
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }), []);
  const total = columns.reduce((sum, column) => sum + leastWidth(column), selection ? 36 : 0);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const to = target(event.key, active, pageRows, rows.total - 1);
    if (to !== null) {
      event.preventDefault();
      handle.patch({ activeIndex: to });
      virtualizer.scrollToIndex(to);
    }
    const row = rows.rowAt(active);
    if (event.key === 'Enter' && row !== undefined) {
      // Otherwise the same key press would submit the form of the dialog that opens.
      event.preventDefault();
      onOpen?.(row);
    }
    const act = rowKeys?.[event.code];
    if (act && row !== undefined) {
      event.preventDefault();
      act(row);
    }
    if (event.key === ' ') {
      event.preventDefault();
      selection?.toggle(active);
    }
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={selection !== null}
      aria-activedescendant={`${id}-${active}`}
      tabIndex={0}
      className={css['scroller']}
      onKeyDown={onKeyDown}
    >
      <div className={css['grid']} role="presentation" style={{ minWidth: total }}>
        <TableHead columns={columns} handle={handle} selection={selection} />
        <div role="rowgroup" className={css['body']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <TableRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              top={start}
              row={rows.rowAt(index)}
              columns={columns}
              active={index === active}
              onActivate={() => handle.patch({ activeIndex: index })}
              {...(onOpen && { onOpen })}
              selected={selection ? selection.has(index) : null}
              onSelect={() => selection?.toggle(index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
};
