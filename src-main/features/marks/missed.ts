import type { Knex } from 'knex';
import type { AbsenceCount } from '../../contract/marks-fields.ts';
import { countAbsences } from '../../domain/absence-count.ts';
import type { Period } from '../../domain/dates.ts';

/**
 * Cells that hold more than marks: one in ten, which the index `marks_with_codes` keeps, so that
 * absences of a year are counted without reading its marks.
 */
export const withCodesSql = (mark: string): string => `${mark}.codes GLOB '*[^1-5 +-]*'`;

/** Days of a student. */
export interface StudentDays extends Period {
  readonly studentId: number;
}

/** Missed lessons of students by the journal, in the order of the spans. */
export const missedLessons = async (
  db: Knex,
  spans: readonly StudentDays[],
): Promise<readonly AbsenceCount[]> => {
  const rows: { at: number; codes: string; times: number }[] = await db.raw(
    `SELECT a.key AS at, m.codes, count(*) AS times FROM json_each(?) a
       CROSS JOIN marks m ON m.student_id = a.value ->> 'studentId' AND m.ended_at IS NULL
       JOIN lessons l ON l.id = m.lesson_id
     WHERE l.on_date BETWEEN a.value ->> 'from' AND a.value ->> 'to' AND ${withCodesSql('m')}
     GROUP BY a.key, m.codes`,
    [JSON.stringify(spans)],
  );
  const bySpan = Map.groupBy(rows, ({ at }) => at);
  return spans.map((_, at) => countAbsences(bySpan.get(at) ?? []));
};
