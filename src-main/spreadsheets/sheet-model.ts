/** How a column is written: ISO days become real dates, quarter-hours become hours. */
export type ColumnKind = 'text' | 'number' | 'date' | 'hours';

export interface SheetColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly kind: ColumnKind;
}

/**
 * text: as it is; number: a number (text where there is none, e.g. «н/а»);
 * date: ISO day `YYYY-MM-DD`; hours: whole quarter-hours (domain.md §2), 5 is written as 1,25.
 */
export type SheetValue = string | number | null;

/** A sheet to be written: lines above, one table, lines below. */
export interface SheetModel {
  /** Cleaned for Excel: forbidden signs dropped, at most 31 characters, unique in the workbook. */
  readonly name: string;
  /** Lines above the table; the first one is bold. */
  readonly title?: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** Lines below the table, e.g. signatures. */
  readonly notes?: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** One page wide, as many high as needed. Default true. */
  readonly fitToOnePage?: boolean;
  /** Repeat the titles on every printed page. Default true. */
  readonly printTitles?: boolean;
}
