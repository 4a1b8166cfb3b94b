import { foundation } from './0001-foundation.ts';
import { vault } from './0002-vault.ts';
import { credentialTables } from './0003-credentials.ts';
import { statementTables } from './0004-statements.ts';
import { markTables } from './0005-marks.ts';

/**
 * A step of the schema: raw DDL, because knex's schema builder rebuilds tables and cascades
 * deletes. Names are numbered and never change once released.
 */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  foundation,
  vault,
  credentialTables,
  statementTables,
  markTables,
];
