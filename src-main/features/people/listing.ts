import type { Knex } from 'knex';
import { fold } from '../../domain/names.ts';

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

/** Every word of the text occurs somewhere in the folded column. */
export const whereContains = (query: Knex.QueryBuilder, column: string, text: string): void => {
  for (const word of wordsOf(text)) void query.whereRaw(`instr(${column}, ?) > 0`, [word]);
};

/** Every word of the text begins some word of the folded column. */
export const whereBegins = (query: Knex.QueryBuilder, column: string, text: string): void => {
  for (const word of wordsOf(text))
    void query.whereRaw(`instr(' ' || ${column}, ?) > 0`, [` ${word}`]);
};

/** Number of rows of a scope that was not yet sorted or cut. */
export const totalOf = async (scope: Knex.QueryBuilder): Promise<number> => {
  const [row]: { total: number }[] = await scope.clone().count({ total: '*' });
  return row?.total ?? 0;
};

export const direction = (descending: boolean): 'asc' | 'desc' => (descending ? 'desc' : 'asc');
