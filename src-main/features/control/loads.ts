import type { Knex } from 'knex';
import { fieldError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, amongSql, where } from '../../database/conditions.ts';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';
import { staleCells } from '../../domain/stale.ts';
import type { StaleCell } from '../../domain/stale.ts';
import { byText } from '../lists/index.ts';
import { ensureSubjects } from '../marks/index.ts';
import type { Asked } from '../context.ts';
import { classesOf } from './names.ts';
import { readLoads } from './pairs.ts';

type Loads = OperationOutput<'control.loads'>;

/** The timetable of a school year, as far as it is known. */
export const readLoadGrid = async (
  db: Knex,
  asked: Asked<'control.loads'>,
  today: IsoDate,
): Promise<Loads> => {
  const startYear = asked.startYear ?? schoolYearOf(today);
  const classes = (await classesOf(db, schoolYearSpan(startYear))).filter(
    ({ parallel }) => asked.parallel === undefined || parallel === asked.parallel,
  );
  const ids = JSON.stringify(classes.map(({ id }) => id));
  const loads: Loads['loads'] = await db('weekly_loads')
    .whereRaw(amongSql('class_id'), [ids])
    .select({ classId: 'class_id', subjectId: 'subject_id', lessons: 'lessons' });
  const subjects: { id: number; title: string }[] = await db('subjects')
    .whereRaw(
      `id IN (SELECT subject_id FROM lessons WHERE ${amongSql('class_id')}
        UNION SELECT subject_id FROM weekly_loads WHERE ${amongSql('class_id')})`,
      [ids, ids],
    )
    .select({ id: 'id', title: 'name' });
  return {
    startYear,
    classes: classes.map(({ id, title, parallel }) => ({ id, title, parallel })),
    subjects: subjects.toSorted(byText(({ title }) => title)),
    loads,
  };
};

type Cells = Asked<'control.saveLoads'>['cells'];

const refuseUnknownClasses = async (trx: Knex, cells: Cells): Promise<void> => {
  const asked = [...new Set(cells.map(({ classId }) => classId))];
  const known: number[] = await trx('classes').modify(where, among('id', asked)).pluck('id');
  const at = cells.findIndex(({ classId }) => !known.includes(classId));
  if (at === -1) return;
  throw fieldError(
    'class-unknown',
    `cells.${at}.classId`,
    'Такого класса нет. Обновите таблицу расписания.',
  );
};

const shown = (lessons: number | null): string => (lessons === null ? '' : String(lessons));

/** @throws OfficeError `stale-version` where another window has written another number */
const refuseSeenOtherwise = async (
  trx: Knex,
  cells: Cells,
  subjects: ReadonlyMap<string, number>,
): Promise<void> => {
  const classes = cells.map(({ classId }) => classId);
  const stored = await readLoads(trx, classes);
  const stale = cells.flatMap(({ classId, subject, lessons, was }, index): StaleCell[] => {
    const now = stored.get(`${classId}|${subjects.get(fold(subject)) ?? 0}`) ?? null;
    if (now === was || now === lessons) return [];
    const path = `cells.${index}.lessons`;
    return [{ path, where: subject, mine: shown(lessons), stored: shown(now) }];
  });
  if (stale.length > 0) throw staleCells(stale);
};

/** Sets, changes or takes away the named cells. @throws OfficeError `class-unknown`, `stale-version` */
export const saveLoads = async (
  trx: Knex,
  { cells }: Asked<'control.saveLoads'>,
): Promise<OperationOutput<'control.saveLoads'>> => {
  await refuseUnknownClasses(trx, cells);
  const subjects = await ensureSubjects(
    trx,
    cells.filter(({ lessons }) => lessons !== null).map(({ subject }) => subject),
  );
  await refuseSeenOtherwise(trx, cells, subjects);
  let [saved, removed] = [0, 0];
  for (const { classId, subject, lessons } of cells) {
    const key = { class_id: classId, subject_id: subjects.get(fold(subject)) ?? 0 };
    const stored: { id: number; lessons: number } | undefined = await trx('weekly_loads')
      .where(key)
      .first('id', 'lessons');
    if (stored?.lessons === lessons || (!stored && lessons === null)) continue;
    if (lessons === null) {
      await trx('weekly_loads').where({ id: stored?.id }).delete();
      removed += 1;
      continue;
    }
    if (stored) await trx('weekly_loads').where({ id: stored.id }).update({ lessons });
    else await trx('weekly_loads').insert({ ...key, lessons });
    saved += 1;
  }
  return { saved, removed };
};
