import { callOperation } from '../../../api/client.ts';
import { messageOf } from '../../../api/toasts.tsx';
import { patchItem, useImports } from './import-store.ts';

/** Readings on their way, by the handle of the file. */
const controllers = new Map<string, AbortController>();

/** Reads a file until it is understood or refused; a reading that goes on is left alone. */
export const startReading = async (handle: string): Promise<void> => {
  if (controllers.has(handle)) return;
  const controller = new AbortController();
  controllers.set(handle, controller);
  const { signal } = controller;
  try {
    const preview = await callOperation(
      'people.previewImport',
      { file: handle },
      { signal, onProgress: ({ stage }) => useImports.setState({ stage }) },
    );
    patchItem(handle, { preview, answers: {} });
  } catch (error) {
    patchItem(handle, { refusal: messageOf(error) });
  } finally {
    controllers.delete(handle);
    useImports.setState({ stage: null });
  }
};

export const stopReading = (handle: string): void => controllers.get(handle)?.abort();
