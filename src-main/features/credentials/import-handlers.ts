import type { Knex } from 'knex';
import type { OutputFile } from '../../contract/fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { changedSince, lastChange } from '../../database/last-change.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { recogniseCredentials } from '../../spreadsheets/credentials/recognise-credentials.ts';
import type { RecognisedCredentials } from '../../spreadsheets/credentials/recognised.ts';
import type { Asked, Context, FeatureHandlers } from '../context.ts';
import { rowsAs } from '../lists/index.ts';
import {
  countsOf,
  fileFields,
  pageOf,
  planStale,
  readFile,
  recordImport,
  rejectedFile,
  rowFields,
} from '../imports/index.ts';
import { decide } from './import-answers.ts';
import { applyActions } from './import-apply.ts';
import type { PlanItem } from './import-plan.ts';
import { fingerprint, planItems, readBasis } from './import-plan.ts';

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

const preview = async (
  { file }: Asked<'credentials.previewImport'>,
  context: Context,
): Promise<OperationOutput<'credentials.previewImport'>> => {
  const { db, clock, files, plans, vault } = context;
  // Without a key nothing could be stored: that is said before the person answers any question.
  vault.seal('', 'credentials-import');
  const read = await readFile(file, context);
  // It holds passwords; the plan has all it needs of them.
  files.forget(file);
  const recognised = recogniseCredentials(read.workbook);
  const shown = fileFields(read);
  const onDate = clock.today();
  const basis = await readBasis(db, vault, recognised.rows, onDate);
  const items = planItems(recognised, basis, shown.sheets);
  const plan: KeptPlan = {
    recognised,
    sheets: shown.sheets,
    items,
    fileName: read.fileName,
    sha256: read.sha256,
    onDate,
    seenChange: await lastChange(db),
  };
  return {
    plan: plans.put(planKind, plan),
    owner: recognised.role,
    title: recognised.title,
    ...shown,
    counts: countsOf(items),
    spellingOnly: items.filter((item) => item.spellingOnly).length,
  };
};

const planRow = (item: PlanItem): OperationOutput<'credentials.listPlanRows'>['rows'][number] => ({
  ...rowFields(item),
  owner: item.owner,
  kind: item.kind,
  login: item.login,
  spellingOnly: item.spellingOnly,
  candidates: item.candidates.map((one) => ({
    ...one,
    children: [...one.children],
    doubts: [...one.doubts],
  })),
});

const listPlanRows = (
  { plan, ...input }: Asked<'credentials.listPlanRows'>,
  { plans }: Context,
): OperationOutput<'credentials.listPlanRows'> => {
  const { spellingOnly } = input.filters;
  const items = plans
    .get<KeptPlan>(planKind, plan)
    .items.filter((item) => spellingOnly === undefined || item.spellingOnly === spellingOnly);
  const page = pageOf(
    items,
    input,
    ({ fullName, details, login }) => `${fullName} ${details} ${login ?? ''}`,
  );
  return rowsAs(page, planRow);
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
  throw planStale();
};

const commit = async (
  input: Asked<'credentials.commitImport'>,
  context: Context,
): Promise<OperationOutput<'credentials.commitImport'>> => {
  const { db, clock, plans, vault, job } = context;
  const plan = plans.get<KeptPlan>(planKind, input.plan);
  const { recognised, sheets, items } = plan;
  const basis = await readBasis(db, vault, recognised.rows, plan.onDate);
  await refuseStale(db, plan, () => planItems(recognised, basis, sheets));
  const { actions, counts } = decide(items, recognised.rows, basis, input);
  await applyActions({ trx: db, vault, job, today: clock.today() }, actions);
  const kind = recognised.role === 'student' ? 'student-credentials' : 'guardian-credentials';
  return { importId: await recordImport(context, kind, plan, counts), counts };
};

const rejected = (
  { plan }: Asked<'credentials.rejectedFile'>,
  { plans, files }: Context,
): Promise<OutputFile> => {
  const { fileName, items } = plans.get<KeptPlan>(planKind, plan);
  return rejectedFile(files, fileName, items);
};

export const importHandlers = {
  'credentials.previewImport': preview,
  'credentials.listPlanRows': listPlanRows,
  'credentials.commitImport': commit,
  'credentials.rejectedFile': rejected,
} satisfies Partial<FeatureHandlers<'credentials'>>;
