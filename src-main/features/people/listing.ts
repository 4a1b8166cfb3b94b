import type { Knex } from 'knex';

/** Number of rows of a scope that was not yet sorted or cut. */
export const totalOf = async (scope: Knex.QueryBuilder): Promise<number> => {
  const [row]: { total: number }[] = await scope.clone().count({ total: '*' });
  return row?.total ?? 0;
};

export const direction = (descending: boolean): 'asc' | 'desc' => (descending ? 'desc' : 'asc');
