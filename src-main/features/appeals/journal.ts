import type { Knex } from 'knex';
import type { AppealRow } from '../../contract/appeals.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import { fold } from '../../domain/names.ts';
import { type JournalRecord, journalSelect, toAppealRow } from './repository.ts';

/**
 * A page of the journal over 100,000 rows. The ids of the page and the total come from the covering
 * index `appeals_journal` and the full-text index; only the rows of the page are read whole.
 */

export type JournalQuestion = ParsedInputOf<OperationTable['appeals.list']>;

interface Condition {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

const openStatuses = `('registered', 'resource-found', 'in-preparation')`;

const openCondition = (open: boolean): Condition => ({
  sql: `status ${open ? '' : 'NOT '}IN ${openStatuses}`,
  bindings: [],
});

const overdueCondition = (overdue: boolean, today: string): Condition => ({
  sql: `${overdue ? '' : 'NOT '}(status IN ${openStatuses} AND due_on < ?)`,
  bindings: [today],
});

const equal = (column: string, value: string | number | undefined): Condition[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, bindings: [value] }];

/**
 * FTS5 expression: every word is a prefix of some word of the row. «12/2026» is a phrase of two
 * words, so it finds this number only. Null = nothing to look for.
 */
export const matchExpression = (search: string): string | null => {
  const words = fold(search.replaceAll('"', ' '))
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
};

const conditionsOf = (filters: JournalQuestion['filters'], today: string): readonly Condition[] => [
  ...equal('status', filters.status),
  ...equal('year', filters.year),
  ...equal('class_name', filters.className),
  ...equal('parallel', filters.parallel),
  ...equal('subject', filters.subject),
  ...equal('channel', filters.channel),
  ...equal('responsible_id', filters.responsibleId),
  ...equal('student_id', filters.studentId),
  ...equal('guardian_id', filters.guardianId),
  ...(filters.from ? [{ sql: 'registered_on >= ?', bindings: [filters.from] }] : []),
  ...(filters.to ? [{ sql: 'registered_on <= ?', bindings: [filters.to] }] : []),
  ...(filters.open === undefined ? [] : [openCondition(filters.open)]),
  ...(filters.overdue === undefined ? [] : [overdueCondition(filters.overdue, today)]),
];

const searchCondition = (match: string | null): Condition[] =>
  match === null
    ? []
    : [
        {
          sql: 'id IN (SELECT rowid FROM appeals_search WHERE appeals_search MATCH ?)',
          bindings: [match],
        },
      ];

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

const whereOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
  bindings: conditions.flatMap(({ bindings }) => bindings),
});

interface Plan {
  readonly question: JournalQuestion;
  readonly filters: readonly Condition[];
  /** FTS5 expression, null when nothing is searched. */
  readonly match: string | null;
}

const countQuery = ({ question, filters, match }: Plan): Condition => {
  if (match !== null && filters.length === 0)
    return {
      sql: 'SELECT count(*) AS n FROM appeals_search WHERE appeals_search MATCH ?',
      bindings: [match],
    };
  const where = whereOf([...filters, ...searchCondition(match)]);
  const hint = match === null ? walk({ ...question, sort: null }, filters.length <= 1) : '';
  return {
    sql: `SELECT count(*) AS n FROM appeals ${hint} ${where.sql}`,
    bindings: where.bindings,
  };
};

/** Ids of the page. A search alone is read from the full-text index, which is in journal order. */
const idsQuery = ({ question, filters, match }: Plan): Condition => {
  const byNumber = question.sort === null || question.sort.column === 'number';
  if (match !== null && filters.length === 0 && byNumber)
    return {
      sql: `SELECT rowid FROM appeals_search WHERE appeals_search MATCH ?
        ORDER BY ${orderOf(question, ['rowid'])}`,
      bindings: [match],
    };
  const where = whereOf([...filters, ...searchCondition(match)]);
  const hint = match === null ? walk(question, false) : '';
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
  const plan: Plan = {
    question,
    filters: conditionsOf(question.filters, today),
    match: matchExpression(question.search),
  };
  const count = countQuery(plan);
  const ids = idsQuery(plan);
  const counted: { n: number }[] = await db.raw(count.sql, [...count.bindings]);
  const records: JournalRecord[] = await db.raw(
    `${journalSelect} WHERE appeals.id IN (${ids.sql} LIMIT ? OFFSET ?)
    ORDER BY ${orderOf(question, ['id'])}`,
    [...ids.bindings, question.limit, question.offset],
  );
  return {
    total: counted[0]?.n ?? 0,
    rows: records.map((record) => toAppealRow(record, today)),
  };
};
