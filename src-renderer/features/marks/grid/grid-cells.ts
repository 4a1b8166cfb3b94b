/** The typing grid as it draws: what stands where, whatever its rows and columns mean. */

export interface GridColumn {
  readonly key: string;
  /** The large line of the head: a day. */
  readonly head: string;
  /** The small line under it: a month, a weekday; empty = none. */
  readonly sub: string;
  /** Whole name for screen readers and the tooltip. */
  readonly title: string;
}

/** A place where marks may stand: one student at one lesson. */
export interface GridCell {
  /** Says to the screen what the cell is; stable while the grid is shown. */
  readonly key: string;
  /** As it was typed or as the source wrote it; empty when nothing stands there. */
  readonly text: string;
  /** A code no table knows stands in it. */
  readonly unknown: boolean;
}

export interface GridRow {
  readonly key: string;
  readonly title: string;
  /** A small line after the title; empty = none. */
  readonly note: string;
  /** Mean of the marks in words; null when the grid shows none. */
  readonly average: string | null;
  /** One for each column; null where nothing can be typed. */
  readonly cells: readonly (GridCell | null)[];
}

/** A cell that was left but is not in the base yet, or could not be saved. */
export interface UnsavedCell {
  readonly text: string;
  /** Why it was refused, in Russian; null while it is on its way. */
  readonly problem: string | null;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}
