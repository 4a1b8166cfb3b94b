import type { ColumnDef } from '@tanstack/react-table';
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { isNumeric } from './columns.ts';
import type { ListColumn } from './columns.ts';
import type { ListStateHandle } from './list-state.ts';

const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
});

/** Rows live in windows of the query cache; the table keeps the columns only. */
const noRows: never[] = [];

export interface ShownColumn<R> {
  readonly column: ListColumn<R>;
  readonly width: number;
  readonly grows: boolean;
  /** Gives room up in a narrow window: a text whose width the user has not set. */
  readonly shrinks: boolean;
  readonly resizing: boolean;
  readonly onResizeStart: (event: unknown) => void;
  readonly resizeBy: (pixels: number) => void;
}

const minWidth = 56;

/** Visible columns with their widths, after the user's hiding and resizing. */
export const useColumns = <R>(
  columns: readonly ListColumn<R>[],
  { state, patch }: ListStateHandle,
): readonly ShownColumn<R>[] => {
  const definitions = useMemo(
    () =>
      columns.map(({ key, title, width = 140 }): ColumnDef<typeof features, never> => ({
        id: key,
        header: title,
        size: width,
        minSize: minWidth,
        maxSize: 1200,
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnVisibility: { ...state.visibility }, columnSizing: { ...state.sizing } },
    onColumnSizingChange: (change) =>
      patch({ sizing: typeof change === 'function' ? change({ ...state.sizing }) : change }),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const shown = headers.flatMap((header) => {
    const column = byKey.get(header.column.id);
    return column ? [{ header, column }] : [];
  });
  const growing = shown.some(({ column }) => column.grow);
  return shown.map(({ header, column }, at) => ({
    column,
    width: header.getSize(),
    shrinks: state.sizing[column.key] === undefined && !isNumeric(column),
    grows: growing ? column.grow === true : at === shown.length - 1,
    resizing: header.column.getIsResizing(),
    onResizeStart: header.getResizeHandler(),
    resizeBy: (pixels) =>
      patch({
        sizing: { ...state.sizing, [column.key]: Math.max(minWidth, header.getSize() + pixels) },
      }),
  }));
};
