import type { PersonalField } from '../../contract/settings.ts';

/** SQL condition: the school keeps the field. A setting that was never saved keeps every field. */
export const isKeptSql = (field: PersonalField): string =>
  `coalesce((SELECT json_extract(value, '$.${field}.kept') FROM settings
    WHERE key = 'personalFields'), 1)`;

/**
 * SQL of a column with personal data: its value while the school keeps the field, else NULL. Every
 * query that lets such a column out of the core selects it by this; SQLite asks the setting once
 * per statement.
 */
export const keptSql = (field: PersonalField, column: string): string =>
  `CASE WHEN ${isKeptSql(field)} THEN ${column} END`;
