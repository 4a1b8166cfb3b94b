import type { Migration } from './index.ts';

/**
 * A statement works from the registration of the signed paper (in_force_from), the adult student
 * states for himself (guardian_id NULL) and permits a parent to be informed, a number may have a
 * letter, and the school decides where parents differ about the child's access (domain.md §5).
 *
 * Nothing changes its meaning by itself: what an earlier version let work without a signature goes
 * on working from its registration, and so do the statements about students who are of age today.
 * `settled_on` stays NULL until a person has decided about them.
 */
const columns = [
  'id',
  'year',
  'ordinal',
  'number',
  'kind',
  'student_id',
  'guardian_id',
  'student_name',
  'guardian_name',
  'class_name',
  'parallel',
  'dated',
  'registered_on',
  'signed_on',
  'withdrawn_on',
  'withdraw_reason',
  'mistake_reason',
  'passport_shown',
  'content',
  'search',
].join(', ');

/** The new columns in the order of the table, as the images of the history hold them. */
const imageColumns: readonly (readonly [name: string, unless?: string])[] = [
  ['id'],
  ['year'],
  ['ordinal'],
  ['letter', 'NULL'],
  ['letter_reason', 'NULL'],
  ['number'],
  ['kind'],
  ['student_id'],
  ['guardian_id'],
  ['student_name'],
  ['guardian_name'],
  ['class_name'],
  ['parallel'],
  ['dated'],
  ['registered_on'],
  ['signed_on'],
  // As of the row itself: an image of an earlier version knows nothing of it.
  ['in_force_from', `(SELECT in_force_from FROM statements WHERE statements.id = row_id)`],
  [
    'outlasts_majority',
    `ifnull((SELECT outlasts_majority FROM statements
    WHERE statements.id = row_id), 0)`,
  ],
  ['settled_on', 'NULL'],
  ['withdrawn_on'],
  ['withdraw_reason'],
  ['mistake_reason'],
  ['passport_shown'],
  ['content'],
  ['search'],
];

/** Older commands can be taken back: their images get the columns of today in their order. */
const mapImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_object(${imageColumns
    .map(([name, value]) => `'${name}', ${value ?? `${column} ->> '${name}'`}`)
    .join(', ')})
  WHERE table_name = 'statements' AND ${column} IS NOT NULL`;

export const statementsInForce: Migration = {
  name: '0019-statements-in-force',
  statements: [
    `CREATE TABLE new_statements (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      year INTEGER NOT NULL,
      ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 999999),
      -- «а» of 13а, an exception with its reason; NULL: a number of its own.
      letter TEXT CHECK (length(letter) = 1),
      letter_reason TEXT CHECK (trim(letter_reason) <> ''),
      number TEXT NOT NULL CHECK (trim(number) <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('refusal', 'impossibility', 'annulment', 'consent-14',
        'permission-18')),
      student_id INTEGER NOT NULL REFERENCES students (id),
      -- NULL: the adult student states for himself.
      guardian_id INTEGER REFERENCES guardians (id),
      student_name TEXT NOT NULL,
      guardian_name TEXT,
      class_name TEXT NOT NULL,
      parallel INTEGER NOT NULL CHECK (parallel BETWEEN 0 AND 12),
      dated TEXT NOT NULL,
      registered_on TEXT NOT NULL,
      signed_on TEXT,
      in_force_from TEXT,
      outlasts_majority INTEGER NOT NULL DEFAULT 0 CHECK (outlasts_majority IN (0, 1)),
      settled_on TEXT,
      withdrawn_on TEXT,
      withdraw_reason TEXT,
      mistake_reason TEXT,
      passport_shown INTEGER NOT NULL CHECK (passport_shown IN (0, 1)),
      content TEXT NOT NULL CHECK (json_valid(content)),
      search TEXT NOT NULL,
      UNIQUE (year, number),
      CHECK ((letter IS NULL) = (letter_reason IS NULL)),
      CHECK ((guardian_id IS NULL) = (guardian_name IS NULL)),
      CHECK (guardian_id IS NOT NULL OR kind IN ('refusal', 'impossibility', 'annulment')),
      CHECK (dated <= registered_on),
      CHECK (withdrawn_on IS NULL OR withdrawn_on >= registered_on),
      CHECK ((withdrawn_on IS NULL) = (withdraw_reason IS NULL))
    ) STRICT`,
    `INSERT INTO new_statements (${columns}, in_force_from, outlasts_majority)
      SELECT ${columns}, registered_on,
        ifnull((SELECT date(birth_date, '+18 years') <= date('now', 'localtime')
          FROM students WHERE students.id = statements.student_id), 0)
      FROM statements ORDER BY id`,
    'DROP TABLE statements',
    'ALTER TABLE new_statements RENAME TO statements',
    `INSERT INTO sqlite_sequence (name, seq) SELECT 'statements', 0
      WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'statements')`,
    `UPDATE sqlite_sequence SET seq = max(seq, (SELECT ifnull(max(row_id), 0) FROM audit_changes
      WHERE table_name = 'statements')) WHERE name = 'statements'`,
    `CREATE UNIQUE INDEX statements_by_number ON statements (year, ordinal, ifnull(letter, ''))`,
    'CREATE INDEX statements_by_student ON statements (student_id)',
    'CREATE INDEX statements_by_guardian ON statements (guardian_id)',
    'CREATE INDEX statements_by_date ON statements (registered_on)',

    mapImage('before'),
    mapImage('after'),

    // What the school decided where parents differ about the child's own access; `refusals` are the
    // statements it was decided by: others, and the school is asked again.
    `CREATE TABLE access_decisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      student_id INTEGER NOT NULL REFERENCES students (id),
      decided_on TEXT NOT NULL,
      allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
      reason TEXT NOT NULL,
      refusals TEXT NOT NULL CHECK (json_valid(refusals))
    ) STRICT`,
    'CREATE INDEX access_decisions_by_student ON access_decisions (student_id)',
  ],
};
