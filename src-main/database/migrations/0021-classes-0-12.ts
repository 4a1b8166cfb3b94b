import type { Migration } from './index.ts';

/**
 * Parallels 0 («1 дополнительный») to 12. The tables that allowed 1 to 11 are rebuilt with the same
 * columns in the same order, so that the history needs no change; `statements` is rebuilt by the
 * step that changes more of it.
 */
const allowed = 'CHECK (parallel BETWEEN 0 AND 12)';

const rebuild = (name: string, columns: string): readonly string[] => [
  `CREATE TABLE new_${name} (\n    id INTEGER PRIMARY KEY AUTOINCREMENT,\n    ${columns}\n  ) STRICT`,
  `INSERT INTO new_${name} SELECT * FROM ${name}`,
  // Ids of deleted rows are not given again.
  `DELETE FROM sqlite_sequence WHERE name = 'new_${name}'`,
  `INSERT INTO sqlite_sequence (name, seq)
    SELECT 'new_${name}', seq FROM sqlite_sequence WHERE name = '${name}'`,
  `DROP TABLE ${name}`,
  `ALTER TABLE new_${name} RENAME TO ${name}`,
];

const year = 'school_year_id INTEGER NOT NULL REFERENCES school_years (id),';

export const classes0To12: Migration = {
  name: '0021-classes-0-12',
  statements: [
    ...rebuild(
      'parallels',
      `${year}
    parallel INTEGER NOT NULL ${allowed},
    week_days INTEGER NOT NULL CHECK (week_days IN (5, 6)),
    term_kind TEXT NOT NULL CHECK (term_kind IN ('quarter', 'trimester', 'half-year')),
    UNIQUE (school_year_id, parallel)`,
    ),
    ...rebuild(
      'terms',
      `${year}
    parallel INTEGER NOT NULL ${allowed},
    ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 6),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    CHECK (ends_on >= starts_on),
    UNIQUE (school_year_id, parallel, ordinal)`,
    ),
    ...rebuild(
      'holidays',
      `${year}
    parallel INTEGER ${allowed},
    kind TEXT NOT NULL CHECK (kind IN ('public', 'vacation', 'other')),
    title TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    CHECK (ends_on >= starts_on)`,
    ),
    ...rebuild(
      'classes',
      `${year}
    parallel INTEGER NOT NULL ${allowed},
    letter TEXT NOT NULL,
    programme_name TEXT,
    class_teacher_id INTEGER REFERENCES teachers (id),
    UNIQUE (school_year_id, parallel, letter)`,
    ),
    ...rebuild(
      'resources',
      `title TEXT NOT NULL,
    subject TEXT NOT NULL,
    parallel INTEGER NOT NULL ${allowed},
    topic TEXT NOT NULL,
    author_id INTEGER REFERENCES teachers (id),
    url TEXT NOT NULL,
    posted_on TEXT NOT NULL,
    search TEXT NOT NULL`,
    ),
    `CREATE INDEX resources_by_posted ON resources (posted_on)`,
  ],
};
