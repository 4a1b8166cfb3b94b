import type { Migration } from './index.ts';

/** What it costs to try a password, kept with its key: it may rise without a new password. */
export const passwordCost: Migration = {
  name: '0015-password-cost',
  statements: [
    // Binary logarithm of scrypt's N; NULL for the recovery code, which needs no stretching.
    `ALTER TABLE vault_keys ADD COLUMN cost INTEGER CHECK (cost BETWEEN 10 AND 24)`,
    `UPDATE vault_keys SET cost = 17 WHERE kind = 'password'`,
  ],
};
