import { Alert, Button } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { messageOf } from '../../api/toasts.tsx';
import { buttons, table as text } from '../../strings/common.ts';
import { EmptyState } from '../EmptyState.tsx';
import type { ListColumn, ListName, RowOf } from './columns.ts';
import { exportList } from './export-list.ts';
import type { ListDefaults } from './list-state.ts';
import { useListState } from './list-state.ts';
import css from './table.module.css';
import type { GridSelection } from './TableGrid.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableToolbar } from './TableToolbar.tsx';
import { useColumns } from './use-columns.ts';
import type { ListRows } from './use-list-rows.ts';
import { useListRows } from './use-list-rows.ts';

export interface EmptyList {
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}

export interface TableSelection<R> {
  readonly rows: readonly R[];
  readonly onChange: (rows: readonly R[]) => void;
}

export interface DataTableProps<N extends ListName> {
  /** List operation that answers windows of rows. */
  readonly operation: N;
  /** Name of the list: of its saved views and of the XLSX sheet's title. */
  readonly title: string;
  /** Key of saved views; absent = the operation's name. */
  readonly list?: string;
  /** Keep it outside the component or in useMemo: new columns make a new table. */
  readonly columns: readonly ListColumn<RowOf<N>>[];
  readonly rowKey: (row: RowOf<N>) => number;
  readonly onOpen?: (row: RowOf<N>) => void;
  /** What a key does with the row under the cursor, by `event.code`, e.g. `Delete`, `F8`. */
  readonly rowKeys?: Readonly<Record<string, (row: RowOf<N>) => void>>;
  /** Filters of the screen itself, e.g. one student's rows; the user cannot take them off. */
  readonly fixedFilters?: Readonly<Record<string, unknown>>;
  /** Filters that a saved view or a link may still hold and the list has no more; stable, too. */
  readonly goneFilters?: readonly string[];
  readonly initial?: ListDefaults;
  /** Buttons before «views». */
  readonly actions?: ReactNode;
  readonly empty?: EmptyList;
  readonly selection?: TableSelection<RowOf<N>>;
}

const noFilters = {};

const useSelection = <R,>(
  selection: TableSelection<R> | undefined,
  rows: ListRows<R>,
  rowKey: (row: R) => number,
): GridSelection | null => {
  if (!selection) return null;
  const keys = new Set(selection.rows.map(rowKey));
  const loaded = Array.from({ length: Math.min(rows.total, 5000) }, (_, at) => rows.rowAt(at));
  const shown = loaded.filter((row) => row !== undefined);
  const all = shown.length > 0 && shown.every((row) => keys.has(rowKey(row)));
  return {
    all,
    toggleAll: () => selection.onChange(all ? [] : shown),
    has(index) {
      const row = rows.rowAt(index);
      return row !== undefined && keys.has(rowKey(row));
    },
    toggle(index) {
      const row = rows.rowAt(index);
      if (row === undefined) return;
      const key = rowKey(row);
      selection.onChange(
        keys.has(key)
          ? selection.rows.filter((item) => rowKey(item) !== key)
          : [...selection.rows, row],
      );
    },
  };
};

const Nothing = ({
  filtered,
  empty,
  onReset,
}: {
  readonly filtered: boolean;
  readonly empty: EmptyList | undefined;
  readonly onReset: () => void;
}): JSX.Element =>
  filtered ? (
    <EmptyState
      icon="search"
      title={text.nothingFound}
      hint={text.nothingFoundHint}
      action={
        <Button variant="default" onClick={onReset}>
          {text.clearFilters}
        </Button>
      }
    />
  ) : (
    <EmptyState icon="sheet" {...(empty ?? { title: text.empty })} />
  );

/** The one table of the program: any list operation, any number of rows. */
export const DataTable = <N extends ListName>(props: DataTableProps<N>): JSX.Element => {
  const { operation, title, list = operation, columns, fixedFilters = noFilters } = props;
  const handle = useListState(list, columns, props.initial ?? noFilters);
  const { search, filters: asked, sort } = handle.state;
  const gone = props.goneFilters;
  const filters = useMemo(
    () =>
      gone
        ? Object.fromEntries(Object.entries(asked).filter(([key]) => !gone.includes(key)))
        : asked,
    [asked, gone],
  );
  const question = useMemo(
    () => ({ search, filters: { ...filters, ...fixedFilters }, sort }),
    [search, filters, fixedFilters, sort],
  );
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 0]);
  const onRange = useCallback((from: number, to: number) => setRange([from, to]), []);
  const rows = useListRows(operation, question, first, last);
  const shownColumns = useColumns(columns, handle);
  const selection = useSelection(props.selection, rows, props.rowKey);
  const [exporting, setExporting] = useState(false);
  const grid = useRef<{ readonly focus: () => void }>(null);
  const isFiltered = search !== '' || Object.keys(filters).length > 0;
  const exportAll = (): void => {
    setExporting(true);
    const visible = shownColumns.map(({ column }) => column);
    void exportList(operation, title, visible, question).finally(() => setExporting(false));
  };

  return (
    <div className={css['root']}>
      <TableToolbar
        list={list}
        columns={columns}
        handle={handle}
        onDown={() => grid.current?.focus()}
        onExport={exportAll}
        exporting={exporting}
        actions={props.actions}
      />
      {rows.error && (
        <Alert color="red" role="alert">
          {messageOf(rows.error)}{' '}
          <Button variant="subtle" size="compact-xs" onClick={rows.retry}>
            {buttons.retry}
          </Button>
        </Alert>
      )}
      <div className={css['frame']}>
        {rows.total > 0 || rows.loading ? (
          <TableGrid
            ref={grid}
            label={title}
            columns={shownColumns}
            rows={rows.loading ? { ...rows, total: Math.max(rows.total, 8) } : rows}
            handle={handle}
            onOpen={props.onOpen}
            rowKeys={props.rowKeys}
            onRange={onRange}
            selection={selection}
          />
        ) : (
          <div className={css['center']}>
            <Nothing
              filtered={isFiltered}
              empty={props.empty}
              onReset={() => handle.patch({ search: '', filters: {}, activeIndex: 0 })}
            />
          </div>
        )}
        <div className={css['foot']} role="status">
          <span>{rows.loading ? '' : text.rows(rows.total)}</span>
          {props.selection && props.selection.rows.length > 0 && (
            <span>{text.selected(props.selection.rows.length)}</span>
          )}
        </div>
      </div>
    </div>
  );
};
