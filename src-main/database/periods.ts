/** Periods of days in SQL: rows with `starts_on` and `ends_on`, which is null while they go on. */

/** The two share a day: `overlaps` of `domain/dates.ts`. */
export const overlapSql = (one: string, other: string): string =>
  `((${one}.ends_on IS NULL OR ${other}.starts_on <= ${one}.ends_on)
    AND (${other}.ends_on IS NULL OR ${one}.starts_on <= ${other}.ends_on))`;

/** The row's period holds a day, which is bound twice: `contains` of `domain/dates.ts`. */
export const holdsDaySql = (row: string): string =>
  `(${row}.starts_on <= ? AND (${row}.ends_on IS NULL OR ${row}.ends_on >= ?))`;
