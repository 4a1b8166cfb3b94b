import Database from 'better-sqlite3';

/** What SQLite makes of an expression. */
export const readStoredRows = (sql: string): readonly unknown[] => {
  const db = new Database(':memory:');
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};
