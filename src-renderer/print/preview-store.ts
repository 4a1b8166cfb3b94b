import { create } from 'zustand';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { callOperation } from '../api/client.ts';
import { runJob } from '../api/jobs.ts';
import { preview as text } from '../strings/common.ts';
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
  readonly open: (document: Opened) => void;
  /** Makes a document by an operation and opens it; failures are shown. */
  readonly make: <N extends DocumentName>(name: N, input: OperationInput<N>) => Promise<void>;
  readonly close: () => void;
}

/** The core may have forgotten the document already, e.g. at the lock: nothing to say then. */
const forget = (document: string): Promise<unknown> =>
  callOperation('printing.close', { document }).catch(() => null);

/** `usePreview().open(documentOutput)` from any screen; the shell mounts the preview once. */
export const usePreview = create<PreviewStore>((set, get) => ({
  shown: null,
  open: (shown) => set({ shown }),
  async make(name, input) {
    const shown = await runJob(name, input, { title: text.preparing });
    if (shown) set({ shown });
  },
  close: () => {
    const { shown } = get();
    set({ shown: null });
    if (shown) void forget(shown.document);
  },
}));
