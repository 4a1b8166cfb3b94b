/** Text leaves and paragraphs of the Word file. */

import { LineRuleType, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions } from 'docx';
import { nonBreaking } from '../domain/russian.ts';
import type { Content, Paragraph as ParagraphBlock, Run } from './model.ts';
import { mmToTwips, ptToHalfPoints, ptToTwips } from './paper.ts';
import type { PaperSettings } from './paper.ts';
import { alignments, styleId } from './docx-styles.ts';
import { lineSizePt, paragraphLook } from './styles.ts';

/** Word takes the file for damaged when it meets a control character. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const linesOf = (text: string): readonly string[] =>
  nonBreaking(text).replace(controls, '').split('\n');

const runOf = (run: Run, bold: boolean): readonly TextRun[] =>
  linesOf(run.text).map(
    (text, index) =>
      new TextRun({
        text,
        ...(index > 0 ? { break: 1 } : {}),
        ...(run.bold === true || bold ? { bold: true } : {}),
        ...(run.italic === true ? { italics: true } : {}),
        ...(run.underline === true ? { underline: {} } : {}),
        ...(run.sizePt === undefined ? {} : { size: ptToHalfPoints(run.sizePt) }),
        ...(run.mono === true ? { font: 'Courier New' } : {}),
      }),
  );

/** Runs of a content; nothing for an empty text. `bold` makes all of it bold. */
export const runsOf = (content: Content, bold = false): readonly TextRun[] => {
  if (typeof content !== 'string') return content.flatMap((run) => runOf(run, bold));
  return content === '' ? [] : runOf({ text: content }, bold);
};

/** Properties that differ from those of the paragraph's style. */
const ownProperties = (
  block: ParagraphBlock,
  paper: PaperSettings,
  tight: boolean,
): IParagraphOptions => {
  const look = paragraphLook(block, paper);
  return {
    ...(block.align === undefined ? {} : { alignment: alignments[look.align] }),
    ...(block.keepWithNext === undefined ? {} : { keepNext: look.keepWithNext }),
    ...(block.align === undefined && block.indentFirst === undefined
      ? {}
      : { indent: { firstLine: look.indentFirst ? mmToTwips(paper.firstLineIndentMm) : 0 } }),
    ...(block.spacing === undefined && !tight
      ? {}
      : {
          spacing: {
            before: ptToTwips(look.beforePt),
            after: ptToTwips(look.afterPt),
            ...(tight ? { line: 240, lineRule: LineRuleType.AUTO } : {}),
          },
        }),
  };
};

/** Word reckons the paragraph's end mark into the height of its last line. */
const markSize = (block: ParagraphBlock): IParagraphOptions => {
  const sizePt = lineSizePt(block);
  return sizePt === undefined ? {} : { run: { size: ptToHalfPoints(sizePt) } };
};

export const paragraphOf = (
  block: ParagraphBlock,
  paper: PaperSettings,
  keepNext: boolean,
  tight = false,
): Paragraph =>
  new Paragraph({
    style: styleId(block.style),
    ...ownProperties(block, paper, tight),
    ...(keepNext ? { keepNext: true } : {}),
    ...markSize(block),
    children: runsOf(block.content),
  });

/**
 * A paragraph one point high. Word needs one after a table at the end of a cell or a section and
 * between tables; one of usual height could leave an empty page.
 */
export const thinParagraph = (options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  });

/** Empty room `heightMm` high. */
export const spacerOf = (heightMm: number, keepNext: boolean): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: mmToTwips(heightMm), lineRule: LineRuleType.EXACT },
    ...(keepNext ? { keepNext: true } : {}),
  });
