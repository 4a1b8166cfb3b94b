import type { Cell, Sheet } from './workbook.ts';
import type { ReadLimits } from './limits.ts';
import { refuseFile } from './refusals.ts';
import { decodeEntities } from './html-entities.ts';

/** An open table: rows so far, the position, and cells taken by a rowspan from above. */
interface OpenTable {
  readonly rows: Cell[][];
  readonly taken: Map<number, number>;
  col: number;
  cell: { text: string; readonly span: number } | null;
}

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|[^<]+|</gi;
const HIDDEN = new Set(['script', 'style', 'title']);
const MAX_SPAN = 1000;
const MAX_COLUMNS = 16_384;

const spanOf = (attributes: string, name: string): number => {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(attributes);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), MAX_SPAN);
};

const tidy = (text: string): string | null =>
  decodeEntities(text)
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim() || null;

const closeCell = (table: OpenTable): void => {
  if (!table.cell) return;
  const row = table.rows.at(-1);
  const value = tidy(table.cell.text);
  if (row && value !== null && table.col < MAX_COLUMNS) row[table.col] = value;
  table.col += table.cell.span;
  table.cell = null;
};

const openRow = (table: OpenTable): void => {
  closeCell(table);
  for (const [col, left] of table.taken)
    if (left > 1) table.taken.set(col, left - 1);
    else table.taken.delete(col);
  table.rows.push([]);
  table.col = 0;
};

const openCell = (table: OpenTable, attributes: string): void => {
  closeCell(table);
  if (table.rows.length === 0) table.rows.push([]);
  while (table.taken.has(table.col)) table.col += 1;
  const span = spanOf(attributes, 'colspan');
  const down = spanOf(attributes, 'rowspan');
  // A rowspan of n covers the next n-1 rows; each new row counts one off first, hence n.
  if (down > 1 && table.col < MAX_COLUMNS)
    for (let at = 0; at < span; at += 1) table.taken.set(table.col + at, down);
  table.cell = { text: '', span };
};

/** Fills the holes; lengths are added up first, since a hole may be thousands of columns wide. */
const denseRows = (rows: readonly Cell[][], limits: ReadLimits): Cell[][] => {
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > limits.cells) throw refuseFile('file-too-big');
  return rows.map((row) => Array.from(row, (cell) => cell ?? null));
};

/** Walks the page's tokens once; every `<table>`, nested ones too, becomes a sheet. */
class TableCollector {
  readonly tables: OpenTable[] = [];
  private readonly open: OpenTable[] = [];
  private hidden: string | null = null;

  take(token: RegExpExecArray): void {
    const [whole, slash, tag, attributes] = token;
    if (tag === undefined) {
      if (!whole.startsWith('<!--')) this.text(whole);
      return;
    }
    const name = tag.toLowerCase();
    if (this.hidden) {
      if (slash && name === this.hidden) this.hidden = null;
    } else if (HIDDEN.has(name)) this.hidden = slash ? null : name;
    else if (slash) this.end(name);
    else this.start(name, attributes ?? '');
  }

  finish(): void {
    while (this.open.length > 0) this.end('table');
  }

  private text(value: string): void {
    const cell = this.open.at(-1)?.cell;
    if (cell && !this.hidden) cell.text += value.replace(/\s+/g, ' ');
  }

  private start(name: string, attributes: string): void {
    const table = this.open.at(-1);
    if (name === 'table') {
      const fresh: OpenTable = { rows: [], taken: new Map(), col: 0, cell: null };
      this.tables.push(fresh);
      this.open.push(fresh);
    } else if (name === 'tr' && table) openRow(table);
    else if ((name === 'td' || name === 'th') && table) openCell(table, attributes);
    else if ((name === 'br' || name === 'p' || name === 'div') && table?.cell)
      table.cell.text += '\n';
  }

  private end(name: string): void {
    const table = this.open.at(-1);
    if (!table) return;
    if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') closeCell(table);
    if (name === 'table') this.open.pop();
  }
}

/**
 * Reads the tables of an HTML page (such a page is often served under the name of an .xls file).
 * Every value stays text, so that `3/4` is never taken for a date. One sheet per table.
 */
export const readHtml = (text: string, limits: ReadLimits): readonly Sheet[] => {
  const collector = new TableCollector();
  const pattern = new RegExp(TOKEN);
  for (let token = pattern.exec(text); token; token = pattern.exec(text)) collector.take(token);
  collector.finish();
  return collector.tables.map((table, index) => ({
    name: `Таблица ${index + 1}`,
    rows: denseRows(table.rows, limits),
  }));
};
