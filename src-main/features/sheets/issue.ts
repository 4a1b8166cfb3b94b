import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { SheetContent, SheetLayout } from '../../contract/sheets-fields.ts';
import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import type { PrintedSheet } from './documents.ts';
import { sheetsDocument } from './documents.ts';
import { gatherContents } from './gather.ts';
import { among, contentOf, readSheets } from './repository.ts';
import { lookOf, selectRun } from './selection.ts';
import type { Judged } from './verdicts.ts';
import { alreadyIssued, judge, refusedSheets } from './verdicts.ts';

const sheetColumns = [
  'id',
  'student_id',
  'class_id',
  'week_starts_on',
  'number',
  'mode',
  'layout',
  'sha256',
  'printed_at',
  'printed_on',
  'copies',
  'audit_id',
] as const;

type Value = string | number | null;

interface NewSheet {
  readonly row: readonly Value[];
  readonly content: readonly Value[];
}

const newSheet = (
  { row: { due }, text, sha256 }: Judged,
  id: number,
  number: number,
  layout: SheetLayout,
  { clock, auditId }: Context,
): NewSheet => {
  const at = new Date(clock.now()).toISOString();
  const { studentId, classId, week, mode } = due;
  const printed = [sha256, at, clock.today()];
  return {
    row: [id, studentId, classId, week, number, mode, layout, ...printed, 0, auditId],
    content: [id, text, auditId],
  };
};

const storeNew = async (
  judged: readonly Judged[],
  layout: SheetLayout,
  context: Context,
): Promise<readonly number[]> => {
  const { db, job } = context;
  const nextId = await idsAfterLast(db, 'sheets');
  const sheets = judged.flatMap((one) =>
    one.verdict.kind === 'new'
      ? [newSheet(one, nextId(), one.verdict.number, layout, context)]
      : [],
  );
  const stage = 'store';
  await insertRows(
    db,
    'sheets',
    sheetColumns,
    sheets.map(({ row }) => row),
    { job, stage },
  );
  const columns = ['id', 'content', 'audit_id'];
  const contents = sheets.map(({ content }) => content);
  await insertRows(db, 'sheet_contents', columns, contents, { job, stage });
  return sheets.map(({ row }) => Number(row[0]));
};

/** Counts one more copy of each. */
export const countCopies = async (trx: Knex, ids: readonly number[]): Promise<void> => {
  await trx('sheets')
    .whereRaw(among('id'), [JSON.stringify(ids)])
    .increment('copies', 1);
};

const lastPrintOf = ({ row }: Judged): number => row.prints.at(-1)?.id ?? 0;

/** What goes on paper, in the order of the run; instead of a refused content the kept one. */
const printedSheets = async (
  db: Knex,
  judged: readonly Judged[],
  layout: SheetLayout,
): Promise<readonly PrintedSheet[]> => {
  const refused = judged.filter(({ verdict }) => verdict.kind === 'refused').map(lastPrintOf);
  const kept = new Map<number, SheetContent>(
    (await readSheets(db, refused)).map((sheet) => [sheet.id, contentOf(sheet)]),
  );
  return judged.map((one) => ({ layout, content: kept.get(lastPrintOf(one)) ?? one.content }));
};

/** Those that are printed: refused ones stop the run, are left out, or give way to a copy. */
const admitted = (
  judged: readonly Judged[],
  already: Asked<'sheets.issue'>['already'],
  refuse: () => OfficeError,
): readonly Judged[] => {
  const allowed = judged.filter(({ verdict }) => verdict.kind !== 'refused');
  if (already === 'copy' || allowed.length === judged.length) return judged;
  if (already === 'refuse') throw refuse();
  if (allowed.length > 0) return allowed;
  throw new OfficeError(
    'nothing-to-print',
    'Печатать нечего: у всех выбранных учеников распечатка за эту неделю уже есть.',
  );
};

/** Keeps and prints the sheets of a run, all or none; see the contract of `sheets.issue`. */
export const issueSheets = async (
  input: Asked<'sheets.issue'>,
  context: Context,
): Promise<OperationOutput<'sheets.issue'>> => {
  const { db, clock, documents, job } = context;
  const { book, rows } = await selectRun(db, input.selection, clock.today());
  const look = await lookOf(db, input);
  const all = judge(rows, await gatherContents(db, book, rows, look, job));
  const judged = admitted(all, input.already, () => alreadyIssued(refusedSheets(all, book)));
  const copies = judged.filter(({ verdict }) => verdict.kind !== 'new');
  const sheets = await printedSheets(db, judged, look.layout);
  const made = await storeNew(judged, look.layout, context);
  await countCopies(db, copies.map(lastPrintOf));
  const model = await sheetsDocument(sheets, (await readSettings(db)).paper, job);
  return {
    document: documents.put(model),
    title: model.title,
    issued: made.length,
    copies: copies.length,
    skipped: all.length - judged.length,
    ids: [...made, ...copies.map(lastPrintOf)],
  };
};
