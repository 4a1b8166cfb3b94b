import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { OfficeError } from '../contract/errors.ts';
import { readDatabase, readWithoutWal } from './reading.ts';
import { errorCode } from './sharing.ts';
import { walBeside } from './wal.ts';

/** `quick` reads every page; `full` also compares every index with its rows. */
export type Depth = 'quick' | 'full';

/** Days between two full checks made at opening. */
export const fullCheckDays = 7;

const dayMs = 24 * 60 * 60 * 1000;

const problemsOf =
  (depth: Depth) =>
  (database: Database.Database): readonly string[] => {
    const pragma = depth === 'full' ? 'integrity_check' : 'quick_check';
    const told = database.pragma(pragma) as readonly Readonly<Record<string, string>>[];
    const lines = told.map((row) => row[pragma] ?? '').filter((line) => line !== 'ok');
    const broken = database.pragma('foreign_key_check') as readonly unknown[];
    return [...lines, ...(broken.length === 0 ? [] : [`foreign_key_check: ${broken.length}`])];
  };

const isDamage = (error: unknown): boolean => /^SQLITE_(?:NOTADB|CORRUPT)/u.test(errorCode(error));

type Reader = typeof readDatabase;

const problemsBy = (read: Reader, file: string, depth: Depth): readonly string[] => {
  try {
    return read(file, problemsOf(depth));
  } catch (error) {
    if (isDamage(error)) return [errorCode(error)];
    throw error;
  }
};

/** What SQLite's own check and the check of foreign keys find in a database file. */
export const checkFile = (file: string, depth: Depth = 'quick'): readonly string[] =>
  problemsBy(readDatabase, file, depth);

const isWholeAlone = (file: string): boolean =>
  walBeside(file) === 'unknown' && problemsBy(readWithoutWal, file, 'quick').length === 0;

/**
 * Refuses a damaged database. One that is whole without the WAL beside it is told apart: nobody
 * can say whether that WAL is its own, so both stay as they are.
 * @throws OfficeError `database-corrupted`, `wal-foreign`
 */
export const requireWhole = (file: string, depth: Depth): void => {
  const problems = checkFile(file, depth);
  if (problems.length === 0) return;
  if (isWholeAlone(file))
    throw new OfficeError(
      'wal-foreign',
      'База не читается вместе с журналом изменений, который лежит рядом (office.sqlite-wal), а без него цела. Обычно это значит, что файл базы заменили вручную, а журнал остался от прежней. Сохраните копию папки данных, уберите из неё office.sqlite-wal и откройте программу снова.',
    );
  throw new OfficeError(
    'database-corrupted',
    'Файл базы повреждён. Восстановите базу из резервной копии (папка backups).',
    problems.map((message) => ({ path: 'office.sqlite', message })),
  );
};

const noteIn = (file: string): string => join(dirname(file), 'checked.json');

const lastFullCheck = (file: string): number => {
  try {
    const { fullCheck }: { fullCheck?: unknown } = JSON.parse(readFileSync(noteIn(file), 'utf8'));
    return Date.parse(String(fullCheck)) || 0;
  } catch {
    // Never checked, or the note is damaged: check now.
    return 0;
  }
};

/** The check at opening: a full one when the last full one is a week old, otherwise a quick one. */
export const checkAtOpening = (file: string, now: number): void => {
  const age = now - lastFullCheck(file);
  // A note from the future (the computer's clock was set back) proves nothing.
  if (age >= 0 && age < fullCheckDays * dayMs) {
    requireWhole(file, 'quick');
    return;
  }
  requireWhole(file, 'full');
  writeFileSync(noteIn(file), JSON.stringify({ fullCheck: new Date(now).toISOString() }));
};
