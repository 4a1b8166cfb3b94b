import type { Knex } from 'knex';
import type { OutputFile } from '../../contract/fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { schoolYearTitle } from '../../domain/calendar.ts';
import { changedSince, lastChange } from '../../database/last-change.ts';
import { recognisePeople } from '../../spreadsheets/people/recognise-people.ts';
import type { RecognisedPeople } from '../../spreadsheets/people/recognised.ts';
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
import { applyActions, createdBy } from './import-apply.ts';
import { buildPlan } from './import-build.ts';
import { listImports } from './import-history.ts';
import { fieldsInFile, takeFields } from './import-fields.ts';
import type { FieldInFile } from './import-fields.ts';
import type { ImportPlan, PlanItem } from './import-plan.ts';
import { fingerprint } from './import-plan.ts';
import { askedWords, openRelations } from './import-relations.ts';
import { importYear, yearNote } from './import-year.ts';
import { readPersonalFields } from './personal-fields.ts';

const planKind = 'people-import';

/** A plan remembers the recognised file, so that it can be made again and compared. */
interface KeptPlan extends ImportPlan {
  readonly people: RecognisedPeople;
  readonly personalFields: readonly FieldInFile[];
}

const wordsOf = ({ items, relations }: ImportPlan) =>
  askedWords(
    items.flatMap(({ asked }) => asked ?? []),
    relations,
  );

const preview = async (
  { file, onDate, relations, leftOut }: Asked<'people.previewImport'>,
  context: Context,
): Promise<OperationOutput<'people.previewImport'>> => {
  const { db, clock, plans } = context;
  const read = await readFile(file, context);
  const found = recognisePeople(read.workbook);
  const settings = await readPersonalFields(db);
  const people = takeFields(found, settings, leftOut);
  const personalFields = fieldsInFile(found, settings, leftOut);
  const year = await importYear(db, people, onDate, clock.today());
  const built = await buildPlan(db, people, year, relations);
  const plan: KeptPlan = {
    ...built,
    people,
    kind: people.kind,
    fileName: read.fileName,
    sha256: read.sha256,
    year,
    relations,
    personalFields,
    seenChange: await lastChange(db),
  };
  const { items, newClasses, notInFile } = built;
  const actions = items.flatMap(({ action }) => (action ? [action] : []));
  return {
    plan: plans.put(planKind, plan),
    kind: people.kind,
    title: people.title,
    ...fileFields(read),
    schoolYear: schoolYearTitle(year.startYear),
    schoolYearNote: yearNote(year, people.kind, clock.today()),
    onDate: year.onDate,
    counts: countsOf(items),
    warnings: items.reduce((sum, { warnings }) => sum + warnings.length, 0),
    creates: createdBy(actions, newClasses.length),
    newClasses: [...newClasses],
    notInFile,
    relationWords: [...wordsOf(plan)],
    personalFields: [...personalFields],
  };
};

const planRow = (item: PlanItem): OperationOutput<'people.listPlanRows'>['rows'][number] => ({
  ...rowFields(item),
  warnings: [...item.warnings],
  candidates: item.candidates.map((one) => ({ ...one, children: [...one.children] })),
});

const listPlanRows = (
  { plan, ...input }: Asked<'people.listPlanRows'>,
  { plans }: Context,
): OperationOutput<'people.listPlanRows'> => {
  const { items } = plans.get<KeptPlan>(planKind, plan);
  const page = pageOf(items, input, (item) => `${item.fullName} ${item.details}`);
  return rowsAs(page, planRow);
};

/** Tables whose changes may touch what the plan was made from. */
const planTables = [
  'students',
  'enrolments',
  'classes',
  'guardians',
  'guardianships',
  'teachers',
  'teaching_assignments',
  'school_years',
];

/** @throws OfficeError `plan-stale` when the plan would come out otherwise today */
const refuseStale = async (trx: Knex, plan: KeptPlan): Promise<void> => {
  const settings = await readPersonalFields(trx);
  if (
    plan.personalFields.some(({ field, outcome }) => outcome === 'taken' && !settings[field].kept)
  )
    throw planStale();
  if (!(await changedSince(trx, plan.seenChange, planTables))) return;
  const today = await buildPlan(trx, plan.people, plan.year, plan.relations);
  const isSame =
    fingerprint(today.items) === fingerprint(plan.items) &&
    today.newClasses.join() === plan.newClasses.join();
  if (isSame) return;
  throw planStale();
};

const commit = async (
  input: Asked<'people.commitImport'>,
  context: Context,
): Promise<OperationOutput<'people.commitImport'>> => {
  const { db, plans, job } = context;
  const plan = plans.get<KeptPlan>(planKind, input.plan);
  const open = openRelations(wordsOf(plan));
  if (open) throw open;
  const { actions, counts } = decide(plan, input);
  await refuseStale(db, plan);
  const { newClasses } = plan;
  const { onDate } = plan.year;
  if (actions.length > 0) await applyActions(db, actions, { newClasses, onDate, job });
  return {
    importId: await recordImport(context, plan.kind, plan, counts),
    counts,
    creates: createdBy(actions, actions.length > 0 ? newClasses.length : 0),
  };
};

const rejected = (
  { plan }: Asked<'people.rejectedFile'>,
  { plans, files }: Context,
): Promise<OutputFile> => {
  const { fileName, items } = plans.get<KeptPlan>(planKind, plan);
  return rejectedFile(files, fileName, items);
};

export const importHandlers = {
  'people.previewImport': preview,
  'people.listPlanRows': listPlanRows,
  'people.commitImport': commit,
  'people.rejectedFile': rejected,
  'people.listImports': (input, { db }) => listImports(db, input),
} satisfies Partial<FeatureHandlers<'people'>>;
