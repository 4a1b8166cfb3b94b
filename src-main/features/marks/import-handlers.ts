import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { rejectedFileName, rejectedRows } from '../../spreadsheets/rejected-rows.ts';
import { MARKS_TITLES } from '../../spreadsheets/marks/recognised.ts';
import { marksTable } from '../../spreadsheets/marks/table-wizard.ts';
import type { Asked, Context, FeatureHandlers } from '../context.ts';
import { readFile } from '../imports/index.ts';
import { buildPlan } from './import-build.ts';
import { legendOf } from './import-codes.ts';
import { commitPlan } from './import-commit.ts';
import { certain, finalCounts, lessonCounts, markCounts, pupilCounts } from './import-counts.ts';
import { listImports } from './import-history.ts';
import { readFiles, rememberedMappings } from './import-read.ts';
import { listPlanClasses, listPlanRows } from './import-rows.ts';
import { refuseClassless } from './import-scope.ts';
import { readClasses } from './import-state.ts';
import type { MarksPlan, PlanFile } from './import-types.ts';

const planKind = 'marks-import';

type Preview = OperationOutput<'marks.previewImport'>;

const planFile = (
  { sha256: _sha256, legend: _legend, ...file }: PlanFile,
  index: number,
  { rejected }: MarksPlan,
): Preview['files'][number] => ({
  ...file,
  title: file.kind && MARKS_TITLES[file.kind],
  schoolYear: file.schoolYear === null ? null : schoolYearTitle(file.schoolYear),
  classNames: [...file.classNames],
  rejected: rejected.filter((one) => one.file === index).length,
});

/** The year whose classes the office keeps: today's, or the newest one that has classes. */
const usualYear = (classes: ReadonlyMap<string, unknown>, today: IsoDate): number => {
  const present = schoolYearOf(today);
  const years = [...classes.keys()].map((key) => Number.parseInt(key, 10));
  return years.includes(present) || years.length === 0 ? present : Math.max(...years);
};

/** @throws OfficeError with the code of the first file when none can be taken */
const refuseAllBroken = (files: readonly PlanFile[]): void => {
  const [first] = files.flatMap(({ refusal }) => (refusal ? [refusal] : []));
  if (!first || files.some(({ refusal }) => refusal === null)) return;
  throw new OfficeError(
    first.code,
    first.message,
    files.map(({ name, refusal }, index) => ({
      path: `files.${index}`,
      message: `${name}: ${refusal?.message ?? ''}`,
    })),
  );
};

const previewOf = async (plan: MarksPlan, ticket: string, { db }: Context): Promise<Preview> => {
  const outcomes = certain(plan.pupils);
  const table: { id: number; name: string } = await db('code_tables')
    .where({ id: plan.codeTableId })
    .first('id', 'name');
  const taken = plan.files.filter(({ refusal }) => refusal === null);
  return {
    plan: ticket,
    files: plan.files.map((file, index) => planFile(file, index, plan)),
    brokenFiles: plan.files.length - taken.length,
    classes: plan.states.length,
    pupils: pupilCounts(plan.pupils),
    lessons: lessonCounts(plan.states),
    marks: markCounts(outcomes),
    finals: finalCounts(outcomes),
    rejected: plan.rejected.length,
    newSubjects: [...plan.newSubjects.keys()]
      .map((subject) => plan.subjects.get(subject) ?? subject)
      .toSorted((a, b) => a.localeCompare(b, 'ru')),
    unknownCodes: plan.unknownCodes.map(({ code, count, file, sheet, address }) => ({
      code,
      count,
      fileName: plan.files[file]?.name ?? '',
      sheet,
      address,
    })),
    warnings: plan.warnings.length,
    codeTable: table,
    legend: [...legendOf(taken, plan.codeTable)],
  };
};

const preview = async (input: Asked<'marks.previewImport'>, context: Context): Promise<Preview> => {
  const { db, clock, plans } = context;
  const classes = await readClasses(db);
  const files = await readFiles(input, context, usualYear(classes, clock.today()));
  const taken = refuseClassless(files, classes);
  refuseAllBroken(taken.files);
  const plan = await buildPlan(context, taken, classes, input);
  return previewOf(plan, plans.put(planKind, plan), context);
};

const describeTable = async (
  { file }: Asked<'marks.describeTable'>,
  context: Context,
): Promise<OperationOutput<'marks.describeTable'>> => {
  const { fileName, workbook } = await readFile(file, context);
  const table = marksTable(workbook);
  if (!table)
    throw new OfficeError(
      'file-not-recognised',
      `В файле «${fileName}» нет таблицы с заголовками столбцов.`,
    );
  const before = (await rememberedMappings(context.db)).find(
    ({ headerKey }) => headerKey === table.headerKey,
  );
  return {
    fileName,
    tables: [
      {
        ...table,
        columns: table.columns.map((column) => ({ ...column, samples: [...column.samples] })),
        rows: table.rows.map((row) => [...row]),
        remembered: before ? { kind: before.kind, columns: before.columns } : null,
      },
    ],
  };
};

/** The rejected rows of several files in one table: the file's name is their first value. */
const rejectedFile = async (plan: MarksPlan, { files }: Context) =>
  files.create(
    rejectedFileName,
    await rejectedRows(
      plan.files
        .map(({ name }) => name)
        .slice(0, 3)
        .join(', '),
      plan.rejected.map(({ file, where, cells, message }) => ({
        where,
        cells: [plan.files[file]?.name ?? '', where.address, ...cells],
        reason: message,
      })),
    ),
  );

const planOf = ({ plans }: Context, ticket: string): MarksPlan =>
  plans.get<MarksPlan>(planKind, ticket);

export const importHandlers = {
  'marks.previewImport': preview,
  'marks.describeTable': describeTable,
  'marks.listPlanClasses': (input, context) => listPlanClasses(planOf(context, input.plan), input),
  'marks.listPlanRows': (input, context) =>
    listPlanRows(context, planOf(context, input.plan), input),
  'marks.rejectedFile': ({ plan }, context) => rejectedFile(planOf(context, plan), context),
  'marks.commitImport': (input, context) => commitPlan(planOf(context, input.plan), input, context),
  'marks.listImports': (input, { db }) => listImports(db, input),
} satisfies Partial<FeatureHandlers<'marks'>>;
