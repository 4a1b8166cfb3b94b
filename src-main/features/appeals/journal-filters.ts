import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import { fold } from '../../domain/names.ts';

/** What the journal is asked for, as SQL conditions. */

export type JournalQuestion = ParsedInputOf<OperationTable['appeals.list']>;

/** A piece of SQL with its values. */
export interface Condition {
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

/** Conditions of the filters over the columns of `appeals`. */
export const conditionsOf = (
  filters: JournalQuestion['filters'],
  today: string,
): readonly Condition[] => [
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

/** The WHERE clause, empty without conditions. */
export const whereOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
  bindings: conditions.flatMap(({ bindings }) => bindings),
});
