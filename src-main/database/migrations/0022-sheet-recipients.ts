import type { Migration } from './index.ts';

/**
 * A parent who lives apart has weekly sheets of his own, counted by themselves (domain.md §6).
 * Sheets printed before were the whole family's. The images of the history get the columns of
 * today in their order, so that older printings can be taken back.
 */
const mapImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column},
      '$.recipient_guardian_id', NULL, '$.for_all', 1)
    WHERE table_name = 'sheets' AND ${column} IS NOT NULL`;

export const sheetRecipients: Migration = {
  name: '0022-sheet-recipients',
  statements: [
    `CREATE TABLE new_sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    student_id INTEGER NOT NULL REFERENCES students (id),
    class_id INTEGER NOT NULL REFERENCES classes (id),
    week_starts_on TEXT NOT NULL,
    -- Among the sheets of one recipient in one week.
    number INTEGER NOT NULL CHECK (number > 0),
    mode TEXT NOT NULL CHECK (mode IN ('electronic', 'paper-impossibility', 'paper-refusal')),
    layout TEXT NOT NULL CHECK (layout IN ('a4', 'a5', 'strips')),
    sha256 TEXT NOT NULL,
    printed_at TEXT NOT NULL,
    printed_on TEXT NOT NULL,
    copies INTEGER NOT NULL CHECK (copies >= 0),
    handed_on TEXT,
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    -- The parent whose own sheet it is; NULL: the household's, or one printed freely.
    recipient_guardian_id INTEGER REFERENCES guardians (id),
    -- Nobody of the family had a sheet of his own at the printing.
    for_all INTEGER NOT NULL CHECK (for_all IN (0, 1)),
    CHECK (for_all = 0 OR recipient_guardian_id IS NULL)
  ) STRICT`,
    `INSERT INTO new_sheets (id, student_id, class_id, week_starts_on, number, mode, layout, sha256,
      printed_at, printed_on, copies, handed_on, audit_id, recipient_guardian_id, for_all)
    SELECT id, student_id, class_id, week_starts_on, number, mode, layout, sha256,
      printed_at, printed_on, copies, handed_on, audit_id, NULL, 1
    FROM sheets`,
    // Ids of sheets taken back are not given again.
    `DELETE FROM sqlite_sequence WHERE name = 'new_sheets'`,
    `INSERT INTO sqlite_sequence (name, seq)
    SELECT 'new_sheets', seq FROM sqlite_sequence WHERE name = 'sheets'`,
    `DROP TABLE sheets`,
    `ALTER TABLE new_sheets RENAME TO sheets`,
    `CREATE UNIQUE INDEX sheets_by_recipient
    ON sheets (student_id, week_starts_on, coalesce(recipient_guardian_id, 0), number)`,
    `CREATE INDEX sheets_by_week ON sheets (week_starts_on, class_id)`,
    `CREATE INDEX sheets_by_printed ON sheets (printed_at)`,
    `CREATE INDEX sheets_by_audit ON sheets (audit_id)`,
    `CREATE INDEX sheets_by_guardian ON sheets (recipient_guardian_id)
    WHERE recipient_guardian_id IS NOT NULL`,
    mapImage('before'),
    mapImage('after'),
  ],
};
