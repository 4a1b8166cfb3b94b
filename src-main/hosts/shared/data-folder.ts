import { homedir, platform, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { OfficeError } from '../../contract/errors.ts';

const folderName = 'school-office';

/** Where the system keeps data of programs. */
const systemFolder = (): string => {
  const { APPDATA, XDG_DATA_HOME } = process.env;
  if (platform() === 'win32') return APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
};

/**
 * The data folder: named by `--data`, otherwise the usual one of the operating system.
 * @throws OfficeError `data-folder-empty`: an empty name would be the folder one happens to be in
 */
export const dataFolder = (named: string | undefined): string => {
  if (named === undefined) return join(systemFolder(), folderName);
  if (named.trim() !== '') return resolve(named);
  throw new OfficeError('data-folder-empty', 'После --data укажите папку данных.');
};

/** Who works: the name of the system's account, for the audit. */
export const actorName = (): string => {
  try {
    return userInfo().username;
  } catch {
    // Accounts without an entry in the system's list exist in containers.
    return 'оператор';
  }
};
