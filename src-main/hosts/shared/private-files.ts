import { statSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, resolve } from 'node:path';

/** Rights of the group and of everybody else. */
const othersAny = 0o077;
const othersEnter = 0o011;

/**
 * Makes everything this process and its threads write readable by the user alone: the database
 * with its journal, the log, backups and whatever is added later. What the user puts into folders
 * of their own gets the rights of that folder (`safe-write`). Windows goes by the folder's list of
 * rights instead.
 */
export const keepFilesPrivate = (): void => void process.umask(othersAny);

const modeOf = (path: string): number | null => {
  try {
    return statSync(path).mode;
  } catch {
    return null;
  }
};

/** The folders above, the nearest first. */
const above = (folder: string): readonly string[] => {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...above(parent)];
};

/** Whether other users of this computer can look into a folder, its parents considered. */
export const isOpenToOthers = (named: string): boolean => {
  if (platform() === 'win32') return false;
  const folder = resolve(named);
  const mode = modeOf(folder);
  if (mode === null || (mode & othersAny) === 0) return false;
  return above(folder).every((parent) => ((modeOf(parent) ?? othersEnter) & othersEnter) !== 0);
};

/** What to say when they can; the rights themselves are the user's to change. */
export const openToOthersText = (folder: string): string =>
  `Папку данных «${folder}» могут читать другие пользователи этого компьютера. Закройте её: chmod -R go= '${folder}'`;
