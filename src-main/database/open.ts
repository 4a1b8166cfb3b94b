import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { OfficeError } from '../contract/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { installAuditTriggers } from './audit-triggers.ts';
import { backUp, checkFile } from './backup.ts';
import { connect } from './connections.ts';
import { keepLessonFigures } from './lesson-figures.ts';
import { lockFolder } from './lock.ts';
import { applyMigrations, pendingMigrations } from './migrate.ts';
import { migrations, type Migration } from './migrations/index.ts';

export interface OfficeDatabase {
  /** The only connection that changes rows; commands run on it, one transaction each. */
  readonly writer: Knex;
  /** A read-only connection; queries see committed data only. */
  readonly reader: Knex;
  readonly file: string;
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

const openFailure = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const refuse = (name: string, text: string) =>
    Object.assign(new OfficeError(name, text), { cause: error });
  if (/^(?:EACCES|EROFS|EPERM|SQLITE_READONLY|SQLITE_CANTOPEN)/u.test(code))
    return refuse(
      'folder-read-only',
      'Папка данных недоступна для записи. Проверьте права на неё.',
    );
  if (/^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/u.test(code))
    return refuse(
      'database-corrupted',
      'Файл базы повреждён. Восстановите базу из резервной копии (папка backups).',
    );
  if (/^(?:ENOSPC|SQLITE_FULL)/u.test(code))
    return refuse('disk-full', 'На диске нет места. Освободите место и повторите.');
  return error;
};

const ensureHealthy = (file: string): void => {
  const problems = checkFile(file);
  if (problems.length > 0)
    throw new OfficeError(
      'database-corrupted',
      'Файл базы повреждён. Восстановите базу из резервной копии (папка backups).',
    );
};

const migrate = async (writer: Knex, file: string, options: OpenOptions): Promise<void> => {
  const list = options.migrations ?? migrations;
  const { pending, isEmpty } = await pendingMigrations(writer, list);
  if (pending.length === 0) return;
  if (!isEmpty) {
    const backups = join(options.folder, 'backups');
    mkdirSync(backups, { recursive: true });
    backUp(file, join(backups, backupName(options.clock.now())));
  }
  await applyMigrations(writer, pending, new Date(options.clock.now()).toISOString());
};

/**
 * Opens the data folder: lock, `quick_check`, backup before a migration, migrations, audit.
 * @throws OfficeError `folder-locked`, `folder-read-only`, `database-corrupted`,
 *   `database-newer`, `backup-failed`, `disk-full`
 */
export const openDatabase = async (options: OpenOptions): Promise<OfficeDatabase> => {
  const file = join(options.folder, 'office.sqlite');
  try {
    mkdirSync(options.folder, { recursive: true });
    const since = new Date(options.clock.now()).toLocaleString('ru-RU');
    const lock = lockFolder(options.folder, options.program, since);
    const writer = connect(file, 'writer');
    try {
      if (existsSync(file)) ensureHealthy(file);
      await migrate(writer, file, options);
      await keepLessonFigures(writer);
      await installAuditTriggers(writer);
      const reader = connect(file, 'reader');
      return {
        writer,
        reader,
        file,
        async close() {
          await reader.destroy();
          await writer.destroy();
          lock.release();
        },
      };
    } catch (error) {
      await writer.destroy();
      lock.release();
      throw error;
    }
  } catch (error) {
    throw openFailure(error);
  }
};
