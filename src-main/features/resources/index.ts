import type { Knex } from 'knex';
import type { ResourceRow, WorkEntryRow } from '../../contract/resources.ts';
import { resourcesQuery } from './repository.ts';
import { workEntries } from './work-repository.ts';

/** What other features read of resources and work entries. */

export { refuseOverfullDays } from './merge-guard.ts';
export { keepingHours } from './undo-guard.ts';
export { requireResource, requireTeacher, storeResource } from './save.ts';

export interface GivenResource extends ResourceRow {
  readonly givenOn: string;
}

/** Resources given for an appeal, in the order they were given. */
export const resourcesOfAppeal = (db: Knex, appealId: number): Promise<readonly GivenResource[]> =>
  resourcesQuery(db)
    .join('appeal_resources AS link', 'link.resource_id', 'resources.id')
    .where('link.appeal_id', appealId)
    .orderBy(['link.given_on', 'link.id'])
    .select({ givenOn: 'link.given_on' });

export const workOfAppeal = (db: Knex, appealId: number): Promise<readonly WorkEntryRow[]> =>
  workEntries(db, { appealId });

/**
 * Resources posted in the period and given for an appeal that was not annulled: «цифровых ресурсов,
 * размещённых на портале, разработанных по темам уроков, заявленным в обращениях» (S1 Прил. 2).
 */
export const resourcesPosted = (
  db: Knex,
  from: string,
  to: string,
): Promise<readonly ResourceRow[]> =>
  resourcesQuery(db)
    .whereBetween('resources.posted_on', [from, to])
    .whereExists(
      db('appeal_resources AS link')
        .join('appeals', 'appeals.id', 'link.appeal_id')
        .whereRaw('link.resource_id = resources.id')
        .whereNot('appeals.status', 'annulled')
        .select(db.raw('1')),
    )
    .orderBy(['resources.posted_on', 'resources.id']);

/** Work entries of the period, oldest first; their `quarterHours` sum up to the summary's hours. */
export const quarterHoursSpent = (
  db: Knex,
  from: string,
  to: string,
): Promise<readonly WorkEntryRow[]> => workEntries(db, { from, to });
