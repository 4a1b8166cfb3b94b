import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { daysBetween } from '../../domain/dates.ts';

/** Parts of a WHERE with their values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number | Knex.Raw)[];
}

export interface Scope {
  readonly classId?: number | undefined;
  readonly subjectId?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A month: what a list may be asked for without naming a class. */
const narrowDays = 31;

export const isNarrow = ({ from, to }: Scope): boolean =>
  from !== undefined && to !== undefined && daysBetween(from, to) < narrowDays;

/** Millions of rows are never sorted for one page. */
export const scopeNeeded = (others: string): OfficeError =>
  new OfficeError(
    'scope-needed',
    `Выберите ${others} или период не длиннее ${narrowDays} дня: список за все годы слишком велик.`,
  );

/** Conditions on lessons `l`. */
export const lessonConditions = ({ classId, subjectId, from, to }: Scope): readonly Condition[] => [
  ...(classId === undefined ? [] : [{ sql: 'l.class_id = ?', values: [classId] }]),
  ...(subjectId === undefined ? [] : [{ sql: 'l.subject_id = ?', values: [subjectId] }]),
  ...(from === undefined ? [] : [{ sql: 'l.on_date >= ?', values: [from] }]),
  ...(to === undefined ? [] : [{ sql: 'l.on_date <= ?', values: [to] }]),
];

export const whereOf = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;

export const valuesOf = (conditions: readonly Condition[]): (string | number | Knex.Raw)[] =>
  conditions.flatMap(({ values }) => [...values]);
