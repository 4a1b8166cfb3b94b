import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OfficeError } from '../contract/errors.ts';
import { backUp, checkFile } from '../database/backup.ts';
import { lockFolder } from '../database/lock.ts';
import { isNewer } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Clock } from '../ports/clock.ts';
import { fileFailure } from './safe-write.ts';

const databaseIn = (folder: string): string => join(folder, 'office.sqlite');

const stampOf = (clock: Clock): string =>
  new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-').replace('T', '_');

const requireDatabase = (folder: string): string => {
  const file = databaseIn(folder);
  if (existsSync(file)) return file;
  throw new OfficeError('database-missing', `В папке «${folder}» нет базы (office.sqlite).`);
};

/**
 * Copies the database of a data folder, also of an open one, into `target` and checks the copy.
 * @returns path of the copy
 * @throws OfficeError `database-missing`, `backup-failed`
 */
export const makeBackup = (folder: string, clock: Clock, target?: string): string => {
  const source = requireDatabase(folder);
  const into = target ?? join(folder, 'backups');
  try {
    mkdirSync(into, { recursive: true });
  } catch (error) {
    throw fileFailure(error, into);
  }
  const copy = join(into, `office-${stampOf(clock)}.sqlite`);
  backUp(source, copy);
  return copy;
};

const checked = (file: string): readonly string[] => {
  try {
    return checkFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(?:NOTADB|CORRUPT)/u.test(code)) return [code];
    throw error;
  }
};

/**
 * Checks the whole database of a data folder.
 * @returns its size, bytes
 * @throws OfficeError `database-missing`, `database-corrupted`
 */
export const checkDatabase = (folder: string): number => {
  const file = requireDatabase(folder);
  const problems = checked(file);
  if (problems.length === 0) return statSync(file).size;
  throw new OfficeError(
    'database-corrupted',
    'Файл базы повреждён. Восстановите базу из резервной копии (папка backups).',
    problems.map((message) => ({ path: 'office.sqlite', message })),
  );
};

const appliedIn = (file: string): readonly string[] => {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const table = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'")
      .get();
    if (table === undefined) return [];
    return database.prepare('SELECT name FROM migrations').pluck().all() as readonly string[];
  } finally {
    database.close();
  }
};

/** A file is restored only after it has proved whole, ours and not newer than the program. */
const requireBackup = (file: string): void => {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new OfficeError('backup-missing', `Файла «${file}» нет. Проверьте путь.`);
  if (checked(file).length > 0)
    throw new OfficeError(
      'backup-damaged',
      `Копия «${file}» повреждена. Нынешняя база не изменена; выберите другую копию.`,
    );
  const applied = appliedIn(file);
  if (applied.length === 0)
    throw new OfficeError('backup-foreign', `«${file}» — не база этой программы.`);
  if (isNewer(applied, migrations))
    throw new OfficeError(
      'database-newer',
      'Копия сделана более новой версией программы. Обновите программу; база не изменена.',
    );
};

const removeJournals = (file: string): void => {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
};

/** Keeps the present database; a damaged one is put aside as it is. */
const keepAside = (file: string, kept: string): void => {
  if (checked(file).length > 0) {
    for (const suffix of ['-wal', ''])
      if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
    return;
  }
  backUp(file, kept);
};

/**
 * Puts a backup in the place of the database. The present one is kept in `backups`; a WAL left
 * beside it is removed, for it belongs to other pages.
 * @returns where the former database is kept, null when there was none
 * @throws OfficeError `folder-locked`, `backup-missing`, `backup-damaged`, `backup-foreign`,
 *   `database-newer`, `backup-failed`
 */
export const restoreBackup = (folder: string, backup: string, clock: Clock): string | null => {
  mkdirSync(join(folder, 'backups'), { recursive: true });
  const lock = lockFolder(folder, 'Восстановление базы', new Date(clock.now()).toISOString());
  try {
    requireBackup(backup);
    const file = databaseIn(folder);
    const fresh = `${file}.restored`;
    backUp(backup, fresh);
    const kept = existsSync(file)
      ? join(folder, 'backups', `before-restore-${stampOf(clock)}.sqlite`)
      : null;
    if (kept !== null) keepAside(file, kept);
    removeJournals(file);
    renameSync(fresh, file);
    return kept;
  } finally {
    lock.release();
  }
};
