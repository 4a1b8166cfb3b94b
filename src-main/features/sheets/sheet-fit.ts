import type { SheetContent } from '../../contract/sheets-fields.ts';
import { ptToMm } from '../../documents/paper.ts';
import { cellPaddingMm, fontLineRatio } from '../../documents/styles.ts';
import { textWidthMm } from '../../documents/text-width.ts';
import { homeworkDays, legendText } from './sheet-texts.ts';

/** How large a sheet may be set so that it keeps to its place. */

export interface SheetShape {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly subjectMm: number;
  readonly dayMm: number;
  /** Height of what does not depend on the text: heading, signatures, tear-off; per point of size. */
  readonly fixedMmPerPt: number;
  readonly fixedMm: number;
  /** Sizes to try, the largest first, points. */
  readonly sizes: readonly number[];
}

const lineMm = (sizePt: number): number => ptToMm(sizePt) * fontLineRatio;
const cellRoomMm = 2 * cellPaddingMm.side;
const rowRoomMm = 2 * cellPaddingMm.top + 0.2;

/** Words do not fill lines to the end. */
const wrapLoss = 1.06;

/** Width of a text at one point; other sizes are in proportion. */
const widthAtPoint = (text: string): number => textWidthMm(text, 1);

const linesIn = (widthPerPt: number, sizePt: number, roomMm: number): number =>
  Math.max(1, Math.ceil((widthPerPt * sizePt * wrapLoss) / roomMm));

interface Measured {
  readonly subjects: readonly { readonly name: number; readonly cells: number }[];
  readonly legend: number;
  readonly homework: readonly number[];
}

/** Widths at one point, measured once for all sizes. */
const measure = (content: SheetContent): Measured => ({
  subjects: content.subjects.map(({ subject, cells }) => ({
    name: widthAtPoint(subject),
    cells: Math.max(0, ...cells.map((text) => (text === '' ? 0 : widthAtPoint(text)))),
  })),
  legend: widthAtPoint(legendText(content) ?? ''),
  homework: homeworkDays(content).map(({ lines }) =>
    lines.reduce((sum, [subject, text]) => sum + widthAtPoint(`${subject}: ${text}; `), 0),
  ),
});

/** Width of the day's column in the table of homework, millimetres per point. */
export const homeworkDayMmPerPt = 1.9;

const heightMm = (measured: Measured, shape: SheetShape, sizePt: number): number => {
  const line = lineMm(sizePt);
  const rows = measured.subjects.map(({ name, cells }) => {
    const lines = Math.max(
      linesIn(name, sizePt, shape.subjectMm - cellRoomMm),
      linesIn(cells, sizePt, shape.dayMm - cellRoomMm),
    );
    return lines * line + rowRoomMm;
  });
  const homeworkRoom = shape.widthMm - homeworkDayMmPerPt * sizePt - 2 * cellRoomMm;
  const homework = measured.homework.map(
    (width) => linesIn(width, sizePt, homeworkRoom) * line + rowRoomMm,
  );
  const notes = linesIn(measured.legend, sizePt - 1, shape.widthMm) * line;
  return (
    [...rows, ...homework].reduce((sum, height) => sum + height, 0) +
    notes +
    shape.fixedMm +
    shape.fixedMmPerPt * sizePt
  );
};

/** The largest size of the shape the sheet fits in; the smallest where none does. */
export const fittingSize = (content: SheetContent, shape: SheetShape): number => {
  const measured = measure(content);
  const smallest = shape.sizes.at(-1) ?? 6;
  return shape.sizes.find((size) => heightMm(measured, shape, size) <= shape.heightMm) ?? smallest;
};
