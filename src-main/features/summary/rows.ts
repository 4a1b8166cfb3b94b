import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import type { SummaryRow } from '../../contract/summary.ts';
import { fold, searchWords } from '../../domain/names.ts';
import type { Context } from '../context.ts';
import type { FigureRows } from './collect.ts';
import { draftSummary, requireVersion } from './versions.ts';

type RowsInput = ParsedInputOf<OperationTable['summary.listRows']>;

const rowsOf = async (
  { version, from, to }: RowsInput['filters'],
  { db, clock }: Context,
): Promise<FigureRows> => {
  if (version !== undefined) return (await requireVersion(db, version)).rows;
  if (from === undefined || to === undefined)
    throw new OfficeError('period-needed', 'Укажите период или зафиксированную справку.', [
      { path: 'filters.from', message: 'Укажите начало периода' },
      { path: 'filters.to', message: 'Укажите конец периода' },
    ]);
  return (await draftSummary(db, { from, to }, clock)).rows;
};

const matches = (row: SummaryRow, words: readonly string[]): boolean => {
  const text = fold(`${row.name} ${row.detail}`);
  return words.every((word) => text.includes(word));
};

const compare = (a: SummaryRow[keyof SummaryRow], b: SummaryRow[keyof SummaryRow]): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'ru', { numeric: true });
};

/**
 * Rows behind one figure, of a period as it is now or as a version froze them.
 * @throws OfficeError `figure-needed`, `period-needed`, `summary-unknown`, and as `draftSummary`
 */
export const summaryRowsPage = async (
  { filters, search, sort, offset, limit }: RowsInput,
  context: Context,
): Promise<{ readonly total: number; readonly rows: SummaryRow[] }> => {
  if (filters.figure === undefined)
    throw fieldError('figure-needed', 'filters.figure', 'Укажите, какой показатель открыть.');
  const all = (await rowsOf(filters, context))[filters.figure];
  const words = searchWords(search);
  const found = all.filter((row) => matches(row, words));
  if (sort) {
    const direction = sort.descending ? -1 : 1;
    found.sort((a, b) => direction * compare(a[sort.column], b[sort.column]) || a.id - b.id);
  }
  return { total: found.length, rows: found.slice(offset, offset + limit) };
};
