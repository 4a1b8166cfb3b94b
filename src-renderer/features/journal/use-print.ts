import { useRef, useState } from 'react';
import type { PickedFolder } from '../../../src-main/contract/host.ts';
import type { JournalPeriodKeyChoice } from '../../../src-main/contract/journal.ts';
import { runJob } from '../../api/jobs.ts';
import { confirmPrinted, openDocument, recordingBy } from '../../printing/index.ts';
import { print as text } from '../../strings/journal.ts';
import type { JournalRef } from './periods-of-classes.ts';

export type PrintTarget = 'screen' | 'folder';

interface Wanted {
  readonly journals: readonly Pick<JournalRef, 'classId' | 'studentId' | 'extract'>[];
  readonly period: JournalPeriodKeyChoice;
}

export interface JournalPrinting {
  readonly target: PrintTarget;
  readonly setTarget: (target: PrintTarget) => void;
  readonly folder: PickedFolder | null;
  readonly takeFolder: (folder: PickedFolder | null) => void;
  /** The button was pressed without a folder. */
  readonly folderMissing: boolean;
  /** Names of the files written last. */
  readonly files: readonly string[];
  readonly print: () => void;
}

/**
 * Prints the chosen journals from the screen, or into a folder; they enter the register once the
 * paper or the files are there. `onRecorded` closes the dialog.
 */
export const usePrint = (wanted: Wanted | null, onRecorded: () => void): JournalPrinting => {
  const [target, setTarget] = useState<PrintTarget>('screen');
  const [folder, setFolder] = useState<PickedFolder | null>(null);
  const [folderMissing, setMissing] = useState(false);
  const [files, setFiles] = useState<readonly string[]>([]);
  const save = async (ticket: string, into: PickedFolder): Promise<boolean> => {
    const asked = { print: ticket, folder: into.handle };
    const written = await runJob('journal.saveFiles', asked, { title: text.writing });
    setFiles(written?.files ?? []);
    return written !== null;
  };
  const run = async (into: PickedFolder | null): Promise<void> => {
    if (!wanted) return;
    const { journals: chosen, period } = wanted;
    const made = await runJob(
      'journal.prepare',
      { journals: [...chosen], period },
      { title: text.running },
    );
    if (!made) return;
    const { document, title, print: ticket, journals } = made;
    const recording = recordingBy('journal.print', {
      what: text.toRecord(journals.length),
      ticket,
      title: text.recording,
      success: ({ prints }) => text.done(prints.length),
      onDone: () => into === null && onRecorded(),
    });
    if (into === null) openDocument({ document, title, recording });
    else if (await save(ticket, into)) await confirmPrinted(recording);
  };
  // A typed path becomes a folder when its box is left, a moment after the button is pressed.
  const pressed = useRef(false);
  const takeFolder = (next: PickedFolder | null): void => {
    const isWanted = pressed.current;
    pressed.current = false;
    setFiles([]);
    setFolder(next);
    setMissing(false);
    if (next && isWanted) void run(next);
  };
  const print = (): void => {
    if (target === 'screen') void run(null);
    else if (folder) void run(folder);
    else {
      pressed.current = true;
      setMissing(true);
    }
  };
  return { target, setTarget, folder, takeFolder, folderMissing, files, print };
};
