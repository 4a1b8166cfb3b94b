import type { Migration } from './index.ts';

/**
 * Papers as they were printed (domain.md §6): weekly grade sheets, books of the journal. The
 * content of a sheet stands in a table of its own: a sheet handed over or copied changes only the
 * narrow row, and only that goes into the audit.
 */
export const sheetTables: Migration = {
  name: '0008-sheets',
  statements: [
    // number: sheets of one student in one week; printed_on: the office's own day of printed_at.
    `CREATE TABLE sheets (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id),
    class_id INTEGER NOT NULL REFERENCES classes (id),
    week_starts_on TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    mode TEXT NOT NULL CHECK (mode IN ('electronic', 'paper-impossibility', 'paper-refusal')),
    layout TEXT NOT NULL CHECK (layout IN ('a4', 'a5', 'strips')),
    sha256 TEXT NOT NULL,
    printed_at TEXT NOT NULL,
    printed_on TEXT NOT NULL,
    copies INTEGER NOT NULL CHECK (copies >= 0),
    handed_on TEXT,
    audit_id INTEGER NOT NULL REFERENCES audit (id),
    UNIQUE (student_id, week_starts_on, number)
  ) STRICT`,
    `CREATE INDEX sheets_by_week ON sheets (week_starts_on, class_id)`,
    `CREATE INDEX sheets_by_printed ON sheets (printed_at)`,
    `CREATE INDEX sheets_by_audit ON sheets (audit_id)`,
    // The sheet for ever as it was printed; sha256 of the sheet is of this text.
    `CREATE TABLE sheet_contents (
    id INTEGER PRIMARY KEY REFERENCES sheets (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    audit_id INTEGER NOT NULL REFERENCES audit (id)
  ) STRICT`,
    `CREATE INDEX sheet_contents_by_audit ON sheet_contents (audit_id)`,

    // period: term-N or year. printed_on: the office's own calendar day of printed_at, which tells
    // whether the period was over. gaps: what was missing when it was printed.
    `CREATE TABLE journal_prints (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES classes (id),
    period TEXT NOT NULL CHECK (period IN ('term-1', 'term-2', 'term-3', 'term-4', 'term-5',
      'term-6', 'year')),
    printed_at TEXT NOT NULL,
    printed_on TEXT NOT NULL,
    leaves INTEGER NOT NULL CHECK (leaves > 0),
    pages INTEGER NOT NULL CHECK (pages > 0),
    gaps TEXT NOT NULL CHECK (json_valid(gaps)),
    certified_on TEXT,
    certified_by TEXT,
    CHECK ((certified_on IS NULL) = (certified_by IS NULL))
  ) STRICT`,
    `CREATE INDEX journal_prints_by_class ON journal_prints (class_id, period)`,
  ],
};
