import type { MonthTitle } from './day-titles.ts';
import type { Head, TitledColumn } from './head.ts';
import type { FinalCell, Slot } from './recognised.ts';
import { resolveDay } from './school-days.ts';
import type { DayProblem, YearContext } from './school-days.ts';

/** A column of a block whose days are real dates. */
export type ReadColumn =
  | { readonly kind: 'lesson'; readonly slot: Slot }
  | { readonly kind: 'problem'; readonly problem: DayProblem }
  | { readonly kind: 'final'; readonly period: FinalCell['period'] }
  | { readonly kind: 'other' };

const MAX_ORDINAL = 9;

const NO_DAY: DayProblem = {
  code: 'no-date',
  message: 'над оценкой нет числа или месяца. Исправьте шапку таблицы.',
};
const DISORDER: DayProblem = {
  code: 'day-order',
  message: 'числа этого месяца в шапке стоят не по порядку, день оценки неясен. Исправьте шапку.',
};
const TOO_MANY: DayProblem = {
  code: 'too-many-lessons',
  message: `один день повторён в шапке больше ${MAX_ORDINAL} раз. Исправьте шапку.`,
};

const isSorted = (days: readonly number[]): boolean =>
  days.every((day, at) => at === 0 || day >= (days[at - 1] ?? 0)) ||
  days.every((day, at) => at === 0 || day <= (days[at - 1] ?? 0));

/** Months over days that neither grow nor fall: a title of a month between them was lost. */
const disordered = (columns: readonly TitledColumn[]): ReadonlySet<MonthTitle> => {
  const days = new Map<MonthTitle, number[]>();
  for (const column of columns)
    if (column.kind === 'day' && column.month && column.day.month === null)
      days.set(column.month, [...(days.get(column.month) ?? []), column.day.day]);
  return new Set([...days].flatMap(([month, list]) => (isSorted(list) ? [] : [month])));
};

/**
 * Dates of the columns: a day repeated is the next lesson of that day. `ordinals` goes on counting
 * where an earlier head of the same table stopped.
 */
export const readColumns = (
  head: Head,
  context: YearContext,
  ordinals = new Map<string, number>(),
): readonly ReadColumn[] => {
  const lost = disordered(head.columns);
  return head.columns.map((column): ReadColumn => {
    if (column.kind === 'final') return { kind: 'final', period: column.title.period };
    if (column.kind === 'other') return { kind: 'other' };
    if (column.kind === 'untitled') return { kind: 'problem', problem: NO_DAY };
    if (column.month && lost.has(column.month)) return { kind: 'problem', problem: DISORDER };
    const { day, month } = column;
    const date = resolveDay(
      {
        day: day.day,
        month: day.month ?? month?.month ?? 0,
        year: day.year ?? month?.year ?? null,
      },
      context,
    );
    if (typeof date !== 'string') return { kind: 'problem', problem: date };
    const ordinal = (ordinals.get(date) ?? 0) + 1;
    ordinals.set(date, ordinal);
    if (ordinal > MAX_ORDINAL) return { kind: 'problem', problem: TOO_MANY };
    return { kind: 'lesson', slot: { date, ordinal } };
  });
};

/** First and last day of the columns; null without lessons. */
export const spanOf = (
  columns: readonly ReadColumn[],
): { readonly from: string; readonly to: string } | null => {
  let [from, to] = ['', ''];
  for (const column of columns) {
    if (column.kind !== 'lesson') continue;
    const { date } = column.slot;
    if (from === '' || date < from) from = date;
    if (date > to) to = date;
  }
  return from === '' ? null : { from, to };
};
