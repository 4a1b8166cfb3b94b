import { nonBreaking } from '../../../domain/russian.ts';
import { pageBox, ptToMm } from '../../../documents/paper.ts';
import type { PaperSettings } from '../../../documents/paper.ts';
import { cellPaddingMm, fontLineRatio } from '../../../documents/styles.ts';
import { textWidthMm } from '../../../documents/text-width.ts';

/**
 * How much of a page a text takes. A spread must begin on a left page, so every page of the journal
 * is laid out beforehand; estimates stand on the safe side.
 */

export interface Measure {
  readonly contentWidthMm: number;
  /** What may be filled: a little less than the paper leaves. */
  readonly contentHeightMm: number;
  /** Height of one line. */
  lineMm(sizePt: number): number;
  /** Height of a table row of so many lines. */
  rowMm(lines: number, sizePt: number): number;
  /** Lines of a text in a table cell `widthMm` wide, its padding included. */
  cellLines(text: string, widthMm: number, sizePt: number): readonly string[];
  /** Lines of a paragraph over the whole width. */
  lines(text: string, sizePt: number): readonly string[];
  widthMm(text: string, sizePt: number): number;
}

/** Width and line of a font beside Times; Word takes the line from the font itself. */
const fonts: Readonly<Record<string, readonly [width: number, line: number]>> = {
  'Times New Roman': [1, fontLineRatio],
  Arial: [1.16, 1.16],
  'PT Serif': [1.16, 1.33],
};

const widest = [1.2, 1.35] as const;

/** Letters of a word longer than its line go on the next one. */
const brokenWord = (word: string, fits: (text: string) => boolean): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
};

/**
 * Lines of a text where only ordinary spaces break, as both renderers do. A line that ends with a
 * space keeps it: joined together, the lines are the text again.
 */
const wrapped = (text: string, fits: (text: string) => boolean): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(`${line} `);
    const parts = brokenWord(word, fits);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line];
};

/** Half a border above and below, and what printers' and Word's own roundings add. */
const rowSlackMm = 0.3;

export const measureOf = (paper: PaperSettings): Measure => {
  const [widthFactor, lineRatio] = fonts[paper.fontFamily] ?? widest;
  const box = pageBox(paper, 'portrait');
  const lineMm = (sizePt: number): number => ptToMm(sizePt) * lineRatio;
  const widthMm = (text: string, sizePt: number): number => textWidthMm(text, sizePt) * widthFactor;
  // The same names and marks are measured on every spread.
  const known = new Map<string, readonly string[]>();
  const wrap = (text: string, available: number, sizePt: number): readonly string[] => {
    const key = `${available} ${sizePt} ${text}`;
    const found = known.get(key);
    if (found) return found;
    const lines = wrapped(nonBreaking(text), (part) => widthMm(part, sizePt) <= available);
    known.set(key, lines);
    return lines;
  };
  return {
    contentWidthMm: box.contentWidthMm,
    contentHeightMm: box.contentHeightMm * 0.985 - 3,
    lineMm,
    rowMm: (lines, sizePt) => lines * lineMm(sizePt) + cellPaddingMm.top * 2 + rowSlackMm,
    cellLines: (text, available, sizePt) =>
      wrap(text, available - cellPaddingMm.side * 2 - 0.4, sizePt),
    lines: (text, sizePt) => wrap(text, box.contentWidthMm, sizePt),
    widthMm,
  };
};
