import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Clock } from '../ports/clock.ts';
import { installAuditTriggers } from './audit-triggers.ts';
import { backUp } from './backup.ts';
import { connect } from './connections.ts';
import { makeFolder } from './folders.ts';
import { checkAtOpening } from './health.ts';
import { keepLessonFigures } from './lesson-figures.ts';
import { removeLeftovers } from './leftovers.ts';
import { lockFolder } from './lock.ts';
import { applyMigrations, pendingMigrations } from './migrate.ts';
import { migrations, type Migration } from './migrations/index.ts';
import { openFailure } from './open-failure.ts';
import { watchPresence } from './presence.ts';
import { beginSession, endSession, setForeignWalAside } from './wal.ts';

export interface OfficeDatabase {
  /** The only connection that changes rows; commands run on it, one transaction each. */
  readonly writer: Knex;
  /** A read-only connection; queries see committed data only. */
  readonly reader: Knex;
  readonly file: string;
  /** @throws OfficeError `folder-gone` when the path does not name the open file any more */
  requirePresent(): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly folder: string;
  /** Name of the program for the lock's message. */
  readonly program: string;
  readonly clock: Clock;
  /** The program's own list; tests of a later migration pass a shorter or a longer one. */
  readonly migrations?: readonly Migration[];
}

const backupName = (now: number): string =>
  `before-update-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`;

const migrate = async (writer: Knex, file: string, options: OpenOptions): Promise<void> => {
  const list = options.migrations ?? migrations;
  const { pending, isEmpty } = await pendingMigrations(writer, list);
  await beginSession(writer, file);
  if (pending.length === 0) return;
  if (!isEmpty) {
    const backups = join(options.folder, 'backups');
    makeFolder(backups);
    await backUp(file, join(backups, backupName(options.clock.now())));
  }
  await applyMigrations(writer, pending, new Date(options.clock.now()).toISOString());
};

/**
 * Opens the data folder: lock, check, backup before a migration, migrations, audit.
 * @throws OfficeError `folder-locked`, `folder-cannot-lock`, `wal-set-aside`, `wal-foreign`,
 *   `database-corrupted`, `database-newer`, `backup-failed`, and those of `openFailure`
 */
export const openDatabase = async (options: OpenOptions): Promise<OfficeDatabase> => {
  const file = join(options.folder, 'office.sqlite');
  try {
    makeFolder(options.folder);
    const since = new Date(options.clock.now()).toLocaleString('ru-RU');
    const lock = lockFolder(options.folder, options.program, since);
    const writer = connect(file, 'writer');
    const letGo = async (): Promise<void> => {
      try {
        await writer.destroy();
        endSession(file);
      } finally {
        lock.release();
      }
    };
    try {
      const now = options.clock.now();
      removeLeftovers(options.folder, now);
      setForeignWalAside(file, now);
      if (existsSync(file)) checkAtOpening(file, now);
      await migrate(writer, file, options);
      await keepLessonFigures(writer);
      await installAuditTriggers(writer);
      const reader = connect(file, 'reader');
      return {
        writer,
        reader,
        file,
        requirePresent: watchPresence(file),
        async close() {
          await reader.destroy();
          await letGo();
        },
      };
    } catch (error) {
      await letGo();
      throw error;
    }
  } catch (error) {
    throw openFailure(error, file);
  }
};
