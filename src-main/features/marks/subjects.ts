import type { Knex } from 'knex';
import { fold } from '../../domain/names.ts';

/** Subjects by name: one row for every spelling that folds to the same words. */

const tidy = (name: string): string => name.replace(/\s+/gu, ' ').trim();

/** Ids of stored subjects by folded name. */
export const subjectIds = async (db: Knex): Promise<ReadonlyMap<string, number>> => {
  const rows: { id: number; search: string }[] = await db('subjects').select('id', 'search');
  return new Map(rows.map(({ id, search }) => [search, id]));
};

/** Ids of subjects by folded name; those that are missing are made. */
export const ensureSubjects = async (
  trx: Knex,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, number>> => {
  const known = new Map(await subjectIds(trx));
  for (const name of names) {
    const search = fold(name);
    if (known.has(search)) continue;
    const [id] = await trx('subjects').insert({ name: tidy(name), search });
    known.set(search, id as number);
  }
  return known;
};

export const ensureSubject = async (trx: Knex, name: string): Promise<number> => {
  const id = (await ensureSubjects(trx, [name])).get(fold(name));
  if (id === undefined) throw new Error('subject was not made');
  return id;
};
