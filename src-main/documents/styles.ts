/** What the paragraph styles mean on a given paper: one answer for both renderers. */

import type { Align, Paragraph, ParagraphStyle, Table } from './model.ts';
import type { PaperSettings } from './paper.ts';

/** One line of a Times-metric font is 1.149 of its size; `lineHeight` multiplies that, as in Word. */
export const fontLineRatio = 1.149;

const smallestPt = 8;

export interface ParagraphLook {
  readonly sizePt: number;
  readonly bold: boolean;
  readonly align: Align;
  readonly indentFirst: boolean;
  readonly keepWithNext: boolean;
  readonly beforePt: number;
  readonly afterPt: number;
  /** Multiple of the font's line. */
  readonly lineHeight: number;
}

/** Size of a style, points. */
export const styleSizePt = (style: ParagraphStyle, paper: PaperSettings): number => {
  if (style === 'small') return Math.max(smallestPt, paper.fontSizePt - 2);
  if (style === 'note') return Math.max(smallestPt, paper.fontSizePt - 4);
  return paper.fontSizePt;
};

const styleSpacing: Readonly<Record<ParagraphStyle, readonly [number, number]>> = {
  title: [6, 12],
  heading: [10, 6],
  body: [0, 0],
  small: [0, 0],
  note: [0, 0],
};

const ownAlign: Readonly<Record<ParagraphStyle, Align>> = {
  title: 'center',
  heading: 'center',
  body: 'justify',
  small: 'left',
  note: 'left',
};

export const paragraphLook = (paragraph: Paragraph, paper: PaperSettings): ParagraphLook => {
  const { style } = paragraph;
  const align = paragraph.align ?? ownAlign[style];
  const isHead = style === 'title' || style === 'heading';
  const [beforePt, afterPt] = styleSpacing[style];
  return {
    sizePt: styleSizePt(style, paper),
    bold: isHead,
    align,
    indentFirst:
      paragraph.indentFirst ?? (style === 'body' && (align === 'justify' || align === 'left')),
    keepWithNext: paragraph.keepWithNext ?? isHead,
    beforePt: paragraph.spacing?.beforePt ?? beforePt,
    afterPt: paragraph.spacing?.afterPt ?? afterPt,
    lineHeight: style === 'body' ? paper.lineHeight : 1,
  };
};

/**
 * Size of a line whose runs all have sizes of their own: the biggest of them. Without it a line of
 * small text would stand as high as the paragraph's own size. Undefined = the paragraph's size.
 */
export const lineSizePt = ({ content }: Pick<Paragraph, 'content'>): number | undefined => {
  if (typeof content === 'string' || content.length === 0) return undefined;
  const sizes = content.map(({ sizePt }) => sizePt ?? Number.NaN);
  const most = Math.max(...sizes);
  return Number.isNaN(most) ? undefined : most;
};

/** Size of a table's text, points. */
export const tableSizePt = (table: Table, paper: PaperSettings): number =>
  table.fontSizePt ?? Math.max(smallestPt, paper.fontSizePt - 2);

/** Padding of table cells, the same in Word and in HTML, millimetres. */
export const cellPaddingMm = { side: 1.2, top: 0.4 } as const;
