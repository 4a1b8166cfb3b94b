import type { OutputFile } from '../../contract/fields.ts';
import { writeWorkbook } from '../../spreadsheets/write-workbook.ts';
import type { Files } from '../../ports/files.ts';
import type { ImportPlan } from './import-plan.ts';

const reasonWidth = 70;

/** Writes the rows that were not taken, with the place in the file and «Почему не принято». */
export const rejectedFile = async (plan: ImportPlan, files: Files): Promise<OutputFile> => {
  const items = plan.items.filter(({ status }) => status === 'rejected');
  const widest = Math.max(1, ...items.map(({ cells = [] }) => cells.length));
  const values = Array.from({ length: widest }, (_value, index) => index);
  const title = `Не принятые строки файла «${plan.fileName}»`;
  const bytes = await writeWorkbook([
    {
      name: 'Не принято',
      title: [title],
      columns: [
        { title: 'Лист', width: 16, kind: 'text' },
        { title: 'Строка', width: 8, kind: 'number' },
        ...values.map((index) => ({
          title: `Значение ${index + 1}`,
          width: 22,
          kind: 'text' as const,
        })),
        { title: 'Почему не принято', width: reasonWidth, kind: 'text' },
      ],
      rows: items.map(({ where, cells = [], reason }) => [
        where.sheet,
        where.row,
        ...values.map((index) => cells[index] ?? null),
        reason,
      ]),
      orientation: 'landscape',
    },
  ]);
  return files.create('Не принятые строки.xlsx', bytes);
};
