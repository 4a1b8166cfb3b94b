import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

/**
 * A merge and a deletion find who refers to a person by foreign keys. Columns that name a row
 * without one must be known to features/people/person-traces.ts, or be no person's.
 */
const known = [
  // Moved and forgotten by person-traces.ts.
  'distinct_people.first_id',
  'distinct_people.second_id',
  'name_cases.person_id',
  // The history itself: it tells what was, also of who is gone.
  'audit_changes.row_id',
  // Derived from lessons by triggers.
  'lesson_figures.class_id',
  'lesson_figures.lesson_id',
  'lesson_figures.subject_id',
  'lesson_figures.teacher_id',
];

test('every column that names a row has a foreign key or is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-columns-'));
  const clock = createTestClock();
  const { reader, close } = await openDatabase({ folder, program: 'проверка', clock });
  try {
    const rows: { place: string }[] = await reader.raw(
      `SELECT t.name || '.' || c.name AS place FROM sqlite_master t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.sql LIKE '%STRICT' AND c.name LIKE '%\\_id' ESCAPE '\\'
         AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) k WHERE k."from" = c.name)
       ORDER BY 1`,
    );
    expect(rows.map(({ place }) => place)).toEqual(known.toSorted());
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
