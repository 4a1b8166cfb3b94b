/** Geometry both renderers share: column widths, cell places under spans, pages of a section. */

import type { Block, Section, TableColumn, TableRow } from './model.ts';
import { pageBox } from './paper.ts';
import type { PaperSettings } from './paper.ts';

/** Widths of the columns, millimetres: the fixed ones as given, the shares divide the rest. */
export const columnWidthsMm = (
  columns: readonly TableColumn[],
  totalMm: number,
): readonly number[] => {
  const fixed = columns.reduce((sum, { width }) => sum + ('mm' in width ? width.mm : 0), 0);
  const shares = columns.reduce((sum, { width }) => sum + ('share' in width ? width.share : 0), 0);
  if (fixed > totalMm + 0.01 || (shares > 0 && fixed >= totalMm)) {
    throw new Error(`Fixed columns take ${fixed} mm of ${totalMm} mm`);
  }
  const unit = shares === 0 ? 0 : (totalMm - fixed) / shares;
  return columns.map(({ width }) => ('mm' in width ? width.mm : width.share * unit));
};

const hasSpans = (rows: readonly TableRow[]): boolean =>
  rows.some((cells) =>
    cells.some(({ colSpan = 1, rowSpan = 1 }) => colSpan !== 1 || rowSpan !== 1),
  );

const placeRow = (cells: TableRow, busy: number[], columnCount: number): readonly number[] => {
  let at = 0;
  const places = cells.map(({ colSpan = 1, rowSpan = 1 }) => {
    while ((busy[at] ?? 0) > 0) at += 1;
    const place = at;
    for (let i = 0; i < colSpan; i += 1) busy[place + i] = rowSpan;
    at += colSpan;
    return place;
  });
  const covered = busy.filter((left) => left > 0).length;
  if (covered !== columnCount || busy.length !== columnCount) {
    throw new Error(`A row covers ${covered} columns of ${columnCount}`);
  }
  for (let i = 0; i < busy.length; i += 1) busy[i] = (busy[i] ?? 0) - 1;
  return places;
};

/**
 * The column each cell begins in, row by row; undefined where no cell spans, so a cell's place is
 * its index. A row that does not fill the table exactly is a bug of the form and throws.
 */
export const cellColumns = (
  rows: readonly TableRow[],
  columnCount: number,
): readonly (readonly number[])[] | undefined => {
  if (!hasSpans(rows)) {
    const wrong = rows.find((cells) => cells.length !== columnCount);
    if (wrong) throw new Error(`A row has ${wrong.length} cells for ${columnCount} columns`);
    return undefined;
  }
  const busy: number[] = Array.from({ length: columnCount }, () => 0);
  const places = rows.map((cells) => placeRow(cells, busy, columnCount));
  if (busy.some((left) => left > 0)) throw new Error('A cell spans past the last row');
  return places;
};

/** Least height of a row, millimetres, 0 where its text decides. */
export const rowHeightMm = (cells: TableRow): number =>
  cells.reduce(
    (most, { minHeightMm = 0, rowSpan = 1 }) => Math.max(most, minHeightMm / rowSpan),
    0,
  );

/** Whether a row stays on the page of the row above it. */
export const isKeptWithAbove = (cells: TableRow): boolean =>
  cells.some(({ keepWithAbove }) => keepWithAbove === true);

/** The blocks between page breaks; breaks that would leave an empty page at an end are dropped. */
export const splitPages = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const pages: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'pageBreak') pages.push([]);
    else pages.at(-1)?.push(block);
  }
  return pages.filter((page) => page.length > 0);
};

/** The paper of one section: its own margins where it has them. */
export const sectionPaper = ({ margins }: Section, paper: PaperSettings): PaperSettings =>
  margins === undefined ? paper : { ...paper, margins };

/** Width left for the blocks of a section, millimetres. */
export const sectionWidthMm = (section: Section, paper: PaperSettings): number =>
  pageBox(sectionPaper(section, paper), section.orientation).contentWidthMm;

/**
 * Whether the section's first page goes without a number: `from-second` at the document's start
 * or where the count begins anew. A section that goes on with the numbers shows them at once.
 */
export const skipsFirstNumber = (section: Section, index: number): boolean =>
  section.pageNumbers === 'from-second' && (index === 0 || section.startPageNumber !== undefined);
