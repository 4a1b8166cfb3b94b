import type { HostChannel } from '../../src-main/contract/host.ts';
import type { Progress, Reply } from '../../src-main/contract/operation.ts';
import { unwrap } from './failure.ts';
import { uploadAll } from './http.ts';
import type { Transport } from './transport.ts';

/** The single frozen function of the preload. */
export type OfficeBridge = (
  channel: HostChannel,
  payload: unknown,
  onProgress?: (progress: Progress) => void,
) => Promise<Reply>;

declare global {
  interface Window {
    readonly office?: OfficeBridge;
  }
}

const callWith =
  (bridge: OfficeBridge): Transport['call'] =>
  async (name, input, { signal, onProgress } = {}) => {
    const callId = crypto.randomUUID();
    const cancel = (): void => void bridge('cancel', { callId });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await bridge('call', { callId, name, input }, onProgress);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };

export const createElectronTransport = (bridge: OfficeBridge): Transport => ({
  call: callWith(bridge),
  about: async () => unwrap(await bridge('about', {})),
  pickFiles: async (options) => unwrap(await bridge('pickFiles', options)),
  uploadFiles: uploadAll,
  hasFolderDialog: true,
  pickFolder: async (path) => unwrap(await bridge('pickFolder', { path })),
  saveFile: async ({ handle }) =>
    unwrap<{ saved: boolean }>(await bridge('saveFile', { handle })).saved,
  print: async (handle) => unwrap<{ printed: boolean }>(await bridge('print', { handle })).printed,
  savePdf: async ({ handle }) =>
    unwrap<{ saved: boolean }>(await bridge('savePdf', { handle })).saved,
  printUrl: (handle) => Promise.resolve(`/print/${handle}`),
});
