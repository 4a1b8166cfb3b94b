import type { Migration } from './index.ts';

/**
 * «Н» is an absence of unknown reason; one without a valid excuse has a meaning of its own
 * (domain.md §6). Of the usual codes only «НП» says so; codes of the school's own tables stay
 * absences, for nobody was asked which of the two they are.
 */

/** Codes for absences in the text are «НП» alone: no «Н» is left without them. */
const onlyNp = `(text LIKE '%НП%' OR text LIKE '%нп%' OR text LIKE '%Нп%')
  AND NOT replace(replace(replace(text, 'НП', ''), 'нп', ''), 'Нп', '') GLOB '*[НнHh]*'`;

const reread = (table: string): string =>
  `UPDATE ${table} SET codes = trim(replace(replace(' ' || replace(codes, ' ', '  ') || ' ',
      ' Н ', ' НП '), '  ', ' '))
    WHERE code_table_id = 1 AND ' ' || codes || ' ' LIKE '% Н %' AND ${onlyNp}
      AND EXISTS (SELECT 1 FROM mark_codes WHERE code_table_id = 1 AND code = 'НП'
        AND meaning = 'unexcused')`;

export const absenceReasons: Migration = {
  name: '0028-absence-reasons',
  statements: [
    `CREATE TABLE new_mark_codes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code_table_id INTEGER NOT NULL REFERENCES code_tables (id),
    code TEXT NOT NULL,
    meaning TEXT NOT NULL CHECK (meaning IN ('absent', 'unexcused', 'ill', 'excused', 'late',
      'present', 'exempt', 'credit', 'no-credit', 'not-assessed', 'pending')),
    UNIQUE (code_table_id, code)
  ) STRICT`,
    `INSERT INTO new_mark_codes (id, code_table_id, code, meaning)
    SELECT id, code_table_id, code,
      CASE WHEN code_table_id = 1 AND code = 'НП' AND meaning = 'absent' THEN 'unexcused' ELSE meaning END
    FROM mark_codes`,
    // Ids of deleted rows are not given again.
    `DELETE FROM sqlite_sequence WHERE name = 'new_mark_codes'`,
    `INSERT INTO sqlite_sequence (name, seq)
    SELECT 'new_mark_codes', seq FROM sqlite_sequence WHERE name = 'mark_codes'`,
    `DROP TABLE mark_codes`,
    `ALTER TABLE new_mark_codes RENAME TO mark_codes`,
    reread('marks'),
    reread('final_marks'),
    // One cell in ten holds more than marks: absences are counted over these alone.
    `CREATE INDEX marks_with_codes ON marks (lesson_id, codes)
    WHERE ended_at IS NULL AND codes GLOB '*[^1-5 +-]*'`,
  ],
};
