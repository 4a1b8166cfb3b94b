/**
 * The one document model. Plain readonly JSON-able data that features build (see build.ts) and
 * two renderers print with the same text: docx.ts (Word) and html.ts (print and preview).
 * A blank for handwriting is an ordinary model whose field values are null.
 */

export type Align = 'left' | 'center' | 'right' | 'justify';

/** A piece of text in one look. `\n` inside a text is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; absent = the size of the paragraph. */
  readonly sizePt?: number;
  /** Typewriter letters, where «l», «1» and «I» must not be confused: logins and passwords. */
  readonly mono?: boolean;
}

/** Text of a paragraph or a cell: a plain string, or runs where the look changes inside. */
export type Content = string | readonly Run[];

/** Extra space around a block, points. */
export interface Spacing {
  readonly beforePt?: number;
  readonly afterPt?: number;
}

export type ParagraphStyle = 'title' | 'heading' | 'body' | 'small' | 'note';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: Content;
  /** Absent = the style's own: title and heading centred, body justified, the rest left. */
  readonly align?: Align;
  /** First-line indent of the paper settings. Absent = only for `body` that is justified or left. */
  readonly indentFirst?: boolean;
  readonly spacing?: Spacing;
  readonly style: ParagraphStyle;
  /** Stay on the page of the next block. Absent = true for title and heading. */
  readonly keepWithNext?: boolean;
}

/** Share of what the millimetre columns leave, or a fixed width. */
export type Width = { readonly share: number } | { readonly mm: number };

export interface TableColumn {
  readonly width: Width;
  /** Alignment of the body cells; absent = left. Head cells are centred. */
  readonly align?: Align;
}

export interface TableCell {
  readonly content: Content;
  readonly align?: Align;
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
  /** Columns covered, ≥ 1. Cells hidden under a span are left out of the row, as in HTML. */
  readonly colSpan?: number;
  /** Rows covered, ≥ 1, never past the end of the head or of the body. */
  readonly rowSpan?: number;
  readonly bold?: boolean;
  /** Text turned 90°, read from bottom to top: narrow date heads. Set minHeightMm with it. */
  readonly rotated?: boolean;
  /** Room for handwriting or a stamp, millimetres; the tallest cell sets the row. */
  readonly minHeightMm?: number;
  /** Said by any cell: its row never begins a page without the row above it. */
  readonly keepWithAbove?: boolean;
}

export type TableRow = readonly TableCell[];

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Repeated on every page; several rows for spans. Empty = no head. */
  readonly head: readonly TableRow[];
  readonly rows: readonly TableRow[];
  readonly borders: 'all' | 'none' | 'horizontal';
  /** Absent = the paper's size less 2 pt. */
  readonly fontSizePt?: number;
}

/** One person who signs: role, rule for the signature, rule with the name, optional date. */
export interface SignatureLine {
  readonly role: string;
  /** Written over the rule of «расшифровка»; null or absent = an empty rule. */
  readonly name?: string | null;
  /** Text of the date, null = a rule to write it on, absent = no date in the line. */
  readonly date?: string | null;
  /** Caption under the signature's rule; absent = «(подпись)». */
  readonly signatureCaption?: string;
  /** Caption under the name's rule; absent = «(расшифровка подписи)». */
  readonly nameCaption?: string;
}

/** Lines of one block are aligned with each other and never torn across pages. */
export interface Signatures {
  readonly kind: 'signatures';
  readonly lines: readonly SignatureLine[];
}

/** «Label value» with the value on a rule; null leaves the rule to be written on. */
export interface Field {
  readonly kind: 'field';
  readonly label: string;
  readonly value: string | null;
  /** Small centred text under the rule, e.g. «(фамилия, имя, отчество)». */
  readonly caption?: string;
  /** Text after the rule, e.g. «класса». */
  readonly after?: string;
  /** Empty rules under the first one when value is null: room for a long answer. */
  readonly extraLines?: number;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

/** A dashed line with «✂» over the whole width. */
export interface CutLine {
  readonly kind: 'cutLine';
}

export interface Spacer {
  readonly kind: 'spacer';
  readonly heightMm: number;
}

/** Blocks in the right part of the page: «Директору …», «УТВЕРЖДАЮ». */
export interface RightBlock {
  readonly kind: 'rightBlock';
  readonly blocks: readonly Block[];
  /** Part of the width taken, 0.1–0.95; absent = 0.5. bounded to 0.1–0.95. */
  readonly widthShare?: number;
}

/** Blocks that move to the next page together. */
export interface KeepTogether {
  readonly kind: 'keepTogether';
  readonly blocks: readonly Block[];
}

/** Equal cells, row after row: login cards, tear-off strips, two parties side by side. */
export interface Grid {
  readonly kind: 'grid';
  readonly columns: number;
  readonly cells: readonly (readonly Block[])[];
  /** Dashed lines between the cells and around them. */
  readonly cutLines: boolean;
  /** Height of every row, millimetres; absent = as the content needs. */
  readonly rowHeightMm?: number;
  /** Inner margin of a cell, millimetres; absent = 3 with cut lines, 0 without. */
  readonly paddingMm?: number;
}

/** A QR code that a telephone reads. */
export interface QrCode {
  readonly kind: 'qrCode';
  /** What the code says, e.g. an address; print it as text beside it too. */
  readonly text: string;
  /** Side with the light edge, millimetres. */
  readonly sizeMm: number;
  /** Blocks at the left of the code; absent = the code stands alone. */
  readonly beside?: readonly Block[];
}

export type Block =
  | Paragraph
  | Table
  | Signatures
  | Field
  | PageBreak
  | CutLine
  | Spacer
  | RightBlock
  | KeepTogether
  | Grid
  | QrCode;

export type Orientation = 'portrait' | 'landscape';
export type PageNumbers = 'none' | 'from-second' | 'all';

/** Millimetres from the edges of the sheet. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A run of pages with one shape. Every section starts on a new page. */
export interface Section {
  readonly orientation: Orientation;
  /** Absent = those of the paper settings. For sheets that are cut up and need the whole paper. */
  readonly margins?: Margins;
  /** Inner and outer margins change places on even pages (duplex, book). */
  readonly mirroredMargins?: boolean;
  /**
   * Top centre. `from-second` leaves the first page of the document, and of a section with
   * `startPageNumber`, without a number; a section that goes on counting shows its number at once.
   */
  readonly pageNumbers: PageNumbers;
  /** Number of the section's first page; absent = goes on from the section before. */
  readonly startPageNumber?: number;
  /** Running line at the top of every page; not a part of the text. */
  readonly header?: string;
  /** Page breaks and column breaks stand only here, never inside another block. */
  readonly blocks: readonly Block[];
}

export interface DocumentModel {
  /** Window and file name; not printed. */
  readonly title: string;
  /** Holds passwords or other sealed data: its files are made in memory only. */
  readonly secret?: boolean;
  readonly sections: readonly Section[];
}
