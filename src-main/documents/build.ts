/** Short builders of the document model, so that the forms of features read as forms. */

import type {
  Align,
  Block,
  Content,
  CutLine,
  DocumentModel,
  Field,
  Grid,
  KeepTogether,
  PageBreak,
  Paragraph,
  QrCode,
  RightBlock,
  Run,
  Section,
  SignatureLine,
  Signatures,
  Spacer,
  Table,
  TableCell,
  TableColumn,
  TableRow,
  Width,
} from './model.ts';

type Look<T, Fixed extends keyof T> = Partial<Omit<T, Fixed | 'kind'>>;

/** A document; `sections` may be one section. */
export const documentOf = (title: string, ...sections: readonly Section[]): DocumentModel => ({
  title,
  sections,
});

/** A4 upright, page numbers from the second page unless `look` says otherwise. */
export const portrait = (
  blocks: readonly Block[],
  look: Look<Section, 'blocks' | 'orientation'> = {},
): Section => ({ pageNumbers: 'from-second', ...look, orientation: 'portrait', blocks });

/** A4 on its side, for journals and wide tables. */
export const landscape = (
  blocks: readonly Block[],
  look: Look<Section, 'blocks' | 'orientation'> = {},
): Section => ({ pageNumbers: 'from-second', ...look, orientation: 'landscape', blocks });

export const bold = (text: string): Run => ({ text, bold: true });
export const mono = (text: string, look: Omit<Run, 'text' | 'mono'> = {}): Run => ({
  ...look,
  text,
  mono: true,
});

/** Body text: justified, with the first-line indent of the paper settings. */
export const paragraph = (content: Content, look: Look<Paragraph, 'content'> = {}): Paragraph => ({
  style: 'body',
  ...look,
  kind: 'paragraph',
  content,
});

/** Name of the document: bold, centred. */
export const title = (content: Content, look: Look<Paragraph, 'content'> = {}): Paragraph =>
  paragraph(content, { style: 'title', ...look });

/** Heading of a part: bold, centred, never the last line of a page. */
export const heading = (content: Content, look: Look<Paragraph, 'content'> = {}): Paragraph =>
  paragraph(content, { style: 'heading', ...look });

/** A line of plain text at the left without indent, or aligned as told. */
export const line = (content: Content, align: Align = 'left'): Paragraph =>
  paragraph(content, { align, indentFirst: false });

export const centered = (content: Content): Paragraph => line(content, 'center');

/** Smaller text: explanations, legal references. */
export const small = (content: Content, look: Look<Paragraph, 'content'> = {}): Paragraph =>
  paragraph(content, { style: 'small', ...look });

/** The smallest text: captions, footnotes under a table. */
export const note = (content: Content, look: Look<Paragraph, 'content'> = {}): Paragraph =>
  paragraph(content, { style: 'note', ...look });

export const share = (value: number): Width => ({ share: value });
export const mm = (value: number): Width => ({ mm: value });

/** A column: a number is a share of the free width, `mm(12)` is fixed. */
export const column = (width: number | Width, align?: Align): TableColumn => ({
  width: typeof width === 'number' ? share(width) : width,
  ...(align === undefined ? {} : { align }),
});

export const cell = (content: Content, look: Look<TableCell, 'content'> = {}): TableCell => ({
  ...look,
  content,
});

/** A row of cells; strings become plain cells, null and undefined an empty one. */
export const row = (
  ...cells: readonly (TableCell | string | number | null | undefined)[]
): TableRow =>
  cells.map((item) =>
    typeof item === 'object' && item !== null ? item : { content: item == null ? '' : `${item}` },
  );

/** All borders, a head repeated on every page. */
export const table = (
  columns: readonly TableColumn[],
  head: readonly TableRow[],
  rows: readonly TableRow[],
  look: Look<Table, 'columns' | 'head' | 'rows'> = {},
): Table => ({ borders: 'all', ...look, kind: 'table', columns, head, rows });

export const signature = (...lines: readonly SignatureLine[]): Signatures => ({
  kind: 'signatures',
  lines,
});

/** «Label value» on a rule; `value` null leaves the rule for handwriting. */
export const field = (
  label: string,
  value: string | null,
  look: Look<Field, 'label' | 'value'> = {},
): Field => ({ ...look, kind: 'field', label, value });

export const pageBreak = (): PageBreak => ({ kind: 'pageBreak' });
export const cutLine = (): CutLine => ({ kind: 'cutLine' });
export const spacer = (heightMm: number): Spacer => ({ kind: 'spacer', heightMm });

/** The addressee's block at the right; strings are lines of it. */
export const rightBlock = (
  blocks: readonly (Block | string)[],
  widthShare?: number,
): RightBlock => ({
  kind: 'rightBlock',
  blocks: blocks.map((item) => (typeof item === 'string' ? line(item) : item)),
  ...(widthShare === undefined ? {} : { widthShare }),
});

export const keepTogether = (...blocks: readonly Block[]): KeepTogether => ({
  kind: 'keepTogether',
  blocks,
});

/** A QR code with blocks at the left of it. */
export const qrCode = (text: string, sizeMm: number, ...beside: readonly Block[]): QrCode => ({
  kind: 'qrCode',
  text,
  sizeMm,
  ...(beside.length === 0 ? {} : { beside }),
});

/** Equal cells in `columns` columns, row after row. */
export const grid = (
  columns: number,
  cells: readonly (readonly Block[])[],
  look: Look<Grid, 'columns' | 'cells'> = {},
): Grid => ({ cutLines: true, ...look, kind: 'grid', columns, cells });
