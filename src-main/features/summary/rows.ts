import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import type { SummaryRow } from '../../contract/summary.ts';
import type { Context } from '../context.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byNumber, byText, is, byTime, pageInMemory } from '../lists/index.ts';
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

const list: MemoryListOf<'summary.listRows', SummaryRow> = {
  search: ({ name, detail, reason }) => `${name} ${detail} ${reason ?? ''}`,
  filters: {
    figure: null,
    from: null,
    to: null,
    version: null,
    counted: is(({ counted }) => counted),
  },
  columns: {
    name: byText(({ name }) => name),
    detail: byText(({ detail }) => detail),
    date: byTime(({ date }) => date),
    quarterHours: byNumber(({ quarterHours }) => quarterHours),
  },
  usual: null,
  ties: byNumber(({ id }) => id),
};

/**
 * Rows behind one figure, of a period as it is now or as a version froze them.
 * @throws OfficeError `figure-needed`, `period-needed`, `summary-unknown`, and as `draftSummary`
 */
export const summaryRowsPage = async (
  question: RowsInput,
  context: Context,
): Promise<Page<SummaryRow>> => {
  const { filters } = question;
  if (filters.figure === undefined)
    throw fieldError('figure-needed', 'filters.figure', 'Укажите, какой показатель открыть.');
  return pageInMemory((await rowsOf(filters, context))[filters.figure], question, list);
};
