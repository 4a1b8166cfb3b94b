import type { OutputFile } from '../../src-main/contract/fields.ts';
import { toasts as text } from '../strings/common.ts';
import { showError, showSuccess } from './toasts.tsx';
import { transport } from './transport.ts';

/** Saves a produced file where the user says; failures are shown. */
export const saveOutput = async (file: OutputFile): Promise<void> => {
  try {
    if (await transport.saveFile(file)) showSuccess(text.fileSaved(file.name));
  } catch (error) {
    showError(error);
  }
};
