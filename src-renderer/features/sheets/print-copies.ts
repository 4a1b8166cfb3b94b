import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { Recording } from '../../printing/index.ts';
import { openDocument, recordingBy, showDocument } from '../../printing/index.ts';
import { reprint as text } from '../../strings/sheets-print.ts';

type Prepared = OperationOutput<'sheets.prepareCopies'>;

/** Copies are counted when they are printed. */
const recordingOf = ({ print, sheets }: Prepared, onDone: () => void): Recording =>
  recordingBy('sheets.reprint', {
    what: text.toRecord(sheets.length),
    ticket: print,
    title: text.recording,
    success: ({ copies }) => text.done(copies),
    onDone,
  });

/** Opens copies made ready. */
export const openCopies = (made: Prepared, onDone: () => void): void => {
  const { document, title } = made;
  openDocument({ document, title, recording: recordingOf(made, onDone) });
};

/** Printed sheets on the screen, as they were; one printed from there is a copy. */
export const showPrinted = (ids: readonly number[]): Promise<unknown> =>
  showDocument(
    'sheets.prepareCopies',
    { ids: [...ids] },
    { title: text.making, recording: (made) => recordingOf(made, () => undefined) },
  );
