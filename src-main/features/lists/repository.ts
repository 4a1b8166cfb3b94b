import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';

export const readViews = async (db: Knex, list: string) => {
  const rows: { id: number; name: string; state: string }[] = await db('saved_views')
    .where({ list })
    .orderBy('name');
  return rows.map(({ id, name, state }) => ({ id, name, state: JSON.parse(state) as unknown }));
};

interface View {
  readonly list: string;
  readonly name: string;
  readonly state: Readonly<Record<string, unknown>>;
}

/** Saves a view under its name; the same name replaces the former state. */
export const saveView = async (trx: Knex, { list, name, state }: View): Promise<number> => {
  const text = JSON.stringify(state);
  const known: { id: number } | undefined = await trx('saved_views').where({ list, name }).first();
  if (known) {
    await trx('saved_views').where({ id: known.id }).update({ state: text });
    return known.id;
  }
  const [id] = await trx('saved_views').insert({ list, name, state: text });
  return id as number;
};

/** @throws OfficeError `view-unknown` */
export const deleteView = async (trx: Knex, id: number): Promise<void> => {
  if ((await trx('saved_views').where({ id }).delete()) === 0)
    throw new OfficeError('view-unknown', 'Такого вида списка уже нет. Обновите список.');
};

/**
 * Filters of saved views that name what is going away name what stays.
 * @param keys of the filters whose value is an id of this kind
 */
export const moveFilters = async (
  trx: Knex,
  keys: readonly string[],
  { keep, drop }: { readonly keep: number; readonly drop: number },
): Promise<void> => {
  const rows: { id: number; state: string }[] = await trx('saved_views').select('id', 'state');
  for (const { id, state } of rows) {
    const view = JSON.parse(state) as { readonly filters?: Record<string, unknown> };
    // The screens keep an id as a number, a link may bring it as text.
    const moved = Object.entries(view.filters ?? {}).filter(
      ([key, value]) => keys.includes(key) && Number(value) === drop,
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
