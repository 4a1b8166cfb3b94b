import type { Knex } from 'knex';
import type { WorkerIndicators } from '../../contract/appeals-forms.ts';
import { among, where } from '../../database/conditions.ts';
import type { Period } from '../../domain/dates.ts';
import { workerIndicators } from '../../domain/indicators.ts';
import type { PersonName } from '../../domain/names.ts';
import { fullName } from '../../domain/names.ts';
import { quarterHoursSpent, resourcesGiven } from '../resources/index.ts';
import { appealsIn } from './repository.ts';

/**
 * Indicators per worker (S1): appeals count for the responsible worker, resources for their author,
 * hours for the teacher who worked. A worker who did only one of these has a row all the same.
 */

interface Teacher extends PersonName {
  readonly id: number;
  readonly position: string | null;
}

const teachersOf = async (
  db: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Teacher>> => {
  const rows: Teacher[] = await db('teachers').modify(where, among('id', ids)).select({
    id: 'id',
    lastName: 'last_name',
    firstName: 'first_name',
    middleName: 'middle_name',
    position: 'position',
  });
  return new Map(rows.map((row) => [row.id, row]));
};

const countedRows = async (db: Knex, { from, to }: Period) => {
  const appeals = (await appealsIn(db, { from, to }, 'dated')).flatMap((row) =>
    row.responsibleId === null
      ? []
      : [
          {
            workerId: row.responsibleId,
            date: row.date,
            dueOn: row.dueOn,
            closedOn: row.closedOn,
            annulled: row.status === 'annulled',
          },
        ],
  );
  const resources = (await resourcesGiven(db, from, to)).flatMap((row) =>
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
export const indicatorsOf = async (
  db: Knex,
  period: Period,
): Promise<readonly WorkerIndicators[]> => {
  const found = workerIndicators(await countedRows(db, period), period);
  const teachers = await teachersOf(
    db,
    found.map(({ workerId }) => workerId),
  );
  return found
    .flatMap(({ workerId, ...counts }) => {
      const teacher = teachers.get(workerId);
      if (!teacher) return [];
      return [
        {
          teacherId: workerId,
          teacherName: fullName(teacher),
          position: teacher.position,
          ...counts,
        },
      ];
    })
    .toSorted((a, b) => a.teacherName.localeCompare(b.teacherName, 'ru'));
};
