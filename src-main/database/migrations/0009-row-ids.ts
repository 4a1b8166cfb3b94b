import { kernel } from './0001-kernel.ts';
import { peopleTables } from './0002-people.ts';
import { registerTables } from './0003-registers.ts';
import { vault } from './0004-vault.ts';
import { credentialTables } from './0005-credentials.ts';
import { statementTables } from './0006-statements.ts';
import { markTables } from './0007-marks.ts';
import { sheetTables } from './0008-sheets.ts';
import type { Migration } from './index.ts';

/**
 * Ids of rows are never given twice (AUTOINCREMENT), and those of appeals and statements stand
 * apart from the printed number: year and ordinal keep the order of registration, number is the
 * text as printed («12», one day «13а» or «01-12/35»). Every table is rebuilt from the frozen text
 * of its own migration: new table, rows, drop, rename (sqlite.org/lang_altertable.html, the twelve
 * steps). Left as they are: vault_attempts with its one row, and sheet_contents, whose id is the
 * id of its sheet.
 */
const before = [
  kernel,
  peopleTables,
  registerTables,
  vault,
  credentialTables,
  statementTables,
  markTables,
  sheetTables,
].flatMap(({ statements }) => statements);

const plainId = 'id INTEGER PRIMARY KEY,';
const tableName = /^CREATE TABLE (\w+)/u;

const numbered = (sql: string): string =>
  sql
    .replace(
      'number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999),',
      'ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 999999),',
    )
    .replace(
      'search TEXT NOT NULL,',
      "search TEXT NOT NULL,\n    number TEXT NOT NULL CHECK (trim(number) <> ''),",
    )
    .replace(
      'CHECK (id = year * 1000000 + number),',
      'UNIQUE (year, ordinal),\n    UNIQUE (year, number),',
    );

const rebuild = (sql: string): readonly string[] => {
  const name = tableName.exec(sql)?.[1];
  if (name === undefined || !sql.includes(plainId)) return [];
  const isNumbered = name === 'appeals' || name === 'statements';
  return [
    (isNumbered ? numbered(sql) : sql)
      .replace(tableName, `CREATE TABLE new_${name}`)
      .replace(plainId, 'id INTEGER PRIMARY KEY AUTOINCREMENT,'),
    `INSERT INTO new_${name} SELECT *${isNumbered ? ', CAST(number AS TEXT)' : ''} FROM ${name}`,
    `DROP TABLE ${name}`,
    `ALTER TABLE new_${name} RENAME TO ${name}`,
    // What stood in the table and was deleted is not given again either.
    `INSERT INTO sqlite_sequence (name, seq) SELECT '${name}', 0
      WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '${name}')`,
    `UPDATE sqlite_sequence SET seq = max(seq, (SELECT ifnull(max(row_id), 0) FROM audit_changes
      WHERE table_name = '${name}')) WHERE name = '${name}'`,
  ];
};

/** Images of rows in the history get the columns of today, so that undo still knows its rows. */
const renumberImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column}, '$.ordinal', ${column} ->> 'number',
    '$.number', CAST(${column} ->> 'number' AS TEXT))
  WHERE table_name IN ('appeals', 'statements') AND ${column} IS NOT NULL`;

const indexes = before
  .filter((sql) => /^CREATE (?:UNIQUE )?INDEX/u.test(sql) && !sql.includes('ON sheet_contents'))
  .map((sql) =>
    sql
      .replace('ON appeals (year, number,', 'ON appeals (year, ordinal,')
      .replace(
        'ON audit_changes (table_name, row_id)',
        'ON audit_changes (table_name, row_id, audit_id)',
      ),
  );

const searchTriggers = before.filter((sql) => sql.startsWith('CREATE TRIGGER appeals_search_'));

const oldTriggers = [
  ...['insert', 'delete', 'update'].map((event) => `appeals_search_${event}`),
  ...['lesson_insert', 'lesson_delete', 'lesson_update'].map((event) => `lesson_figures_${event}`),
  ...['mark_insert', 'mark_delete', 'mark_ended', 'mark_stands'].map(
    (event) => `lesson_figures_${event}`,
  ),
];

export const rowIds: Migration = {
  name: '0009-row-ids',
  statements: [
    // A trigger that names a table just dropped would stop the renaming.
    ...oldTriggers.map((name) => `DROP TRIGGER IF EXISTS ${name}`),
    ...before.flatMap(rebuild),
    renumberImage('before'),
    renumberImage('after'),
    ...indexes,
    ...searchTriggers,
    // Of knex's migrator, which version 0.1.0 used.
    'DROP TABLE IF EXISTS migrations_lock',
  ],
};
