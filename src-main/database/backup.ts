import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { OfficeError } from '../contract/errors.ts';

/** Checks a database file with SQLite's own `quick_check` and foreign-key check. */
export const checkFile = (file: string): readonly string[] => {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const quick = database.pragma('quick_check', { simple: true });
    const broken = database.pragma('foreign_key_check') as readonly unknown[];
    return [
      ...(quick === 'ok' ? [] : [String(quick)]),
      ...(broken.length === 0 ? [] : [`foreign_key_check: ${broken.length}`]),
    ];
  } finally {
    database.close();
  }
};

/**
 * Copies a live database with `VACUUM INTO` (a plain copy of a WAL database loses rows), checks
 * the copy and only then gives it its name. The copy is one file without a WAL.
 * @throws OfficeError `backup-failed`
 */
export const backUp = (source: string, target: string): void => {
  const unfinished = `${target}.part`;
  rmSync(unfinished, { force: true });
  try {
    const database = new Database(source, { fileMustExist: true });
    try {
      database.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      database.close();
    }
    const problems = checkFile(unfinished);
    if (problems.length > 0) throw new Error(problems.join('; '));
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw Object.assign(
      new OfficeError(
        'backup-failed',
        'Не удалось сделать резервную копию базы. Проверьте свободное место на диске и права на папку данных.',
      ),
      { cause: error },
    );
  }
};
