import type { Knex } from 'knex';
import type { PersonKind } from '../../contract/people-fields.ts';
import type { DistinctPair } from '../../domain/merged-people.ts';
import { movedPairs } from '../../domain/merged-people.ts';
import { moveFilters } from '../lists/index.ts';
import { forgetForms, moveForms } from './name-forms.ts';

/**
 * Rows that name a person without a foreign key, so that neither a merge nor a deletion meets them
 * by itself: forms of the name, pairs «это разные люди», filters of saved views. A test in
 * tests/database fails when a table gets another such column.
 */

interface Pair {
  readonly keep: number;
  readonly drop: number;
}

const pairsOf = (trx: Knex, kind: PersonKind, id: number): Knex.QueryBuilder =>
  trx('distinct_people')
    .where({ kind })
    .where((pair) => void pair.where({ first_id: id }).orWhere({ second_id: id }));

/** Forgets a person who is going away. */
export const forgetTraces = async (trx: Knex, kind: PersonKind, id: number): Promise<void> => {
  await pairsOf(trx, kind, id).delete();
  await forgetForms(trx, kind, id);
};

const movePairs = async (trx: Knex, kind: PersonKind, cards: Pair): Promise<void> => {
  const rows: { first_id: number; second_id: number }[] = await pairsOf(trx, kind, cards.drop);
  const pairs = rows.map((row): DistinctPair => [row.first_id, row.second_id]);
  await pairsOf(trx, kind, cards.drop).delete();
  for (const [first, second] of movedPairs(pairs, cards))
    await trx('distinct_people')
      .insert({ kind, first_id: first, second_id: second })
      .onConflict(['kind', 'first_id', 'second_id'])
      .ignore();
};

/** Filters of lists whose value is a person's id. */
const filterKeys: Readonly<Record<PersonKind, readonly string[]>> = {
  student: ['studentId'],
  guardian: ['guardianId'],
  teacher: ['teacherId', 'responsibleId', 'authorId'],
};

/** What was said of the dropped card is said of the kept one, which is now called `name`. */
export const moveTraces = async (
  trx: Knex,
  kind: PersonKind,
  cards: Pair,
  name: string,
): Promise<void> => {
  await moveForms(trx, kind, cards, name);
  await movePairs(trx, kind, cards);
  await moveFilters(trx, filterKeys[kind], cards);
};
