import type { Migration } from './index.ts';

/** Columns whose names begin with `sealed_` are ciphertext and stay out of the audit's images. */
const passports: readonly string[] = [
  `CREATE TABLE passports (
    id INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL UNIQUE REFERENCES students (id),
    saved_at TEXT NOT NULL,
    sealed_passport BLOB
  ) STRICT`,
  // What the protocol of destruction says: names and classes, never the data itself.
  `CREATE TABLE passport_purges (
    id INTEGER PRIMARY KEY,
    on_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    students TEXT NOT NULL CHECK (json_valid(students))
  ) STRICT`,
];

/** Statements about the electronic diary (domain.md §5), editable forms, passports of class 11. */
export const statementTables: Migration = {
  name: '0006-statements',
  statements: [
    // The id is the registration number itself, 12/2026 = 2026000012, as in the appeals register.
    `CREATE TABLE statements (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999),
      kind TEXT NOT NULL CHECK (kind IN ('refusal', 'impossibility', 'annulment', 'consent-14')),
      student_id INTEGER NOT NULL REFERENCES students (id),
      guardian_id INTEGER NOT NULL REFERENCES guardians (id),
      student_name TEXT NOT NULL,
      guardian_name TEXT NOT NULL,
      class_name TEXT NOT NULL,
      parallel INTEGER NOT NULL CHECK (parallel BETWEEN 1 AND 11),
      dated TEXT NOT NULL,
      registered_on TEXT NOT NULL,
      signed_on TEXT,
      withdrawn_on TEXT,
      withdraw_reason TEXT,
      mistake_reason TEXT,
      passport_shown INTEGER NOT NULL CHECK (passport_shown IN (0, 1)),
      content TEXT NOT NULL CHECK (json_valid(content)),
      search TEXT NOT NULL,
      CHECK (id = year * 1000000 + number),
      CHECK (dated <= registered_on),
      CHECK (withdrawn_on IS NULL OR withdrawn_on >= registered_on),
      CHECK ((withdrawn_on IS NULL) = (withdraw_reason IS NULL))
    ) STRICT`,
    `CREATE INDEX statements_by_student ON statements (student_id)`,
    `CREATE INDEX statements_by_guardian ON statements (guardian_id)`,
    `CREATE INDEX statements_by_date ON statements (registered_on)`,
    `CREATE TABLE statement_scans (
      id INTEGER PRIMARY KEY,
      statement_id INTEGER NOT NULL UNIQUE REFERENCES statements (id),
      name TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('pdf', 'jpg', 'png')),
      size INTEGER NOT NULL CHECK (size > 0),
      sealed_scan BLOB
    ) STRICT`,
    // Forms of a name as a person confirmed them; `name` tells whether the person is renamed since.
    // No reference: the head of the settings is not in any table (person_id 0).
    `CREATE TABLE name_cases (
      id INTEGER PRIMARY KEY,
      person_kind TEXT NOT NULL CHECK (person_kind IN ('student', 'guardian', 'teacher', 'head')),
      person_id INTEGER NOT NULL,
      name TEXT NOT NULL,
      genitive TEXT,
      dative TEXT,
      not_declined INTEGER NOT NULL CHECK (not_declined IN (0, 1)),
      UNIQUE (person_kind, person_id)
    ) STRICT`,
    // A form is named «feature.form»: statements.refusal.
    `CREATE TABLE form_wordings (
      id INTEGER PRIMARY KEY,
      form TEXT NOT NULL UNIQUE,
      text TEXT NOT NULL
    ) STRICT`,
    // The school's own DOCX; base64, so that the audit's image of the row can bring it back.
    `CREATE TABLE form_templates (
      id INTEGER PRIMARY KEY,
      form TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      file TEXT NOT NULL
    ) STRICT`,
    ...passports,
  ],
};
