import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDatabase } from '../../../src-main/database/reading.ts';

export type Side = 'before' | 'after';

/** Where one killed command works. */
export interface Scene {
  /** The data folder. */
  readonly data: string;
  /** Where its files go. */
  readonly out: string;
  /** The backup it restores. */
  readonly backup: string;
}

export const sceneIn = (root: string): Scene => ({
  data: join(root, 'data'),
  out: join(root, 'out'),
  backup: join(root, 'backup.sqlite'),
});

/** Rows of every table, the audit's among them. */
export const tablesOf = (file: string): Readonly<Record<string, number>> =>
  readDatabase(file, (database) => {
    const names = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as readonly string[];
    const count = (name: string) =>
      database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
    return Object.fromEntries(names.map((name) => [name, count(name)]));
  });

/** Audit rows of one operation. */
export const auditsOf = (data: string, operation: string): number =>
  readDatabase(
    join(data, 'office.sqlite'),
    (database) =>
      database
        .prepare('SELECT count(*) FROM audit WHERE operation = ?')
        .pluck()
        .get(operation) as number,
  );

/** Every file below a folder, by its path from there. */
export const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .toSorted()
    : [];
