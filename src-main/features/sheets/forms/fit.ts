import type { SheetContent } from '../../../contract/sheets-fields.ts';
import { ptToMm } from '../../../documents/paper.ts';
import { cellPaddingMm, fontLineRatio } from '../../../documents/styles.ts';
import { textWidthMm } from '../../../documents/text-width.ts';
import type { PaperContent } from './texts.ts';
import { homeworkDays, paperLines } from './texts.ts';

/** How large a sheet may be set so that it keeps to its place. */

export interface SheetLine {
  readonly text: string;
  /** Points above the size of the sheet. */
  readonly plusPt: number;
  readonly bold?: boolean;
}

export interface SheetShape {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dayMm: number;
  /** Lines around the tables: heading, notes, signatures, tear-off. */
  lines(content: PaperContent): readonly SheetLine[];
  /** Empty room between them, millimetres. */
  readonly roomMm: number;
  /** Sizes to try, the largest first, points. */
  readonly sizes: readonly number[];
}

const lineMm = (sizePt: number): number => ptToMm(sizePt) * fontLineRatio;
const cellRoomMm = 2 * cellPaddingMm.side;
const rowRoomMm = 2 * cellPaddingMm.top + 0.2;

/** Widths are estimated on the safe side, which makes up for lines that words do not fill. */
const longTextLoss = 1.06;
/** Bold letters are wider. */
const boldLoss = 1.1;
/** A name of two or three words may leave half a line empty. */
const nameLoss = 1.08;

/** Width of a text at one point; other sizes are in proportion. */
const widthAtPoint = (text: string): number => textWidthMm(text, 1);

const linesIn = (widthPerPt: number, sizePt: number, roomMm: number, loss: number): number => {
  const widthMm = widthPerPt * sizePt;
  return widthMm <= roomMm ? 1 : Math.max(2, Math.ceil((widthMm * loss) / roomMm));
};

interface Measured {
  readonly subjects: readonly { readonly name: number; readonly cells: number }[];
  readonly lines: readonly { readonly width: number; readonly plusPt: number }[];
  readonly homework: readonly number[];
}

type Homework = SheetContent['homework'];

/** A class shares its homework, so it is measured once and not for each student. */
const homeworkWidths = new WeakMap<NonNullable<Homework>, readonly number[]>();

const measureHomework = ({ homework }: SheetContent): readonly number[] => {
  if (homework === null) return [];
  const known = homeworkWidths.get(homework);
  if (known) return known;
  const widths = homeworkDays(homework).map(({ lines }) =>
    lines.reduce((sum, [subject, text]) => sum + widthAtPoint(`${subject}: ${text}; `), 0),
  );
  homeworkWidths.set(homework, widths);
  return widths;
};

/** Widths at one point, measured once for all sizes. */
const measure = (content: PaperContent, shape: SheetShape): Measured => ({
  subjects: content.subjects.map(({ subject, cells }) => ({
    name: widthAtPoint(subject),
    cells: Math.max(0, ...cells.map((text) => (text === '' ? 0 : widthAtPoint(text)))),
  })),
  lines: shape.lines(content).map(({ text, plusPt, bold }) => ({
    width: widthAtPoint(text) * (bold === true ? boldLoss : 1),
    plusPt,
  })),
  homework: measureHomework(content),
});

/** Width of the column of averages, millimetres per point. */
export const averageMmPerPt = 1.15;
/** Width of the day's column in the table of homework, millimetres per point. */
export const homeworkDayMmPerPt = 1.9;

/** Height of the table of homework alone, millimetres. */
const homeworkMm = ({ homework }: Measured, { widthMm }: SheetShape, sizePt: number): number => {
  const room = widthMm - homeworkDayMmPerPt * sizePt - 2 * cellRoomMm;
  return homework
    .map((width) => linesIn(width, sizePt, room, longTextLoss) * lineMm(sizePt) + rowRoomMm)
    .reduce((sum, height) => sum + height, 0);
};

/** What the days and the average leave; reckoned for six days, which is the narrowest. */
const subjectRoomMm = ({ widthMm, dayMm }: SheetShape, sizePt: number): number =>
  widthMm - 6 * dayMm - averageMmPerPt * sizePt - cellRoomMm;

const subjectsMm = ({ subjects }: Measured, shape: SheetShape, sizePt: number): number =>
  subjects
    .map(({ name, cells }) => {
      const lines = Math.max(
        linesIn(name, sizePt, subjectRoomMm(shape, sizePt), nameLoss),
        linesIn(cells, sizePt, shape.dayMm - cellRoomMm, nameLoss),
      );
      return lines * lineMm(sizePt) + rowRoomMm;
    })
    .reduce((sum, height) => sum + height, 0);

const linesMm = ({ lines }: Measured, { widthMm }: SheetShape, sizePt: number): number =>
  lines
    .map(({ width, plusPt }) => {
      const size = sizePt + plusPt;
      return linesIn(width, size, widthMm, longTextLoss) * lineMm(size);
    })
    .reduce((sum, height) => sum + height, 0);

/** A day and its date stand in two lines; a holiday says so in a third. */
const headMm = ({ days }: SheetContent, sizePt: number): number =>
  (days.every(({ school }) => school) ? 2 : 3) * lineMm(sizePt) + rowRoomMm;

/** The largest size of the shape the sheet fits in; null where none does. */
export const fittingSize = (content: PaperContent, shape: SheetShape): number | null => {
  const measured = measure(content, shape);
  const height = (size: number): number =>
    subjectsMm(measured, shape, size) +
    homeworkMm(measured, shape, size) +
    linesMm(measured, shape, size) +
    headMm(content, size) +
    shape.roomMm;
  return shape.sizes.find((size) => height(size) <= shape.heightMm) ?? null;
};

/** Heading of a slip of homework, with what kind of paper it is, millimetres. */
const slipHeadMm = 18;
const slipLineMm = 8;

/** The largest size homework alone fits in; the smallest where none does. */
export const fittingHomeworkSize = (content: PaperContent, shape: SheetShape): number => {
  const measured = measure(content, shape);
  const headHeight = slipHeadMm + slipLineMm * paperLines(content).length;
  const fits = (size: number): boolean =>
    homeworkMm(measured, shape, size) + headHeight <= shape.heightMm;
  return shape.sizes.find(fits) ?? smallestSize(shape);
};

export const smallestSize = ({ sizes }: SheetShape): number => sizes.at(-1) ?? 7;
