import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './sharing.ts';

/** The part of a path nearest to the root that is not there yet. */
const firstMissing = (folder: string): string => {
  const parent = dirname(folder);
  return parent === folder || existsSync(parent) ? folder : firstMissing(parent);
};

/**
 * Makes a folder and those above it. On a disk closed for writing Node says «no such folder»; the
 * plain call says the true reason.
 */
export const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') mkdirSync(firstMissing(folder));
    throw error;
  }
};
