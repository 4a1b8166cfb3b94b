import type { Place } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const reasonWidth = 70;

/** A row of an import that was not taken. */
export interface RejectedRow {
  readonly where: Place;
  /** Values of the recognised columns; secrets are not among them. */
  readonly cells?: readonly string[];
  readonly reason: string | null;
}

/** Writes the rows that were not taken, with the place in the file and «Почему не принято». */
export const rejectedRows = (
  fileName: string,
  items: readonly RejectedRow[],
): Promise<Uint8Array> => {
  const widest = Math.max(1, ...items.map(({ cells = [] }) => cells.length));
  const values = Array.from({ length: widest }, (_value, index) => index);
  return writeWorkbook([
    {
      name: 'Не принято',
      title: [`Не принятые строки файла «${fileName}»`],
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
};

export const rejectedFileName = 'Не принятые строки.xlsx';
