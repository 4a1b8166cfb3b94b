import type { Migration } from './index.ts';

/**
 * An appeal has the day on the paper beside the day of registration, and a letter may follow its
 * number (domain.md §2). The table is rebuilt, because (year, ordinal) is no longer unique in it;
 * the new columns come last, where the images of the history get them too.
 */
const appeals = `CREATE TABLE new_appeals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 999999),
    registered_on TEXT NOT NULL,
    student_id INTEGER NOT NULL REFERENCES students (id),
    guardian_id INTEGER NOT NULL REFERENCES guardians (id),
    -- As they were on the day of the paper: later transfers and renamings do not rewrite the journal.
    student_name TEXT NOT NULL,
    guardian_name TEXT NOT NULL,
    class_name TEXT NOT NULL,
    parallel INTEGER NOT NULL,
    programme TEXT NOT NULL,
    subject TEXT NOT NULL,
    lesson_topic TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('visit', 'phone', 'email', 'portal', 'letter')),
    responsible_id INTEGER REFERENCES teachers (id),
    preparer_id INTEGER REFERENCES teachers (id),
    due_on TEXT NOT NULL,
    status TEXT NOT NULL
      CHECK (status IN ('registered', 'resource-found', 'in-preparation', 'closed', 'annulled')),
    portal_checked_on TEXT,
    result TEXT,
    closed_on TEXT,
    annul_reason TEXT,
    search TEXT NOT NULL,
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    dated TEXT NOT NULL,
    letter TEXT CHECK (length(letter) = 1),
    letter_reason TEXT CHECK (trim(letter_reason) <> ''),
    UNIQUE (year, number),
    CHECK (dated <= registered_on),
    CHECK ((letter IS NULL) = (letter_reason IS NULL)),
    CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
    CHECK (status <> 'closed' OR result IS NOT NULL),
    CHECK (status <> 'annulled' OR annul_reason IS NOT NULL)
  ) STRICT`;

const before = [
  'year',
  'ordinal',
  'registered_on',
  'student_id',
  'guardian_id',
  'student_name',
  'guardian_name',
  'class_name',
  'parallel',
  'programme',
  'subject',
  'lesson_topic',
  'channel',
  'responsible_id',
  'preparer_id',
  'due_on',
  'status',
  'portal_checked_on',
  'result',
  'closed_on',
  'annul_reason',
  'search',
  'number',
].join(', ');

/** Images of rows in the history get the columns of today, so that undo still knows its rows. */
const redateImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column}, '$.dated',
    ${column} ->> 'registered_on', '$.letter', NULL, '$.letter_reason', NULL)
  WHERE table_name = 'appeals' AND ${column} IS NOT NULL`;

export const twoDates: Migration = {
  name: '0018-two-dates',
  statements: [
    // A trigger that names a table just dropped would stop the renaming.
    ...['insert', 'delete', 'update'].map((event) => `DROP TRIGGER appeals_search_${event}`),
    appeals,
    `INSERT INTO new_appeals (id, ${before}, dated)
     SELECT id, ${before}, registered_on FROM appeals`,
    // What was deleted is not given again either.
    `INSERT INTO sqlite_sequence (name, seq) SELECT 'new_appeals', 0
      WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'new_appeals')`,
    `UPDATE sqlite_sequence SET seq = max(seq, ifnull((SELECT seq FROM sqlite_sequence
      WHERE name = 'appeals'), 0)) WHERE name = 'new_appeals'`,
    'DROP TABLE appeals',
    'ALTER TABLE new_appeals RENAME TO appeals',
    redateImage('before'),
    redateImage('after'),
    // A letter stands under the number it follows, once.
    `CREATE UNIQUE INDEX appeals_by_number ON appeals (year, ordinal, ifnull(letter, ''))`,
    // Every column the journal filters and sorts by.
    `CREATE INDEX appeals_journal ON appeals (year, ordinal, letter, dated, registered_on, status,
    due_on, parallel, class_name, subject, responsible_id, channel)`,
    `CREATE INDEX appeals_by_date ON appeals (dated)`,
    `CREATE INDEX appeals_by_registration ON appeals (registered_on)`,
    `CREATE INDEX appeals_by_due ON appeals (due_on)`,
    `CREATE INDEX appeals_by_status ON appeals (status, due_on)`,
    `CREATE INDEX appeals_by_subject ON appeals (subject)`,
    `CREATE INDEX appeals_by_parallel ON appeals (parallel)`,
    `CREATE INDEX appeals_by_class ON appeals (class_name)`,
    `CREATE INDEX appeals_by_name ON appeals (student_name)`,
    `CREATE INDEX appeals_by_responsible ON appeals (responsible_id)`,
    `CREATE INDEX appeals_by_student ON appeals (student_id)`,
    `CREATE INDEX appeals_by_guardian ON appeals (guardian_id)`,
    `CREATE TRIGGER appeals_search_insert AFTER INSERT ON appeals BEGIN
    INSERT INTO appeals_search (rowid, search) VALUES (NEW.id, NEW.search);
  END`,
    `CREATE TRIGGER appeals_search_delete AFTER DELETE ON appeals BEGIN
    INSERT INTO appeals_search (appeals_search, rowid, search) VALUES ('delete', OLD.id, OLD.search);
  END`,
    `CREATE TRIGGER appeals_search_update AFTER UPDATE OF search ON appeals BEGIN
    INSERT INTO appeals_search (appeals_search, rowid, search) VALUES ('delete', OLD.id, OLD.search);
    INSERT INTO appeals_search (rowid, search) VALUES (NEW.id, NEW.search);
  END`,
    // A correction of the child or of the day under the same number: what stood in the journal and
    // what stands there since, as texts of that day.
    `CREATE TABLE appeal_corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    corrected_on TEXT NOT NULL,
    was TEXT NOT NULL CHECK (trim(was) <> ''),
    became TEXT NOT NULL CHECK (trim(became) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    UNIQUE (appeal_id, ordinal)
  ) STRICT`,
  ],
};
