import type { Knex } from 'knex';
import { searchWords } from '../domain/names.ts';

/** Every word of the text occurs somewhere in the folded column. */
export const whereContains = (query: Knex.QueryBuilder, column: string, text: string): void => {
  for (const word of searchWords(text)) void query.whereRaw(`instr(${column}, ?) > 0`, [word]);
};

/** Every word of the text begins some word of the folded column. */
export const whereBegins = (query: Knex.QueryBuilder, column: string, text: string): void => {
  for (const word of searchWords(text))
    void query.whereRaw(`instr(' ' || ${column}, ?) > 0`, [` ${word}`]);
};
