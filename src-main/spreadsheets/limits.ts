/** Bounds within which a file is read; a school's largest exports stay far below them. */
export interface ReadLimits {
  /** Bytes on disk. */
  readonly fileBytes: number;
  /** Bytes of all zip entries together after inflating. */
  readonly inflatedBytes: number;
  /** Files inside a zip. */
  readonly zipEntries: number;
  /** Inflated to packed, judged only above `ratioFromBytes` (empty styled sheets pack very well). */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Rows of one sheet. */
  readonly sheetRows: number;
  /** Filled cells of the whole file. */
  readonly cells: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  inflatedBytes: 400 * 1024 * 1024,
  zipEntries: 10_000,
  ratio: 200,
  ratioFromBytes: 64 * 1024 * 1024,
  sheetRows: 200_000,
  cells: 5_000_000,
};
