import type { ReactNode } from 'react';
import type { OperationName, OperationOutput } from '../../../src-main/contract/operations.ts';
import { ownValue } from '../../../src-main/domain/own-value.ts';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { states, table as text } from '../../strings/common.ts';
import { showDate } from '../dates.ts';

/** Operations that answer a page of rows (`listInput` / `listOutput`). */
export type ListName = {
  [N in OperationName]: OperationOutput<N> extends {
    readonly total: number;
    readonly rows: readonly unknown[];
  }
    ? N
    : never;
}[OperationName];

export type RowOf<N extends ListName> =
  OperationOutput<N> extends { readonly rows: readonly (infer R)[] } ? R : never;

export interface FilterChoice {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** Choices of a filter that is `true` or `false`. */
export const yesNo = (words: {
  readonly true: string;
  readonly false: string;
}): readonly FilterChoice[] => [
  { value: true, label: words.true },
  { value: false, label: words.false },
];

/** Choices whose values are their own words: years, classes, subjects. */
export const sameWords = (values: readonly (string | number)[]): readonly FilterChoice[] =>
  values.map((value) => ({ value, label: String(value) }));

/** How a column is filtered; `key` is the operation's filter. */
export type ColumnFilter =
  | { readonly kind: 'text'; readonly key: string }
  | { readonly kind: 'choice'; readonly key: string; readonly choices: readonly FilterChoice[] }
  | { readonly kind: 'dates'; readonly from: string; readonly to: string };

export type ColumnKind = 'text' | 'number' | 'date' | 'hours' | 'choice';

export interface ListColumn<R> {
  /** Property of the row, dotted when nested; also the column of the XLSX file. */
  readonly key: string;
  readonly title: string;
  /** How the value is shown without `render`, aligned and exported; text by default. */
  readonly kind?: ColumnKind;
  /** Russian words of a choice column. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Pixels; 140 by default. */
  readonly width?: number;
  /** Takes the room that is left; the last column when no column does. */
  readonly grow?: boolean;
  /** Sort column of the operation; `true` when it is the same as `key`. */
  readonly sort?: string | true;
  readonly filter?: ColumnFilter;
  /** What the cell shows instead of the plain value. */
  readonly render?: (row: R) => ReactNode;
  /** Shown only when the user asks for the column. */
  readonly hidden?: boolean;
  /** False keeps the column out of the XLSX file. */
  readonly export?: false;
}

/** Numbers stand at the right edge, one under another. */
export const isNumeric = <R>({ kind }: ListColumn<R>): boolean =>
  kind === 'number' || kind === 'hours';

export const sortKey = <R>({ key, sort }: ListColumn<R>): string | null =>
  sort === true ? key : (sort ?? null);

type CellValue = string | number | boolean | null | undefined | readonly string[];
type Nested = Readonly<Record<string, unknown>> | null | undefined;

/** The value behind a dotted key, e.g. `twoWeeks.why`. */
const valueAt = (row: unknown, key: string): CellValue =>
  key.split('.').reduce<unknown>((value, part) => (value as Nested)?.[part], row) as CellValue;

/** Plain text of a cell; also its tooltip. */
export const cellText = <R>({ key, kind, labels }: ListColumn<R>, row: R): string => {
  const value = valueAt(row, key);
  if (value === null || value === undefined) return '';
  if (typeof value === 'object')
    return value.map((item) => ownValue(labels, item) ?? item).join(', ');
  if (typeof value === 'boolean')
    return ownValue(labels, String(value)) ?? (value ? states.yes : states.no);
  if (kind === 'date') return showDate(String(value));
  if (kind === 'hours') return hoursClock(Number(value));
  if (kind === 'choice') return ownValue(labels, String(value)) ?? String(value);
  return typeof value === 'number' ? value.toLocaleString('ru') : value;
};

/** Words of an active filter for its pill. */
export const filterText = (
  filter: ColumnFilter,
  values: Readonly<Record<string, unknown>>,
): string | null => {
  if (filter.kind === 'dates') {
    const from = values[filter.from] as string | undefined;
    const to = values[filter.to] as string | undefined;
    const parts = [from && `${text.from} ${showDate(from)}`, to && `${text.to} ${showDate(to)}`];
    return from || to ? parts.filter(Boolean).join(' ') : null;
  }
  const value = values[filter.key] as FilterChoice['value'] | undefined;
  if (value === undefined) return null;
  if (filter.kind === 'text') return String(value);
  return filter.choices.find((choice) => choice.value === value)?.label ?? String(value);
};
