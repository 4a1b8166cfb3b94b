import type { Migration } from './index.ts';

/** Audit, settings, counters, saved views. No cascades anywhere: a row that others refer to is never deleted silently. */
export const kernel: Migration = {
  name: '0001-kernel',
  statements: [
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
  ],
};
