import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { runJob } from '../../api/jobs.ts';
import { showSuccess } from '../../api/toasts.tsx';
import { usePreview } from '../../print/index.ts';
import { print as text } from '../../strings/credentials.ts';

type Selection = OperationInput<'credentials.printCards'>['selection'];

/** Makes the cards behind a progress dialog and opens the preview; printing marks nothing. */
export const printCards = async (selection: Selection): Promise<void> => {
  const made = await runJob('credentials.printCards', { selection }, { title: text.making });
  if (!made) return;
  if (made.skipped > 0) showSuccess(text.skipped(made.skipped));
  usePreview.getState().open({ document: made.document, title: made.title });
};
