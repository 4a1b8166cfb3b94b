import { contextBridge, ipcRenderer } from 'electron';

type Listener = Parameters<typeof ipcRenderer.on>[1];

const bridge = async (
  channel: string,
  payload: unknown,
  onProgress?: (progress: unknown) => void,
): Promise<unknown> => {
  if (!onProgress) return ipcRenderer.invoke('office', channel, payload);
  const { callId } = payload as { callId?: unknown };
  const listen: Listener = (_event, id: unknown, progress: unknown) => {
    if (id === callId) onProgress(progress);
  };
  ipcRenderer.on('office-progress', listen);
  try {
    return await ipcRenderer.invoke('office', channel, payload);
  } finally {
    ipcRenderer.removeListener('office-progress', listen);
  }
};

/**
 * The only thing the screens get: one function. Neither `ipcRenderer` nor Node is reachable, and
 * the main process checks the sender, the channel and the payload of every call.
 */
contextBridge.exposeInMainWorld('office', Object.freeze(bridge));
