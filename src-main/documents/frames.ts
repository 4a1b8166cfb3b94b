/**
 * Signature lines, fields, the block at the right, grids and cut lines are all borderless tables
 * underneath. They are turned into one `Frame` here, so both renderers draw the same cells with
 * the same text in the same order.
 */

import { assertNever } from '../contract/errors.ts';
import { fieldFrame } from './frame-field.ts';
import { clamp, empty } from './frame-parts.ts';
import { signatureFrame } from './frame-signatures.ts';
import type { Frame, FrameCell, FrameRow } from './frame-parts.ts';
import type { Block, Grid, QrCode, RightBlock } from './model.ts';
import type { PaperSettings } from './paper.ts';

export type { Frame, FrameBorder, FrameCell } from './frame-parts.ts';

type Framed =
  | Extract<Block, { kind: 'signatures' | 'field' | 'rightBlock' | 'grid' | 'cutLine' }>
  | QrCode;

const rightFrame = (block: RightBlock, widthMm: number): Frame => {
  const taken = widthMm * clamp(block.widthShare ?? 0.5, 0.1, 0.95);
  return {
    kind: 'frame',
    widthsMm: [widthMm - taken, taken],
    rows: [{ cells: [empty, { blocks: block.blocks }] }],
    together: true,
  };
};

const gridFrame = (block: Grid, widthMm: number): Frame => {
  const { columns, cells, cutLines } = block;
  const borders = cutLines
    ? ({ top: 'cut', right: 'cut', bottom: 'cut', left: 'cut' } as const)
    : undefined;
  const paddingMm = block.paddingMm ?? (cutLines ? 3 : 0);
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, index) => ({
    ...(block.rowHeightMm === undefined ? {} : { heightMm: block.rowHeightMm }),
    cells: Array.from({ length: columns }, (_, at): FrameCell => {
      const blocks = cells[index * columns + at];
      // A missing cell of the last row has nothing to be cut out.
      if (blocks === undefined) return empty;
      return { blocks, paddingMm, ...(borders === undefined ? {} : { borders }) };
    }),
  }));
  const widthsMm = Array.from({ length: columns }, () => widthMm / columns);
  return { kind: 'frame', widthsMm, rows, together: false };
};

/** Room between the text and the code, millimetres. */
const besideGapMm = 1.5;

const qrFrame = ({ text, sizeMm, beside = [] }: QrCode, widthMm: number): Frame => ({
  kind: 'frame',
  widthsMm: [widthMm - sizeMm - besideGapMm, sizeMm + besideGapMm],
  rows: [{ cells: [{ blocks: beside }, { blocks: [{ kind: 'qrCode', text, sizeMm }] }] }],
  together: true,
});

const cutFrame = (widthMm: number): Frame => ({
  kind: 'frame',
  widthsMm: [widthMm],
  rows: [
    {
      heightMm: 5,
      cells: [
        {
          blocks: [{ kind: 'paragraph', style: 'note', content: '✂' }],
          borders: { bottom: 'cut' },
          verticalAlign: 'bottom',
        },
      ],
    },
  ],
  together: true,
});

/** The table a compound block is printed as; `widthMm` is what its place has. */
export const frameOf = (block: Framed, widthMm: number, paper: PaperSettings): Frame => {
  switch (block.kind) {
    case 'signatures':
      return signatureFrame(block, widthMm, paper);
    case 'field':
      return fieldFrame(block, widthMm, paper);
    case 'rightBlock':
      return rightFrame(block, widthMm);
    case 'grid':
      return gridFrame(block, widthMm);
    case 'cutLine':
      return cutFrame(widthMm);
    case 'qrCode':
      return qrFrame(block, widthMm);
    default:
      return assertNever(block);
  }
};

/** Width inside each cell of a frame's row, millimetres. */
export const frameCellWidthsMm = (frame: Frame, row: FrameRow): readonly number[] => {
  let at = 0;
  return row.cells.map(({ colSpan = 1, paddingMm = 0 }) => {
    const width = frame.widthsMm.slice(at, at + colSpan).reduce((sum, part) => sum + part, 0);
    at += colSpan;
    return width - paddingMm * 2;
  });
};
