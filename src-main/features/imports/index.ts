import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OutputFile } from '../../contract/fields.ts';
import type { FieldChange, PlanStatus, PreviewCounts } from '../../contract/imports.ts';
import type { Files } from '../../ports/files.ts';
import { rejectedFileName, rejectedRows } from '../../spreadsheets/rejected-rows.ts';
import type { Place, Workbook } from '../../spreadsheets/workbook.ts';
import type { Context } from '../context.ts';
import type { ListQuestion, Page } from '../lists/index.ts';
import { is, pageInMemory } from '../lists/index.ts';

/** What the imports of all features do alike: the file, the rows of the plan, the record. */
export { importsOf } from './history.ts';

/** A row of the file with what becomes of it. */
export interface PlannedRow {
  readonly status: PlanStatus;
  readonly where: Place;
  readonly fullName: string;
  readonly details: string;
  readonly changes: readonly FieldChange[];
  /** Why rejected, or what is asked; null otherwise. */
  readonly code: string | null;
  readonly reason: string | null;
  /** Only of rejected rows: values of the recognised columns, without secrets. */
  readonly cells?: readonly string[];
}

/** The key of the row in `answers`. */
export const keyOf = ({ where }: Pick<PlannedRow, 'where'>): string =>
  `${where.sheet}!${where.address}`;

export interface ReadFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly workbook: Workbook;
}

/** @throws OfficeError with the `file-…` codes, `cancelled` */
export const readFile = async (
  file: string,
  { files, tables, job }: Pick<Context, 'files' | 'tables' | 'job'>,
): Promise<ReadFile> => {
  const { name, bytes } = await files.read(file);
  await job.step({ stage: 'reading', done: 0, total: null });
  const workbook = await tables.read(bytes, job.signal);
  await job.step({ stage: 'comparing', done: 0, total: null });
  return { fileName: name, sha256: createHash('sha256').update(bytes).digest('hex'), workbook };
};

/** How the file was written, for the preview. */
export const fileFields = ({ fileName, workbook }: ReadFile) => ({
  fileName,
  format: workbook.format,
  encoding: workbook.encoding ?? null,
  sheets: workbook.sheets.map(({ name }) => name),
});

export const countsOf = (items: readonly PlannedRow[]): PreviewCounts => {
  const count = (status: PlanStatus): number =>
    items.filter((item) => item.status === status).length;
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    rejected: count('rejected'),
    questions: count('question'),
  };
};

/** The row as every preview shows it. */
export const rowFields = (item: PlannedRow) => ({
  key: keyOf(item),
  status: item.status,
  sheet: item.where.sheet,
  row: item.where.row,
  address: item.where.address,
  fullName: item.fullName,
  details: item.details,
  changes: item.changes,
  code: item.code,
  reason: item.reason,
});

type PageInput = ListQuestion<{ readonly status?: PlanStatus | undefined }, 'row'>;

/** The page of the rows that are asked for, in the order of the file; `textOf` is searched. */
export const pageOf = <I extends PlannedRow>(
  items: readonly I[],
  question: PageInput,
  textOf: (item: I) => string,
): Page<I> =>
  pageInMemory(items, question, {
    search: textOf,
    filters: { status: is(({ status }) => status) },
    columns: { row: null },
    usual: null,
  });

/** @throws OfficeError `answer-invalid` about a row that asks nothing */
export const refuseUnknownAnswers = (
  questions: readonly PlannedRow[],
  answers: Readonly<Record<string, unknown>>,
): void => {
  const known = new Set(questions.map(keyOf));
  const strange = Object.keys(answers).find((key) => !known.has(key));
  if (strange === undefined) return;
  throw fieldError(
    'answer-invalid',
    `answers.${strange}`,
    'Такого вопроса нет. Просмотрите файл ещё раз.',
  );
};

/** @throws OfficeError `questions-open` when somebody must still answer */
export const refuseOpen = (open: readonly PlannedRow[], unanswered: 'refuse' | 'skip'): void => {
  if (open.length === 0 || unanswered === 'skip') return;
  throw new OfficeError(
    'questions-open',
    `Ответьте на вопросы о совпадениях (осталось ${open.length}) или пропустите эти строки.`,
    open.slice(0, 50).map((item) => ({
      path: `answers.${keyOf(item)}`,
      message: `${item.fullName}: ${item.reason ?? ''}`,
    })),
  );
};

/** The plan would come out otherwise now. */
export const planStale = (): OfficeError =>
  new OfficeError(
    'plan-stale',
    'После просмотра данные изменили: загрузка прошла бы иначе. Просмотрите файл ещё раз.',
  );

/** Leaves the row of `imports` and gives its id. */
export const recordImport = async (
  { db, auditId, clock }: Pick<Context, 'auditId' | 'clock'> & { readonly db: Knex },
  kind: string,
  { fileName, sha256 }: Pick<ReadFile, 'fileName' | 'sha256'>,
  counts: Readonly<Record<string, unknown>>,
): Promise<number> => {
  const [importId] = await db('imports').insert({
    audit_id: auditId,
    kind,
    file_name: fileName,
    file_sha256: sha256,
    at: new Date(clock.now()).toISOString(),
    counts: JSON.stringify(counts),
  });
  return importId as number;
};

/** Writes the rows that were not taken, with the place in the file and «Почему не принято». */
export const rejectedFile = async (
  files: Files,
  fileName: string,
  items: readonly PlannedRow[],
): Promise<OutputFile> => {
  const rejected = items.filter(({ status }) => status === 'rejected');
  return files.create(rejectedFileName, await rejectedRows(fileName, rejected));
};
