import type { Knex } from 'knex';
import type { JournalGap } from '../../domain/journal-gaps.ts';
import type { JournalPeriodKeyChoice } from '../../contract/journal.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { coversPeriod } from '../../domain/journal.ts';
import type { JournalPeriod } from '../../domain/journal.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { documentOf } from '../../documents/build.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings, requireSchool } from '../settings/index.ts';
import { journalBook } from './forms/book.ts';
import { extractBook } from './forms/extract.ts';
import type { JournalBook } from './forms/book.ts';
import type { JournalData } from './content.ts';
import { journalGaps } from './gaps.ts';
import { readJournal } from './read.ts';
import { journalsOf, whose } from './own.ts';
import { findPeriod, requirePeriodOf } from './scope.ts';
import type { JournalClass } from './scope.ts';

/** Checking and showing journals. */

/** The journal of one class, ready for paper. */
export interface MadeJournal {
  readonly one: JournalClass;
  readonly title: string;
  readonly book: JournalBook;
  readonly gaps: readonly JournalGap[];
}

const bookName = (className: string, owner: JournalClass['owner']): string => {
  if (owner === null) return `Классный журнал ${className}`;
  const what = owner.kind === 'home' ? 'Журнал обучения на дому' : 'Выписка из журнала';
  return `${what} ${owner.fullName} ${className}`;
};

const titleOf = (
  { className, schoolYear, owner }: JournalClass,
  { key, title }: JournalPeriod,
): string => {
  const years = schoolYear.replace('/', '-');
  const name = bookName(className, owner);
  return key === 'year' ? `${name} за ${years} учебный год` : `${name}, ${title} ${years}`;
};

const dataOf = async (
  one: JournalClass,
  period: JournalPeriod,
  today: IsoDate,
  db: Knex,
): Promise<JournalData> => {
  const { credentials } = await readSettings(db);
  const source = {
    school: await requireSchool(db),
    systemName: credentials.systemName,
    today,
  };
  return await readJournal(db, one, period, source);
};

/** @throws OfficeError `period-unknown`, `school-not-set` */
export const makeJournal = async (
  one: JournalClass,
  key: JournalPeriodKeyChoice,
  today: IsoDate,
  db: Knex,
): Promise<MadeJournal> => {
  const period = requirePeriodOf(one, key);
  const data = await dataOf(one, period, today, db);
  const { paper } = await readSettings(db);
  const book = data.owner?.kind === 'leaver' ? extractBook(data, paper) : journalBook(data, paper);
  return { one, title: titleOf(one, period), book, gaps: book.gaps };
};

type Check = OperationOutput<'journal.check'>;

const checkOne = async (
  one: JournalClass,
  period: JournalPeriod,
  context: Context,
): Promise<Check['checks'][number]> => {
  const data = await dataOf(one, period, context.clock.today(), context.db);
  return {
    ...whose(one),
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

/** @throws OfficeError `class-unknown`, `own-journal-unknown`, `school-not-set` */
export const checkJournals = async (
  { journals, period: key }: Asked<'journal.check'>,
  context: Context,
): Promise<Check> => {
  const classes = await journalsOf(context.db, journals);
  const checks: Check['checks'][number][] = [];
  for (const [at, one] of classes.entries()) {
    const period = findPeriod(one, key);
    if (period) checks.push(await checkOne(one, period, context));
    await context.job.step({ stage: 'journal-check', done: at + 1, total: classes.length });
  }
  const withoutPeriod = classes.filter((one) => !findPeriod(one, key));
  return {
    checks,
    withoutPeriod: withoutPeriod.map(({ className, owner }) => owner?.fullName ?? className),
  };
};

/** @throws OfficeError `class-unknown`, `own-journal-unknown`, `period-unknown`, `school-not-set` */
export const previewJournal = async (
  { period: key, ...ref }: Asked<'journal.preview'>,
  context: Context,
): Promise<OperationOutput<'journal.preview'>> => {
  const [one] = await journalsOf(context.db, [ref]);
  if (one === undefined) throw new Error('the class was not read');
  const { db, clock } = context;
  const { title, book, gaps } = await makeJournal(one, key, clock.today(), db);
  const document = context.documents.put(documentOf(title, book.section));
  return { document, title, pages: book.pages, leaves: book.leaves, gaps };
};
