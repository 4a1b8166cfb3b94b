import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { changedSince, lastChange } from '../../database/last-change.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';
import { recogniseCredentials } from '../../spreadsheets/credentials/recognise-credentials.ts';
import type { RecognisedCredentials } from '../../spreadsheets/credentials/recognised.ts';
import { rejectedFileName, rejectedRows } from '../../spreadsheets/rejected-rows.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import type { Asked } from './asked.ts';
import { decide } from './import-answers.ts';
import { applyActions } from './import-apply.ts';
import type { PlanItem } from './import-plan.ts';
import { fingerprint, keyOf, planItems, readBasis } from './import-plan.ts';

const planKind = 'credentials-import';

interface KeptPlan {
  readonly recognised: RecognisedCredentials;
  readonly sheets: readonly string[];
  readonly items: readonly PlanItem[];
  readonly fileName: string;
  readonly sha256: string;
  readonly onDate: IsoDate;
  readonly seenChange: number;
}

const countOf = (items: readonly PlanItem[], status: PlanItem['status']): number =>
  items.filter((item) => item.status === status).length;

const preview = async (
  { file }: Asked<'credentials.previewImport'>,
  { db, clock, files, tables, plans, vault, job }: Context,
): Promise<OperationOutput<'credentials.previewImport'>> => {
  // Without a key nothing could be stored: that is said before the person answers any question.
  vault.seal('', 'credentials-import');
  const { name, bytes } = await files.read(file);
  await job.step({ stage: 'reading', done: 0, total: null });
  const workbook = await tables.read(bytes, job.signal);
  await job.step({ stage: 'comparing', done: 0, total: null });
  const recognised = recogniseCredentials(workbook);
  const sheets = workbook.sheets.map((sheet) => sheet.name);
  const onDate = clock.today();
  const basis = await readBasis(db, vault, recognised.rows, onDate);
  const items = planItems(recognised, basis, sheets);
  const plan: KeptPlan = {
    recognised,
    sheets,
    items,
    fileName: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    onDate,
    seenChange: await lastChange(db),
  };
  return {
    plan: plans.put(planKind, plan),
    owner: recognised.role,
    title: recognised.title,
    fileName: name,
    format: workbook.format,
    encoding: workbook.encoding ?? null,
    sheets,
    counts: {
      new: countOf(items, 'new'),
      changed: countOf(items, 'changed'),
      same: countOf(items, 'same'),
      rejected: countOf(items, 'rejected'),
      questions: countOf(items, 'question'),
    },
    spellingOnly: items.filter((item) => item.spellingOnly).length,
  };
};

const planRow = (item: PlanItem): OperationOutput<'credentials.listPlanRows'>['rows'][number] => ({
  key: keyOf(item),
  status: item.status,
  sheet: item.where.sheet,
  row: item.where.row,
  address: item.where.address,
  owner: item.owner,
  kind: item.kind,
  fullName: item.fullName,
  login: item.login,
  details: item.details,
  changes: [...item.changes],
  code: item.code,
  reason: item.reason,
  spellingOnly: item.spellingOnly,
  candidates: item.candidates.map((one) => ({
    ...one,
    children: [...one.children],
    doubts: [...one.doubts],
  })),
});

const listPlanRows = (
  { plan, filters, search, sort, offset, limit }: Asked<'credentials.listPlanRows'>,
  { plans }: Context,
): OperationOutput<'credentials.listPlanRows'> => {
  const words = fold(search).split(' ');
  const items = plans.get<KeptPlan>(planKind, plan).items.filter((item) => {
    if (filters.status !== undefined && item.status !== filters.status) return false;
    if (filters.spellingOnly !== undefined && item.spellingOnly !== filters.spellingOnly)
      return false;
    const text = fold(`${item.fullName} ${item.details} ${item.login ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const ordered = sort?.descending === true ? items.toReversed() : items;
  return { total: items.length, rows: ordered.slice(offset, offset + limit).map(planRow) };
};

/** Tables whose changes may touch what the plan was made from. */
const planTables = [
  'students',
  'enrolments',
  'classes',
  'guardians',
  'guardianships',
  'school_years',
  'credentials',
  'credential_students',
  'credential_secrets',
];

/** @throws OfficeError `plan-stale` when the plan would come out otherwise now */
const refuseStale = async (
  trx: Knex,
  plan: KeptPlan,
  items: () => readonly PlanItem[],
): Promise<void> => {
  if (!(await changedSince(trx, plan.seenChange, planTables))) return;
  if (fingerprint(items()) === fingerprint(plan.items)) return;
  throw new OfficeError(
    'plan-stale',
    'После просмотра данные изменили: загрузка прошла бы иначе. Просмотрите файл ещё раз.',
  );
};

const commit = async (
  input: Asked<'credentials.commitImport'>,
  { db, clock, plans, vault, job, auditId }: Context,
): Promise<OperationOutput<'credentials.commitImport'>> => {
  const plan = plans.get<KeptPlan>(planKind, input.plan);
  const { recognised, sheets, items } = plan;
  const basis = await readBasis(db, vault, recognised.rows, plan.onDate);
  await refuseStale(db, plan, () => planItems(recognised, basis, sheets));
  const { actions, counts } = decide(items, recognised.rows, basis, input);
  await applyActions({ trx: db, vault, job, today: clock.today() }, actions);
  const [importId] = await db('imports').insert({
    audit_id: auditId,
    kind: recognised.role === 'student' ? 'student-credentials' : 'guardian-credentials',
    file_name: plan.fileName,
    file_sha256: plan.sha256,
    at: new Date(clock.now()).toISOString(),
    counts: JSON.stringify(counts),
  });
  return { importId: importId as number, counts };
};

const rejectedFile = async (
  { plan }: Asked<'credentials.rejectedFile'>,
  { plans, files }: Context,
): Promise<OperationOutput<'credentials.rejectedFile'>> => {
  const { items, fileName } = plans.get<KeptPlan>(planKind, plan);
  const rejected = items.filter(({ status }) => status === 'rejected');
  return files.create(rejectedFileName, await rejectedRows(fileName, rejected));
};

export const importHandlers = {
  'credentials.previewImport': preview,
  'credentials.listPlanRows': listPlanRows,
  'credentials.commitImport': commit,
  'credentials.rejectedFile': rejectedFile,
} satisfies Partial<FeatureHandlers<'credentials'>>;
