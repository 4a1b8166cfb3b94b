/** Cells that compound blocks are made of. */

import type { Align, Block, Paragraph } from './model.ts';

/** `rule` is a line to write on, `cut` a dashed line to cut along. */
export type FrameBorder = 'rule' | 'cut';
export type FrameSide = 'top' | 'right' | 'bottom' | 'left';

export interface FrameCell {
  readonly blocks: readonly Block[];
  readonly colSpan?: number;
  readonly borders?: Partial<Record<FrameSide, FrameBorder>>;
  readonly verticalAlign?: 'top' | 'bottom';
  readonly paddingMm?: number;
}

export interface FrameRow {
  readonly cells: readonly FrameCell[];
  readonly heightMm?: number;
}

export interface Frame {
  readonly kind: 'frame';
  readonly widthsMm: readonly number[];
  readonly rows: readonly FrameRow[];
  /** False where every row may go to a page of its own. */
  readonly together: boolean;
}

/** Text of the document's size without indent. */
export const plain = (content: string, align: Align = 'left'): Paragraph => ({
  kind: 'paragraph',
  style: 'body',
  align,
  indentFirst: false,
  content,
});

export const caption = (content: string): Paragraph => ({
  kind: 'paragraph',
  style: 'note',
  align: 'center',
  content,
});

/** Nothing to print and nothing to write on. */
export const empty: FrameCell = { blocks: [] };
/** Text on a rule, or the bare rule. */
export const ruled = (text: string, align: Align): FrameCell => ({
  blocks: text === '' ? [] : [plain(text, align)],
  borders: { bottom: 'rule' },
  verticalAlign: 'bottom',
});
/** Small centred text under a rule. */
export const under = (text: string): FrameCell => ({ blocks: text === '' ? [] : [caption(text)] });

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));
