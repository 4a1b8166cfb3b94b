import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { saveOutput } from '../../api/files.ts';
import { runJob } from '../../api/jobs.ts';
import { table as text } from '../../strings/common.ts';
import type { ListColumn } from './columns.ts';
import type { ListQuestion } from './use-list-rows.ts';

type ExportColumns = OperationInput<'lists.exportTable'>['columns'];

const exportColumns = <R>(columns: readonly ListColumn<R>[]): ExportColumns =>
  columns
    .filter((column) => column.export !== false)
    .map(({ key, title, kind = 'text', labels }) => ({
      key,
      title,
      kind,
      ...(labels && { labels: { ...labels } }),
    }));

/** Writes the list as it is filtered and sorted now, all its rows, to an XLSX file. */
export const exportList = async <R>(
  operation: string,
  title: string,
  columns: readonly ListColumn<R>[],
  question: ListQuestion,
): Promise<void> => {
  const file = await runJob(
    'lists.exportTable',
    { operation, title, input: { ...question }, columns: exportColumns(columns) },
    { title: text.exporting(title) },
  );
  if (file) await saveOutput(file);
};
