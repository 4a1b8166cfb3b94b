import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { errorCode } from './sharing.ts';
import { walBeside } from './wal.ts';

const copyName = /^school-office-copy-(?<pid>\d+)-/u;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
};

/** Copies whose process was killed: a base must not stay in a temporary folder. */
const removeDeadCopies = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = copyName.exec(name)?.groups?.['pid'];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
};

const readHere = <T>(
  file: string,
  options: Database.Options,
  work: (database: Database.Database) => T,
): T => {
  const database = new Database(file, { fileMustExist: true, ...options });
  try {
    return work(database);
  } finally {
    database.close();
  }
};

const readPrivately = <T>(
  file: string,
  suffixes: readonly string[],
  work: (database: Database.Database) => T,
): T => {
  removeDeadCopies();
  const folder = mkdtempSync(join(tmpdir(), `school-office-copy-${process.pid}-`));
  try {
    const copy = join(folder, 'office.sqlite');
    for (const suffix of suffixes) copyFileSync(file + suffix, copy + suffix);
    return readHere(copy, {}, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** SQLite reads a WAL database only where it may put its index of the WAL. */
const cannotIndex = (error: unknown): boolean =>
  /^SQLITE_(?:CANTOPEN|READONLY)/u.test(errorCode(error));

/**
 * Reads a database file without changing it, held by a running program or by nobody: its own WAL
 * counts, a foreign one does not. Where SQLite itself would have to write (a foreign WAL, a
 * read-only folder), a copy in the user's temporary folder is read and removed.
 */
export const readDatabase = <T>(file: string, work: (database: Database.Database) => T): T => {
  const wal = walBeside(file);
  if (wal === 'foreign') return readPrivately(file, [''], work);
  try {
    // Without a WAL a writable connection has nothing to write, and clears its index away.
    return readHere(file, { readonly: wal !== 'none' }, work);
  } catch (error) {
    if (!cannotIndex(error) || !existsSync(file)) throw error;
    return readPrivately(file, wal === 'none' ? [''] : ['', '-wal'], work);
  }
};

/** Reads the file as if no WAL lay beside it. */
export const readWithoutWal = <T>(file: string, work: (database: Database.Database) => T): T =>
  readPrivately(file, [''], work);
