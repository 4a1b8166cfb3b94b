import type { Knex } from 'knex';
import { parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { ensureSchoolYear } from '../calendar/index.ts';
import type { Job } from '../context.ts';
import { applyGuardians } from './import-apply-guardians.ts';
import { applyStudents } from './import-apply-students.ts';
import { applyTeachers } from './import-apply-teachers.ts';
import type { Action } from './import-plan.ts';
import { readClasses } from './import-store.ts';
import type { Work } from './import-work.ts';

/** Writes a plan. New rows go in bulk, changed ones one by one; all in the command's transaction. */

export interface Created {
  readonly students: number;
  readonly guardians: number;
  readonly teachers: number;
  readonly classes: number;
  readonly links: number;
}

/** Creates the classes that are missing in the school year of the day. */
const ensureClasses = async (
  trx: Knex,
  names: readonly string[],
  onDate: IsoDate,
): Promise<(name: string) => number> => {
  if (names.length > 0) {
    const yearId = await ensureSchoolYear(trx, onDate);
    const parsed = names.map(parseClassName).filter((one) => one !== null);
    await trx('classes').insert(parsed.map((one) => ({ school_year_id: yearId, ...one })));
  }
  const classes = await readClasses(trx, onDate);
  return (name) => {
    const found = classes.get(name);
    if (!found) throw new Error('class of the plan was not created');
    return found.id;
  };
};

/** What the actions will create, before or after they are applied. */
export const createdBy = (actions: readonly Action[], classes: number): Created => {
  const guardians = actions.filter((action) => action.kind === 'guardian');
  return {
    students: actions.filter((one) => one.kind === 'student' && one.id === null).length,
    guardians: new Set(guardians.flatMap(({ target }) => ('ref' in target ? [target.ref] : [])))
      .size,
    teachers: actions.filter((one) => one.kind === 'teacher' && one.id === null).length,
    classes,
    links: guardians.filter(({ link }) => link?.id === null).length,
  };
};

/** Applies the actions of a plan. */
export const applyActions = async (
  trx: Knex,
  actions: readonly Action[],
  {
    newClasses,
    onDate,
    job,
  }: {
    readonly newClasses: readonly string[];
    readonly onDate: IsoDate;
    readonly job: Job;
  },
): Promise<void> => {
  const work: Work = { trx, job, classId: await ensureClasses(trx, newClasses, onDate) };
  await applyStudents(
    work,
    actions.filter((action) => action.kind === 'student'),
  );
  await applyGuardians(
    work,
    actions.filter((action) => action.kind === 'guardian'),
  );
  await applyTeachers(
    work,
    actions.filter((action) => action.kind === 'teacher'),
  );
};
