import Driver from 'knex/lib/dialects/better-sqlite3/index.js';
import type { RawConnection } from './connections.ts';

interface Query {
  readonly sql: string;
  response?: unknown;
}

/**
 * knex's client, put right where a transaction ends. A COMMIT can fail (deferred foreign keys, a
 * full disk): knex then forgets the connection inside its transaction, and every later BEGIN
 * fails. After some errors SQLite itself has rolled back: knex's ROLLBACK then fails and hides the
 * first error.
 */
export class SqliteClient extends Driver {
  override async _query(connection: RawConnection, query: Query): Promise<unknown> {
    if (query.sql === 'ROLLBACK' && !connection.inTransaction)
      return Object.assign(query, { response: [] });
    try {
      // oxlint-disable-next-line no-underscore-dangle -- knex names it so
      return await super._query(connection, query);
    } catch (error) {
      if (query.sql === 'COMMIT;' && connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }
}
