import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { fold } from '../../domain/names.ts';

/**
 * The only teacher a class has for a subject, by `class|folded subject`; where several share the
 * subject, nobody is guessed.
 */
export const soleTeachers = async (
  db: Knex,
  classIds: readonly number[],
): Promise<ReadonlyMap<string, number>> => {
  const rows: { class_id: number; subject: string; teacher_id: number }[] = await db(
    'teaching_assignments',
  ).modify(where, among('class_id', classIds));
  const groups = Map.groupBy(rows, (row) => `${row.class_id}|${fold(row.subject)}`);
  const sole = new Map<string, number>();
  for (const [key, group] of groups) {
    const teachers = new Set(group.map((row) => row.teacher_id));
    const [first] = teachers;
    if (teachers.size === 1 && first !== undefined) sole.set(key, first);
  }
  return sole;
};
