import type { OutputFile } from '../../src-main/contract/fields.ts';
import { toasts as text } from '../strings/common.ts';
import { showError, showSuccess } from './toasts.tsx';
import { transport } from './transport.ts';

/** Saves a produced file where the user says; failures are shown. Whether it was saved. */
export const saveOutput = async (file: OutputFile): Promise<boolean> => {
  try {
    const saved = await transport.saveFile(file);
    if (saved) showSuccess(text.fileSaved(file.name));
    return saved;
  } catch (error) {
    showError(error);
    return false;
  }
};
