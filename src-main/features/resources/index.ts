import type { Knex } from 'knex';
import type { ResourceRow, WorkEntryRow } from '../../contract/resources.ts';
import { knownFlag } from '../../database/stored.ts';
import { resourcesQuery } from './repository.ts';
import { workEntries } from './work-repository.ts';

/** What other features read of resources and work entries. */

export { refuseOverfullDays } from './merge-guard.ts';
export { keepingHours } from './undo-guard.ts';
export { requireResource, requireTeacher, storeResource } from './save.ts';

export interface GivenResource extends ResourceRow {
  readonly givenOn: string;
  /** For the appeal by a teacher of the school; null = not known. */
  readonly prepared: boolean | null;
}

/** Resources given for an appeal, in the order they were given. */
export const resourcesOfAppeal = async (
  db: Knex,
  appealId: number,
): Promise<readonly GivenResource[]> => {
  const rows: (Omit<GivenResource, 'prepared'> & { prepared: number | null })[] =
    await resourcesQuery(db)
      .join('appeal_resources AS link', 'link.resource_id', 'resources.id')
      .where('link.appeal_id', appealId)
      .orderBy(['link.given_on', 'link.id'])
      .select({ givenOn: 'link.given_on', prepared: 'link.prepared' });
  return rows.map((row) => ({ ...row, prepared: knownFlag(row.prepared) }));
};

export const workOfAppeal = (db: Knex, appealId: number): Promise<readonly WorkEntryRow[]> =>
  workEntries(db, { appealId });

/** Resources posted on the portal in the period, oldest first. */
export const resourcesPosted = (
  db: Knex,
  from: string,
  to: string,
): Promise<readonly ResourceRow[]> =>
  resourcesQuery(db)
    .whereBetween('resources.posted_on', [from, to])
    .orderBy(['resources.posted_on', 'resources.id']);

/** Those of them given for an appeal that was not annulled: the author's indicator (S1). */
export const resourcesGiven = (
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
