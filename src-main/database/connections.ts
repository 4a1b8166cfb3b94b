import knex, { type Knex } from 'knex';
import { SqliteClient } from './sqlite-client.ts';

export interface RawConnection {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  pragma(text: string): unknown;
}

/** One connection per pool: the writer is the only one that may change rows. */
export const connect = (file: string, mode: 'writer' | 'reader'): Knex =>
  knex({
    client: SqliteClient,
    connection: { filename: file, options: { readonly: mode === 'reader' } } as never,
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      // better-sqlite3 needs no idle eviction; a lost connection would lose the temp triggers.
      idleTimeoutMillis: 2_147_483_647,
      afterCreate: (
        connection: RawConnection,
        done: (error: Error | null, connection: RawConnection) => void,
      ) => {
        connection.pragma('busy_timeout = 5000');
        connection.pragma('foreign_keys = ON');
        connection.pragma('trusted_schema = OFF');
        connection.pragma('cache_size = -32000');
        connection.pragma('temp_store = MEMORY');
        if (mode === 'writer') {
          connection.pragma('journal_mode = WAL');
          // WAL with NORMAL may roll back a committed row at power loss.
          connection.pragma('synchronous = FULL');
          // A wiped secret must not stay readable in the free space of the file.
          connection.pragma('secure_delete = ON');
        }
        done(null, connection);
      },
    },
  });
