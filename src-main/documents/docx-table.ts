/** Tables of the Word file: fixed widths in twips, a repeated head, rows that are never torn. */

import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ITableBordersOptions, ITableCellOptions } from 'docx';
import type { Align, Table as TableBlock, TableCell as Cell, TableRow as Row } from './model.ts';
import { alignments, tableStyleId } from './docx-styles.ts';
import { runsOf } from './docx-text.ts';
import { cellColumns, columnWidthsMm, isKeptWithAbove, rowHeightMm } from './layout.ts';
import { mmToTwips } from './paper.ts';
import { cellPaddingMm } from './styles.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** No borders at all: frames draw their own, cell by cell. */
export const noBorders: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

const borders: Readonly<Record<TableBlock['borders'], ITableBordersOptions>> = {
  none: noBorders,
  all: {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  },
  horizontal: { ...noBorders, top: line, bottom: line, insideHorizontal: line },
};

const verticals = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

interface RowsLook {
  readonly style: string;
  readonly isHead: boolean;
  readonly aligns: readonly (Align | undefined)[];
  readonly keepNext: boolean;
}

const cellOf = (cell: Cell, column: number, look: RowsLook): TableCell => {
  const align = cell.align ?? look.aligns[column] ?? 'left';
  const { colSpan = 1, rowSpan = 1 } = cell;
  const vertical = cell.verticalAlign ?? (look.isHead ? 'center' : 'top');
  const options: ITableCellOptions = {
    children: [
      new Paragraph({
        style: look.style,
        ...(align === 'left' ? {} : { alignment: alignments[align] }),
        children: runsOf(cell.content, cell.bold === true),
      }),
    ],
    ...(vertical === 'top' ? {} : { verticalAlign: verticals[vertical] }),
    ...(colSpan === 1 ? {} : { columnSpan: colSpan }),
    ...(rowSpan === 1 ? {} : { rowSpan }),
    ...(cell.rotated === true ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
  };
  return new TableCell(options);
};

/** Height of turned text where the form gives none, millimetres: Word would make it one letter. */
const rotatedHeightMm = 25;

const heightOf = (cells: Row): number => {
  const height = rowHeightMm(cells);
  return height === 0 && cells.some(({ rotated }) => rotated === true) ? rotatedHeightMm : height;
};

const rowsOf = (rows: readonly Row[], columnCount: number, look: RowsLook): readonly TableRow[] => {
  const places = cellColumns(rows, columnCount);
  return rows.map((cells, at) => {
    const heightMm = heightOf(cells);
    return new TableRow({
      cantSplit: true,
      ...(look.isHead ? { tableHeader: true } : {}),
      ...(look.keepNext || isKeptWithAbove(rows[at + 1] ?? []) ? { keepNext: true } : {}),
      ...(heightMm === 0
        ? {}
        : { height: { value: mmToTwips(heightMm), rule: HeightRule.ATLEAST } }),
      children: cells.map((cell, index) => cellOf(cell, places?.[at]?.[index] ?? index, look)),
    });
  });
};

/** `keepNext` ties all rows and the block after the table together. */
export const tableOf = (
  block: TableBlock,
  widthMm: number,
  sizePt: number,
  keepNext: boolean,
): Table => {
  const widths = columnWidthsMm(block.columns, widthMm).map(mmToTwips);
  const style = tableStyleId(sizePt);
  const count = block.columns.length;
  const headAligns = block.columns.map(() => 'center' as const);
  const bodyAligns = block.columns.map(({ align }) => align);
  const side = mmToTwips(cellPaddingMm.side);
  const top = mmToTwips(cellPaddingMm.top);
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    borders: borders[block.borders],
    margins: { top, bottom: top, left: side, right: side, marginUnitType: WidthType.DXA },
    rows: [
      ...rowsOf(block.head, count, { style, isHead: true, aligns: headAligns, keepNext: true }),
      ...rowsOf(block.rows, count, { style, isHead: false, aligns: bodyAligns, keepNext }),
    ],
  });
};
