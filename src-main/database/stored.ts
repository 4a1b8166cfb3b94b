/** How SQLite stores what the contract describes. */

/** A row with booleans as SQLite has them; null stays null. */
export type Stored<R> = {
  readonly [K in keyof R]: boolean extends R[K]
    ? R[K] extends boolean
      ? 0 | 1
      : Exclude<R[K], boolean> | 0 | 1
    : R[K];
};

/** «Фамилия Имя Отчество» of a row of people. */
export const fullNameSql = (alias: string): string =>
  `${alias}.last_name || ' ' || ${alias}.first_name || coalesce(' ' || nullif(${alias}.middle_name, ''), '')`;

/** «8А» of a row of classes; null where no class is joined. */
export const classNameSql = (alias: string): string =>
  `${parallelNameSql(`${alias}.parallel`)} || ${alias}.letter`;

/** «8», «1доп» of a column of parallels; `parallelName` of `domain/classes.ts` says the same. */
export const parallelNameSql = (parallel: string): string =>
  `(CASE ${parallel} WHEN 0 THEN '1доп' ELSE ${parallel} END)`;

/** What parallels are ordered by: `parallelOrder` of `domain/classes.ts` says the same. */
export const parallelOrderSql = (parallel: string): string =>
  `(CASE ${parallel} WHEN 0 THEN 1.5 ELSE ${parallel} END)`;

/** Columns of a table by the names the program has for them. */
export type ColumnNames = Readonly<Record<string, string>>;

/** What stands behind SELECT: the columns of a table under the program's names. */
export const columnsSql = (table: string, columns: ColumnNames): string =>
  Object.entries(columns)
    .map(([name, column]) => `${table}.${column} AS ${name}`)
    .join(', ');

/** Values under the names of their columns, to be written. */
export const asColumns = <C extends ColumnNames>(
  columns: C,
  values: { readonly [K in keyof C]?: string | number | null },
): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const column = columns[name];
      if (column === undefined) throw new Error(`no column is called ${name}`);
      return [[column, value]];
    }),
  );

/** A stored flag that may be unknown. */
export const knownFlag = (stored: number | null): boolean | null =>
  stored === null ? null : stored === 1;
