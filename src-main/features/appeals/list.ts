import type { Knex } from 'knex';
import type { AppealRow } from '../../contract/appeals.ts';
import type { Condition } from '../../database/conditions.ts';
import { condition, whereOf } from '../../database/conditions.ts';
import type { Page } from '../lists/index.ts';
import { conditionsOf, orderOf } from '../lists/index.ts';
import { type AppealsQuestion, appealsOn, matchExpression } from './list-filters.ts';
import { type Appeal, appealSelect, toAppealRow } from './repository.ts';

/**
 * A page of the register over 100,000 rows. The ids of the page and the total come from the covering
 * index `appeals_journal` and the full-text index; only the rows of the page are read whole.
 */

const matching = (match: string | null): readonly Condition[] =>
  match === null
    ? []
    : [condition('id IN (SELECT rowid FROM appeals_search WHERE appeals_search MATCH ?)', match)];

/** Filters with an index of few rows a value: better than a walk through the register. */
const selective = ['studentId', 'guardianId', 'responsibleId'] as const;

/**
 * The covering index is walked in the order of the register. Left alone, the planner would choose
 * the index of one filter and read the wide table for the others.
 */
const walk = (question: AppealsQuestion, alone: boolean): string => {
  const { filters, sort } = question;
  const free =
    alone ||
    (sort !== null && sort.column !== 'number') ||
    selective.some((name) => filters[name] !== undefined);
  return free ? '' : 'INDEXED BY appeals_journal';
};

const sortIndexes: Readonly<Record<string, string>> = {
  date: 'appeals_by_date',
  registeredOn: 'appeals_by_registration',
  dueOn: 'appeals_by_due',
  studentName: 'appeals_by_name',
};

/** So many matches that a walk in the asked order meets a page of them soon. */
const manyMatches = 2000;

interface Plan {
  readonly question: AppealsQuestion;
  readonly order: string;
  readonly filters: readonly Condition[];
  /** What the full-text index is asked; null when nothing is searched. */
  readonly match: string | null;
}

const pageHint = ({ question, match }: Plan, total: number): string => {
  const index = sortIndexes[question.sort?.column ?? 'number'];
  // Few matches are looked up one by one and sorted, whatever the order.
  if (match !== null) return total > manyMatches ? `INDEXED BY ${index ?? 'appeals_journal'}` : '';
  if (index === undefined) return walk(question, false);
  return total > manyMatches ? `INDEXED BY ${index}` : '';
};

const periodOf: Readonly<Record<string, string>> = { to: 'from', registeredTo: 'registeredFrom' };

/** One kind of filter; both bounds of a period are one. */
const isSingleFilter = ({ filters }: AppealsQuestion): boolean =>
  new Set(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [periodOf[name] ?? name],
    ),
  ).size <= 1;

const countQuery = (plan: Plan): Condition => {
  const { question, filters, match } = plan;
  // Search and nothing else: the full-text index answers alone.
  if (match !== null && filters.length === 0)
    return condition(
      'SELECT count(*) AS n FROM appeals_search WHERE appeals_search MATCH ?',
      match,
    );
  const where = whereOf([...filters, ...matching(match)]);
  const hint = match === null ? walk({ ...question, sort: null }, isSingleFilter(question)) : '';
  return {
    sql: `SELECT count(*) AS n FROM appeals ${hint} ${where.sql}`,
    bindings: where.bindings,
  };
};

/** Ids of the page. */
const idsQuery = (plan: Plan, total: number): Condition => {
  const { order, filters, match } = plan;
  const where = whereOf([...filters, ...matching(match)]);
  return {
    sql: `SELECT id FROM appeals ${pageHint(plan, total)} ${where.sql} ORDER BY ${order}`,
    bindings: where.bindings,
  };
};

/** One page of the register with the total of what matches. */
export const appealsPage = async (
  db: Knex,
  question: AppealsQuestion,
  today: string,
): Promise<Page<AppealRow>> => {
  const list = appealsOn(today);
  const plan: Plan = {
    question,
    order: orderOf(question.sort, list),
    filters: conditionsOf({ ...question, search: '' }, list),
    match: matchExpression(question.search),
  };
  const count = countQuery(plan);
  const counted: { n: number }[] = await db.raw(count.sql, count.bindings);
  const total = counted[0]?.n ?? 0;
  const ids = idsQuery(plan, total);
  const records: Appeal[] = await db.raw(
    `${appealSelect} WHERE appeals.id IN (${ids.sql} LIMIT ? OFFSET ?)
    ORDER BY ${plan.order}`,
    [...ids.bindings, question.limit, question.offset],
  );
  return { total, rows: records.map((record) => toAppealRow(record, today)) };
};
