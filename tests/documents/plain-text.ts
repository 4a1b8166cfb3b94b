/** The visible text of a document in reading order: what both renderers must print. */

import { assertNever } from '../../src-main/contract/errors.ts';
import type {
  Block,
  Content,
  DocumentModel,
  SignatureLine,
} from '../../src-main/documents/model.ts';
import { splitPages } from '../../src-main/documents/layout.ts';

const textOf = (content: Content): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');

const signatureText = (line: SignatureLine): string =>
  [
    line.role,
    line.name ?? '',
    line.date ?? '',
    line.signatureCaption ?? '(подпись)',
    line.nameCaption ?? '(расшифровка подписи)',
    line.date === undefined ? '' : '(дата)',
  ].join('\t');

const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.content);
    case 'table':
      return [...block.head, ...block.rows]
        .map((cells) => cells.map(({ content }) => textOf(content)).join('\t'))
        .join('\n');
    case 'signatures':
      return block.lines.map(signatureText).join('\n');
    case 'field':
      return [block.label, block.value ?? '', block.after ?? '', block.caption ?? ''].join('\t');
    case 'qrCode':
      return blocksText(block.beside ?? []);
    case 'rightBlock':
    case 'keepTogether':
      return blocksText(block.blocks);
    case 'grid':
      return block.cells.map(blocksText).join('\n');
    case 'cutLine':
      return '✂';
    case 'pageBreak':
    case 'spacer':
      return '';
    default:
      return assertNever(block);
  }
};

/**
 * Text of the pages, blocks by lines and cells by tabs; page numbers and running headers are left
 * out, as they belong to the page and not to the text.
 */
export const plainText = (model: DocumentModel): string =>
  model.sections
    .flatMap(({ blocks }) => splitPages(blocks))
    .map(blocksText)
    .join('\n');
