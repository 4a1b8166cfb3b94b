import { Document, Packer } from 'docx';
import { expect, test } from 'vitest';
import { documentOf, line, portrait, table, column, row } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { pagesOf, sectionOf } from '../../src-main/documents/docx-sections.ts';
import { documentStyles } from '../../src-main/documents/docx-styles.ts';
import type { DocumentModel } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../support/paper.ts';
import { docxParts } from '../support/docx-text.ts';
import { blank, cards, journal, letter, mixed } from './samples.ts';

const textOf = async (file: Uint8Array): Promise<string> =>
  ((await docxParts(file)).get('word/document.xml') ?? '').replaceAll(
    /<(?<name>[\w:]+)(?<attributes>[^<>]*)><\/\k<name>>/gu,
    '<$<name>$<attributes>/>',
  );

/** The same components written by the docx library at once. */
const byLibrary = async (model: DocumentModel): Promise<string> => {
  const context = { paper: defaultPaper, tableSizes: new Set<number>(), drawings: { next: 1 } };
  const sections = model.sections.map((section, index) =>
    sectionOf(section, index, defaultPaper, [...pagesOf(section, defaultPaper, context)].flat()),
  );
  const styles = documentStyles(defaultPaper, context.tableSizes);
  return textOf(await Packer.pack(new Document({ sections, styles }), 'uint8array'));
};

const models: readonly (readonly [string, DocumentModel])[] = [
  ['a letter', letter()],
  ['a blank form', blank()],
  ['a journal', journal(30)],
  ['cards', cards()],
  ['sections', mixed()],
  [
    'markup, marks and control characters',
    documentOf(
      'Знаки',
      portrait([line('<w:p> & "а" \'б\' \u{E000}0\u{E000} $& $1 \u0007')]),
      portrait([]),
      portrait([table([column(1)], [], [row(']]>')])]),
    ),
  ],
];

test.each(models)(
  '%s: written page by page it is what the library writes',
  async (_name, model) => {
    const file = await renderDocx(model, defaultPaper);
    expect(await textOf(file)).toBe(await byLibrary(model));
  },
);
