import type { Migration } from './index.ts';

/**
 * Keys of the vault. The data key itself is never stored: only wrapped (AES-256-GCM), once by the
 * password and once by the recovery code. Neither table is copied into the audit.
 */
export const vault: Migration = {
  name: '0004-vault',
  statements: [
    `CREATE TABLE vault_keys (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL UNIQUE CHECK (kind IN ('password', 'recovery')),
      salt BLOB NOT NULL CHECK (length(salt) = 16),
      wrapped BLOB NOT NULL CHECK (length(wrapped) = 61),
      created_at TEXT NOT NULL,
      kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))
    ) STRICT`,
    // Wrong passwords in a row; one row.
    `CREATE TABLE vault_attempts (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      count INTEGER NOT NULL CHECK (count >= 0),
      last_at INTEGER NOT NULL CHECK (last_at >= 0)
    ) STRICT`,
    `INSERT INTO vault_attempts (id, count, last_at) VALUES (1, 0, 0)`,
  ],
};
