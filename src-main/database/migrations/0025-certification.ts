import type { Migration } from './index.ts';

/**
 * A journal with gaps is certified by the director's word and its reason; an extract for a pupil who
 * left the class is printed and certified by itself (domain.md §6). Earlier certifications needed
 * no word. The images of the history get the columns in their order.
 */
const mapImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column},
      '$.extract', 0, '$.allowed_by', NULL, '$.allowed_reason', NULL)
    WHERE table_name = 'journal_prints' AND ${column} IS NOT NULL`;

export const certification: Migration = {
  name: '0025-certification',
  statements: [
    // 1: an extract for the student, not a journal of his own.
    `ALTER TABLE journal_prints ADD COLUMN extract INTEGER NOT NULL DEFAULT 0
      CHECK (extract IN (0, 1) AND (extract = 0 OR student_id IS NOT NULL))`,
    // Who allowed to certify it with its gaps.
    `ALTER TABLE journal_prints ADD COLUMN allowed_by TEXT
      CHECK (allowed_by IS NULL OR certified_on IS NOT NULL)`,
    `ALTER TABLE journal_prints ADD COLUMN allowed_reason TEXT
      CHECK ((allowed_reason IS NULL) = (allowed_by IS NULL))`,
    mapImage('before'),
    mapImage('after'),
  ],
};
