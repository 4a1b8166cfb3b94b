import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OfficeError } from '../contract/errors.ts';
import { errorCode } from './sharing.ts';

/** Who holds the data folder; written beside the lock for the refusal's text. */
interface Holder {
  readonly program: string;
  readonly user: string;
  readonly computer: string;
  readonly pid: number;
  readonly since: string;
}

export interface FolderLock {
  release(): void;
}

/** A lock whose handle is forgotten must not be garbage-collected: that would free the folder. */
const held = new Set<Database.Database>();

const describe = (file: string): string => {
  try {
    const { program, user, computer, since }: Holder = JSON.parse(readFileSync(file, 'utf8'));
    return ` Её держит ${program} (пользователь ${user}, компьютер ${computer}, с ${since}).`;
  } catch {
    return '';
  }
};

/** A network share without locks answers «busy» for a file that nobody else has. */
const cannotLock = (error: unknown): boolean =>
  /^SQLITE_(?:BUSY|IOERR|PROTOCOL)/u.test(errorCode(error));

const isBusy = (error: unknown): boolean => errorCode(error) === 'SQLITE_BUSY';

export type TakeLock = (database: Database.Database) => void;

const takeLock: TakeLock = (database) => void database.exec('BEGIN EXCLUSIVE');

/** Opens a lock file and takes it; a refused one is closed again. */
const lockFile = (file: string, take: TakeLock): Database.Database => {
  const database = new Database(file, { timeout: 0 });
  try {
    take(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Tries a lock file of its own name: when even that cannot be taken, the place has no locks. */
const requireLocks = (folder: string, take: TakeLock): void => {
  const probe = join(folder, `lock-probe-${randomUUID()}.sqlite`);
  try {
    lockFile(probe, take).close();
  } catch (error) {
    if (!cannotLock(error)) throw error;
    throw Object.assign(
      new OfficeError(
        'folder-cannot-lock',
        'Папка данных лежит на диске или сетевой папке, которая не умеет запирать файлы: двое могли бы испортить базу. Перенесите папку данных на диск этого компьютера.',
      ),
      { cause: error },
    );
  } finally {
    for (const suffix of ['', '-journal']) rmSync(probe + suffix, { force: true });
  }
};

const takeFolder = (folder: string, take: TakeLock): Database.Database => {
  try {
    return lockFile(join(folder, 'lock.sqlite'), take);
  } catch (error) {
    if (!cannotLock(error)) throw error;
    requireLocks(folder, take);
    if (!isBusy(error)) throw error;
    throw new OfficeError(
      'folder-locked',
      `Эта папка данных уже открыта.${describe(join(folder, 'holder.json'))} Закройте ту программу и повторите.`,
    );
  }
};

/**
 * One writer per data folder. The lock is an exclusive SQLite transaction on its own file: the
 * operating system drops it when the process dies, so `kill -9` leaves nothing to clean up.
 * @param take how the lock is taken; only a test of a place without locks gives another way
 * @throws OfficeError `folder-locked`, saying who holds the folder; `folder-cannot-lock`
 */
export const lockFolder = (
  folder: string,
  program: string,
  since: string,
  take: TakeLock = takeLock,
): FolderLock => {
  const holderFile = join(folder, 'holder.json');
  const database = takeFolder(folder, take);
  const release = (): void => {
    try {
      rmSync(holderFile, { force: true });
    } finally {
      held.delete(database);
      database.close();
    }
  };
  const holder: Holder = {
    program,
    user: userInfo().username,
    computer: hostname(),
    pid: process.pid,
    since,
  };
  try {
    writeFileSync(holderFile, JSON.stringify(holder));
  } catch (error) {
    release();
    throw error;
  }
  held.add(database);
  return { release };
};
