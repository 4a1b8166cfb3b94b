import { normaliseTitle, textOf } from '../cells.ts';
import { readHead, SUBJECT_TITLE } from './head.ts';
import type { Head } from './head.ts';
import { labelsOf, periodInTitle } from './labels.ts';
import type { Label } from './labels.ts';
import { legendOf } from './legend.ts';
import { filledTexts, firstFilled, isFilled } from './lines.ts';
import type { Document, Line } from './lines.ts';
import type { LegendCode } from './recognised.ts';
import { remembered } from './remembered.ts';

/** What the lines above a table say, as written; null: no such line. */
export interface BlockTexts {
  readonly schoolYear: string | null;
  readonly className: string | null;
  readonly period: string | null;
}

/** Rows under one head; a page break may repeat the head or go on with other days. */
export interface BlockPart {
  readonly head: Head;
  readonly subjectCol: number;
  readonly rows: readonly Line[];
}

/** The tables of one pupil (formats.md A, B, C). */
export interface PupilBlock {
  /** Line of the name, or of the head when no line names the pupil. */
  readonly at: Line;
  /** After «Ученик:»; null when there is no such line. */
  readonly pupil: string | null;
  readonly texts: BlockTexts;
  readonly parts: readonly BlockPart[];
  /** Rows that look like marks and stand before any head. */
  readonly headless: readonly Line[];
}

export interface SplitDocument {
  readonly blocks: readonly PupilBlock[];
  readonly legend: readonly LegendCode[];
}

interface OpenPart extends BlockPart {
  readonly rows: Line[];
}

interface OpenBlock {
  at: Line | null;
  pupil: string | null;
  texts: BlockTexts | null;
  readonly parts: OpenPart[];
  readonly headless: Line[];
}

const emptyBlock = (): OpenBlock => ({
  at: null,
  pupil: null,
  texts: null,
  parts: [],
  headless: [],
});

/** Column of «Предмет» in a line of titles, -1 in any other line. */
export const subjectColumn = ({ cells }: Line): number =>
  cells.findIndex(
    (cell) => typeof cell === 'string' && cell.length < 50 && SUBJECT_TITLE.test(textOf(cell)),
  );

const FOOTER =
  /^(?:итого|всего|пропущено|количество|директор|(?:классный|кл) рук|зам(?:еститель)? |учитель|родител|подпись|дата |м п|средний балл|исполнитель)/u;

const isFooter = remembered((text) => FOOTER.test(normaliseTitle(text)));

const MARKS = /^[1-5НБУОПнбуоп.*+\-/ ]{1,8}$/u;

const looksLikeMarks = ({ cells }: Line): boolean => {
  const [, ...rest] = filledTexts(cells);
  return rest.length > 0 && rest.every((text) => MARKS.test(text));
};

/** Walks the lines once and cuts them into blocks. */
class Splitter {
  readonly blocks: PupilBlock[] = [];
  readonly legend: LegendCode[] = [];
  private block = emptyBlock();
  private part: OpenPart | null = null;
  private gap = false;
  /** Rows without values: subjects without marks, or titles of the next page; what follows tells. */
  private bare: Line[] = [];
  private texts: BlockTexts = { schoolYear: null, className: null, period: null };
  private readonly document: Document;
  private readonly date1904: boolean;

  constructor(document: Document, date1904: boolean) {
    this.document = document;
    this.date1904 = date1904;
  }

  /** Takes the line with this number, returns how many lines are done. */
  take(at: number): number {
    const line = this.document[at];
    if (!line) return 1;
    const first = firstFilled(line.cells);
    // Tables of a page follow each other without blank lines.
    if (first === -1 || line.sheet !== this.document[at - 1]?.sheet) {
      this.gap = true;
      this.bare = [];
    }
    if (first === -1) return 1;
    const labels = this.labels(line, first);
    if (labels.length > 0) {
      this.part = null;
      this.bare = [];
      for (const label of labels) this.label(label, line);
      return 1;
    }
    const height = this.head(at, line);
    if (height > 0) return height;
    this.row(line, first);
    return 1;
  }

  finish(): void {
    const { at, pupil, parts, headless, texts } = this.block;
    if (at && (pupil !== null || parts.length > 0))
      this.blocks.push({ at, pupil, parts, headless, texts: texts ?? this.texts });
    this.block = emptyBlock();
    this.part = null;
  }

  /** Inside a table only the first cell may be a label: others are marks. */
  private labels(line: Line, first: number): readonly Label[] {
    const cell = line.cells[first];
    if (this.part && !(typeof cell === 'string' && cell.includes(':'))) return [];
    const labels = labelsOf(line.cells);
    const period = labels.length === 0 && !this.part ? periodInTitle(line.cells) : null;
    return period ? [period] : labels;
  }

  private label({ key, value }: Label, line: Line): void {
    if (key === 'subject' || key === 'teacher') return;
    // Any heading after a table begins the next pupil, whether it names him or not.
    if (this.block.parts.length > 0 || (key === 'pupil' && this.block.pupil !== null))
      this.finish();
    if (key === 'pupil') {
      this.block.pupil = value;
      this.block.at = line;
    } else this.texts = { ...this.texts, [key]: value };
  }

  private head(at: number, line: Line): number {
    const keyCol = subjectColumn(line);
    if (keyCol === -1) return 0;
    const head = readHead({ document: this.document, at, keyCol, date1904: this.date1904 });
    if (!head) return 0;
    this.block.at ??= line;
    this.block.texts ??= this.texts;
    this.part = { head, subjectCol: keyCol, rows: [] };
    this.block.parts.push(this.part);
    this.gap = false;
    this.bare = [];
    return head.height;
  }

  private row(line: Line, first: number): void {
    const legend = legendOf(line.cells);
    if (legend) {
      this.keepBare();
      this.legend.push(...legend);
      this.part = null;
    } else if (!this.part) {
      if (this.block.pupil !== null && this.block.parts.length === 0 && looksLikeMarks(line))
        this.block.headless.push(line);
    } else if (isFooter(textOf(line.cells[first]))) this.keepBare();
    else if (hasValues(line, this.part.subjectCol)) {
      this.keepBare();
      this.part.rows.push(line);
    } else if (!this.gap) this.bare.push(line);
  }

  /** Rows without values are subjects when the same table goes on below them. */
  private keepBare(): void {
    this.part?.rows.push(...this.bare);
    this.bare = [];
  }
}

const hasValues = ({ cells }: Line, subjectCol: number): boolean =>
  cells.some((cell, col) => col > subjectCol && isFilled(cell));

/** Lines between two pauses: a page of a class has about 30. */
const PAUSE_LINES = 500;

/** Cuts a document of stacked pupils into their blocks; nothing is read of the marks yet. */
export const splitBlocks = async (
  document: Document,
  date1904: boolean,
  pause: () => Promise<void>,
): Promise<SplitDocument> => {
  const splitter = new Splitter(document, date1904);
  for (let at = 0, paused = 0; at < document.length;) {
    if (at - paused >= PAUSE_LINES) {
      paused = at;
      await pause();
    }
    at += splitter.take(at);
  }
  splitter.finish();
  return { blocks: splitter.blocks, legend: splitter.legend };
};
