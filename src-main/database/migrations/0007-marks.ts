import type { Migration } from './index.ts';

/**
 * Tables with `audit_id` name the command that made each row, so that the audit need not copy
 * 100,000 imported rows (see audit-triggers.ts).
 */
const registers: readonly string[] = [
  `CREATE TABLE subjects (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    search TEXT NOT NULL UNIQUE
  ) STRICT`,
  // ordinal: 1 for the first lesson of the subject on that day, 2 for the second.
  // described: a register of lessons, or a person, has told topic and homework; otherwise an empty
  // topic is unknown, not absent (domain.md §6).
  `CREATE TABLE lessons (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES classes (id),
    subject_id INTEGER NOT NULL REFERENCES subjects (id),
    on_date TEXT NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 9),
    topic TEXT,
    homework TEXT,
    teacher_id INTEGER REFERENCES teachers (id),
    described INTEGER NOT NULL CHECK (described IN (0, 1)),
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    UNIQUE (class_id, subject_id, on_date, ordinal),
    CHECK (described = 1 OR (topic IS NULL AND homework IS NULL))
  ) STRICT`,
  `CREATE INDEX lessons_by_class ON lessons (class_id, on_date)`,
  `CREATE INDEX lessons_by_date ON lessons (on_date)`,
  `CREATE INDEX lessons_by_teacher ON lessons (teacher_id, on_date)`,
  `CREATE INDEX lessons_by_audit ON lessons (audit_id)`,

  `CREATE TABLE code_tables (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE mark_codes (
    id INTEGER PRIMARY KEY,
    code_table_id INTEGER NOT NULL REFERENCES code_tables (id),
    code TEXT NOT NULL,
    meaning TEXT NOT NULL CHECK (meaning IN ('absent', 'ill', 'excused', 'late', 'present',
      'exempt', 'credit', 'no-credit', 'not-assessed', 'pending')),
    UNIQUE (code_table_id, code)
  ) STRICT`,

  // One row is one cell: it may hold several marks and an absence. codes: the cell in canonical
  // codes (domain/mark-codes.ts); text: as the source wrote it.
  // seen_at bounds the time of entry from above, unseen_at from below; entered_on is told by the
  // source (domain.md §6).
  `CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    lesson_id INTEGER NOT NULL REFERENCES lessons (id),
    student_id INTEGER NOT NULL REFERENCES students (id),
    text TEXT NOT NULL,
    codes TEXT NOT NULL,
    code_table_id INTEGER NOT NULL REFERENCES code_tables (id),
    entered_on TEXT,
    seen_at TEXT NOT NULL,
    unseen_at TEXT,
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    ended_at TEXT,
    ended_reason TEXT CHECK (ended_reason IN ('changed', 'vanished', 'erased')),
    CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX marks_live ON marks (lesson_id, student_id) WHERE ended_at IS NULL`,
  `CREATE INDEX marks_by_student ON marks (student_id, lesson_id)`,
  `CREATE INDEX marks_ended ON marks (lesson_id) WHERE ended_at IS NOT NULL`,
  `CREATE INDEX marks_by_audit ON marks (audit_id)`,
  `CREATE INDEX marks_unknown ON marks (lesson_id) WHERE ended_at IS NULL AND instr(codes, '?') > 0`,

  // period: term-1 … term-6, year, exam, state-exam, final («Итоговая оценка»).
  `CREATE TABLE final_marks (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id),
    class_id INTEGER NOT NULL REFERENCES classes (id),
    subject_id INTEGER NOT NULL REFERENCES subjects (id),
    period TEXT NOT NULL CHECK (period IN ('term-1', 'term-2', 'term-3', 'term-4', 'term-5',
      'term-6', 'year', 'exam', 'state-exam', 'final')),
    text TEXT NOT NULL,
    codes TEXT NOT NULL,
    code_table_id INTEGER NOT NULL REFERENCES code_tables (id),
    seen_at TEXT NOT NULL,
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    ended_at TEXT,
    ended_reason TEXT CHECK (ended_reason IN ('changed', 'vanished', 'erased')),
    CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX final_marks_live ON final_marks (class_id, student_id, subject_id, period)
    WHERE ended_at IS NULL`,
  `CREATE INDEX final_marks_by_student ON final_marks (student_id)`,
  `CREATE INDEX final_marks_by_audit ON final_marks (audit_id)`,
];

