import type { Knex } from 'knex';
import { OfficeError } from '../contract/errors.ts';
import type { Migration } from './migrations/index.ts';

/**
 * What version 0.1.0 called the steps it had applied, and what they are called now. None of the
 * old names is a name of today, so a name alone tells which of the two it is.
 */
const renamed: Readonly<Record<string, readonly string[]>> = {
  '0001-foundation': ['0001-kernel', '0002-people', '0003-registers'],
  '0002-vault': ['0004-vault'],
  '0003-credentials': ['0005-credentials'],
  '0004-statements': ['0006-statements'],
  '0005-marks': ['0007-marks', '0008-sheets'],
};

/** Applied migrations by today's names, also of a database of version 0.1.0. */
export const namesOfToday = (applied: readonly string[]): readonly string[] =>
  applied.flatMap((name) => (Object.hasOwn(renamed, name) ? (renamed[name] ?? []) : [name]));

/** Whether a database with these names is of a newer program: it holds a step unknown here. */
export const isNewer = (applied: readonly string[], migrations: readonly Migration[]): boolean => {
  const known = new Set(migrations.map(({ name }) => name));
  return namesOfToday(applied).some((name) => !known.has(name));
};

/** The table as knex made it in version 0.1.0. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS migrations (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(255), batch INTEGER,
  migration_time DATETIME)`;

const appliedNames = async (db: Knex): Promise<readonly string[]> => {
  if (!(await db.schema.hasTable('migrations'))) return [];
  const rows: { name: string }[] = await db('migrations').orderBy('id').select('name');
  return rows.map(({ name }) => name);
};

export interface Pending {
  readonly pending: readonly Migration[];
  readonly isEmpty: boolean;
}

/**
 * Which migrations are still to run.
 * @throws OfficeError `database-newer` when a newer program has already changed the database
 */
export const pendingMigrations = async (
  db: Knex,
  migrations: readonly Migration[],
): Promise<Pending> => {
  const applied = await appliedNames(db);
  if (isNewer(applied, migrations))
    throw new OfficeError(
      'database-newer',
      'База создана более новой версией программы. Обновите программу; база не изменена.',
    );
  const done = new Set(namesOfToday(applied));
  return {
    pending: migrations.filter(({ name }) => !done.has(name)),
    isEmpty: applied.length === 0,
  };
};

const record = async (trx: Knex, names: readonly string[], at: string): Promise<void> => {
  for (const name of names) await trx('migrations').insert({ name, batch: 1, migration_time: at });
};

/** Old names give way to the new ones in the order of application. */
const renameApplied = async (trx: Knex, at: string): Promise<void> => {
  const applied = await appliedNames(trx);
  const names = namesOfToday(applied);
  if (names.join() === applied.join()) return;
  await trx('migrations').delete();
  await record(trx, names, at);
};

/**
 * Applies what is pending and renames what version 0.1.0 applied, all in one transaction: an
 * update that fails leaves the database to the program that knew it. Foreign keys are off
 * meanwhile, because a table can only be rebuilt so, and checked before the commit.
 * @param at time of the update, ISO
 */
export const applyMigrations = async (
  db: Knex,
  pending: readonly Migration[],
  at: string,
): Promise<void> => {
  // Without effect inside a transaction.
  await db.raw('PRAGMA foreign_keys = OFF');
  try {
    await db.transaction(async (trx) => {
      await trx.raw(bookkeeping);
      await renameApplied(trx, at);
      for (const { name, statements } of pending) {
        for (const statement of statements) await trx.raw(statement);
        await record(trx, [name], at);
      }
      const broken: unknown[] = await trx.raw('PRAGMA foreign_key_check');
      if (broken.length > 0) throw new Error(`foreign_key_check: ${broken.length}`);
    });
  } finally {
    await db.raw('PRAGMA foreign_keys = ON');
  }
};
