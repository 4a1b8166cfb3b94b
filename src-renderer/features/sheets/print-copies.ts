import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { runJob } from '../../api/jobs.ts';
import { usePreview } from '../../print/index.ts';
import { reprint as text } from '../../strings/sheets-print.ts';

/** Opens copies made ready; they are counted when they are printed. */
export const openCopies = (
  { document, title, print, sheets }: OperationOutput<'sheets.prepareCopies'>,
  onDone: () => void = () => undefined,
): void => {
  const record = async (): Promise<void> => {
    const done = await runJob(
      'sheets.reprint',
      { print },
      { title: text.recording, success: ({ copies }) => text.done(copies) },
    );
    if (done) onDone();
  };
  const recording = { what: text.toRecord(sheets.length), record };
  usePreview.getState().open({ document, title, recording });
};

/** Printed sheets on the screen, as they were; one printed from there is a copy. */
export const showPrinted = async (ids: readonly number[]): Promise<void> => {
  const made = await runJob('sheets.prepareCopies', { ids: [...ids] }, { title: text.making });
  if (made) openCopies(made);
};
