import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A copy that is being written is touched all the time; this long untouched, its program died. */
const deadAfterMs = 60 * 60 * 1000;

const unfinishedRestore = /^office\.sqlite\.restored(?:\.part)?(?:-journal)?$/u;
const ownCopy = String.raw`(?:office|before-update|before-restore)-[\w-]+\.sqlite`;
const unfinishedCopy = new RegExp(String.raw`^${ownCopy}\.part(?:-journal)?$`, 'u');
const ownSum = new RegExp(String.raw`^(?<copy>${ownCopy})\.sha256$`, 'u');

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : [];

/**
 * Removes what killed restores and backups left, by our own names only. A restore runs under the
 * folder's lock, which the caller holds; a backup runs without it, so a fresh one is let be.
 */
export const removeLeftovers = (folder: string, now: number): void => {
  for (const name of namesIn(folder))
    if (unfinishedRestore.test(name)) rmSync(join(folder, name), { force: true });
  const backups = join(folder, 'backups');
  for (const name of namesIn(backups)) {
    const sumOf = ownSum.exec(name)?.groups?.['copy'];
    const isLost = sumOf !== undefined && !existsSync(join(backups, sumOf));
    if (!isLost && !unfinishedCopy.test(name)) continue;
    const touched = statSync(join(backups, name), { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - touched > deadAfterMs) rmSync(join(backups, name), { force: true });
  }
};
