import { runJob } from '../../api/jobs.ts';
import { usePreview } from '../../print/index.ts';
import { reprint as text } from '../../strings/sheets.ts';
import { confirm } from '../../ui/index.ts';

/** Prints sheets once more as they were, after a question: a copy counted cannot be taken back. */
export const printCopies = async (ids: readonly number[]): Promise<void> => {
  const wanted = await confirm({
    title: text.title,
    message: text.message(ids.length),
    confirm: text.confirm,
  });
  if (!wanted) return;
  const made = await runJob(
    'sheets.reprint',
    { ids: [...ids] },
    { title: text.making, success: ({ copies }) => text.done(copies) },
  );
  if (made) usePreview.getState().open({ document: made.document, title: made.title });
};
