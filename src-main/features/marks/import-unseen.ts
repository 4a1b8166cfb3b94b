import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Coverage } from '../../domain/first-seen.ts';
import { unseenBefore } from '../../domain/first-seen.ts';
import type { PlanLesson } from './import-types.ts';

interface CoverageRecord {
  readonly class_id: number;
  readonly search: string;
  readonly student_id: number | null;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly at: string;
}

export type UnseenFinder = (lesson: PlanLesson, studentId: number) => string | null;

const placeOf = (classId: number, subject: string, studentId: number | null): string =>
  `${classId}|${studentId ?? ''}|${subject}`;

/**
 * When an import before `now` told about the day of a lesson: about the whole class, or about this
 * student alone.
 */
export const unseenFinder = async (
  db: Knex,
  classIds: readonly number[],
  now: string,
): Promise<UnseenFinder> => {
  const rows: CoverageRecord[] = await db({ v: 'mark_coverages' })
    .join({ s: 'subjects' }, 's.id', 'v.subject_id')
    .modify(where, among('v.class_id', classIds))
    .select('v.*', 's.search');
  const byPlace = new Map<string, Coverage[]>();
  for (const row of rows) {
    const place = placeOf(row.class_id, row.search, row.student_id);
    const coverage = { startsOn: row.starts_on, endsOn: row.ends_on, at: row.at };
    const known = byPlace.get(place);
    if (known) known.push(coverage);
    else byPlace.set(place, [coverage]);
  }
  return ({ classId, subject, date }, studentId) => {
    const whole = byPlace.get(placeOf(classId, subject, null)) ?? [];
    const own = byPlace.get(placeOf(classId, subject, studentId)) ?? [];
    return unseenBefore([...whole, ...own], date, now);
  };
};
