import { assertNever } from '../../../contract/errors.ts';
import type { SheetContent, SheetLayout } from '../../../contract/sheets-fields.ts';
import { documentOf, grid, landscape, pageBreak, portrait } from '../../../documents/build.ts';
import type { Block, DocumentModel, Section } from '../../../documents/model.ts';
import { a4, pageBox } from '../../../documents/paper.ts';
import type { PaperSettings } from '../../../documents/paper.ts';
import { compareDates } from '../../../domain/dates.ts';
import type { IsoDate } from '../../../domain/dates.ts';
import { copyText, replacedText, spanTitle } from '../../../domain/cadence-wording.ts';
import type { Job } from '../../context.ts';
import type { Look } from './blocks.ts';
import {
  fullLines,
  fullRoomMm,
  fullSheet,
  homeworkSlip,
  stripLines,
  stripRoomMm,
  stripSheet,
} from './blocks.ts';
import type { SheetShape } from './fit.ts';
import { fittingHomeworkSize, fittingSize, smallestSize } from './fit.ts';
import type { PaperContent } from './texts.ts';
import { weekOfSheet } from './texts.ts';

/** Weekly sheets on paper (domain.md §6): A4, two A5 on A4, strips for the paper diary. */

interface SheetName {
  readonly number: number;
  readonly printedOn: IsoDate;
}

export interface PrintedSheet {
  readonly layout: SheetLayout;
  readonly content: SheetContent;
  /** Printed once more: the number of the copy, and of which sheet. */
  readonly copy?: SheetName & { readonly copy: number };
  /** The sheet that made this one void. */
  readonly replacedBy?: SheetName | null;
}

const stampsOf = ({ copy, replacedBy = null }: PrintedSheet): readonly string[] => [
  ...(copy === undefined ? [] : [copyText(copy.copy, copy)]),
  ...(replacedBy === null ? [] : [`Недействительна, ${replacedText(replacedBy)}`]),
];

/** Sheets that are cut up take the whole paper; a printer needs some five millimetres. */
const cutMargins = { left: 8, right: 8, top: 8, bottom: 8 } as const;

const a5PaddingMm = 5;
const stripPaddingMm = 2.5;
const fullRoom = { lines: fullLines, roomMm: fullRoomMm } as const;

/** Half a dashed line above and below each row of a grid. */
const borderMm = 1;

const a5Height = a4.widthMm - cutMargins.top - cutMargins.bottom - borderMm;

const twoPagesPt = 9;

const a4Shape = (paper: PaperSettings): SheetShape => {
  const { contentWidthMm, contentHeightMm } = pageBox(paper, 'portrait');
  const dayMm = contentWidthMm > 150 ? 16 : 13;
  return {
    widthMm: contentWidthMm,
    heightMm: contentHeightMm,
    dayMm,
    ...fullRoom,
    sizes: [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5],
  };
};

const a5Width = (a4.heightMm - cutMargins.left - cutMargins.right) / 2 - 2 * a5PaddingMm;
const a5Shape: SheetShape = {
  widthMm: a5Width,
  heightMm: a5Height - 2 * a5PaddingMm,
  dayMm: 13,
  ...fullRoom,
  sizes: [10, 9.5, 9, 8.5, 8, 7.5, 7],
};

const stripWidth = (a4.widthMm - cutMargins.left - cutMargins.right) / 2 - 2 * stripPaddingMm;
const pageRoomMm = a4.heightMm - cutMargins.top - cutMargins.bottom - borderMm;
const stripShape: SheetShape = {
  widthMm: stripWidth,
  // Half of the page: at least four strips on a page.
  heightMm: pageRoomMm / 2 - 2 * stripPaddingMm,
  dayMm: 9.5,
  lines: stripLines,
  roomMm: stripRoomMm,
  sizes: [8, 7.5, 7],
};
/** A strip longer than half of the page still keeps together, set small to be no longer than needed. */
const longStripShape = { ...stripShape, heightMm: pageRoomMm - 2 * stripPaddingMm, sizes: [7] };

type Draw = (content: PaperContent, look: Look) => readonly Block[];

/**
 * One sheet in the first of the shapes it fits; else the marks alone, and the homework on a slip
 * of its own: nothing is set too small to read, nothing is cut off.
 */
