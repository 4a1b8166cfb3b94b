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
    `SELECT m.codes, count(*) AS times FROM marks m INDEXED BY marks_with_codes
       JOIN lessons l ON l.id = m.lesson_id
       JOIN lesson_figures f ON f.on_date = l.on_date AND f.lesson_id = l.id
     WHERE m.ended_at IS NULL AND ${withCodesSql('m')} AND ${where.sql}
       AND NOT ${outOfControlSql('m.student_id', 'l.on_date')}
     GROUP BY m.codes`,
    where.bindings,
  );
  return countAbsences(rows);
};
