import type { OperationOutput } from '../../contract/operations.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { summaryColumns } from '../../domain/summary.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { rowsAs } from '../lists/index.ts';
import { readSettings } from '../settings/index.ts';
import { blankForm, draftForm, summaryForm } from './forms/summary.ts';
import type { PackageFiles } from './files.ts';
import { packageFiles } from './files.ts';
import type { StoredVersion } from './repository.ts';
import { lastVersion, versionPage } from './repository.ts';
import { summaryRowsPage } from './rows.ts';
import { figuresOf } from './collect.ts';
import { contentOf, countingTextOf, issueOf, reissueOf } from './content.ts';
import {
  differenceNow,
  draftSummary,
  draftWarning,
  finaliseRefusal,
  finaliseSummary,
  reissueSummary,
  requireVersion,
} from './versions.ts';

const headOf = ({ id, content, sha256 }: StoredVersion) => ({
  id,
  from: content.period.from,
  to: content.period.to,
  version: content.version,
  finalisedAt: content.finalisedAt,
  figures: content.figures,
  sha256,
  reissueOf: reissueOf(content),
});

const show = (model: DocumentModel, { documents }: Context) => ({
  document: documents.put(model),
  title: model.title,
});

const filesOf = async (id: number, { db }: Context): Promise<PackageFiles> => {
  const version = await requireVersion(db, id);
  return packageFiles(version, (await readSettings(db)).paper);
};

const compute = async (
  period: { readonly from: string; readonly to: string },
  { db, clock }: Context,
): Promise<OperationOutput<'summary.compute'>> => {
  const draft = await draftSummary(db, period, clock);
  const last = await lastVersion(db, period);
  return {
    ...period,
    figures: draft.figures,
    notCounted: figuresOf(draft.rows, false),
    rule: draft.rule,
    ruleText: draft.ruleText,
    countingText: draft.countingText,
    heads: summaryColumns.map(({ figure, head }) => ({ figure, text: head })),
    finaliseRefusal: finaliseRefusal(draft, clock.today()),
    warning: draftWarning(draft),
    last: last && { ...headOf(last), difference: differenceNow(last, draft) },
  };
};

const versionCard = async (
  id: number,
  { db, clock }: Context,
): Promise<OperationOutput<'summary.version'>> => {
  const version = await requireVersion(db, id);
  const { period, rule } = version.content;
  const draft = await draftSummary(db, period, clock);
  return {
    ...headOf(version),
    notCounted: figuresOf(version.rows, false),
    rule: { measure: rule.measure, excusedOnly: rule.excusedOnly },
    ruleText: rule.text,
    countingText: countingTextOf(version.content),
    latest: (await lastVersion(db, period))?.id === id,
    difference: differenceNow(version, draft),
  };
};

export const summaryHandlers: FeatureHandlers<'summary'> = {
  'summary.compute': compute,
  'summary.listRows': summaryRowsPage,
  async 'summary.finalise'(period, { db, clock }) {
    const { version, created } = await finaliseSummary(db, period, clock);
    return { id: version.id, version: version.content.version, created, sha256: version.sha256 };
  },
  async 'summary.reissue'({ id }, { db, clock }) {
    const { content, sha256, ...version } = await reissueSummary(db, id, clock);
    return { id: version.id, version: content.version, sha256 };
  },
  async 'summary.list'(input, { db }) {
    return rowsAs(await versionPage(db, input), headOf);
  },
  'summary.version': ({ id }, context) => versionCard(id, context),
  async 'summary.export'({ id, folder }, context) {
    const { docx, xlsx, json } = await filesOf(id, context);
    const files = [docx, xlsx, json];
    await context.files.writeInto(folder, files);
    return { names: files.map(({ name }) => name) };
  },
  async 'summary.files'({ id }, context) {
    const { docx, xlsx, json } = await filesOf(id, context);
    return {
      docx: await context.files.create(docx.name, docx.bytes),
      xlsx: await context.files.create(xlsx.name, xlsx.bytes),
      json: await context.files.create(json.name, json.bytes),
    };
  },
  async 'summary.print'({ id }, context) {
    const { content, sha256 } = await requireVersion(context.db, id);
    return show(summaryForm(content, sha256), context);
  },
  async 'summary.printDraft'(period, context) {
    const draft = await draftSummary(context.db, period, context.clock);
    return show(draftForm(contentOf(draft, issueOf(context.clock, 1))), context);
  },
  async 'summary.printBlank'(_input, context) {
    const { school } = await readSettings(context.db);
    return show(blankForm(school?.municipality ?? null), context);
  },
};
