/** «Label value» on a rule, for print and for handwriting. */

import { caption, empty, plain, ruled, under } from './frame-parts.ts';
import type { Frame, FrameCell, FrameRow } from './frame-parts.ts';
import type { Align, Field, Paragraph } from './model.ts';
import { ptToMm } from './paper.ts';
import type { PaperSettings } from './paper.ts';
import { fontLineRatio } from './styles.ts';
import { textWidthMm } from './text-width.ts';

const bottom = (text: string, align: Align = 'left'): FrameCell => ({
  blocks: [plain(text, align)],
  verticalAlign: 'bottom',
});

const lineMm = (paper: PaperSettings): number =>
  ptToMm(paper.fontSizePt) * fontLineRatio * paper.lineHeight;

const extraRows = (field: Field, columns: number, paper: PaperSettings): readonly FrameRow[] =>
  Array.from({ length: field.value === null ? (field.extraLines ?? 0) : 0 }, () => ({
    heightMm: Math.max(8, lineMm(paper)),
    cells: [{ blocks: [], borders: { bottom: 'rule' as const }, colSpan: columns }],
  }));

/** A value too long for its rule goes on as underlined text over the whole width. */
const longFieldFrame = (field: Field, value: string, widthMm: number): Frame => {
  const after = field.after === undefined ? '' : ` ${field.after}`;
  const content = [{ text: `${field.label} ` }, { text: value, underline: true }, { text: after }];
  const text: Paragraph = { ...plain(''), content };
  const blocks = field.caption === undefined ? [text] : [text, caption(field.caption)];
  return { kind: 'frame', widthsMm: [widthMm], rows: [{ cells: [{ blocks }] }], together: true };
};

/** A field as label, rule and caption; see `Field`. */
export const fieldFrame = (field: Field, widthMm: number, paper: PaperSettings): Frame => {
  const size = paper.fontSizePt;
  const measured = (text: string): number => (text === '' ? 0 : textWidthMm(text, size) + 2);
  const after = field.after ?? '';
  const afterMm = measured(after);
  const labelMm = measured(field.label);
  const ruleMm = widthMm - labelMm - afterMm;
  if (field.value !== null && textWidthMm(field.value, size) > ruleMm - 1) {
    return longFieldFrame(field, field.value, widthMm);
  }
  // A label longer than its place stands above the rule.
  const above = ruleMm < Math.min(25, widthMm * 0.3);
  const first = above || labelMm === 0 ? [] : [labelMm];
  const widthsMm = [
    ...first,
    widthMm - (first[0] ?? 0) - afterMm,
    ...(afterMm > 0 ? [afterMm] : []),
  ];
  const rule = ruled(field.value ?? '', field.caption === undefined ? 'left' : 'center');
  const rows: readonly FrameRow[] = [
    ...(above ? [{ cells: [{ ...bottom(field.label), colSpan: widthsMm.length }] }] : []),
    {
      heightMm: Math.max(field.value === null ? 8 : 0, lineMm(paper)),
      cells: [
        ...first.map(() => bottom(field.label)),
        rule,
        ...(afterMm > 0 ? [bottom(after, 'right')] : []),
      ],
    },
    ...extraRows(field, widthsMm.length, paper),
    ...(field.caption === undefined
      ? []
      : [
          {
            cells: [
              ...first.map(() => empty),
              under(field.caption),
              ...(afterMm > 0 ? [empty] : []),
            ],
          },
        ]),
  ];
  return { kind: 'frame', widthsMm, rows, together: true };
};
