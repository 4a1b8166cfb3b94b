/** Tables of the print HTML: fixed columns, a head that repeats, rows that are never torn. */

import type { Align, Table, TableCell, TableRow } from './model.ts';
import { contentHtml } from './html-text.ts';
import { cellColumns, columnWidthsMm, isKeptWithAbove, rowHeightMm } from './layout.ts';
import type { PaperSettings } from './paper.ts';
import { tableSizePt } from './styles.ts';

/** Millimetres with the precision a printer can show. */
export const mmText = (value: number): string => `${Math.round(value * 100) / 100}mm`;

/**
 * Chromium cuts a printed page off at its content box, and half of a collapsed border lies outside
 * the table: the last column gives that way a third of a millimetre.
 */
export const withBorderRoom = (widths: readonly number[]): readonly number[] =>
  widths.map((width, at) => (at === widths.length - 1 ? width - 0.3 : width));

export const colgroup = (widths: readonly number[]): string =>
  `<colgroup>${widths.map((width) => `<col style="width:${mmText(width)}">`).join('')}</colgroup>`;

const span = (name: string, count: number | undefined): string =>
  count === undefined || count === 1 ? '' : ` ${name}="${count}"`;

/** Height of turned text where the form gives none. */
const rotatedHeightMm = 25;

const cellHtml = (tag: 'th' | 'td', cell: TableCell, align: Align, usual: Align): string => {
  const classes: string[] = [];
  if (align !== usual) classes.push(align);
  if (cell.bold === true) classes.push('bold');
  if (cell.verticalAlign !== undefined) classes.push(`v-${cell.verticalAlign}`);
  const name = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const text = contentHtml(cell.content);
  const html =
    cell.rotated === true
      ? `<div class="rotated" style="height:${mmText((cell.minHeightMm ?? rotatedHeightMm) - 1)}">${text}</div>`
      : text;
  return `<${tag}${name}${span('colspan', cell.colSpan)}${span('rowspan', cell.rowSpan)}>${html}</${tag}>`;
};

const rowsHtml = (
  table: Table,
  rows: readonly TableRow[],
  tag: 'th' | 'td',
  usual: Align,
): string => {
  const places = cellColumns(rows, table.columns.length);
  const columnAligns = table.columns.map(({ align }) => (tag === 'th' ? 'center' : align));
  return rows
    .map((cells, at) => {
      const height = rowHeightMm(cells);
      const style = height === 0 ? '' : ` style="height:${mmText(height)}"`;
      const name = isKeptWithAbove(cells) ? ' class="with-above"' : '';
      const html = cells.map((cell, index) => {
        const column = places?.[at]?.[index] ?? index;
        return cellHtml(tag, cell, cell.align ?? columnAligns[column] ?? 'left', usual);
      });
      return `<tr${name}${style}>${html.join('')}</tr>`;
    })
    .join('\n');
};

export const tableHtml = (table: Table, widthMm: number, paper: PaperSettings): string => {
  const widths = withBorderRoom(columnWidthsMm(table.columns, widthMm));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const size = tableSizePt(table, paper);
  const head =
    table.head.length === 0 ? '' : `<thead>${rowsHtml(table, table.head, 'th', 'center')}</thead>`;
  return (
    `<table class="grid-${table.borders}" style="width:${mmText(total)};font-size:${size}pt">` +
    `${colgroup(widths)}${head}<tbody>${rowsHtml(table, table.rows, 'td', 'left')}</tbody></table>`
  );
};
