import { showSuccess } from '../api/toasts.tsx';
import { printed as text } from '../strings/print.ts';
import { confirm } from '../ui/confirm.ts';

/** How a print that is kept goes on once the paper or the file exists. */
export interface Recording {
  /** What will be recorded. */
  readonly what: string;
  /** Records it; failures are shown. */
  readonly record: () => Promise<unknown>;
}

/**
 * «Распечаталось?», once for the whole run: Enter is yes. Esc and «no» record nothing, and that is
 * said. Whether the answer was yes.
 */
export const confirmPrinted = async ({ what, record }: Recording): Promise<boolean> => {
  const isPrinted = await confirm({
    title: text.title,
    message: text.about(what),
    confirm: text.yes,
    cancel: text.no,
  });
  if (isPrinted) await record();
  else showSuccess(text.nothing);
  return isPrinted;
};
