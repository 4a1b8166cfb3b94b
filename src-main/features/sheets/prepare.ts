import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { SheetLayout, SheetMode } from '../../contract/sheets-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked, Context } from '../context.ts';
import type { Prepared } from '../printing/index.ts';
import { preparedNow } from '../printing/index.ts';
import { readSettings } from '../settings/index.ts';
import type { PrintedSheet } from './forms/weekly-sheets.ts';
import { sheetsDocument } from './forms/weekly-sheets.ts';
import type { CopyOf } from './copies.ts';
import { copyNumbers } from './copies.ts';
import type { Look } from './contents.ts';
import { readContents } from './contents.ts';
import type { SheetRecord } from './repository.ts';
import { contentOf, readSheets } from './repository.ts';
import { lookOf, selectRun } from './selection.ts';
import type { Judged } from './verdicts.ts';
import {
  alreadyIssued,
  countVerdicts,
  judge,
  refusedSheets,
  replacedIds,
  saysNothing,
  wantedEmpty,
  weekWithoutData,
  withoutDataRows,
} from './verdicts.ts';

/** A sheet as it goes on paper, and what is recorded of it afterwards. */
export interface PreparedSheet {
  readonly studentId: number;
  readonly studentName: string;
  readonly classId: number;
  readonly className: string;
  readonly week: IsoDate;
  readonly recipientId: number | null;
  readonly forAll: boolean;
  readonly mode: SheetMode;
  /** The content as it is kept. */
  readonly content: string;
  readonly record:
    | {
        readonly kind: 'new';
        readonly number: number;
        readonly sha256: string;
        /** Sheets it makes void. */
        readonly replaces: readonly number[];
      }
    | ({ readonly kind: 'copy' } & CopyOf);
}

/** A run between making ready and recording. */
export interface PreparedRun extends Prepared {
  readonly look: Look & { readonly layout: SheetLayout };
  /** In the order of the paper. */
  readonly sheets: readonly PreparedSheet[];
}

export const runKind = 'sheets';

export const allPrinted = () =>
  new OfficeError(
    'nothing-to-print',
    'Печатать нечего: у всех выбранных учеников распечатка за эту неделю уже есть.',
  );

/** Those that are printed: refused ones stop the run, are left out, or give way to a copy. */
const admitted = (
  judged: readonly Judged[],
  already: Asked<'sheets.prepare'>['already'],
  refuse: () => OfficeError,
): readonly Judged[] => {
  const allowed = judged.filter(({ verdict }) => verdict.kind !== 'refused');
  if (already === 'copy' || allowed.length === judged.length) return judged;
  if (already === 'refuse') throw refuse();
  if (allowed.length > 0) return allowed;
  throw allPrinted();
};

/** The sheet that is printed once more: the same one, or the one given instead of a refused one. */
const repeatedOf = ({ verdict }: Judged): SheetRecord | null => {
  if (verdict.kind === 'copy') return verdict.of;
  return verdict.kind === 'refused' ? verdict.handed : null;
};

const newRecord = (one: Judged): PreparedSheet['record'] => ({
  kind: 'new',
  number: one.number,
  sha256: one.sha256,
  replaces: replacedIds(one),
});

/** Sheets in the order of the run; what is printed once more is the kept sheet. */
export const sheetsOnPaper = async (
  db: Knex,
  judged: readonly Judged[],
): Promise<readonly PreparedSheet[]> => {
  const repeated = judged.flatMap((one) => repeatedOf(one) ?? []);
  const kept = await readSheets(db, [...new Set(repeated.map(({ id }) => id))]);
  const contents = new Map(kept.map(({ id, content }) => [id, content]));
  const nextCopy = copyNumbers();
  return judged.map((one) => {
    const { due, forAll } = one.row;
    const { studentId, studentName, classId, className, week, recipientId, mode } = due;
    const sheet = { studentId, studentName, classId, className, week, recipientId, mode, forAll };
    const print = repeatedOf(one);
    if (print === null) return { ...sheet, content: one.text, record: newRecord(one) };
    const content = contents.get(print.id) ?? one.text;
    return { ...sheet, content, record: { kind: 'copy', ...nextCopy(print) } };
  });
};

/** How sheets of a run look on paper. */
export const onPaper = (layout: SheetLayout, sheets: readonly PreparedSheet[]): PrintedSheet[] =>
  sheets.map(({ content, record }) => ({
    layout,
    content: contentOf({ content }),
    ...(record.kind === 'copy' && { copy: record }),
  }));

const classesOf = (
  sheets: readonly PreparedSheet[],
): OperationOutput<'sheets.prepare'>['classes'] =>
  [...Map.groupBy(sheets, ({ classId }) => classId)].map(([classId, own]) => ({
    classId,
    className: own[0]?.className ?? '',
    sheets: own.length,
  }));

const documentOf = async (
  { look }: Pick<PreparedRun, 'look'>,
  sheets: readonly PreparedSheet[],
  { db, documents, job }: Context,
) => {
  const printed = onPaper(look.layout, sheets);
  const model = await sheetsDocument(printed, (await readSettings(db)).paper, job);
  return { document: documents.put(model), title: model.title };
};

/** Makes a run ready; see the contract of `sheets.prepare`. */
export const prepareSheets = async (
  input: Asked<'sheets.prepare'>,
  context: Context,
): Promise<OperationOutput<'sheets.prepare'>> => {
  const { db, clock, job, prints } = context;
  const { book, rows } = await selectRun(db, input.selection, clock.today());
  const look = await lookOf(db, input);
  const all = judge(rows, await readContents(db, book, rows, look, job));
  const isWanted = wantedEmpty(input.empty);
  const leftOut = all.filter((one) => saysNothing(one) && !isWanted(one));
  if (leftOut.length === all.length) throw weekWithoutData(leftOut);
  const telling = all.filter((one) => !leftOut.includes(one));
  const judged = admitted(telling, input.already, () =>
    alreadyIssued(refusedSheets(telling, book)),
  );
  const sheets = await sheetsOnPaper(db, judged);
  const run: PreparedRun = { ...(await preparedNow(context)), look, sheets };
  const { fresh, corrected } = countVerdicts(judged);
  return {
    ...(await documentOf(run, sheets, context)),
    print: prints.put(runKind, run),
    fresh,
    corrected,
    copies: sheets.length - fresh - corrected,
    skipped: telling.length - judged.length,
    withoutData: withoutDataRows(leftOut),
    classes: classesOf(sheets),
  };
};

/** One class of a run made ready, as a document of its own. */
export const preparedClass = async (
  { print, classId }: Asked<'sheets.preparedClass'>,
  context: Context,
): Promise<OperationOutput<'sheets.preparedClass'>> => {
  const run = context.prints.get<PreparedRun>(runKind, print);
  const own = run.sheets.filter((sheet) => sheet.classId === classId);
  if (own.length > 0) return documentOf(run, own, context);
  throw new OfficeError('nothing-to-print', 'Этого класса в подготовленной печати нет.');
};
