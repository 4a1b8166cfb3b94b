import type { Knex } from 'knex';
import type { AppealRow } from '../../contract/appeals.ts';
import { lastNumber, registrationId } from '../../database/counters.ts';
import {
  type Condition,
  conditionsOf,
  type JournalQuestion,
  matchExpression,
  whereOf,
} from './journal-filters.ts';
import { type JournalRecord, journalSelect, toAppealRow } from './repository.ts';

/**
 * A page of the journal over 100,000 rows. The ids of the page and the total come from the covering
 * index `appeals_journal` and the full-text index; only the rows of the page are read whole.
 */

/** What the full-text index is asked: words, and the year as a range of ids. */
interface FullText {
  readonly match: string;
  readonly year: number | undefined;
}

const fullTextWhere = ({ match, year }: FullText): Condition => ({
  sql: `appeals_search MATCH ?${year === undefined ? '' : ' AND rowid BETWEEN ? AND ?'}`,
  bindings:
    year === undefined
      ? [match]
      : [match, registrationId(year, 1), registrationId(year, lastNumber)],
});

const searchCondition = (text: FullText | null): Condition[] => {
  if (text === null) return [];
  const { sql, bindings } = fullTextWhere(text);
  return [{ sql: `id IN (SELECT rowid FROM appeals_search WHERE ${sql})`, bindings }];
};

const sortColumns: Readonly<Record<string, string>> = {
  registeredOn: 'registered_on',
  dueOn: 'due_on',
  studentName: 'student_name',
};

/** Newest number first unless asked otherwise; equal values by number. */
const orderOf = ({ sort }: JournalQuestion, byNumber: readonly string[]): string => {
  const direction = sort === null || sort.descending ? 'DESC' : 'ASC';
  const column = sortColumns[sort?.column ?? 'number'];
  return (column === undefined ? byNumber : [column, 'id'])
    .map((name) => `${name} ${direction}`)
    .join(', ');
};

/** Filters with an index of few rows a value: better than a walk through the journal. */
const selective = ['studentId', 'guardianId', 'responsibleId'] as const;

/**
 * The covering index is walked in the order of the journal. Left alone, the planner would choose
 * the index of one filter and read the wide table for the others.
 */
const walk = (question: JournalQuestion, alone: boolean): string => {
  const { filters, sort } = question;
  const free =
    alone ||
    (sort !== null && sort.column !== 'number') ||
    selective.some((name) => filters[name] !== undefined);
  return free ? '' : 'INDEXED BY appeals_journal';
};

const sortIndexes: Readonly<Record<string, string>> = {
  registeredOn: 'appeals_by_date',
  dueOn: 'appeals_by_due',
  studentName: 'appeals_by_name',
};

/** So many matches that a walk in the asked order meets a page of them soon. */
const manyMatches = 2000;

const pageHint = (question: JournalQuestion, total: number): string => {
  const index = sortIndexes[question.sort?.column ?? 'number'];
  if (index === undefined) return walk(question, false);
  return total > manyMatches ? `INDEXED BY ${index}` : '';
};

interface Plan {
  readonly question: JournalQuestion;
  readonly filters: readonly Condition[];
  /** Null when nothing is searched. */
  readonly text: FullText | null;
}

/** Search and nothing else but perhaps a year: the full-text index answers alone. */
const textAlone = ({ question, text }: Plan): FullText | null =>
  Object.entries(question.filters).every(([name, value]) => value === undefined || name === 'year')
    ? text
    : null;

/** One kind of filter; both bounds of the period are one. */
const isSingleFilter = ({ filters }: JournalQuestion): boolean =>
  new Set(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [name === 'to' ? 'from' : name],
    ),
  ).size <= 1;

const countQuery = (plan: Plan): Condition => {
  const alone = textAlone(plan);
  if (alone) {
    const { sql, bindings } = fullTextWhere(alone);
    return { sql: `SELECT count(*) AS n FROM appeals_search WHERE ${sql}`, bindings };
  }
  const { question, filters, text } = plan;
  const where = whereOf([...filters, ...searchCondition(text)]);
  const hint = text ? '' : walk({ ...question, sort: null }, isSingleFilter(question));
  return {
    sql: `SELECT count(*) AS n FROM appeals ${hint} ${where.sql}`,
    bindings: where.bindings,
  };
};

/** Ids of the page. The full-text index is in the order of the journal. */
const idsQuery = (plan: Plan, total: number): Condition => {
  const { question, filters, text } = plan;
  const alone = textAlone(plan);
  if (alone && (question.sort === null || question.sort.column === 'number')) {
    const { sql, bindings } = fullTextWhere(alone);
    return {
      sql: `SELECT rowid FROM appeals_search WHERE ${sql} ORDER BY ${orderOf(question, ['rowid'])}`,
      bindings,
    };
  }
  const where = whereOf([...filters, ...searchCondition(text)]);
  const hint = text ? '' : pageHint(question, total);
  return {
    sql: `SELECT id FROM appeals ${hint} ${where.sql} ORDER BY ${orderOf(question, ['year', 'number'])}`,
    bindings: where.bindings,
  };
};

/** One page of the journal with the total of what matches. */
export const journalPage = async (
  db: Knex,
  question: JournalQuestion,
  today: string,
): Promise<{ readonly total: number; readonly rows: AppealRow[] }> => {
  const match = matchExpression(question.search);
  const plan: Plan = {
    question,
    filters: conditionsOf(question.filters, today),
    text: match === null ? null : { match, year: question.filters.year },
  };
  const count = countQuery(plan);
  const counted: { n: number }[] = await db.raw(count.sql, [...count.bindings]);
  const total = counted[0]?.n ?? 0;
  const ids = idsQuery(plan, total);
  const records: JournalRecord[] = await db.raw(
    `${journalSelect} WHERE appeals.id IN (${ids.sql} LIMIT ? OFFSET ?)
    ORDER BY ${orderOf(question, ['id'])}`,
    [...ids.bindings, question.limit, question.offset],
  );
  return { total, rows: records.map((record) => toAppealRow(record, today)) };
};
