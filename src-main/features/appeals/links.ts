import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import { knownFlag } from '../../database/stored.ts';

/** Resources given for appeals. */

export interface GivenLink {
  readonly appealId: number;
  readonly resourceId: number;
  /** Null: made before it was asked, and not told by what is known. */
  readonly prepared: boolean | null;
}

export const insertLink = async (
  trx: Knex,
  link: GivenLink & { readonly givenOn: string; readonly prepared: boolean },
): Promise<void> => {
  await trx('appeal_resources').insert({
    appeal_id: link.appealId,
    resource_id: link.resourceId,
    given_on: link.givenOn,
    prepared: link.prepared ? 1 : 0,
  });
};

const match = ({ appealId, resourceId }: Omit<GivenLink, 'prepared'>) => ({
  appeal_id: appealId,
  resource_id: resourceId,
});

export const changeLink = async (
  trx: Knex,
  { prepared, ...link }: GivenLink & { readonly prepared: boolean },
): Promise<void> => {
  await trx('appeal_resources')
    .where(match(link))
    .update({ prepared: prepared ? 1 : 0 });
};

export const isLinked = async (db: Knex, appealId: number, resourceId: number): Promise<boolean> =>
  (await db('appeal_resources').where(match({ appealId, resourceId })).first('id')) !== undefined;

export const deleteLink = async (
  trx: Knex,
  appealId: number,
  resourceId: number,
): Promise<void> => {
  await trx('appeal_resources').where(match({ appealId, resourceId })).delete();
};

/** Appeals the resources were given for. */
export const linksOfResources = async (
  db: Knex,
  resourceIds: readonly number[],
): Promise<readonly GivenLink[]> => {
  const rows: { appealId: number; resourceId: number; prepared: number | null }[] = await db(
    'appeal_resources',
  )
    .modify(where, among('resource_id', resourceIds))
    .orderBy('id')
    .select({ appealId: 'appeal_id', resourceId: 'resource_id', prepared: 'prepared' });
  return rows.map((row) => ({ ...row, prepared: knownFlag(row.prepared) }));
};
