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
  `${alias}.last_name || ' ' || ${alias}.first_name || coalesce(' ' || ${alias}.middle_name, '')`;
