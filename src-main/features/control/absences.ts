import type { Knex } from 'knex';
import type { AbsenceCount } from '../../contract/marks-fields.ts';
import { allOf } from '../../database/conditions.ts';
import { outOfControlSql } from '../../database/lesson-figures.ts';
import { countAbsences } from '../../domain/absence-count.ts';
import { withCodesSql } from '../marks/index.ts';
import { scopeConditions } from './conditions.ts';
import type { Names } from './names.ts';
import type { Scope } from './scope.ts';

/** Missed lessons of the pupils under control in the scope, by the count that sheets print. */
export const absencesInScope = async (
  db: Knex,
  scope: Scope,
  names: Names,
): Promise<AbsenceCount> => {
  const where = allOf(scopeConditions(scope, names));
  const rows: { codes: string; times: number }[] = await db.raw(
    `SELECT m.codes, count(*) AS times FROM lesson_figures f
       CROSS JOIN marks m INDEXED BY marks_with_codes ON m.lesson_id = f.lesson_id
     WHERE m.ended_at IS NULL AND ${withCodesSql('m')} AND ${where.sql}
       AND NOT ${outOfControlSql('m.student_id', 'f.on_date')}
     GROUP BY m.codes`,
    where.bindings,
  );
  return countAbsences(rows);
};
