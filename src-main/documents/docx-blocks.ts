/** Blocks of the Word file. */

import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ITableCellOptions } from 'docx';
import { assertNever } from '../contract/errors.ts';
import { noBorders, tableOf } from './docx-table.ts';
import { paragraphOf, spacerOf, thinParagraph } from './docx-text.ts';
import { frameCellWidthsMm, frameOf } from './frames.ts';
import type { Frame, FrameBorder, FrameCell } from './frames.ts';
import type { Block, QrCode } from './model.ts';
import { mmToTwips } from './paper.ts';
import type { PaperSettings } from './paper.ts';
import { qrPng } from './qr-code.ts';
import { tableSizePt } from './styles.ts';

type Child = Paragraph | Table;

/** What blocks are printed with; `tableSizes` collects the table styles the document needs. */
export interface DocxContext {
  readonly paper: PaperSettings;
  readonly tableSizes: Set<number>;
  /** Number of the next drawing: the library's own counter goes on from document to document. */
  readonly drawings: { next: number };
  /** Inside a frame lines stand close, whatever the line height of the text is. */
  readonly tight?: boolean;
}

const lines = {
  rule: { style: BorderStyle.SINGLE, size: 4, color: '000000' },
  cut: { style: BorderStyle.DASHED, size: 6, color: '444444' },
} as const satisfies Record<FrameBorder, object>;

const cellBorders = ({ borders = {} }: FrameCell): ITableCellOptions['borders'] =>
  Object.fromEntries(Object.entries(borders).map(([side, kind]) => [side, lines[kind]]));

const frameCell = (
  cell: FrameCell,
  widthMm: number,
  keepNext: boolean,
  context: DocxContext,
): TableCell => {
  const inside = childrenOf(cell.blocks, widthMm, { ...context, tight: true }, keepNext);
  const padding = mmToTwips(cell.paddingMm ?? 0);
  return new TableCell({
    // A cell must end with a paragraph; that of an empty cell must not make its row higher.
    children:
      inside.at(-1) instanceof Paragraph
        ? inside
        : [...inside, thinParagraph(keepNext ? { keepNext: true } : {})],
    ...(cell.borders === undefined ? {} : { borders: cellBorders(cell) }),
    ...(cell.colSpan === undefined ? {} : { columnSpan: cell.colSpan }),
    ...(cell.verticalAlign === 'bottom' ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
    ...(padding === 0
      ? {}
      : { margins: { top: padding, bottom: padding, left: padding, right: padding } }),
  });
};

const frameTable = (frame: Frame, keepNext: boolean, context: DocxContext): Table => {
  const widths = frame.widthsMm.map(mmToTwips);
  const rows = frame.rows.map((row, at) => {
    const cellWidths = frameCellWidthsMm(frame, row);
    const last = at === frame.rows.length - 1;
    const keep = keepNext || (frame.together && !last);
    return new TableRow({
      cantSplit: true,
      ...(row.heightMm === undefined
        ? {}
        : { height: { value: mmToTwips(row.heightMm), rule: HeightRule.ATLEAST } }),
      children: row.cells.map((cell, index) =>
        frameCell(cell, cellWidths[index] ?? 0, keep, context),
      ),
    });
  });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows,
  });
};

/** Pixels of 1/96 inch, the library's measure of pictures. */
const mmToPixels = (mm: number): number => (mm * 96) / 25.4;

const qrParagraph = (
  { text, sizeMm }: QrCode,
  { drawings }: DocxContext,
  keepNext: boolean,
): Paragraph => {
  const id = String(drawings.next);
  drawings.next += 1;
  const side = mmToPixels(sizeMm);
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { before: 0, after: 0 },
    ...(keepNext ? { keepNext: true } : {}),
    children: [
      new ImageRun({
        type: 'png',
        data: qrPng(text),
        transformation: { width: side, height: side },
        altText: { id, name: 'QR', title: 'QR', description: text },
      }),
    ],
  });
};

const blockOf = (
  block: Block,
  widthMm: number,
  context: DocxContext,
  keepNext: boolean,
): readonly Child[] => {
  const { paper } = context;
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block, paper, keepNext, context.tight)];
    case 'table': {
      const sizePt = tableSizePt(block, paper);
      context.tableSizes.add(sizePt);
      return [tableOf(block, widthMm, sizePt, keepNext)];
    }
    case 'keepTogether':
      return block.blocks.flatMap((inner, at) =>
        blockOf(inner, widthMm, context, keepNext || at < block.blocks.length - 1),
      );
    case 'spacer':
      return [spacerOf(block.heightMm, keepNext)];
    case 'pageBreak':
      throw new Error('A page break stands inside another block');
    case 'qrCode':
      return block.beside === undefined
        ? [qrParagraph(block, context, keepNext)]
        : [frameTable(frameOf(block, widthMm, paper), keepNext, context)];
    case 'signatures':
    case 'field':
    case 'rightBlock':
    case 'grid':
    case 'cutLine':
      return [frameTable(frameOf(block, widthMm, paper), keepNext, context)];
    default:
      return assertNever(block);
  }
};

/** Two tables in a row would melt into one. */
const separated = (children: readonly Child[], keepNext: boolean): readonly Child[] =>
  children.flatMap((child, at) =>
    child instanceof Table && children[at - 1] instanceof Table
      ? [thinParagraph(keepNext ? { keepNext: true } : {}), child]
      : [child],
  );

/** Blocks one under another in a place `widthMm` wide; `keepNext` ties them to what follows. */
export const childrenOf = (
  blocks: readonly Block[],
  widthMm: number,
  context: DocxContext,
  keepNext = false,
): readonly Child[] =>
  separated(
    blocks.flatMap((block) => blockOf(block, widthMm, context, keepNext)),
    keepNext,
  );
