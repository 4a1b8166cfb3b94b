import type { Migration } from './index.ts';

/** Absences, appeals, resources, work entries, information summaries. */
export const registerTables: Migration = {
  name: '0003-registers',
  statements: [
    `CREATE TABLE absences (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    reason TEXT NOT NULL
      CHECK (reason IN ('illness', 'family', 'sport', 'olympiad', 'treatment', 'weather', 'unknown', 'other')),
    document TEXT NOT NULL CHECK (document IN ('medical-organisation', 'school-medical', 'parent-note',
      'third-party-letter', 'administration', 'class-teacher', 'other', 'none')),
    excused INTEGER NOT NULL CHECK (excused IN (0, 1)),
    note TEXT,
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT`,
    `CREATE INDEX absences_by_student ON absences (student_id)`,
    `CREATE INDEX absences_by_start ON absences (starts_on)`,

    // The id is the registration number itself, 12/2026 = 2026000012: one number cannot be given
    // twice, and the order of ids (also of the full-text index) is the order of the journal.
    `CREATE TABLE appeals (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999),
    registered_on TEXT NOT NULL,
    student_id INTEGER NOT NULL REFERENCES students (id),
    guardian_id INTEGER NOT NULL REFERENCES guardians (id),
    -- As they were that day: later transfers and renamings do not rewrite the journal.
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
    CHECK (id = year * 1000000 + number),
    CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
    CHECK (status <> 'closed' OR result IS NOT NULL),
    CHECK (status <> 'annulled' OR annul_reason IS NOT NULL)
  ) STRICT`,
    // Holds every column the journal filters and sorts by: counting and paging 100,000 rows never
    // touch the wide table.
    `CREATE INDEX appeals_journal ON appeals (year, number, registered_on, status, due_on, parallel,
    class_name, subject, responsible_id, channel)`,
    `CREATE INDEX appeals_by_date ON appeals (registered_on)`,
    `CREATE INDEX appeals_by_due ON appeals (due_on)`,
    `CREATE INDEX appeals_by_status ON appeals (status, due_on)`,
    `CREATE INDEX appeals_by_subject ON appeals (subject)`,
    `CREATE INDEX appeals_by_parallel ON appeals (parallel)`,
    `CREATE INDEX appeals_by_class ON appeals (class_name)`,
    `CREATE INDEX appeals_by_name ON appeals (student_name)`,
    `CREATE INDEX appeals_by_responsible ON appeals (responsible_id)`,
    `CREATE INDEX appeals_by_student ON appeals (student_id)`,
    `CREATE INDEX appeals_by_guardian ON appeals (guardian_id)`,
    `CREATE VIRTUAL TABLE appeals_search USING fts5 (
    search, content = 'appeals', content_rowid = 'id', tokenize = 'unicode61', prefix = '2 3 4'
  )`,
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

    `CREATE TABLE resources (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    parallel INTEGER NOT NULL CHECK (parallel BETWEEN 1 AND 11),
    topic TEXT NOT NULL,
    author_id INTEGER REFERENCES teachers (id),
    url TEXT NOT NULL,
    posted_on TEXT NOT NULL,
    search TEXT NOT NULL
  ) STRICT`,
    `CREATE INDEX resources_by_posted ON resources (posted_on)`,
    `CREATE TABLE appeal_resources (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    resource_id INTEGER NOT NULL REFERENCES resources (id),
    given_on TEXT NOT NULL,
    UNIQUE (appeal_id, resource_id)
  ) STRICT`,
    `CREATE INDEX appeal_resources_by_resource ON appeal_resources (resource_id)`,
    `CREATE TABLE work_entries (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER REFERENCES appeals (id),
    teacher_id INTEGER NOT NULL REFERENCES teachers (id),
    worked_on TEXT NOT NULL,
    quarter_hours INTEGER NOT NULL CHECK (quarter_hours BETWEEN 1 AND 96),
    kind TEXT NOT NULL CHECK (kind IN ('preparation', 'posting', 'consultation', 'search', 'other')),
    note TEXT
  ) STRICT`,
    `CREATE INDEX work_entries_by_teacher ON work_entries (teacher_id, worked_on)`,
    `CREATE INDEX work_entries_by_date ON work_entries (worked_on)`,
    `CREATE INDEX work_entries_by_appeal ON work_entries (appeal_id)`,

    // A finalised information summary (domain.md §4). content: the package without its hash;
    // frozen_rows: the rows behind each figure with the names they had that day.
    `CREATE TABLE summaries (
    id INTEGER PRIMARY KEY,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    content TEXT NOT NULL CHECK (json_valid(content)),
    frozen_rows TEXT NOT NULL CHECK (json_valid(frozen_rows)),
    sha256 TEXT NOT NULL,
    finalised_at TEXT NOT NULL,
    UNIQUE (starts_on, ends_on, version),
    CHECK (ends_on >= starts_on)
  ) STRICT`,
  ],
};
