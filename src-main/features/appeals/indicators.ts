import type { Knex } from 'knex';
import type { WorkerIndicators } from '../../contract/appeal-forms.ts';
import { among, where } from '../../database/conditions.ts';
import type { Period } from '../../domain/dates.ts';
import { workerIndicators } from '../../domain/indicators.ts';
import { fullName } from '../../domain/names.ts';
import { quarterHoursSpent, resourcesPosted } from '../resources/index.ts';
import { appealsRegisteredIn } from './repository.ts';

/**
 * Indicators per worker (S1): appeals count for the responsible worker, resources for their author,
 * hours for the teacher who worked. A worker who did only one of these has a row all the same.
 */

interface TeacherRecord {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  readonly position: string | null;
}

const teachersOf = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, TeacherRecord>> => {
  const rows: TeacherRecord[] = await db('teachers').modify(where, among('id', ids));
  return new Map(rows.map((row) => [row.id, row]));
};

const countedRows = async (db: Knex, { from, to }: Period) => {
  const appeals = (await appealsRegisteredIn(db, from, to)).flatMap((row) =>
    row.responsible_id === null
      ? []
      : [
          {
            workerId: row.responsible_id,
            date: row.registered_on,
            dueOn: row.due_on,
            closedOn: row.closed_on,
            annulled: row.status === 'annulled',
          },
        ],
  );
  const resources = (await resourcesPosted(db, from, to)).flatMap((row) =>
    row.authorId === null ? [] : [{ id: row.id, workerId: row.authorId, postedOn: row.postedOn }],
  );
  const work = (await quarterHoursSpent(db, from, to)).map((row) => ({
    workerId: row.teacherId,
    date: row.workedOn,
    quarterHours: row.quarterHours,
  }));
  return { appeals, resources, work };
};

/** Rows of the statement, by name. */
export const indicatorsOf = async (db: Knex, period: Period): Promise<WorkerIndicators[]> => {
  const found = workerIndicators(await countedRows(db, period), period);
  const teachers = await teachersOf(
    db,
    found.map(({ workerId }) => workerId),
  );
  return found
    .flatMap(({ workerId, ...counts }) => {
      const teacher = teachers.get(workerId);
      if (!teacher) return [];
      const name = fullName({
        lastName: teacher.last_name,
        firstName: teacher.first_name,
        middleName: teacher.middle_name,
      });
      return [{ teacherId: workerId, teacherName: name, position: teacher.position, ...counts }];
    })
    .toSorted((a, b) => a.teacherName.localeCompare(b.teacherName, 'ru'));
};
