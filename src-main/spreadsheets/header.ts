import { normaliseTitle, textOf } from './cells.ts';
import type { Row, Sheet } from './workbook.ts';

/** Exact normalised title, or a pattern over it. Under a common title: `over / under`. */
export type Matcher = string | RegExp;

/** Wanted columns in order of priority; the first matchers of a column are its surest names. */
export type WantedColumns<Key extends string> = Readonly<Record<Key, readonly Matcher[]>>;

/** Zero-based columns of the titles that were found. */
export type Columns<Key extends string> = Readonly<Partial<Record<Key, number>>>;

export interface Header<Key extends string> {
  /** Zero-based row of the (upper) titles. */
  readonly row: number;
  /** Zero-based row below the titles. */
  readonly firstDataRow: number;
  readonly columns: Columns<Key>;
}

export interface HeaderOptions<Key extends string> {
  /** Columns without which the row is not taken for titles. */
  readonly accept?: (columns: Columns<Key>) => boolean;
  /** Columns with such titles are treated as if they were not in the file at all. */
  readonly never?: RegExp;
  /** How many rows from the top may precede the titles. */
  readonly searchRows?: number;
}

/** Spellings under which one column may be known. */
type Titles = readonly string[];

const matches = (titles: Titles, matcher: Matcher): boolean =>
  titles.some((title) => (typeof matcher === 'string' ? title === matcher : matcher.test(title)));

const keysOf = <Key extends string>(wanted: WantedColumns<Key>): readonly Key[] => {
  const keys: Key[] = [];
  for (const key in wanted) keys.push(key);
  return keys;
};

const assignColumns = <Key extends string>(
  titles: readonly Titles[],
  wanted: WantedColumns<Key>,
): Partial<Record<Key, number>> => {
  const columns: Partial<Record<Key, number>> = {};
  const taken = new Set<number>();
  const deepest = Math.max(...Object.values<readonly Matcher[]>(wanted).map((all) => all.length));
  // Sure names of every column come before the loose names of any.
  for (let rank = 0; rank < deepest; rank += 1)
    for (const key of keysOf(wanted)) {
      const matcher = wanted[key][rank];
      if (matcher === undefined || columns[key] !== undefined) continue;
      const col = titles.findIndex((title, at) => !taken.has(at) && matches(title, matcher));
      if (col === -1) continue;
      columns[key] = col;
      taken.add(col);
    }
  return columns;
};

const singleTitles = (row: Row): readonly Titles[] =>
  row.map((cell) => {
    const title = typeof cell === 'string' ? normaliseTitle(textOf(cell)) : '';
    return title === '' ? [] : [title];
  });

/** Titles of two rows: an upper title reaches right over untitled cells that have a lower one. */
const stackedTitles = (upper: Row, lower: Row): readonly Titles[] => {
  let over = '';
  const length = Math.max(upper.length, lower.length);
  return Array.from({ length }, (_, col) => {
    const top = normaliseTitle(textOf(upper[col]));
    const under = normaliseTitle(textOf(lower[col]));
    if (top !== '') over = top;
    if (under === '') return top === '' ? [] : [top];
    return over === '' ? [under] : [`${over} / ${under}`, under];
  });
};

/** The row below may only be titles too: text cells, and at least one under an untitled cell. */
const mayBeLowerTitles = (upper: Row, lower: Row | undefined): lower is Row =>
  lower !== undefined &&
  lower.every((cell) => cell === null || typeof cell === 'string') &&
  lower.some((cell, col) => cell !== null && textOf(upper[col]) === '') &&
  lower.every((cell) => typeof cell !== 'string' || !/\d{2}/.test(cell));

/**
 * Finds the row of titles among the first rows of a sheet: the one with most of the wanted columns,
 * in any column order and spelling, possibly of two levels («Адрес → Дом»). A two-level reading
 * wins only when it explains more columns. Null when no row is accepted.
 */
export const findHeader = <Key extends string>(
  sheet: Sheet,
  wanted: WantedColumns<Key>,
  options: HeaderOptions<Key> = {},
): Header<Key> | null => {
  let best: { header: Header<Key>; score: number } | null = null;
  const last = Math.min(sheet.rows.length, options.searchRows ?? 30);
  for (let row = 0; row < last; row += 1)
    for (const header of headersAt(sheet, row, wanted, options.never)) {
      if (options.accept && !options.accept(header.columns)) continue;
      const score = Object.keys(header.columns).length;
      if (score > (best?.score ?? 0)) best = { header, score };
    }
  return best?.header ?? null;
};

const headersAt = <Key extends string>(
  sheet: Sheet,
  row: number,
  wanted: WantedColumns<Key>,
  never: RegExp | undefined,
): readonly Header<Key>[] => {
  const allowed = (titles: readonly Titles[]): readonly Titles[] =>
    never ? titles.map((all) => (all.some((title) => never.test(title)) ? [] : all)) : titles;
  const upper = sheet.rows[row] ?? [];
  const lower = sheet.rows[row + 1];
  const single = assignColumns(allowed(singleTitles(upper)), wanted);
  const found: Header<Key>[] = [{ row, firstDataRow: row + 1, columns: single }];
  if (mayBeLowerTitles(upper, lower)) {
    const columns = assignColumns(allowed(stackedTitles(upper, lower)), wanted);
    found.push({ row, firstDataRow: row + 2, columns });
  }
  return found;
};

/** Rows of numbers 1, 2, 3… printed under the titles of Russian forms. */
export const isNumberingRow = (row: Row): boolean => {
  const filled = row.filter((cell) => cell !== null);
  return filled.length > 1 && filled.every((cell, at) => textOf(cell) === String(at + 1));
};

/** A row that repeats the titles, as exports do on every printed page. */
export const repeatsHeader = <Key extends string>(
  sheet: Sheet,
  header: Header<Key>,
  row: Row,
): boolean => {
  const titles = sheet.rows[header.row] ?? [];
  let same = 0;
  for (const col of Object.values<number | undefined>(header.columns)) {
    const cell = col === undefined ? null : row[col];
    // Titles are texts: a date or a number repeats none of them.
    if (typeof cell === 'string' && cell !== '' && textOf(cell) === textOf(titles[col ?? -1]))
      same += 1;
  }
  return same >= 2;
};
