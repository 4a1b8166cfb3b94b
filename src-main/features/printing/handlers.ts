import type { FeatureHandlers } from '../context.ts';
import { renderDocx } from '../../documents/docx.ts';
import { renderPrintHtml } from '../../documents/html.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { readSettings } from '../settings/index.ts';

/** Where hosts serve the document fonts, relative to the print page's own address. */
const fontBaseUrl = '../fonts';

const secrecyOf = ({ secret = false }: DocumentModel) => ({ secret });

export const printingHandlers: FeatureHandlers<'printing'> = {
  async 'printing.html'({ document }, { db, documents, files }) {
    const model = documents.get(document);
    const { paper } = await readSettings(db);
    const html = renderPrintHtml(model, paper, { fontBaseUrl });
    return files.create(`${model.title}.html`, new TextEncoder().encode(html), secrecyOf(model));
  },
  async 'printing.docx'({ document }, { db, documents, files }) {
    const model = documents.get(document);
    const { paper } = await readSettings(db);
    return files.create(`${model.title}.docx`, await renderDocx(model, paper), secrecyOf(model));
  },
  'printing.close'({ document }, { documents, files }) {
    if (documents.get(document).secret === true) {
      files.forgetSecrets();
      documents.drop(document);
    }
  },
};
