import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationInput, OperationOutput } from '../../../src-main/contract/operations.ts';
import type { Rows } from '../../fixtures/marks-files.ts';
import { workbookOf } from '../../fixtures/marks-files.ts';
import type { TestOffice } from '../../support/office.ts';

/** Files of marks handed to a test office. */

let given = 0;

export const registerBytes = (
  { office, folder }: TestOffice,
  name: string,
  bytes: Uint8Array | string,
): Promise<string> => {
  given += 1;
  const path = join(folder, `${given}-${name}`);
  writeFileSync(path, bytes);
  return office.register(path);
};

/** A report A of 8А with the days of March as columns; a row of cells for each subject. */
export const report = (
  pupil: string,
  days: readonly number[],
  rows: readonly (readonly (string | null)[])[],
  period = 'с 01.03.26 по 31.03.26',
): Rows => [
  ['МБОУ «СОШ № 7»'],
  [],
  ['Отчет об успеваемости и посещаемости ученика'],
  ['Учебный год: 2025/2026'],
  ['Класс: 8А'],
  [`Период: ${period}`],
  [`Ученик: ${pupil}`],
  [],
  ['Предмет', 'Март', ...days.slice(1).map(() => null), 'Средняя оценка'],
  [null, ...days, null],
  ...rows.map((row) => [...row, 0]),
];

type Preview = OperationOutput<'marks.previewImport'>;

export const previewFiles = async (
  office: TestOffice,
  files: readonly (readonly [name: string, content: string | Rows])[],
  more: Partial<OperationInput<'marks.previewImport'>> = {},
): Promise<Preview> => {
  const handles: { file: string }[] = [];
  for (const [name, content] of files) {
    const bytes = typeof content === 'string' ? content : await workbookOf({ Лист1: content });
    handles.push({ file: await registerBytes(office, name, bytes) });
  }
  return office.call('marks.previewImport', { files: handles, ...more });
};

export const rowsOfPlan = async (
  office: TestOffice,
  plan: string,
  filters: OperationInput<'marks.listPlanRows'>['filters'] = {},
): Promise<OperationOutput<'marks.listPlanRows'>['rows']> =>
  (await office.call('marks.listPlanRows', { plan, filters })).rows;

/** Preview and commit in one go. */
export const importFiles = async (
  office: TestOffice,
  ...files: readonly (readonly [name: string, content: string | Rows])[]
): Promise<OperationOutput<'marks.commitImport'>> =>
  office.call('marks.commitImport', { plan: (await previewFiles(office, files)).plan });

export const csv = (...lines: readonly string[]): string => lines.join('\r\n');
