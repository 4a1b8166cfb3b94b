import type { Knex } from 'knex';
import { OfficeError } from '../contract/errors.ts';
import type { Migration } from './migrations/index.ts';

/** knex's own table and bookkeeping, with our static list as the source. */
const configOf = (migrations: readonly Migration[]): Knex.MigratorConfig => ({
  tableName: 'migrations',
  disableMigrationsListValidation: true,
  migrationSource: {
    getMigrations: () => Promise.resolve([...migrations]),
    getMigrationName: ({ name }: { name: string }) => name,
    getMigration: ({ statements }: { statements: readonly string[] }) =>
      Promise.resolve({
        async up(trx: Knex) {
          for (const statement of statements) await trx.raw(statement);
        },
        down: () => Promise.reject(new Error('Migrations go forward only')),
      }),
  },
});

const appliedNames = async (db: Knex): Promise<readonly string[]> => {
  if (!(await db.schema.hasTable('migrations'))) return [];
  const rows: { name: string }[] = await db('migrations').select('name');
  return rows.map(({ name }) => name);
};

/**
 * Which migrations are still to run.
 * @throws OfficeError `database-newer` when a newer program has already changed the database
 */
export const pendingMigrations = async (
  db: Knex,
  migrations: readonly Migration[],
): Promise<{ readonly pending: readonly string[]; readonly isEmpty: boolean }> => {
  const applied = await appliedNames(db);
  const known = new Set(migrations.map(({ name }) => name));
  if (applied.some((name) => !known.has(name)))
    throw new OfficeError(
      'database-newer',
      'База создана более новой версией программы. Обновите программу; база не изменена.',
    );
  const pending = migrations.map(({ name }) => name).filter((name) => !applied.includes(name));
  return { pending, isEmpty: applied.length === 0 };
};

/** Applies what is pending, each migration in its own transaction. */
export const applyMigrations = async (
  db: Knex,
  migrations: readonly Migration[],
): Promise<void> => {
  await db.migrate.latest(configOf(migrations));
};
