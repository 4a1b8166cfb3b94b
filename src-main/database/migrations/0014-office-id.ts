import type { Migration } from './index.ts';

/** A random id of this office: a restore asks before it puts another office's base in its place. */
export const officeId: Migration = {
  name: '0014-office-id',
  statements: [
    `INSERT INTO settings (key, value)
     VALUES ('officeId', json_quote(lower(hex(randomblob(16)))))`,
  ],
};