const pieces = (
  content: PaperContent,
  shapes: readonly [SheetShape, ...SheetShape[]],
  draw: Draw,
): readonly (readonly Block[])[] => {
  for (const shape of shapes) {
    const sizePt = fittingSize(content, shape);
    if (sizePt !== null) return [draw(content, { shape, sizePt })];
  }
  const [shape] = shapes;
  const sizePt = fittingSize({ ...content, homework: [] }, shape) ?? smallestSize(shape);
  return [
    draw(content, { shape, sizePt, homeworkApart: true }),
    homeworkSlip(content, { shape, sizePt: fittingHomeworkSize(content, shape) }),
  ];
};

const piecesOf = (sheet: PrintedSheet, paper: PaperSettings): readonly (readonly Block[])[] => {
  const { layout } = sheet;
  const content = { ...sheet.content, stamps: stampsOf(sheet) };
  switch (layout) {
    case 'a4': {
      const shape = a4Shape(paper);
      // What does not fit one page goes on to the next, and then need not be small.
      const sizePt = fittingSize(content, shape) ?? twoPagesPt;
      return [fullSheet(content, { shape, sizePt })];
    }
    case 'a5':
      return pieces(content, [a5Shape], fullSheet);
    case 'strips':
      return pieces(content, [stripShape, longStripShape], stripSheet);
    default:
      return assertNever(layout);
  }
};

const sectionOf = (layout: SheetLayout, sheets: readonly (readonly Block[])[]): Section => {
  const pageNumbers = 'none';
  switch (layout) {
    case 'a4':
      return portrait(
        sheets.flatMap((blocks, at) => (at === 0 ? blocks : [pageBreak(), ...blocks])),
        { pageNumbers },
      );
    case 'a5': {
      const look = { rowHeightMm: a5Height, paddingMm: a5PaddingMm };
      return landscape([grid(2, sheets, look)], { pageNumbers, margins: cutMargins });
    }
    case 'strips': {
      const look = { paddingMm: stripPaddingMm };
      return portrait([grid(2, sheets, look)], { pageNumbers, margins: cutMargins });
    }
    default:
      return assertNever(layout);
  }
};

const only = <T>(values: readonly T[]): T | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;

const firsts = { one: 'Распечатка', many: 'Распечатки' } as const;
const copies = { one: 'Копия распечатки', many: 'Копии распечаток' } as const;

/** «Распечатки за неделю 2–6 марта 2026 г., 8А», «Копии распечаток за …» */
const titleOf = (sheets: readonly PrintedSheet[]): string => {
  const contents = sheets.map(({ content }) => content);
  const week = only(contents.map(weekOfSheet));
  const name = only(contents.map(({ className }) => className));
  const student = only(contents.map((content) => content.student));
  const weeks = contents.map((content) => content.week).toSorted(compareDates);
  const lastDays = contents.map(({ lastDay }) => lastDay).toSorted(compareDates);
  const span =
    week === null ? `недели ${spanTitle(weeks[0] ?? '', lastDays.at(-1) ?? '')}` : `неделю ${week}`;
  const nouns = sheets.every(({ copy }) => copy !== undefined) ? copies : firsts;
  const noun = contents.length === 1 ? nouns.one : nouns.many;
  return [`${noun} за ${span}`, name, contents.length === 1 ? student : null]
    .filter((part) => part !== null)
    .join(', ');
};

/** Sheets laid out between two looks at «отменить». */
const chunk = 100;

/**
 * The document of sheets in their order; sheets of different layouts go one layout after another.
 * @throws OfficeError `cancelled`
 */
export const sheetsDocument = async (
  sheets: readonly PrintedSheet[],
  paper: PaperSettings,
  job: Job,
): Promise<DocumentModel> => {
  const blocks = new Map<SheetLayout, (readonly Block[])[]>();
  for (const [at, sheet] of sheets.entries()) {
    const made = blocks.get(sheet.layout) ?? [];
    made.push(...piecesOf(sheet, paper));
    blocks.set(sheet.layout, made);
    if ((at + 1) % chunk === 0)
      await job.step({ stage: 'layout', done: at + 1, total: sheets.length });
  }
  const sections = [...blocks].map(([layout, made]) => sectionOf(layout, made));
  return documentOf(titleOf(sheets), ...sections);
};
