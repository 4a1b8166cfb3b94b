import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNow } from './child.ts';

/** A real small disk for tests: a memory file system, which only root may mount. */
export const mount = (folder: string, size: string): boolean =>
  runNow('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;

export const unmount = (folder: string): void => {
  if (canMount) runNow('umount', ['-l', folder]);
};

/** Whether this machine lets a test have a disk of its own. */
export const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'office-mount-'));
  const mounted = mount(folder, '64k');
  if (mounted) runNow('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
})();
