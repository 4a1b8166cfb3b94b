import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { schoolYearTitle } from '../../domain/calendar.ts';
import { changedSince, lastChange } from '../../database/last-change.ts';
import { fold } from '../../domain/names.ts';
import { recognisePeople } from '../../spreadsheets/people/recognise-people.ts';
import type { RecognisedPeople } from '../../spreadsheets/people/recognised.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { decide } from './import-answers.ts';
import { applyActions, createdBy } from './import-apply.ts';
import { buildPlan } from './import-build.ts';
import { listImports } from './import-history.ts';
import type { ImportPlan, PlanItem } from './import-plan.ts';
import { fingerprint, keyOf } from './import-plan.ts';
import { rejectedFile } from './import-rejected.ts';
import { importYear, yearNote } from './import-year.ts';
import type { Asked } from './listing.ts';

const planKind = 'people-import';

/** A plan remembers the recognised file, so that it can be made again and compared. */
interface KeptPlan extends ImportPlan {
  readonly people: RecognisedPeople;
}

const countOf = (items: readonly PlanItem[], status: PlanItem['status']): number =>
  items.filter((item) => item.status === status).length;

const preview = async (
  { file, onDate }: Asked<'people.previewImport'>,
  { db, clock, files, tables, plans, job }: Context,
): Promise<OperationOutput<'people.previewImport'>> => {
  const { name, bytes } = await files.read(file);
  await job.step({ stage: 'reading', done: 0, total: null });
  const workbook = await tables.read(bytes, job.signal);
  await job.step({ stage: 'comparing', done: 0, total: null });
  const people = recognisePeople(workbook);
  const year = await importYear(db, people, onDate, clock.today());
  const built = await buildPlan(db, people, year);
  const plan: KeptPlan = {
    ...built,
    people,
    kind: people.kind,
    fileName: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    year,
    seenChange: await lastChange(db),
  };
  const { items, newClasses, notInFile } = built;
  const actions = items.flatMap(({ action }) => (action ? [action] : []));
  return {
    plan: plans.put(planKind, plan),
    kind: people.kind,
    title: people.title,
    fileName: name,
    format: workbook.format,
    encoding: workbook.encoding ?? null,
    sheets: workbook.sheets.map((sheet) => sheet.name),
    schoolYear: schoolYearTitle(year.startYear),
    schoolYearNote: yearNote(year, people.kind, clock.today()),
    onDate: year.onDate,
    counts: {
      new: countOf(items, 'new'),
      changed: countOf(items, 'changed'),
      same: countOf(items, 'same'),
      rejected: countOf(items, 'rejected'),
      questions: countOf(items, 'question'),
    },
    warnings: items.reduce((sum, { warnings }) => sum + warnings.length, 0),
    creates: createdBy(actions, newClasses.length),
    newClasses: [...newClasses],
    notInFile,
  };
};

const planRow = (item: PlanItem): OperationOutput<'people.listPlanRows'>['rows'][number] => ({
  key: keyOf(item),
  status: item.status,
  sheet: item.where.sheet,
  row: item.where.row,
  address: item.where.address,
  fullName: item.fullName,
  details: item.details,
  changes: [...item.changes],
  code: item.code,
  reason: item.reason,
  warnings: [...item.warnings],
  candidates: item.candidates.map((one) => ({ ...one, children: [...one.children] })),
});

const listPlanRows = (
  { plan, filters, search, sort, offset, limit }: Asked<'people.listPlanRows'>,
  { plans }: Context,
): OperationOutput<'people.listPlanRows'> => {
  const words = fold(search).split(' ');
  const items = plans.get<KeptPlan>(planKind, plan).items.filter((item) => {
    if (filters.status !== undefined && item.status !== filters.status) return false;
    const text = fold(`${item.fullName} ${item.details}`);
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
  'teachers',
  'teaching_assignments',
  'school_years',
];

/** @throws OfficeError `plan-stale` when the plan would come out otherwise today */
const refuseStale = async (trx: Knex, plan: KeptPlan): Promise<void> => {
  if (!(await changedSince(trx, plan.seenChange, planTables))) return;
  const today = await buildPlan(trx, plan.people, plan.year);
  const isSame =
    fingerprint(today.items) === fingerprint(plan.items) &&
    today.newClasses.join() === plan.newClasses.join();
  if (isSame) return;
  throw new OfficeError(
    'plan-stale',
    'После просмотра данные изменили: загрузка прошла бы иначе. Просмотрите файл ещё раз.',
  );
};

const commit = async (
  input: Asked<'people.commitImport'>,
  { db, clock, plans, job, auditId }: Context,
): Promise<OperationOutput<'people.commitImport'>> => {
  const plan = plans.get<KeptPlan>(planKind, input.plan);
  const { actions, counts } = decide(plan, input);
  await refuseStale(db, plan);
  const { newClasses } = plan;
  const { onDate } = plan.year;
  if (actions.length > 0) await applyActions(db, actions, { newClasses, onDate, job });
  const [importId] = await db('imports').insert({
    audit_id: auditId,
    kind: plan.kind,
    file_name: plan.fileName,
    file_sha256: plan.sha256,
    at: new Date(clock.now()).toISOString(),
    counts: JSON.stringify(counts),
  });
  return {
    importId: importId as number,
    counts,
    creates: createdBy(actions, actions.length > 0 ? newClasses.length : 0),
  };
};

export const importHandlers = {
  'people.previewImport': preview,
  'people.listPlanRows': listPlanRows,
  'people.commitImport': commit,
  'people.rejectedFile': ({ plan }, { plans, files }) =>
    rejectedFile(plans.get<KeptPlan>(planKind, plan), files),
  'people.listImports': (input, { db }) => listImports(db, input),
} satisfies Partial<FeatureHandlers<'people'>>;
