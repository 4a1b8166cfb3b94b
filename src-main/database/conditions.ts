import type { Knex } from 'knex';
import { searchWords } from '../domain/names.ts';

/** Conditions of a WHERE: one kind for knex queries and for literal SQL. */

type Value = string | number | Knex.Raw;

/** A piece of SQL with its values. */
export interface Condition {
  readonly sql: string;
  readonly bindings: readonly Value[];
}

export const condition = (sql: string, ...bindings: readonly Value[]): Condition => ({
  sql,
  bindings,
});

const joined = (conditions: readonly Condition[], word: 'AND' | 'OR'): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(` ${word} `),
  bindings: conditions.flatMap(({ bindings }) => bindings),
});

/** True where all of them are; of no conditions, everywhere. */
export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? condition('1') : joined(conditions, 'AND');

/** True where one of them is; of no conditions, nowhere. */
export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? condition('0') : joined(conditions, 'OR');

/** The WHERE clause; empty without conditions: SQLite counts a bare table quicker. */
export const whereOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0
    ? condition('')
    : { ...allOf(conditions), sql: `WHERE ${allOf(conditions).sql}` };

/** Narrows a query: `query.modify(where, among('id', ids))`. */
export const where = (query: Knex.QueryBuilder, ...conditions: readonly Condition[]): void => {
  for (const { sql, bindings } of conditions) void query.whereRaw(`(${sql})`, bindings);
};

/** The column is one of a JSON array's values: one bound value whatever their number. */
export const amongSql = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;

/** The column is one of the values. */
export const among = (column: string, values: readonly (number | string)[]): Condition =>
  condition(amongSql(column), JSON.stringify(values));

export const equal =
  (column: string) =>
  (value: string | number): Condition =>
    condition(`${column} = ?`, value);

export const atLeast =
  (column: string) =>
  (value: string | number): Condition =>
    condition(`${column} >= ?`, value);

export const atMost =
  (column: string) =>
  (value: string | number): Condition =>
    condition(`${column} <= ?`, value);

/** What is asked to be true or false. */
export const whether =
  (sql: string, ...bindings: readonly Value[]) =>
  (wanted: boolean): Condition =>
    condition(wanted ? sql : `NOT (${sql})`, ...bindings);

/** Every word of the text occurs in one of the folded columns. */
export const containing = (columns: readonly string[], text: string): readonly Condition[] =>
  searchWords(text).map((word) =>
    anyOf(columns.map((column) => condition(`instr(${column}, ?) > 0`, word))),
  );

/** Every word of the text begins some word of the folded column. */
export const beginning = (column: string, text: string): readonly Condition[] =>
  searchWords(text).map((word) => condition(`instr(' ' || ${column}, ?) > 0`, ` ${word}`));
