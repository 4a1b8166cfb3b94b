import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { queryClient } from '../../api/client.ts';
import type { OperationError } from '../../api/failure.ts';
import { askStale } from '../stale.ts';
import type { Shown } from './bound-field.ts';
import { differences, merged, patternOf, shownDifferences } from './differences.ts';

/** What a form was filled with and the version it was read at. */
export interface Basis<V> {
  readonly values: V;
  readonly version: number | null;
}

/** How the fields of a form read, as they have told. */
export const useDescriptions = (given: Readonly<Record<string, Shown>> = {}) => {
  const [told] = useState(() => new Map<string, Shown>());
  return {
    /** Fields of the kit, and those the form itself has named. */
    known: () => new Map([...told, ...Object.entries(given)]),
    describe: (path: string) => (how: Shown) => {
      told.set(patternOf(path), how);
    },
  };
};

/** How long the answers read anew may need to come to the form, and how often it is looked at. */
const patience = { looks: 100, ms: 20 } as const;

// A hidden tab draws no frames, but its timers run.
const moment = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, patience.ms);
  });

/** What is stored now, read anew by the screen's own queries; null when it does not come. */
export const readAnew = async <V>(
  basis: Basis<V>,
  latest: () => Basis<V>,
): Promise<Basis<V> | null> => {
  await queryClient.refetchQueries({ type: 'active' });
  for (let left: number = patience.looks; left > 0; left -= 1) {
    if (latest().version !== basis.version) return latest();
    await moment();
  }
  return null;
};

export interface Conflict<V extends object> {
  readonly error: OperationError;
  readonly form: UseFormReturnType<V>;
  readonly basis: Basis<V>;
  readonly stored: Basis<V>;
  readonly known: ReadonlyMap<string, Shown>;
}

/** `send`: save the form's values as they now are; `stay`: the form stays, the field is named. */
export type Settled = { readonly send: boolean; readonly field: string | null };

/**
 * Settles a save over another window's change. What the form shows may be untouched: then it is
 * simply sent again. Otherwise both values are shown and the user decides; nothing typed is lost.
 */
export const settleConflict = async <V extends object>({
  error,
  form,
  basis,
  stored,
  known,
}: Conflict<V>): Promise<Settled> => {
  const mine = form.getValues();
  const rows = differences({ base: basis.values, mine, stored: stored.values });
  if (!rows.some(({ storedChanged }) => storedChanged)) return { send: true, field: null };
  const { message } = error;
  const answer = await askStale({ message, rows: await shownDifferences(rows, known) });
  if (answer === 'back') return { send: false, field: rows[0]?.path ?? null };
  if (answer === 'save') form.setValues(merged(mine, rows));
  else {
    form.setInitialValues(stored.values);
    form.setValues(stored.values);
    form.resetDirty(stored.values);
  }
  return { send: answer === 'save', field: null };
};
