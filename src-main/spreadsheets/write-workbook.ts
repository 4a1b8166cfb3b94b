import { writeXlsx } from 'hucre/xlsx';
import type { CellStyle, CellValue, NamedRange, WriteSheet } from 'hucre';
import { rowHeights } from './row-heights.ts';
import { columnLetters } from './workbook.ts';
import { BODY, FONT, HEADER, LINE, TITLE } from './sheet-styles.ts';
import type { ColumnKind, SheetColumn, SheetModel, SheetValue } from './sheet-model.ts';

export type { SheetModel, SheetValue } from './sheet-model.ts';

/** Control characters cannot stand in XML; tab, line feed and carriage return can. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Longest text of a cell, a bound of the format. */
const MAX_TEXT = 32_767;

const clean = (text: string): string => text.replace(FORBIDDEN, '').slice(0, MAX_TEXT);

/** Excel counts days from 30 December 1899 for every date after February 1900. */
const utcDate = (text: string): Date | null => {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) ? date : null;
};

const written = (value: SheetValue, kind: ColumnKind): CellValue => {
  if (value === null) return null;
  if (typeof value === 'number') return kind === 'hours' ? value / 4 : value;
  return (kind === 'date' ? utcDate(value) : null) ?? clean(value);
};

interface NamedSheet {
  readonly name: string;
  readonly sheet: SheetModel;
}

/** Sheet names: no `\ / ? * [ ] :`, no apostrophe at the ends, 31 characters, unique. */
const withNames = (sheets: readonly SheetModel[]): readonly NamedSheet[] => {
  const used = new Set<string>();
  return sheets.map((sheet) => {
    const base = clean(sheet.name)
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/\s+/g, ' ');
    const name =
      base
        .replace(/^[' ]+|[' ]+$/g, '')
        .slice(0, 31)
        .trim() || 'Лист';
    let unique = name;
    for (let n = 2; used.has(unique.toLowerCase()); n += 1) {
      const tail = ` (${n})`;
      unique = name.slice(0, 31 - tail.length) + tail;
    }
    used.add(unique.toLowerCase());
    return { name: unique, sheet };
  });
};

/** Where the parts of a sheet stand, zero-based rows. */
interface Layout {
  readonly header: number;
  readonly lastData: number;
  readonly notes: number;
  readonly last: number;
  readonly lastCol: number;
}

const layoutOf = (sheet: SheetModel): Layout => {
  const above = sheet.title?.length ?? 0;
  const header = above === 0 ? 0 : above + 1;
  const lastData = header + sheet.rows.length;
  const below = sheet.notes?.length ?? 0;
  const notes = lastData + 2;
  const lastCol = Math.max(sheet.columns.length - 1, 0);
  return { header, lastData, notes, last: below === 0 ? lastData : notes + below - 1, lastCol };
};

const rowsOf = (sheet: SheetModel): CellValue[][] => {
  const title = (sheet.title ?? []).map((text) => [clean(text)]);
  const header = sheet.columns.map((column) => clean(column.title));
  const data = sheet.rows.map((row) =>
    sheet.columns.map((column, col) => written(row[col] ?? null, column.kind)),
  );
  const notes = (sheet.notes ?? []).map((text) => [clean(text)]);
  return [
    ...title,
    ...(title.length > 0 ? [[]] : []),
    header,
    ...data,
    ...(notes.length > 0 ? [[], ...notes] : []),
  ];
};

type StyledCells = Map<string, { value: CellValue; style: CellStyle }>;

/** Columns style every row below the titles; titles, heading and notes get styles of their own. */
const styledCells = (sheet: SheetModel, layout: Layout): StyledCells => {
  const cells: StyledCells = new Map();
  (sheet.title ?? []).forEach((text, row) =>
    cells.set(`${row},0`, { value: clean(text), style: row === 0 ? TITLE : LINE }),
  );
  sheet.columns.forEach((column, col) =>
    cells.set(`${layout.header},${col}`, { value: clean(column.title), style: HEADER }),
  );
  (sheet.notes ?? []).forEach((text, at) =>
    cells.set(`${layout.notes + at},0`, { value: clean(text), style: LINE }),
  );
  return cells;
};

/** Free lines reach over the whole table. */
const mergesOf = (sheet: SheetModel, layout: Layout): WriteSheet['merges'] => {
  const rows = [
    ...(sheet.title ?? []).map((_, row) => row),
    ...(sheet.notes ?? []).map((_, at) => layout.notes + at),
  ];
  return layout.lastCol === 0
    ? []
    : rows.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: layout.lastCol }));
};

const pageSetup = (sheet: SheetModel): WriteSheet['pageSetup'] => ({
  paperSize: 'a4',
  orientation: sheet.orientation,
  margins: { left: 0.6, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  ...((sheet.fitToOnePage ?? true) ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
});

/**
 * Print area and repeated titles as defined names. hucre 1.0.0 can write them from `pageSetup`, but
 * leaves the sheet's name unquoted: with a space in it LibreOffice ignores them and Excel offers to
 * repair the file.
 */
const printNames = (sheet: SheetModel, name: string): readonly NamedRange[] => {
  const { header, last, lastCol } = layoutOf(sheet);
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const heading = header + 1;
  const area = `${quoted}!$A$1:$${columnLetters(lastCol)}$${last + 1}`;
  const titles = `${quoted}!$${heading}:$${heading}`;
  return [
    { name: '_xlnm.Print_Area', range: area, scope: name },
    ...((sheet.printTitles ?? true)
      ? [{ name: '_xlnm.Print_Titles', range: titles, scope: name }]
      : []),
  ];
};

const columnDef = (column: SheetColumn) => ({ width: column.width, style: BODY[column.kind] });

const writeSheet = (sheet: SheetModel, name: string): WriteSheet => {
  const layout = layoutOf(sheet);
  const range = `A${layout.header + 1}:${columnLetters(layout.lastCol)}${layout.lastData + 1}`;
  return {
    name,
    columns: sheet.columns.map(columnDef),
    rows: rowsOf(sheet),
    cells: styledCells(sheet, layout),
    merges: mergesOf(sheet, layout),
    freezePane: { rows: layout.header + 1 },
    ...(sheet.rows.length > 0 ? { autoFilter: { range } } : {}),
    rowDefs: new Map(rowHeights(sheet, layout)),
    pageSetup: pageSetup(sheet),
    headerFooter: { oddFooter: '&RСтраница &P из &N' },
  };
};

/**
 * Writes an XLSX workbook. Text is always written as text: nothing that starts with `=`, `+`, `-`,
 * `@`, tab or CR becomes a formula (formats.md, «Encodings»).
 * @param modified what the file says of its last change; of frozen data the moment of freezing
 */
export const writeWorkbook = async (
  sheets: readonly SheetModel[],
  modified?: Date,
): Promise<Uint8Array> => {
  const parts = withNames(sheets);
  return writeXlsx({
    sheets: parts.map(({ name, sheet }) => writeSheet(sheet, name)),
    namedRanges: parts.flatMap(({ name, sheet }) => printNames(sheet, name)),
    defaultFont: FONT,
    ...(modified && { properties: { modified } }),
  });
};
