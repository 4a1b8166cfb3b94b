import type { Migration } from './index.ts';

/**
 * School year, classes, students, guardians, teachers and the imports that brought them.
 * audit_id: the import that inserted the row in bulk (see audit-triggers.ts); NULL otherwise.
 */
export const peopleTables: Migration = {
  name: '0002-people',
  statements: [
    `CREATE TABLE school_years (
    id INTEGER PRIMARY KEY,
    starts_on TEXT NOT NULL UNIQUE,
    ends_on TEXT NOT NULL,
    CHECK (ends_on > starts_on)
  ) STRICT`,
    `CREATE TABLE parallels (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id),
    parallel INTEGER NOT NULL CHECK (parallel BETWEEN 1 AND 11),
    week_days INTEGER NOT NULL CHECK (week_days IN (5, 6)),
    term_kind TEXT NOT NULL CHECK (term_kind IN ('quarter', 'trimester', 'half-year')),
    UNIQUE (school_year_id, parallel)
  ) STRICT`,
    `CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id),
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
    school_year_id INTEGER NOT NULL REFERENCES school_years (id),
    parallel INTEGER CHECK (parallel BETWEEN 1 AND 11),
    kind TEXT NOT NULL CHECK (kind IN ('public', 'vacation', 'other')),
    title TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    CHECK (ends_on >= starts_on)
  ) STRICT`,
    // week_days NULL: for the whole school, else only for parallels with such a week.
    `CREATE TABLE moved_days (
    id INTEGER PRIMARY KEY,
    school_year_id INTEGER NOT NULL REFERENCES school_years (id),
    on_date TEXT NOT NULL,
    works INTEGER NOT NULL CHECK (works IN (0, 1)),
    week_days INTEGER CHECK (week_days IN (5, 6)),
    note TEXT
  ) STRICT`,
    `CREATE UNIQUE INDEX moved_days_once
    ON moved_days (school_year_id, on_date, coalesce(week_days, 0))`,

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
    teacher_id INTEGER NOT NULL REFERENCES teachers (id),
    class_id INTEGER NOT NULL REFERENCES classes (id),
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
    audit_id INTEGER REFERENCES audit (id),
    search TEXT NOT NULL
  ) STRICT`,
    `CREATE INDEX students_by_search ON students (search)`,
    `CREATE INDEX students_by_audit ON students (audit_id) WHERE audit_id IS NOT NULL`,
    `CREATE TABLE enrolments (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id),
    class_id INTEGER NOT NULL REFERENCES classes (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    leave_reason TEXT CHECK (leave_reason IN ('transferred', 'left', 'graduated', 'promoted', 'repeats')),
    audit_id INTEGER REFERENCES audit (id),
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT`,
    `CREATE INDEX enrolments_by_student ON enrolments (student_id)`,
    `CREATE INDEX enrolments_by_class ON enrolments (class_id)`,
    `CREATE INDEX enrolments_by_audit ON enrolments (audit_id) WHERE audit_id IS NOT NULL`,
    `CREATE TABLE home_schooling (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id),
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
    audit_id INTEGER REFERENCES audit (id),
    search TEXT NOT NULL
  ) STRICT`,
    `CREATE INDEX guardians_by_search ON guardians (search)`,
    `CREATE INDEX guardians_by_audit ON guardians (audit_id) WHERE audit_id IS NOT NULL`,
    `CREATE TABLE guardianships (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id),
    guardian_id INTEGER NOT NULL REFERENCES guardians (id),
    relation TEXT NOT NULL
      CHECK (relation IN ('mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other')),
    audit_id INTEGER REFERENCES audit (id),
    UNIQUE (student_id, guardian_id)
  ) STRICT`,
    `CREATE INDEX guardianships_by_guardian ON guardianships (guardian_id)`,
    `CREATE INDEX guardianships_by_audit ON guardianships (audit_id) WHERE audit_id IS NOT NULL`,
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
  ],
};
