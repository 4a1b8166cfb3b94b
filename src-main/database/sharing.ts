import { setTimeout as wait } from 'node:timers/promises';

/** The system's or SQLite's own code of an error, empty when it has none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** How long a file held by another program is waited for, about three seconds in all. */
const pauses: readonly number[] = [50, 100, 200, 400, 800, 1600];

/**
 * Whether another program holds the file: an antivirus that reads it, a sync client that sends it,
 * Word that shows it. On Windows such a file is also told as one without rights.
 */
export const isHeld = (error: unknown, platform: NodeJS.Platform = process.platform): boolean => {
  const code = errorCode(error);
  if (code === 'EBUSY' || code === 'ETXTBSY') return true;
  return platform === 'win32' && (code === 'EPERM' || code === 'EACCES');
};

/** Does the work again while another program holds the file; the last failure is thrown as it is. */
export const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!isHeld(error)) throw error;
      await wait(pause);
    }
  }
  return work();
};
