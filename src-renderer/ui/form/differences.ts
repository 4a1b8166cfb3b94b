import { isIsoDate } from '../../../src-main/domain/dates.ts';
import { stale as text, states } from '../../strings/common.ts';
import { showDate } from '../dates.ts';
import type { Shown } from './bound-field.ts';

/** Two sides of a form as fields that differ; pure but for names looked up by id. */

export type Described = ReadonlyMap<string, Shown>;

/** How a field is called whatever the place of its row: `terms.*.endsOn`. */
export const patternOf = (path: string): string => path.replaceAll(/(?<=^|\.)\d+(?=\.|$)/gu, '*');

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** An empty text and an absent value are one thing to the reader. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

const mayDescend = (values: readonly unknown[]): boolean =>
  values.every(isTree) &&
  new Set(values.map((one) => (Array.isArray(one) ? one.length : -1))).size === 1 &&
  values.every((one) => !Array.isArray(one) || one.every(isTree));

export interface Sides<V> {
  /** What the form was filled with. */
  readonly base: V;
  readonly mine: V;
  readonly stored: V;
}

export interface Difference {
  readonly path: string;
  readonly mine: unknown;
  readonly stored: unknown;
  readonly mineChanged: boolean;
  readonly storedChanged: boolean;
}

/** Fields whose values are not the same on both sides; a list of another length is one field. */
export const differences = ({ base, mine, stored }: Sides<unknown>, path = ''): Difference[] => {
  if (same(mine, stored)) return [];
  const all: readonly unknown[] = [base, mine, stored];
  if (!mayDescend(all)) {
    const changed = { mineChanged: !same(mine, base), storedChanged: !same(stored, base) };
    return [{ path, mine, stored, ...changed }];
  }
  const keys = [...new Set(all.flatMap((one) => Object.keys(one as Tree)))];
  return keys.flatMap((key) =>
    differences(
      { base: (base as Tree)[key], mine: (mine as Tree)[key], stored: (stored as Tree)[key] },
      path === '' ? key : `${path}.${key}`,
    ),
  );
};

const withValue = (tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(tree))
    return tree.map((item, at) => (String(at) === key ? withValue(item, rest, value) : item));
  return { ...(tree as Tree), [key]: withValue((tree as Tree)[key], rest, value) };
};

/** My values, with those of the base where only the other side has changed the field. */
export const merged = <V>(mine: V, rows: readonly Difference[]): V =>
  rows
    .filter(({ mineChanged }) => !mineChanged)
    .reduce<unknown>(
      (tree, { path, stored }) => withValue(tree, path.split('.'), stored),
      mine,
    ) as V;

const words = async (value: unknown, path: string, known: Described): Promise<string> => {
  const how = known.get(patternOf(path));
  if (how?.show) return await how.show(value as never);
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? states.yes : states.no;
  if (typeof value === 'string') return isIsoDate(value) ? showDate(value) : value;
  if (typeof value === 'number') return String(value);
  if (!isTree(value)) return '';
  const parts = await Promise.all(
    Object.entries(value).map(([key, one]) => words(one, `${path}.${key}`, known)),
  );
  return parts.filter((part) => part !== '').join(Array.isArray(value) ? '; ' : ', ');
};

/** Of two long lists only the rows the other one lacks. */
const own = (value: unknown, other: unknown): unknown =>
  Array.isArray(value) && Array.isArray(other)
    ? value.filter((item) => !other.some((one) => same(item, one)))
    : value;

const labelOf = (path: string, known: Described): string => {
  const label = known.get(patternOf(path))?.label || text.other;
  const row = /\.(?<at>\d+)\./u.exec(path)?.groups?.['at'];
  return row === undefined ? label : text.row(label, Number(row) + 1);
};

export interface ShownDifference {
  readonly path: string;
  readonly label: string;
  readonly mine: string;
  readonly stored: string;
  readonly note: string;
}

const noteOf = ({ mineChanged, storedChanged }: Difference): string => {
  if (mineChanged && storedChanged) return text.both;
  return mineChanged ? text.onlyMine : text.onlyStored;
};

/** The rows of the dialog, in the words of the form. */
export const shownDifferences = (
  rows: readonly Difference[],
  known: Described,
): Promise<readonly ShownDifference[]> =>
  Promise.all(
    rows.map(async (row) => ({
      path: row.path,
      label: labelOf(row.path, known),
      mine: await words(own(row.mine, row.stored), row.path, known),
      stored: await words(own(row.stored, row.mine), row.path, known),
      note: noteOf(row),
    })),
  );
