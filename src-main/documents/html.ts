/**
 * A document as one self-contained HTML page without scripts: the same page is printed by
 * Chromium (print, printToPDF) and shown in the preview (class `preview` on <html>).
 */

import { blocksHtml } from './html-blocks.ts';
import { pageShapes } from './html-pages.ts';
import { fontFaces, previewStyles, textStyles } from './html-styles.ts';
import { escapeHtml, forgetLeaves } from './html-text.ts';
import { mmText } from './html-table.ts';
import { sectionPaper, sectionWidthMm, splitPages } from './layout.ts';
import type { DocumentModel, Section } from './model.ts';
import { pageBox } from './paper.ts';
import type { PaperSettings } from './paper.ts';

export interface PrintHtmlOptions {
  /** Where `documentFontFiles` are served, without a slash at the end; absent = system fonts. */
  readonly fontBaseUrl?: string;
  /** Puts `preview` on <html> at once; otherwise the page is as printed. */
  readonly preview?: boolean;
}

/** What the preview has to know of a section, read by it from `data-…`. */
const sheetData = (section: Section, paper: PaperSettings): string => {
  const { margins } = paper;
  const data: Readonly<Record<string, string>> = {
    orientation: section.orientation,
    margins: [margins.top, margins.right, margins.bottom, margins.left].join(' '),
    mirrored: `${section.mirroredMargins === true}`,
    'page-numbers': section.pageNumbers,
    'start-page': `${section.startPageNumber ?? ''}`,
    header: section.header ?? '',
  };
  return Object.entries(data)
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('');
};

const sheetStyle = (section: Section, index: number, paper: PaperSettings): string => {
  const { contentWidthMm, contentHeightMm } = pageBox(paper, section.orientation);
  const { left, right } = paper.margins;
  return [
    `--page-width:${mmText(contentWidthMm)}`,
    `--page-height:${mmText(contentHeightMm)}`,
    `--page-gap:${mmText(left + right)}`,
    ...(index === 0 ? [] : ['break-before:page']),
  ].join(';');
};

const sectionHtml = (
  section: Section,
  index: number,
  shape: string,
  settings: PaperSettings,
): string => {
  const paper = sectionPaper(section, settings);
  const width = sectionWidthMm(section, paper);
  const pages = splitPages(section.blocks).map((blocks, at) => {
    const html = blocksHtml(blocks, width, paper);
    const name = at === 0 ? 'part' : 'part page-break';
    return `<div class="${name}">${html}</div>`;
  });
  return (
    `<section class="sheet ${shape}"${sheetData(section, paper)} ` +
    `style="${sheetStyle(section, index, paper)}">${pages.join('\n')}</section>`
  );
};

/** The HTML page of a document; every text is escaped, nothing but fonts is loaded. */
export const renderPrintHtml = (
  model: DocumentModel,
  paper: PaperSettings,
  options: PrintHtmlOptions = {},
): string => {
  const shapes = pageShapes(model, paper);
  const fonts = options.fontBaseUrl === undefined ? '' : fontFaces(options.fontBaseUrl);
  const sections = model.sections.map((section, index) =>
    sectionHtml(section, index, shapes.names[index] ?? '', paper),
  );
  forgetLeaves();
  return `<!doctype html>
<html lang="ru"${options.preview === true ? ' class="preview"' : ''}>
<head>
<meta charset="utf-8">
<title>${escapeHtml(model.title)}</title>
<style>
${fonts}
${shapes.css}
${textStyles(paper)}
${previewStyles}
</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`;
};
