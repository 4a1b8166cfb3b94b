import { randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Knex } from 'knex';
import { OfficeError } from '../contract/errors.ts';
import { makeFolder } from './folders.ts';
import { fileStamp } from './stamp.ts';

/**
 * A WAL does not say which database it belongs to: SQLite applies any valid one to any file, and a
 * copy put by hand beside the WAL of a killed program becomes a mixture of both. So every opening
 * marks the file (`PRAGMA user_version`, bytes 60–63) and notes the mark in `session.json`; a
 * killed program leaves the note, and a file without that mark is not the one the WAL was made for.
 */
interface Session {
  /** Marks under which the WAL is the file's own: the one before and the one after the opening. */
  readonly marks: readonly number[];
}

const noteIn = (folder: string): string => join(folder, 'session.json');

const walHeaderBytes = 32;

interface FileHeader {
  /** A file that has had a WAL says so; a copy made by `VACUUM INTO` never had one. */
  readonly hadWal: boolean;
  readonly mark: number;
}

const headerOf = (file: string): FileHeader | null => {
  const bytes = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, bytes, 0, 100, 0) < 100) return null;
  } finally {
    closeSync(handle);
  }
  if (!bytes.subarray(0, 15).equals(Buffer.from('SQLite format 3'))) return null;
  return { hadWal: bytes[18] === 2, mark: bytes.readUInt32BE(60) };
};

const readSession = (folder: string): Session | null => {
  try {
    const { marks }: Partial<Session> = JSON.parse(readFileSync(noteIn(folder), 'utf8'));
    return Array.isArray(marks) && marks.length > 0 ? { marks } : null;
  } catch {
    // No note, or one cut short: the WAL is then judged by the check of the database.
    return null;
  }
};

/**
 * Whose WAL lies beside a database file: none (or an empty one), its own, of another file, or
 * unknown where no note of the last session is left.
 */
export const walBeside = (file: string): 'none' | 'own' | 'foreign' | 'unknown' => {
  const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= walHeaderBytes) return 'none';
  const header = headerOf(file);
  if (!header) return 'unknown';
  if (!header.hadWal) return 'foreign';
  const session = readSession(dirname(file));
  if (!session) return 'unknown';
  return session.marks.includes(header.mark) ? 'own' : 'foreign';
};

/**
 * Puts the WAL of another file into `backups`, where nobody applies it. Runs under the folder's
 * lock.
 * @returns its name there, null when the WAL is not a foreign one
 */
export const moveForeignWal = (file: string, now: number): string | null => {
  if (!existsSync(file) || walBeside(file) !== 'foreign') return null;
  const backups = join(dirname(file), 'backups');
  makeFolder(backups);
  const stem = `foreign-${fileStamp(now)}`;
  let name = `${stem}.sqlite-wal`;
  for (let n = 2; existsSync(join(backups, name)); n += 1) name = `${stem}-${n}.sqlite-wal`;
  renameSync(`${file}-wal`, join(backups, name));
  rmSync(`${file}-shm`, { force: true });
  return name;
};

/**
 * Puts a foreign WAL aside and refuses this one opening, so that the user is told.
 * @throws OfficeError `wal-set-aside`
 */
export const setForeignWalAside = (file: string, now: number): void => {
  const name = moveForeignWal(file, now);
  if (name === null) return;
  throw new OfficeError(
    'wal-set-aside',
    `Файл базы office.sqlite заменён вручную, а рядом с ним остался журнал изменений прежней базы. Журнал отложен: backups/${name}. Откройте программу ещё раз: она откроет базу из этого файла. Если вы перенесли базу вместе с её журналом, восстановите её оттуда, где лежат оба файла.`,
  );
};

/**
 * Marks the file as the one of this session, before anything is written to the WAL. The note is
 * written first and allows both marks: a kill between them finds the WAL its own.
 */
export const beginSession = async (writer: Knex, file: string): Promise<void> => {
  const mark = randomInt(1, 2 ** 31 - 1);
  const marks = [headerOf(file)?.mark ?? 0, mark];
  writeFileSync(noteIn(dirname(file)), JSON.stringify({ marks } satisfies Session), {
    flush: true,
  });
  await writer.raw(`PRAGMA user_version = ${mark}`);
  await writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
};

/**
 * Forgets the session once the close has emptied the WAL: the note would only accuse a pair of
 * files brought later. A WAL that could not be emptied (a full disk) keeps its note.
 */
export const endSession = (file: string): void => {
  if (walBeside(file) === 'none') rmSync(noteIn(dirname(file)), { force: true });
};
