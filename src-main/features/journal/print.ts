import type { JournalGap } from '../../domain/journal-gaps.ts';
import type { JournalPeriodKeyChoice } from '../../contract/journal.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { coversPeriod } from '../../domain/journal.ts';
import type { JournalPeriod } from '../../domain/journal.ts';
import { documentOf } from '../../documents/build.ts';
import { renderDocx } from '../../documents/docx.ts';
import type { DocumentModel } from '../../documents/model.ts';
import type { Context } from '../context.ts';
import { readSettings, requireSchool } from '../settings/index.ts';
import { journalBook } from './book.ts';
import type { JournalBook } from './book.ts';
import type { JournalData } from './data.ts';
import { journalGaps } from './gaps.ts';
import { readJournal } from './read.ts';
import { insertPrint } from './repository.ts';
import { findPeriod, journalClasses, requirePeriodOf } from './scope.ts';
import type { JournalClass } from './scope.ts';

/** Checking, showing and printing journals. */

interface Made {
  readonly one: JournalClass;
  readonly title: string;
  readonly book: JournalBook;
  readonly gaps: readonly JournalGap[];
}

const titleOf = (
  { className, schoolYear }: JournalClass,
  { key, title }: JournalPeriod,
): string => {
  const years = schoolYear.replace('/', '-');
  return key === 'year'
    ? `Классный журнал ${className} за ${years} учебный год`
    : `Классный журнал ${className}, ${title} ${years}`;
};

const dataOf = async (
  one: JournalClass,
  period: JournalPeriod,
  { db, clock }: Context,
): Promise<JournalData> => {
  const { credentials } = await readSettings(db);
  const source = {
    school: await requireSchool(db),
    systemName: credentials.systemName,
    today: clock.today(),
  };
  return await readJournal(db, one, period, source);
};

const makeOne = async (
  one: JournalClass,
  key: JournalPeriodKeyChoice,
  context: Context,
): Promise<Made> => {
  const period = requirePeriodOf(one, key);
  const data = await dataOf(one, period, context);
  const { paper } = await readSettings(context.db);
  const book = journalBook(data, paper);
  return { one, title: titleOf(one, period), book, gaps: journalGaps(data) };
};

type Check = OperationOutput<'journal.check'>;

const checkOne = async (
  one: JournalClass,
  period: JournalPeriod,
  context: Context,
): Promise<Check['checks'][number]> => {
  const data = await dataOf(one, period, context);
  return {
    classId: one.id,
    className: one.className,
    period: period.key,
    title: period.title,
    from: period.from,
    to: period.to,
    early: !coversPeriod({ printedOn: data.today, certifiedOn: null }, period),
    subjects: data.subjects.length,
    lessons: data.subjects.reduce((sum, { lessons }) => sum + lessons.length, 0),
    gaps: [...journalGaps(data)],
  };
};

/** @throws OfficeError `class-unknown`, `school-not-set` */
export const checkJournals = async (
  classIds: readonly number[],
  key: JournalPeriodKeyChoice,
  context: Context,
): Promise<Check> => {
  const classes = await journalClasses(context.db, classIds);
  const checks: Check['checks'] = [];
  for (const [at, one] of classes.entries()) {
    const period = findPeriod(one, key);
    if (period) checks.push(await checkOne(one, period, context));
    await context.job.step({ stage: 'journal-check', done: at + 1, total: classes.length });
  }
  const withoutPeriod = classes.filter((one) => !findPeriod(one, key));
  return { checks, withoutPeriod: withoutPeriod.map(({ className }) => className) };
};

/** @throws OfficeError `class-unknown`, `period-unknown`, `school-not-set` */
export const previewJournal = async (
  classId: number,
  key: JournalPeriodKeyChoice,
  context: Context,
): Promise<OperationOutput<'journal.preview'>> => {
  const [one] = await journalClasses(context.db, [classId]);
  if (one === undefined) throw new Error('the class was not read');
  const { title, book, gaps } = await makeOne(one, key, context);
  const document = context.documents.put(documentOf(title, book.section));
  return { document, title, pages: book.pages, leaves: book.leaves, gaps: [...gaps] };
};

const register = async (
  { one, book, gaps }: Made,
  period: JournalPeriodKeyChoice,
  { db, clock }: Context,
) => {
  const { pages, leaves } = book;
  const printId = await insertPrint(db, {
    classId: one.id,
    period,
    printedAt: new Date(clock.now()).toISOString(),
    printedOn: clock.today(),
    leaves,
    pages,
    gaps,
  });
  return { printId, classId: one.id, className: one.className, pages, leaves, gaps: gaps.length };
};

interface Sink {
  readonly take: (model: DocumentModel) => Promise<void>;
  readonly finish: (title: string) => Promise<Pick<Printed, 'document' | 'files'>>;
}

type Printed = OperationOutput<'journal.print'>;

/** One Word file for each class; nothing is written before the last of them is made. */
const folderSink = async (folder: string, context: Context): Promise<Sink> => {
  const { paper } = await readSettings(context.db);
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  return {
    take: async (model) => {
      files.push({ name: `${model.title}.docx`, bytes: await renderDocx(model, paper) });
    },
    finish: async () => {
      await context.files.writeInto(folder, files);
      return { document: null, files: files.map(({ name }) => name) };
    },
  };
};

/** One document for the preview; every journal in it counts its own pages. */
const documentSink = ({ documents }: Context): Sink => {
  const sections: DocumentModel['sections'][number][] = [];
  return {
    take: async (model) => {
      sections.push(...model.sections);
    },
    finish: async (title) => ({
      document: documents.put(documentOf(title, ...sections)),
      files: [],
    }),
  };
};

/** @throws OfficeError `class-unknown`, `period-unknown`, `school-not-set`, `cancelled` */
export const printJournals = async (
  classIds: readonly number[],
  key: JournalPeriodKeyChoice,
  folder: string | null,
  context: Context,
): Promise<Printed> => {
  const classes = await journalClasses(context.db, classIds);
  for (const one of classes) requirePeriodOf(one, key);
  const sink = folder === null ? documentSink(context) : await folderSink(folder, context);
  const prints: Printed['prints'] = [];
  let title = '';
  for (const [at, one] of classes.entries()) {
    const made = await makeOne(one, key, context);
    await sink.take(documentOf(made.title, made.book.section));
    prints.push(await register(made, key, context));
    title = classes.length === 1 ? made.title : `Классные журналы (${classes.length})`;
    await context.job.step({ stage: 'journal', done: at + 1, total: classes.length });
  }
  return { ...(await sink.finish(title)), title, prints };
};
