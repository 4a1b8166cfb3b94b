import type { Migration } from './index.ts';

/**
 * Who represents the child (domain.md §1). What was «бабушка», «дедушка» or «иное» does not tell
 * it: such links become «не представитель» and are listed for a person by `doubt`. The images of
 * the history are mapped in the order of the columns, so that older commands can be taken back.
 */
const was = "('grandmother', 'grandfather', 'other')";

const mapImage = (column: 'before' | 'after'): string => {
  const relation = `${column} ->> 'relation'`;
  return `UPDATE audit_changes SET ${column} = json_set(${column},
      '$.relation', CASE WHEN ${relation} IN ${was} THEN 'not-representative' ELSE ${relation} END,
      '$.basis', NULL, '$.lives_apart', 0, '$.after_majority', 0,
      '$.doubt', CASE WHEN ${relation} IN ${was} THEN 'was-grandparent-or-other' END)
    WHERE table_name = 'guardianships' AND ${column} IS NOT NULL`;
};

export const representation: Migration = {
  name: '0016-representation',
  statements: [
    `CREATE TABLE new_guardianships (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    student_id INTEGER NOT NULL REFERENCES students (id),
    guardian_id INTEGER NOT NULL REFERENCES guardians (id),
    relation TEXT NOT NULL CHECK (relation IN ('mother', 'father', 'parent', 'adoptive-parent',
      'guardian', 'organisation', 'proxy', 'not-representative')),
    audit_id INTEGER REFERENCES audit (id),
    -- Document on which the right stands.
    basis TEXT CHECK (length(basis) BETWEEN 1 AND 200),
    -- A household of his own: a grade sheet of his own.
    lives_apart INTEGER NOT NULL DEFAULT 0 CHECK (lives_apart IN (0, 1)),
    -- The guardianship goes on after the 18th birthday.
    after_majority INTEGER NOT NULL DEFAULT 0 CHECK (after_majority IN (0, 1)),
    -- Why a person must say whether the child is represented; NULL: nothing to say.
    doubt TEXT CHECK (doubt IN ('was-grandparent-or-other')),
    UNIQUE (student_id, guardian_id),
    CHECK (after_majority = 0 OR relation = 'guardian'),
    CHECK (relation <> 'not-representative' OR (basis IS NULL AND lives_apart = 0))
  ) STRICT`,
    `INSERT INTO new_guardianships (id, student_id, guardian_id, relation, audit_id, doubt)
    SELECT id, student_id, guardian_id,
      CASE WHEN relation IN ${was} THEN 'not-representative' ELSE relation END, audit_id,
      CASE WHEN relation IN ${was} THEN 'was-grandparent-or-other' END
    FROM guardianships`,
    // Ids of deleted links are not given again.
    `DELETE FROM sqlite_sequence WHERE name = 'new_guardianships'`,
    `INSERT INTO sqlite_sequence (name, seq)
    SELECT 'new_guardianships', seq FROM sqlite_sequence WHERE name = 'guardianships'`,
    `DROP TABLE guardianships`,
    `ALTER TABLE new_guardianships RENAME TO guardianships`,
    `CREATE INDEX guardianships_by_guardian ON guardianships (guardian_id)`,
    `CREATE INDEX guardianships_by_audit ON guardianships (audit_id) WHERE audit_id IS NOT NULL`,
    `CREATE INDEX guardianships_in_doubt ON guardianships (student_id) WHERE doubt IS NOT NULL`,
    mapImage('before'),
    mapImage('after'),
  ],
};
