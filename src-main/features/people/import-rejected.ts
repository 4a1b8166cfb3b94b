import type { OutputFile } from '../../contract/fields.ts';
import type { Files } from '../../ports/files.ts';
import { rejectedFileName, rejectedRows } from '../../spreadsheets/rejected-rows.ts';
import type { ImportPlan } from './import-plan.ts';

/** Writes the rows that were not taken, with the place in the file and «Почему не принято». */
export const rejectedFile = async (plan: ImportPlan, files: Files): Promise<OutputFile> => {
  const items = plan.items.filter(({ status }) => status === 'rejected');
  return files.create(rejectedFileName, await rejectedRows(plan.fileName, items));
};
