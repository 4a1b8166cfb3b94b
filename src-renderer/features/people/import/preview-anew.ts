import { runJob } from '../../../api/jobs.ts';
import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import { reading } from '../../../strings/people-import.ts';
import type { ImportItem } from './import-store.ts';
import { patchItem } from './import-store.ts';

type Choices = Pick<OperationInput<'people.previewImport'>, 'onDate' | 'relations' | 'leftOut'>;

/** Makes the plan of the file anew: what was chosen before stays unless it is chosen again. */
export const previewAnew = async (
  { file: { handle, name }, choices }: ImportItem,
  changed: Choices,
): Promise<void> => {
  const next = { ...choices, ...changed };
  const preview = await runJob(
    'people.previewImport',
    { file: handle, ...next },
    { title: reading.title(name) },
  );
  if (preview) patchItem(handle, { preview, choices: next, answers: {} });
};
