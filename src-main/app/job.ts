import { setImmediate } from 'node:timers/promises';
import { OfficeError } from '../contract/errors.ts';
import type { Job } from '../features/context.ts';
import type { CallOptions } from './office.ts';

const never = new AbortController().signal;

/** A job that yields to the event loop on every step, so a cancel can arrive. */
export const createJob = ({ signal = never, onProgress }: CallOptions): Job => ({
  signal,
  async step(progress) {
    onProgress?.(progress);
    await setImmediate();
    if (signal.aborted)
      throw new OfficeError('cancelled', 'Остановлено по вашей просьбе. Ничего не изменено.');
  },
});
