import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, where } from '../../database/conditions.ts';
import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import type { Asked, Context } from '../context.ts';
import { isUntouched, printStale } from '../printing/index.ts';
import { readContents } from './contents.ts';
import { countCopies, isStillNext } from './copies.ts';
import type { PreparedRun, PreparedSheet } from './prepare.ts';
import { runKind } from './prepare.ts';
import { registerRows, weekBookOf } from './due-rows.ts';
import { sheetKey } from './repository.ts';
import type { Judged } from './verdicts.ts';
import { judge, replacedIds } from './verdicts.ts';

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
  'recipient_guardian_id',
  'for_all',
  'audit_id',
] as const;

type Value = string | number | null;

interface NewSheet {
  readonly row: readonly Value[];
  readonly content: readonly Value[];
}

const newSheet = (
  { studentId, classId, week, recipientId, forAll, mode, content, record }: PreparedSheet,
  id: number,
  { look, preparedAt, preparedOn }: PreparedRun,
  auditId: number | null,
): readonly NewSheet[] => {
  if (record.kind !== 'new') return [];
  const place = [id, studentId, classId, week, record.number, mode, look.layout];
  const printedFor = [recipientId, Number(forAll)];
  return [
    {
      row: [...place, record.sha256, preparedAt, preparedOn, 0, ...printedFor, auditId],
      content: [id, content, auditId],
    },
  ];
};

/** What the sheets of the run replace is void from now on. */
const voidReplaced = async (
  trx: Knex,
  fresh: readonly PreparedSheet[],
  ids: readonly number[],
): Promise<void> => {
  for (const [at, { record }] of fresh.entries())
    if (record.kind === 'new' && record.replaces.length > 0)
      await trx('sheets')
        .modify(where, among('id', record.replaces))
        .update({ replaced_by: ids[at] });
};

const storeNew = async (run: PreparedRun, context: Context): Promise<readonly number[]> => {
  const { db, job, auditId } = context;
  const nextId = await idsAfterLast(db, 'sheets');
  const fresh = run.sheets.filter(({ record }) => record.kind === 'new');
  const sheets = fresh.flatMap((sheet) => newSheet(sheet, nextId(), run, auditId));
  const how = { job, stage: 'store' };
  const rows = sheets.map(({ row }) => row);
  await insertRows(db, 'sheets', sheetColumns, rows, how);
  const contents = sheets.map(({ content }) => content);
  await insertRows(db, 'sheet_contents', ['id', 'content', 'audit_id'], contents, how);
  const ids = sheets.map(({ row }) => Number(row[0]));
  await voidReplaced(db, fresh, ids);
  return ids;
};

/** What a run would print today for the same recipients and weeks. */
const judgedToday = async (
  { sheets, look }: PreparedRun,
  { db, clock, job }: Context,
): Promise<ReadonlyMap<string, Judged>> => {
  const book = await weekBookOf(db);
  const keys = new Set(sheets.map(sheetKey));
  const found = await registerRows(db, book, {
    weeks: [...new Set(sheets.map(({ week }) => week))],
    everyone: true,
    studentIds: sheets.map(({ studentId }) => studentId),
    today: clock.today(),
  });
  const rows = found
    .filter(({ due }) => keys.has(sheetKey(due)))
    .toSorted((a, b) => a.due.week.localeCompare(b.due.week));
  const judged = judge(rows, await readContents(db, book, rows, look, job));
  return new Map(judged.map((one) => [sheetKey(one.row.due), one]));
};

/** A copy stays the next copy of its sheet; any other sheet must be what a new run would print. */
const stillHolds = (
  { record, classId, mode, forAll, content }: PreparedSheet,
  now: Judged | undefined,
): boolean => {
  if (now === undefined) return false;
  const { due, prints } = now.row;
  if (record.kind === 'copy')
    return isStillNext(
      record,
      prints.find(({ id }) => id === record.id),
    );
  if (now.verdict.kind === 'copy' || now.verdict.kind === 'refused') return false;
  const isSame = now.text === content && now.number === record.number;
  const isFor = due.classId === classId && due.mode === mode && now.row.forAll === forAll;
  return isSame && isFor && String(replacedIds(now)) === String(record.replaces);
};

const refuseStale = async (run: PreparedRun, context: Context): Promise<void> => {
  if (await isUntouched(context, run)) return;
  const today = await judgedToday(run, context);
  const changed = run.sheets.filter((sheet) => !stillHolds(sheet, today.get(sheetKey(sheet))));
  if (changed.length > 0)
    throw printStale([
      ...new Set(changed.map(({ studentName, className }) => `${studentName}, ${className}`)),
    ]);
};

/** Records a run that was printed, all or none; see the contract of `sheets.issue`. */
export const issueSheets = async (
  { print }: Asked<'sheets.issue'>,
  context: Context,
): Promise<OperationOutput<'sheets.issue'>> => {
  const { db, prints, afterCommit } = context;
  const run = prints.get<PreparedRun>(runKind, print);
  await refuseStale(run, context);
  const made = await storeNew(run, context);
  const copied = run.sheets.flatMap(({ record }) => (record.kind === 'copy' ? [record] : []));
  await countCopies(db, copied);
  afterCommit(() => prints.drop(print));
  const ids = [...made, ...new Set(copied.map(({ id }) => id))];
  return { issued: made.length, copies: copied.length, ids };
};
