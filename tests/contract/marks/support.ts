import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TestOffice } from '../../support/office.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** Rows of a table as they are stored; read by another connection. */
export const rowsOf = (
  { folder }: Pick<TestOffice, 'folder'>,
  table: string,
): Promise<readonly Row[]> => {
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  try {
    return Promise.resolve(db.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Row[]);
  } finally {
    db.close();
  }
};
