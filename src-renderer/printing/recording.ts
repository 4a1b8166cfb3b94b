import type { OperationInput, OperationOutput } from '../../src-main/contract/operations.ts';
import { runJob } from '../api/jobs.ts';
import { showSuccess } from '../api/toasts.tsx';
import { printed as text } from '../strings/printing.ts';
import { confirm } from '../ui/confirm.ts';

/** Commands that record a print by its ticket. */
type RecordName = 'journal.print' | 'sheets.issue' | 'sheets.reprint';

/** How a print that is kept goes on once the paper or the file exists. */
export interface Recording {
  /** What will be recorded. */
  readonly what: string;
  /** Records it; failures are shown. */
  readonly record: () => Promise<unknown>;
}

export interface Kept<N extends RecordName> {
  /** What will be recorded, in words. */
  readonly what: string;
  /** Ticket of what was made ready. */
  readonly ticket: string;
  /** What the progress dialog says. */
  readonly title: string;
  readonly success: (output: OperationOutput<N>) => string;
  readonly onDone: () => void;
}

/** Records a print that was made ready, by the command that takes its ticket. */
export const recordingBy = <N extends RecordName>(
  name: N,
  { what, ticket, title, success, onDone }: Kept<N>,
): Recording => ({
  what,
  async record() {
    const input: OperationInput<RecordName> = { print: ticket };
    const done = await runJob(name, input as OperationInput<N>, { title, success });
    if (done !== null) onDone();
  },
});

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
