/** knex's own client of better-sqlite3, which its types leave out; pinned by the exact version. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import type { Knex } from 'knex';

  export default class Driver extends Knex.Client {
    _query(connection: unknown, query: unknown): Promise<unknown>;
  }
}
