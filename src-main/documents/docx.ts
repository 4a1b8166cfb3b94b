/** A document as a Word file. */

import { Document, Packer, Paragraph } from 'docx';
import type { DocxContext } from './docx-blocks.ts';
import { fixZipDates, packageParts } from './docx-package.ts';
import type { PackagePart } from './docx-package.ts';
import { pagesOf, sectionOf } from './docx-sections.ts';
import type { Children } from './docx-sections.ts';
import { documentStyles } from './docx-styles.ts';
import { createXmlWriter, documentXml } from './docx-xml.ts';
import type { Block, DocumentModel } from './model.ts';
import type { PaperSettings } from './paper.ts';

interface Written {
  readonly document: Document;
  /** Parts that take the place of the library's own. */
  readonly parts: readonly PackagePart[];
}

const newContext = (paper: PaperSettings): DocxContext => ({
  paper,
  tableSizes: new Set(),
  drawings: { next: 1 },
});

/** Stands in the place of a section's text until the text is written there. */
const mark = (index: number): string => `\uE000${index}\uE000`;
const marked =
  /<w:p><w:r><w:t xml:space="preserve">\uE000(?<index>\d+)\uE000<\/w:t><\/w:r><\/w:p>/gu;

interface WrittenSection {
  /** Everything but the last paragraph. */
  readonly text: string;
  /** The library puts the section's own properties into it. */
  readonly last: Paragraph;
}

const writeSection = (
  pages: Iterable<Children>,
  write: (children: Children) => string,
): WrittenSection => {
  const texts: string[] = [];
  let last: Paragraph | undefined;
  for (const page of pages) {
    if (last) texts.push(write([last]));
    const end = page.at(-1);
    last = end instanceof Paragraph ? end : undefined;
    texts.push(write(last ? page.slice(0, -1) : page));
  }
  if (!last) throw new Error('A section of the Word document does not end with a paragraph');
  return { text: texts.join(''), last };
};

/**
 * Writes the text page by page and puts it into an empty document of the same sections: a thousand
 * sheets never stand in memory as the library's components.
 */
const writeByPages = (model: DocumentModel, paper: PaperSettings): Written => {
  const context = newContext(paper);
  const write = createXmlWriter();
  const sections = model.sections.map((section) =>
    writeSection(pagesOf(section, paper, context), write),
  );
  const document = new Document({
    sections: model.sections.map((section, index) =>
      sectionOf(section, index, paper, [
        new Paragraph(mark(index)),
        ...sections.slice(index, index + 1).map(({ last }) => last),
      ]),
    ),
    styles: documentStyles(paper, context.tableSizes),
  });
  let found = 0;
  const data = documentXml(document).replace(marked, (_whole, index: string) => {
    found += 1;
    return sections[Number(index)]?.text ?? '';
  });
  if (found !== sections.length) throw new Error('A section of the Word document is lost');
  return { document, parts: [{ path: 'word/document.xml', data }] };
};

/** Pictures have parts of their own, which only the library counts. */
const writeWhole = (model: DocumentModel, paper: PaperSettings): Written => {
  const context = newContext(paper);
  const sections = model.sections.map((section, index) =>
    sectionOf(section, index, paper, [...pagesOf(section, paper, context)].flat()),
  );
  const styles = documentStyles(paper, context.tableSizes);
  return { document: new Document({ sections, styles }), parts: [] };
};

const hasPictures = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => {
    if (block.kind === 'qrCode') return true;
    if (block.kind === 'grid') return block.cells.some(hasPictures);
    return 'blocks' in block && hasPictures(block.blocks);
  });

/** The .docx bytes of a document; equal models give equal files. */
export const renderDocx = async (
  model: DocumentModel,
  paper: PaperSettings,
): Promise<Uint8Array> => {
  const pictured = model.sections.some(({ blocks }) => hasPictures(blocks));
  const { document, parts } = (pictured ? writeWhole : writeByPages)(model, paper);
  const mirrored = model.sections.some(({ mirroredMargins }) => mirroredMargins === true);
  const file = await Packer.pack(document, 'uint8array', undefined, [
    ...packageParts(model.title, mirrored),
    ...parts,
  ]);
  fixZipDates(file);
  return file;
};
