import type { JournalPeriodKeyChoice } from '../../contract/journal.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { documentOf } from '../../documents/build.ts';
import { renderDocx } from '../../documents/docx.ts';
import type { Asked, Context } from '../context.ts';
import type { Prepared } from '../printing/index.ts';
import { isUntouched, preparedNow, printStale } from '../printing/index.ts';
import { readSettings } from '../settings/index.ts';
import type { MadeJournal } from './make.ts';
import { makeJournal } from './make.ts';
import { journalsOf, refOf, whose } from './own.ts';
import { insertPrint } from './repository.ts';
import { requirePeriodOf } from './scope.ts';

/** Printing of journals: made ready first, entered in the register when the paper or file exists. */

const printKind = 'journals';

interface PreparedJournals extends Prepared {
  readonly period: JournalPeriodKeyChoice;
  readonly journals: readonly MadeJournal[];
}

const sizeOf = ({ one, book, gaps }: MadeJournal) => ({
  ...whose(one),
  pages: book.pages,
  leaves: book.leaves,
  gaps: gaps.length,
});

/** Makes journals ready; in the one document every journal counts its own pages. */
export const prepareJournals = async (
  { journals: refs, period }: Asked<'journal.prepare'>,
  context: Context,
): Promise<OperationOutput<'journal.prepare'>> => {
  const { db, job, documents, prints } = context;
  const classes = await journalsOf(db, refs);
  for (const one of classes) requirePeriodOf(one, period);
  const prepared = await preparedNow(context);
  const journals: MadeJournal[] = [];
  for (const [at, one] of classes.entries()) {
    journals.push(await makeJournal(one, period, prepared.preparedOn, db));
    await job.step({ stage: 'journal', done: at + 1, total: classes.length });
  }
  const [only] = journals;
  const title = only && journals.length === 1 ? only.title : `Журналы (${journals.length})`;
  const print: PreparedJournals = { ...prepared, period, journals };
  return {
    document: documents.put(documentOf(title, ...journals.map(({ book }) => book.section))),
    title,
    print: prints.put(printKind, print),
    journals: journals.map(sizeOf),
  };
};

/** One Word file for each journal; nothing is written before the last of them is made. */
export const saveJournals = async (
  { print, folder }: Asked<'journal.saveFiles'>,
  { db, job, files, prints }: Context,
): Promise<OperationOutput<'journal.saveFiles'>> => {
  const { journals } = prints.get<PreparedJournals>(printKind, print);
  const { paper } = await readSettings(db);
  const made: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const [at, { title, book }] of journals.entries()) {
    const bytes = await renderDocx(documentOf(title, book.section), paper);
    made.push({ name: `${title}.docx`, bytes });
    await job.step({ stage: 'journal-files', done: at + 1, total: journals.length });
  }
  await files.writeInto(folder, made);
  return { files: made.map(({ name }) => name) };
};

/** The journal as it would be printed now is the one on paper. */
const isSame = (was: MadeJournal, now: MadeJournal): boolean =>
  JSON.stringify([was.book.section, was.gaps]) === JSON.stringify([now.book.section, now.gaps]);

const refuseStale = async (print: PreparedJournals, context: Context): Promise<void> => {
  if (await isUntouched(context, print)) return;
  const changed: string[] = [];
  for (const was of print.journals) {
    const [one] = await journalsOf(context.db, [refOf(was.one)]);
    if (!one) throw new Error('the class was not read');
    const now = await makeJournal(one, print.period, print.preparedOn, context.db);
    if (!isSame(was, now)) changed.push(`журнал ${was.one.owner?.fullName ?? was.one.className}`);
  }
  if (changed.length > 0) throw printStale(changed);
};

/** Enters journals that were printed in the register; see the contract of `journal.print`. */
export const recordJournals = async (
  { print: ticket }: Asked<'journal.print'>,
  context: Context,
): Promise<OperationOutput<'journal.print'>> => {
  const { db, prints, afterCommit } = context;
  const print = prints.get<PreparedJournals>(printKind, ticket);
  await refuseStale(print, context);
  const { period, preparedAt: printedAt, preparedOn: printedOn } = print;
  const rows: OperationOutput<'journal.print'>['prints'][number][] = [];
  for (const journal of print.journals) {
    const { gaps } = journal;
    const size = sizeOf(journal);
    const { classId, studentId, extract, pages, leaves } = size;
    const ref = { classId, studentId, extract };
    const row = { ...ref, period, printedAt, printedOn, leaves, pages, gaps };
    rows.push({ printId: await insertPrint(db, row), ...size });
  }
  afterCommit(() => prints.drop(ticket));
  return { prints: rows };
};
