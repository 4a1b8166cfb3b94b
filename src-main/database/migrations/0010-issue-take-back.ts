import type { Migration } from './index.ts';

/** An issue that can be taken back for a time (domain.md §5). */
export const issueTakeBack: Migration = {
  name: '0010-issue-take-back',
  statements: [
    // ISO time at which the secret of a signed issue is wiped; NULL: none waits for it.
    `ALTER TABLE credentials ADD COLUMN wipe_after TEXT`,
    `CREATE INDEX credentials_waiting ON credentials (wipe_after) WHERE wipe_after IS NOT NULL`,
    // Of an issue only: the office's day on which it was taken back, then it counts no more.
    `ALTER TABLE credential_events ADD COLUMN taken_back_on TEXT
      CHECK (taken_back_on IS NULL OR kind = 'issued')`,
  ],
};
