import type { Migration } from './index.ts';

/**
 * The journal of a pupil taught at home is printed and certified by itself (domain.md §6). Prints
 * of before were of the class. The images of the history get the column in its order.
 */
const mapImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column}, '$.student_id', NULL)
    WHERE table_name = 'journal_prints' AND ${column} IS NOT NULL`;

export const ownJournals: Migration = {
  name: '0024-own-journals',
  statements: [
    // NULL: the journal of the class.
    `ALTER TABLE journal_prints ADD COLUMN student_id INTEGER REFERENCES students (id)`,
    `CREATE INDEX journal_prints_by_student ON journal_prints (student_id)
    WHERE student_id IS NOT NULL`,
    mapImage('before'),
    mapImage('after'),
  ],
};
