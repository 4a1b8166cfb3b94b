import type { Knex } from 'knex';
import type { MarksSource } from '../../domain/certification.ts';
import type { Period } from '../../domain/dates.ts';
import { localDay } from '../../domain/dates.ts';

const importing = 'marks.commitImport';

/** Commands that made what stands, each once with the time of the last one. */
const madeBySql = `WITH made (audit_id) AS (
    SELECT audit_id FROM lessons WHERE class_id = :classId AND on_date BETWEEN :from AND :to
    UNION SELECT m.audit_id FROM marks m JOIN lessons l ON l.id = m.lesson_id
      WHERE m.ended_at IS NULL AND l.class_id = :classId AND l.on_date BETWEEN :from AND :to
    UNION SELECT audit_id FROM final_marks WHERE class_id = :classId AND ended_at IS NULL
    -- A lesson that an import made and a person has corrected.
    UNION SELECT c.audit_id FROM audit_changes c JOIN lessons l ON l.id = c.row_id
      WHERE c.table_name = 'lessons' AND l.class_id = :classId AND l.on_date BETWEEN :from AND :to
  )
  SELECT a.operation, max(a.at) AS at FROM made JOIN audit a ON a.id = made.audit_id
  WHERE a.undone_by IS NULL GROUP BY a.operation`;

/**
 * Where the lessons and marks of a class came from: the certifying text names it (domain.md §6). An
 * import that told the same as the register made no row, but it is the day of which the data is.
 */
export const sourceOfMarks = async (
  db: Knex,
  classId: number,
  { from, to }: Period,
): Promise<MarksSource> => {
  const made: { readonly operation: string; readonly at: string }[] = await db.raw(madeBySql, {
    classId,
    from,
    to,
  });
  const told: { readonly at: string | null }[] = await db('mark_coverages')
    .where('class_id', classId)
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .max({ at: 'at' });
  const times = [
    ...made.filter(({ operation }) => operation === importing).map(({ at }) => at),
    ...told.flatMap(({ at }) => at ?? []),
  ];
  const last = times.toSorted().at(-1);
  return {
    importedOn: last === undefined ? null : localDay(last),
    typed: made.some(({ operation }) => operation.startsWith('marks.') && operation !== importing),
  };
};
