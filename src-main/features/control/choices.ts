import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { byText } from '../lists/index.ts';
import type { Scope } from './scope.ts';
import { namesOf } from './names.ts';

const named = (ids: ReadonlySet<number>, names: ReadonlyMap<number, string>) =>
  [...ids]
    .flatMap((id) => {
      const title = names.get(id);
      return title === undefined ? [] : [{ id, title }];
    })
    .toSorted(byText(({ title }) => title));

/** Classes, subjects and teachers that the lessons and the timetable of the period name. */
export const readChoices = async (
  db: Knex,
  { period, passed }: Scope,
): Promise<OperationOutput<'control.choices'>> => {
  const { classes, subjects, teachers } = await namesOf(db, period);
  const distinct = async (column: string): Promise<ReadonlySet<number>> =>
    new Set(
      await db('lesson_figures')
        .whereBetween('on_date', [passed.from, passed.to])
        .distinct(column)
        .pluck(column),
    );
  const [taughtClasses, taught] = [await distinct('class_id'), await distinct('subject_id')];
  const loads: { class_id: number; subject_id: number }[] = await db('weekly_loads').select(
    'class_id',
    'subject_id',
  );
  const ofPeriod = new Set(classes.map(({ id }) => id));
  const planned = loads.filter(({ class_id: id }) => ofPeriod.has(id));
  const [classIds, subjectIds] = [
    new Set([...taughtClasses, ...planned.map((row) => row.class_id)]),
    new Set([...taught, ...planned.map((row) => row.subject_id)]),
  ];
  return {
    classes: classes.filter(({ id }) => classIds.has(id)).map(({ id, title }) => ({ id, title })),
    subjects: named(subjectIds, subjects),
    teachers: named(await distinct('teacher_id'), teachers),
  };
};
