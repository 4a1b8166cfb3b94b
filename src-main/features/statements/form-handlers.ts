import type { DocumentModel } from '../../documents/model.ts';
import { renderDocx } from '../../documents/docx.ts';
import { statementWordingProblems } from '../../domain/statement-wording.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { diarySystem } from './diary-system.ts';
import { previewForm, printBlank, printStatements } from './printing.ts';
import { fieldsDocument, previewDocument } from './samples.ts';
import { dropTemplate } from './template-store.ts';
import { checkTemplate, printByTemplate, requireTemplate, saveTemplate } from './templates.ts';
import { allWordings, resetWording, saveWording, wordingOf } from './wordings.ts';

type FormNames =
  | `statements.print${string}`
  | `statements.${string}Wording${string}`
  | `statements.${string}Template${string}`
  | 'statements.previewForm'
  | 'statements.wordings'
  | 'statements.template';
type All = FeatureHandlers<'statements'>;

const asDocument = ({ documents }: Context, model: DocumentModel) => ({
  document: documents.put(model),
  title: model.title,
});

/** Printed forms, their wording and the school's own files. */
export const statementFormHandlers: Pick<All, Extract<keyof All, FormNames>> = {
  'statements.print': async ({ id }, context) =>
    asDocument(context, await printStatements(context.db, [id])),
  'statements.printMany': async ({ ids }, context) =>
    asDocument(context, await printStatements(context.db, ids)),
  'statements.printBlank': async ({ kind }, context) =>
    asDocument(context, await printBlank(context.db, kind)),
  'statements.previewForm': async (input, context) =>
    asDocument(context, await previewForm(context.db, input)),
  'statements.wordings': (_input, { db }) => allWordings(db),
  async 'statements.saveWording'({ kind, text }, { db }) {
    await saveWording(db, kind, text);
  },
  async 'statements.resetWording'({ kind }, { db }) {
    await resetWording(db, kind);
  },
  async 'statements.previewWording'({ kind, text }, context) {
    const { name } = await diarySystem(context.db);
    return {
      problems: [...statementWordingProblems(kind, text)],
      ...asDocument(context, previewDocument(kind, text, name)),
    };
  },
  async 'statements.checkTemplate'({ kind, file }, { files }) {
    const { fields, problems } = await checkTemplate(kind, await files.read(file));
    return { fields, problems };
  },
  async 'statements.saveTemplate'({ kind, file }, { db, files }) {
    await saveTemplate(db, kind, await files.read(file));
  },
  async 'statements.removeTemplate'({ kind }, { db }) {
    await dropTemplate(db, kind);
  },
  async 'statements.template'({ kind }, { db, files }) {
    const { name, bytes } = await requireTemplate(db, kind);
    return files.create(name, bytes);
  },
  async 'statements.sampleTemplate'({ kind }, { db, files }) {
    const model = fieldsDocument(kind, await wordingOf(db, kind));
    const { paper } = await readSettings(db);
    return files.create(`${model.title}.docx`, await renderDocx(model, paper));
  },
  async 'statements.printByTemplate'({ id }, { db, files }) {
    const { name, bytes } = await printByTemplate(db, id);
    return files.create(name, bytes);
  },
};
