import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { CommandRows } from './command-rows.ts';
import { commandRows } from './command-rows.ts';
import { labels, mainTable } from './labels.ts';
import { known, losesSecret, obstacleOf } from './obstacles.ts';
import type { AuditRecord } from './repository.ts';

type Description = OperationOutput<'audit.describe'>;

const tablesOf = async (db: Knex, rows: CommandRows): Promise<Description['tables']> =>
  await db.raw(
    `${rows.with} SELECT table_name AS "table", sum(born AND NOT died) AS created,
       sum(born = died) AS changed, sum(died AND NOT born) AS deleted
     FROM mine GROUP BY table_name ORDER BY count(*) DESC, table_name`,
    rows.bindings,
  );

/** Parts that all its rows of the main table share: the person, the week, the class. */
const objectOf = async (
  db: Knex,
  rows: CommandRows,
  table: string | null,
): Promise<Description['object']> => {
  const parts = (table !== null && labels[table]) || [];
  if (table === null || parts.length === 0) return null;
  const shared = parts.map(
    (_, at) => `CASE WHEN count(DISTINCT p${at}) = 1 AND count(p${at}) = count(*)
      THEN CAST(min(p${at}) AS TEXT) END AS p${at}`,
  );
  const values = parts.map(([, sql], at) => `${sql} AS p${at}`);
  const [found]: Readonly<Record<string, string | null>>[] = await db.raw(
    `${rows.with} SELECT ${shared.join(', ')}
     FROM (SELECT ${values.join(', ')} FROM mine WHERE table_name = ?)`,
    [...rows.bindings, table],
  );
  return {
    table,
    parts: parts.flatMap(([kind], at) => {
      const value = found?.[`p${at}`];
      return value === null || value === undefined ? [] : [{ kind, value }];
    }),
  };
};

const fileOf = async (db: Knex, id: number): Promise<string | null> => {
  const row: { file_name: string } | undefined = await db('imports')
    .where({ audit_id: id })
    .first('file_name');
  return row?.file_name ?? null;
};

/** Sheets printed after the command that show what it changed of marks. */
const sheetsSince = async (db: Knex, rows: CommandRows, id: number): Promise<number> => {
  const later: unknown = await db('sheets').where('audit_id', '>', id).first('id');
  if (later === undefined) return 0;
  const [row]: { n: number }[] = await db.raw(
    `${rows.with}, told AS MATERIALIZED (SELECT DISTINCT image ->> 'student_id' AS student_id, l.on_date
       FROM mine JOIN lessons l ON l.id = image ->> 'lesson_id' WHERE table_name = 'marks')
     SELECT count(DISTINCT s.id) AS n FROM told JOIN sheets s ON s.student_id = told.student_id
       AND told.on_date BETWEEN s.week_starts_on AND date(s.week_starts_on, '+6 days')
     WHERE s.audit_id > ?`,
    [...rows.bindings, id],
  );
  return row?.n ?? 0;
};

/** Sheets that the command made void by printing others instead (domain.md §6). */
const sheetsAgain = async (db: Knex, rows: CommandRows): Promise<number> => {
  const [row]: { n: number }[] = await db.raw(
    `${rows.with} SELECT count(*) AS n FROM mine WHERE table_name = 'sheets' AND NOT born
       AND now ->> 'replaced_by' IN (SELECT row_id FROM mine WHERE table_name = 'sheets' AND born)`,
    rows.bindings,
  );
  return row?.n ?? 0;
};

const printedOf = async (
  db: Knex,
  rows: CommandRows,
  { entry, tables }: { readonly entry: AuditRecord; readonly tables: Description['tables'] },
): Promise<Description['printed']> => {
  if (entry.undone_by !== null) return [];
  const made = (name: string): number => tables.find(({ table }) => table === name)?.created ?? 0;
  const hasMarks = tables.some(({ table }) => table === 'marks');
  const printed = [
    { kind: 'sheets' as const, rows: made('sheets') },
    { kind: 'sheets-again' as const, rows: made('sheets') > 0 ? await sheetsAgain(db, rows) : 0 },
    { kind: 'journals' as const, rows: made('journal_prints') },
    { kind: 'sheets-since' as const, rows: hasMarks ? await sheetsSince(db, rows, entry.id) : 0 },
  ];
  return printed.filter(({ rows: n }) => n > 0);
};

/**
 * What a command did, in figures and values of the rows themselves, and whether it can be taken
 * back now (or brought back, when it is undone). Names of people are for the screen only.
 * @throws OfficeError `audit-unknown`
 */
export const describe = async (db: Knex, id: number): Promise<Description> => {
  const entry = await known(db, id);
  const rows = await commandRows(db, entry);
  const tables = await tablesOf(db, rows);
  const file = await fileOf(db, id);
  const names = tables.map(({ table }) => table);
  return {
    id,
    at: entry.at,
    operation: entry.operation,
    undone: entry.undone_by !== null,
    file,
    tables,
    rows: tables.reduce(
      (sum, { created, changed, deleted }) => sum + created + changed + deleted,
      0,
    ),
    // An import is told by its counts and its file.
    object: file === null ? await objectOf(db, rows, mainTable(entry.operation, names)) : null,
    printed: await printedOf(db, rows, { entry, tables }),
    losesSecret: entry.undone_by === null && (await losesSecret(db, tables)),
    ...(await obstacleOf(db, entry, { rows, tables })),
  };
};
