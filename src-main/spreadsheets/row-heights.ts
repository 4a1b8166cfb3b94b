import type { SheetColumn, SheetModel, SheetValue } from './sheet-model.ts';

/** Points of one line of the 11-point body and of the 13-point title. */
const LINE_HEIGHT = { body: 15, title: 18 } as const;

/** Lines a text takes in a column so many characters wide; words are not broken unless longer. */
export const linesOf = (text: string, width: number): number => {
  const fits = Math.max(Math.floor(width * 0.95) - 1, 1);
  return text.split('\n').reduce((lines, paragraph) => lines + wrapped(paragraph, fits), 0);
};

const wrapped = (paragraph: string, fits: number): number => {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(' ')) {
    if (used > 0 && used + 1 + length > fits) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    if (used > fits) {
      lines += Math.ceil(used / fits) - 1;
      used = used % fits || fits;
    }
  }
  return lines;
};

const rowLines = (values: readonly SheetValue[], columns: readonly SheetColumn[]): number =>
  columns.reduce((most, column, col) => {
    const value = values[col];
    if (typeof value !== 'string' || value.length < column.width * 0.8) return most;
    return Math.max(most, linesOf(value, column.width));
  }, 1);

/** Excel refuses rows higher than 409 points. */
const points = (lines: number, line: number): number => Math.min(lines * line, 405);

/**
 * Heights in points of the rows that hold more than one line. Spreadsheet programs do not reliably
 * grow rows of a file they have not laid out themselves, and never grow merged ones.
 */
export const rowHeights = (
  sheet: SheetModel,
  at: { readonly header: number; readonly notes: number },
): ReadonlyMap<number, { readonly height: number }> => {
  const heights = new Map<number, { height: number }>();
  const put = (row: number, lines: number, line: number): void => {
    if (lines > 1 || line !== LINE_HEIGHT.body) heights.set(row, { height: points(lines, line) });
  };
  const whole = sheet.columns.reduce((sum, column) => sum + column.width, 0);
  (sheet.title ?? []).forEach((text, row) => {
    const line = row === 0 ? LINE_HEIGHT.title : LINE_HEIGHT.body;
    put(row, linesOf(text, row === 0 ? whole * 0.8 : whole), line);
  });
  // Bold titles are wider than body text.
  const titles = sheet.columns.map((column) => linesOf(column.title, column.width * 0.9));
  put(at.header, Math.max(1, ...titles), LINE_HEIGHT.body);
  sheet.rows.forEach((row, index) =>
    put(at.header + 1 + index, rowLines(row, sheet.columns), LINE_HEIGHT.body),
  );
  (sheet.notes ?? []).forEach((text, index) =>
    put(at.notes + index, linesOf(text, whole), LINE_HEIGHT.body),
  );
  return heights;
};
