import type { Place } from './grid-cells.ts';

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight: the step of PageUp and PageDown. */
  readonly page: number;
}

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Tab goes along the rows; past the last cell (or before the first) it leaves the grid. */
const tabbed = ({ row, column }: Place, step: 1 | -1, { rows, columns }: Extent): Place | null => {
  const index = row * columns + column + step;
  return index < 0 || index >= rows * columns
    ? null
    : { row: Math.floor(index / columns), column: index % columns };
};

/** Where a key moves the cursor; null when it does not, or when Tab should leave the grid. */
export const placeAfter = (at: Place, press: Press, extent: Extent): Place | null => {
  const { row, column } = at;
  const { rows, columns, page } = extent;
  const { key, shiftKey, ctrlKey } = press;
  if (key === 'Tab') return tabbed(at, shiftKey ? -1 : 1, extent);
  const moves: Readonly<Record<string, Place>> = {
    ArrowDown: { row: ctrlKey ? rows : row + 1, column },
    ArrowUp: { row: ctrlKey ? 0 : row - 1, column },
    ArrowRight: { row, column: ctrlKey ? columns : column + 1 },
    ArrowLeft: { row, column: ctrlKey ? 0 : column - 1 },
    Enter: { row: shiftKey ? row - 1 : row + 1, column },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows : row, column: columns },
  };
  const to = moves[key];
  return to === undefined
    ? null
    : { row: within(to.row, rows), column: within(to.column, columns) };
};