const imports: readonly string[] = [
  // What a file told about: a mark absent from it then was not yet entered (unseen_at).
  // student_id: the file told about him only; null: about everybody of the class.
  `CREATE TABLE mark_coverages (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES classes (id),
    subject_id INTEGER NOT NULL REFERENCES subjects (id),
    student_id INTEGER REFERENCES students (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    at TEXT NOT NULL,
    CHECK (ends_on >= starts_on)
  ) STRICT`,
  `CREATE INDEX mark_coverages_by_class ON mark_coverages (class_id, subject_id)`,
  // Whom a name of a class's file means, as a person answered: namesakes by order in the file.
  `CREATE TABLE mark_students (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES classes (id),
    name_key TEXT NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence > 0),
    student_id INTEGER NOT NULL REFERENCES students (id),
    UNIQUE (class_id, name_key, occurrence)
  ) STRICT`,
  // The mapping wizard's memory: header_key is the folded titles of the table's head row.
  `CREATE TABLE table_mappings (
    id INTEGER PRIMARY KEY,
    header_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('mark-rows', 'lesson-rows')),
    mapping TEXT NOT NULL CHECK (json_valid(mapping))
  ) STRICT`,
];

const loads: readonly string[] = [
  // Timetable, as far as it is known: lessons a week (domain.md §6, control of volume).
  `CREATE TABLE weekly_loads (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES classes (id),
    subject_id INTEGER NOT NULL REFERENCES subjects (id),
    lessons INTEGER NOT NULL CHECK (lessons BETWEEN 1 AND 20),
    UNIQUE (class_id, subject_id)
  ) STRICT`,
];

/** What control counts of a lesson; derived, its triggers are made at open (database/lesson-figures.ts). */
const lessonFigures: readonly string[] = [
  // week: its Monday. topic, homework: whether told. A mark is on time from begins_at until
  // ends_at (UTC), last_day is the last day for it. cells: standing cells; graded: those with a
  // mark; on_time, late: of the graded; the rest is unknown.
  `CREATE TABLE lesson_figures (
    on_date TEXT NOT NULL,
    lesson_id INTEGER NOT NULL,
    week TEXT NOT NULL,
    class_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    teacher_id INTEGER,
    described INTEGER NOT NULL,
    topic INTEGER NOT NULL,
    homework INTEGER NOT NULL,
    last_day TEXT NOT NULL,
    begins_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    cells INTEGER NOT NULL,
    graded INTEGER NOT NULL,
    on_time INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (on_date, lesson_id)
  ) WITHOUT ROWID, STRICT`,
];

/** Codes of the widely met exports; a school edits them, or adds a table of its own. */
const presets: readonly string[] = [
  `INSERT INTO code_tables (id, name) VALUES (1, 'Обычные коды')`,
  `INSERT INTO mark_codes (code_table_id, code, meaning) VALUES
    (1, 'Н', 'absent'), (1, 'НП', 'absent'), (1, 'Б', 'ill'), (1, 'У', 'excused'),
    (1, 'П', 'excused'), (1, 'УП', 'excused'), (1, 'О', 'late'), (1, 'ОП', 'late'),
    (1, '*', 'present'), (1, 'ОСВ', 'exempt'), (1, 'ЗЧ', 'credit'), (1, 'ЗАЧ', 'credit'),
    (1, 'НЗ', 'no-credit'), (1, 'НЗЧ', 'no-credit'), (1, 'Н/А', 'not-assessed'),
    (1, 'НА', 'not-assessed'), (1, '0', 'not-assessed'), (1, '999', 'credit'), (1, '.', 'pending')`,
];

/** Lessons, marks and what their files told (domain.md §6). */
export const markTables: Migration = {
  name: '0007-marks',
  statements: [...registers, ...lessonFigures, ...imports, ...loads, ...presets],
};
