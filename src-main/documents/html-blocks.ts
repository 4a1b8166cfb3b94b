/** Blocks of the print HTML. */

import { assertNever } from '../contract/errors.ts';
import { frameCellWidthsMm, frameOf } from './frames.ts';
import type { Frame, FrameCell } from './frames.ts';
import { contentHtml } from './html-text.ts';
import { colgroup, mmText, tableHtml, withBorderRoom } from './html-table.ts';
import type { Block, Paragraph, QrCode } from './model.ts';
import type { PaperSettings } from './paper.ts';
import { qrPath } from './qr-code.ts';
import { lineSizePt, paragraphLook } from './styles.ts';

const paragraphHtml = (paragraph: Paragraph, paper: PaperSettings): string => {
  const look = paragraphLook(paragraph, paper);
  const classes: string[] = [paragraph.style, look.align];
  if (look.indentFirst) classes.push('indent');
  if (look.keepWithNext) classes.push('keep');
  const { spacing } = paragraph;
  const sizePt = lineSizePt(paragraph);
  const styles = [
    ...(spacing === undefined ? [] : [`margin:${look.beforePt}pt 0 ${look.afterPt}pt`]),
    ...(sizePt === undefined ? [] : [`font-size:${sizePt}pt`]),
  ];
  const style = styles.length === 0 ? '' : ` style="${styles.join(';')}"`;
  // An empty paragraph keeps the height of its line, as in Word.
  return `<p class="${classes.join(' ')}"${style}>${contentHtml(paragraph.content) || '<br>'}</p>`;
};

const frameCellHtml = (cell: FrameCell, widthMm: number, paper: PaperSettings): string => {
  const borders = Object.entries(cell.borders ?? {}).map(([side, kind]) => `${kind}-${side}`);
  const classes = [...borders, ...(cell.verticalAlign === 'bottom' ? ['v-bottom'] : [])];
  const name = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const padding = cell.paddingMm === undefined ? '' : ` style="padding:${mmText(cell.paddingMm)}"`;
  const span = cell.colSpan === undefined ? '' : ` colspan="${cell.colSpan}"`;
  return `<td${name}${span}${padding}>${blocksHtml(cell.blocks, widthMm, paper)}</td>`;
};

const frameHtml = (frame: Frame, paper: PaperSettings): string => {
  const rows = frame.rows.map((row) => {
    const widths = frameCellWidthsMm(frame, row);
    const cells = row.cells.map((cell, at) => frameCellHtml(cell, widths[at] ?? 0, paper));
    const style = row.heightMm === undefined ? '' : ` style="height:${mmText(row.heightMm)}"`;
    return `<tr${style}>${cells.join('')}</tr>`;
  });
  const columns = withBorderRoom(frame.widthsMm);
  const total = columns.reduce((sum, width) => sum + width, 0);
  const name = frame.together ? 'frame together' : 'frame';
  return `<table role="presentation" class="${name}" style="width:${mmText(total)}">${colgroup(columns)}<tbody>${rows.join('\n')}</tbody></table>`;
};

const qrHtml = ({ text, sizeMm }: QrCode): string => {
  const { side, path } = qrPath(text);
  const size = mmText(sizeMm);
  return (
    `<svg class="qr" role="img" aria-label="QR" viewBox="0 0 ${side} ${side}" ` +
    `style="width:${size};height:${size}"><path d="${path}"/></svg>`
  );
};

const blockHtml = (block: Block, widthMm: number, paper: PaperSettings): string => {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block, paper);
    case 'table':
      return tableHtml(block, widthMm, paper);
    case 'keepTogether':
      return `<div class="together">${blocksHtml(block.blocks, widthMm, paper)}</div>`;
    case 'spacer':
      return `<div style="height:${mmText(block.heightMm)}"></div>`;
    case 'pageBreak':
      // Sections take their page breaks out before; inside another block there is no page to end.
      throw new Error('A page break stands inside another block');
    case 'qrCode':
      return block.beside === undefined
        ? qrHtml(block)
        : frameHtml(frameOf(block, widthMm, paper), paper);
    case 'signatures':
    case 'field':
    case 'rightBlock':
    case 'grid':
    case 'cutLine':
      return frameHtml(frameOf(block, widthMm, paper), paper);
    default:
      return assertNever(block);
  }
};

/** Blocks one under another in a place `widthMm` wide. */
export const blocksHtml = (
  blocks: readonly Block[],
  widthMm: number,
  paper: PaperSettings,
): string => blocks.map((block) => blockHtml(block, widthMm, paper)).join('\n');
