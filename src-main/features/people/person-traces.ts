import type { Knex } from 'knex';
import type { PersonKind } from '../../contract/people-fields.ts';
import type { DistinctPair, NameForms } from '../../domain/merged-people.ts';
import { formsToKeep, movedPairs } from '../../domain/merged-people.ts';

/**
 * Rows that name a person without a foreign key, so that neither a merge nor a deletion meets them
 * by itself: forms of the name, pairs «это разные люди», filters of saved views. A test in
 * tests/database fails when a table gets another such column.
 */

interface Pair {
  readonly keep: number;
  readonly drop: number;
}

const formsOf = (trx: Knex, kind: PersonKind, id: number): Promise<NameForms | undefined> =>
  trx('name_cases').where({ person_kind: kind, person_id: id }).first('id', 'name');

const pairsOf = (trx: Knex, kind: PersonKind, id: number): Knex.QueryBuilder =>
  trx('distinct_people')
    .where({ kind })
    .where((pair) => void pair.where({ first_id: id }).orWhere({ second_id: id }));

/** Forgets a person who is going away. */
export const forgetTraces = async (trx: Knex, kind: PersonKind, id: number): Promise<void> => {
  await pairsOf(trx, kind, id).delete();
  await trx('name_cases').where({ person_kind: kind, person_id: id }).delete();
};

const moveForms = async (
  trx: Knex,
  kind: PersonKind,
  { keep, drop }: Pair,
  name: string,
): Promise<void> => {
  const kept = (await formsOf(trx, kind, keep)) ?? null;
  const dropped = (await formsOf(trx, kind, drop)) ?? null;
  const chosen = formsToKeep(name, kept, dropped);
  for (const one of [kept, dropped])
    if (one && one !== chosen) await trx('name_cases').where({ id: one.id }).delete();
  if (chosen && chosen === dropped)
    await trx('name_cases').where({ id: chosen.id }).update({ person_id: keep });
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

const moveFilters = async (trx: Knex, kind: PersonKind, { keep, drop }: Pair): Promise<void> => {
  const rows: { id: number; state: string }[] = await trx('saved_views').select('id', 'state');
  for (const { id, state } of rows) {
    const view = JSON.parse(state) as { readonly filters?: Record<string, unknown> };
    // The screens keep an id as a number, a link may bring it as text.
    const moved = Object.entries(view.filters ?? {}).filter(
      ([key, value]) => filterKeys[kind].includes(key) && Number(value) === drop,
    );
    if (moved.length === 0) continue;
    const changed = moved.map(([key, value]) => [
      key,
      typeof value === 'number' ? keep : `${keep}`,
    ]);
    const filters = { ...view.filters, ...Object.fromEntries(changed) };
    await trx('saved_views')
      .where({ id })
      .update({ state: JSON.stringify({ ...view, filters }) });
  }
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
  await moveFilters(trx, kind, cards);
};
