import type { Migration } from './index.ts';

/** People, school year, absences, appeals, resources, summaries, audit. */
const statements = [
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    operation TEXT NOT NULL,
    undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    undone_by INTEGER REFERENCES audit (id)
  ) STRICT`,
  // Filled by temporary triggers (database/audit-triggers.ts): every row change of every table.
  `CREATE TABLE audit_changes (
    id INTEGER PRIMARY KEY,
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
  ) STRICT`,
  `CREATE INDEX audit_changes_by_audit ON audit_changes (audit_id)`,
  `CREATE INDEX audit_changes_by_row ON audit_changes (table_name, row_id)`,

  `CREATE TABLE settings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT`,
  // Last number given per register and calendar year; numbers are never reused (domain.md §2).
  `CREATE TABLE counters (
    id INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0),
    UNIQUE (register, year)
  ) STRICT`,
  `CREATE TABLE saved_views (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    UNIQUE (list, name)
  ) STRICT`,

  `CREATE TABLE school_years (
    id INTEGER PRIMARY KEY,
    starts_on TEXT NOT NULL UNIQUE,
    ends_on TEXT NOT NULL,
    CHECK (ends_on > starts_on)
  ) STRICT`,
  `CREATE TABLE parallels (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id) ON DELETE CASCADE,
    parallel INTEGER NOT NULL CHECK (parallel BETWEEN 1 AND 11),
    week_days INTEGER NOT NULL CHECK (week_days IN (5, 6)),
    term_kind TEXT NOT NULL CHECK (term_kind IN ('quarter', 'trimester', 'half-year')),
    UNIQUE (school_year_id, parallel)
  ) STRICT`,
  `CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id) ON DELETE CASCADE,
    parallel INTEGER NOT NULL CHECK (parallel BETWEEN 1 AND 11),
    ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 6),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    CHECK (ends_on >= starts_on),
    UNIQUE (school_year_id, parallel, ordinal)
  ) STRICT`,
  // parallel NULL: for the whole school.
  `CREATE TABLE holidays (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id) ON DELETE CASCADE,
    parallel INTEGER CHECK (parallel BETWEEN 1 AND 11),
    title TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    CHECK (ends_on >= starts_on)
  ) STRICT`,
  `CREATE TABLE moved_days (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id) ON DELETE CASCADE,
    on_date TEXT NOT NULL,
    works INTEGER NOT NULL CHECK (works IN (0, 1)),
    note TEXT,
    UNIQUE (school_year_id, on_date)
  ) STRICT`,

  `CREATE TABLE teachers (
    id INTEGER PRIMARY KEY,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT,
    position TEXT,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    search TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX teachers_by_search ON teachers (search)`,
  // programme_name: free name of an adapted programme (АООП); NULL for the usual ones.
  `CREATE TABLE classes (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id),
    parallel INTEGER NOT NULL CHECK (parallel BETWEEN 1 AND 11),
    letter TEXT NOT NULL,
    programme_name TEXT,
    class_teacher_id INTEGER REFERENCES teachers (id),
    UNIQUE (school_year_id, parallel, letter)
  ) STRICT`,
  `CREATE TABLE teaching_assignments (
    id INTEGER PRIMARY KEY,
    teacher_id INTEGER NOT NULL REFERENCES teachers (id) ON DELETE CASCADE,
    class_id INTEGER NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    UNIQUE (teacher_id, class_id, subject)
  ) STRICT`,
  `CREATE TABLE students (
    id INTEGER PRIMARY KEY,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT,
    birth_date TEXT,
    sex TEXT CHECK (sex IN ('male', 'female')),
    address TEXT,
    search TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX students_by_search ON students (search)`,
  `CREATE TABLE enrolments (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE CASCADE,
    class_id INTEGER NOT NULL REFERENCES classes (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    leave_reason TEXT CHECK (leave_reason IN ('transferred', 'left', 'graduated', 'promoted', 'repeats')),
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT`,
  `CREATE INDEX enrolments_by_student ON enrolments (student_id)`,
  `CREATE INDEX enrolments_by_class ON enrolments (class_id)`,
  `CREATE TABLE home_schooling (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE CASCADE,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT`,
  `CREATE INDEX home_schooling_by_student ON home_schooling (student_id)`,
  `CREATE TABLE guardians (
    id INTEGER PRIMARY KEY,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT,
    phone TEXT,
    email TEXT,
    address TEXT,
    search TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX guardians_by_search ON guardians (search)`,
  `CREATE TABLE guardianships (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE CASCADE,
    guardian_id INTEGER NOT NULL REFERENCES guardians (id) ON DELETE CASCADE,
    relation TEXT NOT NULL
      CHECK (relation IN ('mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other')),
    UNIQUE (student_id, guardian_id)
  ) STRICT`,
  `CREATE INDEX guardianships_by_guardian ON guardianships (guardian_id)`,
  // Pairs a person looked at and said «these are two people» (domain.md §1).
  `CREATE TABLE distinct_people (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('student', 'guardian', 'teacher')),
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    CHECK (first_id < second_id),
    UNIQUE (kind, first_id, second_id)
  ) STRICT`,
  `CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    at TEXT NOT NULL,
    counts TEXT NOT NULL CHECK (json_valid(counts))
  ) STRICT`,

  `CREATE TABLE absences (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE CASCADE,
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

  `CREATE TABLE appeals (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
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
    UNIQUE (year, number),
    CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
    CHECK (status <> 'closed' OR result IS NOT NULL),
    CHECK (status <> 'annulled' OR annul_reason IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX appeals_by_date ON appeals (registered_on, id)`,
  `CREATE INDEX appeals_by_status ON appeals (status, registered_on)`,
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
    appeal_id INTEGER NOT NULL REFERENCES appeals (id) ON DELETE CASCADE,
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

  // A finalised information summary: figures and row ids are frozen (domain.md §4).
  `CREATE TABLE summaries (
    id INTEGER PRIMARY KEY,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    rule TEXT NOT NULL CHECK (json_valid(rule)),
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    row_ids TEXT NOT NULL CHECK (json_valid(row_ids)),
    sha256 TEXT NOT NULL,
    finalised_at TEXT NOT NULL,
    UNIQUE (starts_on, ends_on, version),
    CHECK (ends_on >= starts_on)
  ) STRICT`,
];

export const foundation: Migration = { name: '0001-foundation', statements };
