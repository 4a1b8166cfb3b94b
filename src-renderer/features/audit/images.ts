import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { isIsoDate } from '../../../src-main/domain/dates.ts';
import { columnNames, operationNames, settingKeys } from '../../strings/audit.ts';
import { states } from '../../strings/common.ts';
import { showDate } from '../../ui/index.ts';

type Change = OperationOutput<'audit.changes'>['changes'][number];
type Flat = Readonly<Record<string, string>>;

export interface ChangedValue {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** Columns people never fill: keys, hashes, and folded copies for the search. */
const hidden = new Set(['id', 'search', 'sha256', 'file_sha256', 'frozen_rows', 'audit_id']);

/** Columns that hold JSON, shown by their parts. */
const packed = new Set(['value', 'state', 'counts']);

const words = (column: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (column === 'key') return settingKeys[text] ?? text;
  if (typeof value === 'boolean') return value ? states.yes : states.no;
  return isIsoDate(text) ? showDate(text) : text;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Leaves by their path: two parts of a setting may have leaves of one name. */
const parts = (value: unknown, above = ''): readonly (readonly [string, unknown])[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        isRecord(item) ? parts(item, `${above}${key}.`) : [[`${above}${key}`, item] as const],
      )
    : [];

/** «Телефон родителя: Хранится»; a part without a name of its own is left out. */
const columnTitle = (path: string): string =>
  path
    .split('.')
    .flatMap((part) => columnNames[part] ?? [])
    .join(': ') || path;

const flatten = (image: Change['before']): Flat => {
  const entries = Object.entries(image ?? {}).flatMap(([column, value]) =>
    packed.has(column) && typeof value === 'string'
      ? parts(JSON.parse(value))
      : [[column, value] as const],
  );
  return Object.fromEntries(entries.map(([column, value]) => [column, words(column, value)]));
};

/** What a change did, column by column, in words; columns left alone are left out. */
export const changedValues = (change: Change): readonly ChangedValue[] => {
  const before = flatten(change.before);
  const after = flatten(change.after);
  return Object.keys({ ...before, ...after })
    .filter((column) => !hidden.has(column) && (before[column] ?? '') !== (after[column] ?? ''))
    .map((column) => ({
      column: columnTitle(column),
      before: before[column] || states.nothing,
      after: after[column] || states.nothing,
    }));
};

/** Russian name of a command; an unknown one keeps its own. */
export const operationTitle = (operation: string): string => operationNames[operation] ?? operation;
