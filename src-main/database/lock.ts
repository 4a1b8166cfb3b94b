import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OfficeError } from '../contract/errors.ts';

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

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

/**
 * One writer per data folder. The lock is an exclusive SQLite transaction on its own file: the
 * operating system drops it when the process dies, so `kill -9` leaves nothing to clean up.
 * @throws OfficeError `folder-locked`, saying who holds the folder
 */
export const lockFolder = (folder: string, program: string, since: string): FolderLock => {
  const holderFile = join(folder, 'holder.json');
  const database = new Database(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new OfficeError(
      'folder-locked',
      `Эта папка данных уже открыта.${describe(holderFile)} Закройте ту программу и повторите.`,
    );
  }
  const holder: Holder = {
    program,
    user: userInfo().username,
    computer: hostname(),
    pid: process.pid,
    since,
  };
  writeFileSync(holderFile, JSON.stringify(holder));
  held.add(database);
  return {
    release() {
      rmSync(holderFile, { force: true });
      held.delete(database);
      database.close();
    },
  };
};
