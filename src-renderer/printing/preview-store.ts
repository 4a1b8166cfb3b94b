import { create } from 'zustand';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { callOperation } from '../api/client.ts';
import { runJob } from '../api/jobs.ts';
import { preview as text } from '../strings/common.ts';
import { useIsUnasked, useSettled } from '../ui/unasked.ts';
import type { Recording } from './recording.ts';

/** What an operation that makes a document answers (`documentOutput`). */
export interface ShownDocument {
  readonly document: string;
  readonly title: string;
}

/** A document on the screen. */
export interface Opened extends ShownDocument {
  /** Asked for after a print or a saved file; absent = the print leaves no trace. */
  readonly recording?: Recording;
  /** False for a look at what is printed elsewhere, with its record. */
  readonly printable?: boolean;
}

/** Operations that make a document. */
export type DocumentName = {
  [N in OperationName]: OperationOutput<N> extends ShownDocument ? N : never;
}[OperationName];

interface PreviewStore {
  readonly shown: Opened | null;
  readonly close: () => void;
}

/** The core may have forgotten the document already, e.g. at the lock: nothing to say then. */
const forget = (document: string): Promise<unknown> =>
  callOperation('printing.close', { document }).catch(() => null);

/** The preview over the screen; the shell mounts it once. */
export const usePreview = create<PreviewStore>((set, get) => ({
  shown: null,
  close: () => {
    const { shown } = get();
    set({ shown: null });
    if (shown) void forget(shown.document);
  },
}));

/** Opens a document that is made already. */
export const openDocument = (shown: Opened): void => usePreview.setState({ shown });

export interface Showing<N extends DocumentName> {
  /** What the progress dialog says. */
  readonly title?: string;
  /** For a print that is kept: how it is recorded. */
  readonly recording?: (made: OperationOutput<N>) => Recording;
}

/** Makes a document by an operation and opens it; failures are shown and give null. */
export const showDocument = async <N extends DocumentName>(
  name: N,
  input: OperationInput<N>,
  { title = text.preparing, recording }: Showing<N> = {},
): Promise<OperationOutput<N> | null> => {
  const made = await runJob(name, input, { title });
  if (made === null) return null;
  const { document, title: heading } = made;
  openDocument({ document, title: heading, ...(recording && { recording: recording(made) }) });
  return made;
};

/** False while a preview, a question or a running job is above the screen and owns its keys. */
export const useIsOnTop = (): boolean => {
  const isPreviewing = usePreview(({ shown }) => shown !== null);
  const isUnasked = useIsUnasked();
  return useSettled(!isPreviewing && isUnasked);
};
