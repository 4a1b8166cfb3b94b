import type { Migration } from './index.ts';

/**
 * Form of education and the place of it by periods; without one a student studies full-time at the
 * school. Periods of home teaching keep their ids; their history is mapped in the order of the
 * columns, so that older commands can be taken back.
 */
const mapImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column}, '$.form', 'full-time', '$.place', 'home')
    WHERE table_name = 'home_schooling' AND ${column} IS NOT NULL`;

export const studyPeriods: Migration = {
  name: '0020-study-periods',
  statements: [
    `CREATE TABLE study_periods (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    student_id INTEGER NOT NULL REFERENCES students (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    form TEXT NOT NULL
      CHECK (form IN ('full-time', 'part-time', 'extramural', 'family', 'self-education')),
    place TEXT NOT NULL CHECK (place IN ('school', 'home', 'medical')),
    CHECK (ends_on IS NULL OR ends_on >= starts_on),
    CHECK (form <> 'full-time' OR place <> 'school'),
    CHECK (form NOT IN ('family', 'self-education') OR place = 'school')
  ) STRICT`,
    `INSERT INTO study_periods (id, student_id, starts_on, ends_on, form, place)
    SELECT id, student_id, starts_on, ends_on, 'full-time', 'home' FROM home_schooling`,
    // Ids of deleted periods are not given again.
    `DELETE FROM sqlite_sequence WHERE name = 'study_periods'`,
    `INSERT INTO sqlite_sequence (name, seq)
    SELECT 'study_periods', seq FROM sqlite_sequence WHERE name = 'home_schooling'`,
    `DROP TABLE home_schooling`,
    `CREATE INDEX study_periods_by_student ON study_periods (student_id)`,
    mapImage('before'),
    mapImage('after'),
    `UPDATE audit_changes SET table_name = 'study_periods' WHERE table_name = 'home_schooling'`,
  ],
};
