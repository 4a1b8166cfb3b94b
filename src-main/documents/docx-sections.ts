/** Sections of the Word file: pages, headers, paper. */

import { Header, PageNumber, PageOrientation, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { ISectionOptions, Table } from 'docx';
import { childrenOf } from './docx-blocks.ts';
import type { DocxContext } from './docx-blocks.ts';
import { runsOf, thinParagraph } from './docx-text.ts';
import { sectionPaper, sectionWidthMm, skipsFirstNumber, splitPages } from './layout.ts';
import type { Section } from './model.ts';
import { a4, mmToTwips, pageBox } from './paper.ts';
import type { PaperSettings } from './paper.ts';

/** Distance of page numbers from the paper's edge, millimetres. */
const headerMm = 8;

/** The running text at the left and the page number in the centre of one line. */
const headerLine = (section: Section, numbered: boolean, widthMm: number): Paragraph => {
  if (section.header === undefined && !numbered) return thinParagraph();
  const number = { children: [new Tab(), PageNumber.CURRENT], size: 24 };
  return new Paragraph({
    tabStops: [{ type: TabStopType.CENTER, position: mmToTwips(widthMm / 2) }],
    children: [
      ...runsOf([{ text: section.header ?? '', sizePt: 10 }]),
      ...(numbered ? [new TextRun(number)] : []),
    ],
  });
};

/** A header is always given: without one Word goes on with that of the section before. */
const headersOf = (
  section: Section,
  paper: PaperSettings,
): NonNullable<ISectionOptions['headers']> => {
  const { contentWidthMm } = pageBox(paper, section.orientation);
  const numbered = section.pageNumbers !== 'none';
  return {
    default: new Header({ children: [headerLine(section, numbered, contentWidthMm)] }),
    first: new Header({ children: [headerLine(section, false, contentWidthMm)] }),
  };
};

export type Children = readonly (Paragraph | Table)[];

/** Each page of a section, made when it is asked for. */
export const pagesOf = function* (
  section: Section,
  paper: PaperSettings,
  context: DocxContext,
): Generator<Children> {
  const width = sectionWidthMm(section, paper);
  let last: Paragraph | Table | undefined;
  for (const [at, blocks] of splitPages(section.blocks).entries()) {
    const page = [
      ...(at === 0 ? [] : [thinParagraph({ pageBreakBefore: true })]),
      ...childrenOf(blocks, width, context),
    ];
    if (page.length === 0) continue;
    last = page.at(-1);
    yield page;
  }
  if (!(last instanceof Paragraph)) yield [thinParagraph()];
};

/** The library's section of the given text. */
export const sectionOf = (
  section: Section,
  index: number,
  settings: PaperSettings,
  children: Children,
): ISectionOptions => {
  const paper = sectionPaper(section, settings);
  const { left, right, top, bottom } = paper.margins;
  const start = section.startPageNumber;
  return {
    headers: headersOf(section, paper),
    properties: {
      titlePage: skipsFirstNumber(section, index),
      page: {
        // The library turns the sides itself for a landscape page.
        size: {
          width: mmToTwips(a4.widthMm),
          height: mmToTwips(a4.heightMm),
          orientation:
            section.orientation === 'landscape'
              ? PageOrientation.LANDSCAPE
              : PageOrientation.PORTRAIT,
        },
        margin: {
          left: mmToTwips(left),
          right: mmToTwips(right),
          top: mmToTwips(top),
          bottom: mmToTwips(bottom),
          header: mmToTwips(Math.min(headerMm, top / 2)),
          footer: mmToTwips(Math.min(headerMm, bottom / 2)),
        },
        ...(start === undefined ? {} : { pageNumbers: { start } }),
      },
    },
    children,
  };
};
